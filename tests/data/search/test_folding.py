"""Two ways of writing the same thing fold to the same text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.search.folding import fold
from data.search.simplify import simplified_characters


def folded(text: str) -> str:
    """The text that a title or query folds to."""
    return fold(text, simplified_characters()).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＧＤＰ", "gdp"),
        ("財政廳會計處", "财政厅会计处"),
        ("二〇一〇年", "二零一零年"),
        ("二○一○年", "二零一零年"),
        ("买买提·艾力", "买买提艾力"),
        ("买买提•艾力", "买买提．艾力"),
        ("B1-03", "b103"),
        ("综合 法规\u3000处", "综合法规处"),
        ("lǜshī", "lvshi"),
        ("lüshi", "lushi"),
        ("Kuàijì", "kuaiji"),
        ("财预〔2010〕12号", "财预2010 12号"),
        ("①", "1"),
        ("《办法》（试行）", "办法试行"),
    ],
)
def test_both_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("text", ['"', "%", "..", "😀", "\u202e", "\x00", "'; --", "\ud800", " \t\n", "—·、"])
def test_what_says_nothing_folds_to_nothing(text: str) -> None:
    assert folded(text) == ""


def test_a_v_that_is_no_u_umlaut_stays() -> None:
    assert folded("TV VAT") == "tvvat"


def test_other_scripts_keep_the_marks_that_make_their_words() -> None:
    assert folded("བོད་") == "བོད"
    assert folded("ئۇيغۇر") == "ئۇيغۇر"


def test_every_folded_character_knows_where_it_came_from() -> None:
    text = "（三）·㈠Ａ室"
    found = fold(text, {})
    assert found.text == "三一a室"
    assert [text[at] for at in found.at] == ["三", "㈠", "Ａ", "室"]


@given(st.text(max_size=30))
def test_folding_again_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once) == once or unicodedata.normalize("NFKC", once) != once


@given(st.text(max_size=30))
def test_places_are_in_order_and_inside(text: str) -> None:
    found = fold(text, {})
    assert list(found.at) == sorted(found.at)
    assert len(found.at) == len(found.text)
    assert all(0 <= at < len(text) for at in found.at)
