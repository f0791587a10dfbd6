"""Staff read Chinese: every kind, field and choice of the vocabulary has a word."""

from dataclasses import fields
from enum import Enum

import data.records
from data.records import KINDS, RECORD_TYPES, BulletinItem, Entry, Notice, Office, Site
from data.records.power import RiskLevel
from data.store.words import CHOICE_WORDS, FIELD_WORDS, KIND_WORDS, spoken, title_of


def test_every_kind_has_a_word() -> None:
    assert set(KIND_WORDS) == set(KINDS)


def test_every_field_has_a_word() -> None:
    needed = {field.name for record_type in RECORD_TYPES.values() for field in fields(record_type)} - {"key"}
    assert needed - set(FIELD_WORDS) == set()
    assert set(FIELD_WORDS) - needed == set(), "words for fields that are no more"


def test_every_choice_has_a_word() -> None:
    choices = [value for value in vars(data.records).values() if isinstance(value, type) and issubclass(value, Enum)]
    kept_by_none = {data.records.Profile, data.records.Turn, RiskLevel}
    needed = {str(member.value) for choice in choices if choice not in kept_by_none for member in choice}
    assert needed - set(CHOICE_WORDS) == set()


def test_a_record_is_called_by_name_title_or_text() -> None:
    from datetime import date

    assert title_of(Office("bgs", "办公室")) == "办公室"
    assert title_of(Entry("E-1", "预算公开")) == "预算公开"
    assert title_of(Notice("n", "停电")) == "停电"
    assert title_of(Office("bgs", "")) == "bgs"
    assert spoken(Site("省财政厅"), "site") == "单位信息“省财政厅”"
    long = BulletinItem("2026-11-23/1", date(2026, 11, 23), 1, "长" * 80)
    assert spoken(long, "bulletin") == f"要闻“{'长' * 29}…”"
