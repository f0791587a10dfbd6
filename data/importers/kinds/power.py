"""Reads powers with everything a visitor needs before they come."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data.importers.book import Book
from data.importers.columns.column import YES_NO
from data.importers.columns.power import DISCLOSURES, POWERS
from data.importers.columns.power_parts import BASES, MATERIALS, QUESTIONS
from data.importers.kinds.identity import Block, Naming, identify, position, report_repeated_names
from data.importers.kinds.owned import owned
from data.importers.kinds.steps import read_steps
from data.importers.power_checks import check_power
from data.importers.problem import Problem
from data.importers.sheets.reading import Reading
from data.records import Basis, Disclosure, Fee, Material, Power, Question, TimeLimit

_UNITS = "工作日|自然日|日|天|个?月|年|小时"
_CHINESE = "[一二三四五六七八九十]{1,3}"
_LIMIT = re.compile(
    rf"(?:承诺|法定)?\s*(?P<number>\d{{1,4}}(?:\.0+)?|{_CHINESE}(?=\s*个?\s*(?:{_UNITS})))"
    rf"\s*个?\s*(?P<unit>{_UNITS})?\s*(?:内)?[。,，;；]?"
)
_WITHIN = re.compile(rf"(?<![\d第])(?P<number>\d{{1,3}}|{_CHINESE})\s*个?\s*(?P<unit>{_UNITS})")
"""A limit inside a sentence: 自受理之日起20个工作日内办结."""


@dataclass(slots=True)
class Parts:
    """What a power has several of."""

    bases: tuple[Basis, ...] = ()
    materials: tuple[Material, ...] = ()
    questions: tuple[Question, ...] = ()


def read(book: Book) -> tuple[Power, ...]:
    """The powers in the order of the file."""
    blocks = identify(book, Naming("power"), book.rows(POWERS))
    report_repeated_names(blocks, "power")
    parts, steps = _parts(book), read_steps(book)
    powers = (_power(book, block, number, parts[block.key]) for number, block in enumerate(blocks, 1))
    read = tuple(replace(power, steps=steps.by_power[power.key]) for power in powers)
    report(read, {block.key: block.first for block in blocks}, steps.rows)
    return read


def report(
    powers: Iterable[Power], rows: Mapping[str, Reading], steps: Mapping[tuple[str, int], Reading] | None = None
) -> None:
    """Report what the staff checks find, each at the row of the step or power."""
    for power in powers:
        for finding in check_power(power):
            row, field = rows[power.key], "name"
            if finding.step is not None and (power.key, finding.step) in (steps or {}):
                row, field = (steps or {})[power.key, finding.step], finding.field
            row.problems.append(Problem(finding.level, row.place(field), f"“{power.name[:20]}”{finding.message}"))


def _power(book: Book, block: Block, number: int, parts: Parts) -> Power:
    row = block.first
    if block.further:
        row.error("name", "一个事项只能占一行。有几个依据、材料或步骤的，请写到各自的工作表里。")
    return Power(
        block.key,
        row.text("name"),
        book.reference(row, "category", "category"),
        book.reference(row, "office", "office"),
        name_en=row.text("name_en"),
        position=position(block, number),
        implementation_code=row.text("implementation_code"),
        disclosure=row.choice("disclosure", DISCLOSURES, Disclosure.DISCLOSED),
        in_hall=row.choice("in_hall", YES_NO, default=False),
        level=row.text("level"),
        service_object=row.text("service_object"),
        item_type=row.text("item_type"),
        summary=row.text("summary"),
        summary_en=row.text("summary_en"),
        bases=parts.bases,
        conditions=row.lines("conditions"),
        materials=parts.materials,
        legal_limit=limit(row, "legal"),
        promised_limit=limit(row, "promised"),
        fee=_fee(row),
        place=row.text("place"),
        room=book.reference(row, "room", "room", strict=False),
        hours=row.text("hours"),
        telephone=row.text("telephone"),
        complaint=row.text("complaint"),
        result=row.text("result"),
        duties=row.text("duties"),
        accountability=row.text("accountability"),
        remark=row.text("remark"),
        questions=parts.questions,
    )


def _parts(book: Book) -> defaultdict[str, Parts]:
    parts: defaultdict[str, Parts] = defaultdict(Parts)
    for key, row in owned(book, BASES, "power", "power"):
        basis = Basis(row.text("law"), row.text("number"), row.text("article"), row.text("text"))
        parts[key].bases += (basis,)
    for key, row in owned(book, MATERIALS, "power", "power"):
        parts[key].materials += (_material(row),)
    for key, row in owned(book, QUESTIONS, "power", "power"):
        parts[key].questions += (Question(row.text("question"), row.text("answer")),)
    return parts


def _material(row: Reading) -> Material:
    return Material(
        row.text("name"),
        kind=row.text("kind"),
        form=row.text("form"),
        necessity=row.text("necessity"),
        copies=row.text("copies"),
        source=row.text("source"),
        notes=row.text("notes"),
        standard=row.text("standard"),
    )


def limit(row: Reading, name: str) -> TimeLimit | None:
    """The time limit in the columns that begin with `name`; None where all are empty.

    The number's cell may hold the whole of it: 20个工作日（不含公示）, 自受理之日起20个工作日, or 即办, which is
    only an explanation.
    """
    written, unit, explanation = (row.text(f"{name}_{part}") for part in ("number", "unit", "explanation"))
    if not (written or unit or explanation):
        return None
    plain = unicodedata.normalize("NFKC", written)
    match = _LIMIT.match(plain)
    if match is not None:
        rest = plain[match.end() :].strip()
        unit = unit or (match["unit"] or "工作日").removeprefix("个")
        return TimeLimit(_count(match["number"]), unit, explanation or rest)
    inside = list(_WITHIN.finditer(plain))
    if len(inside) == 1:
        return TimeLimit(_count(inside[0]["number"]), inside[0]["unit"].removeprefix("个"), explanation or written)
    return TimeLimit(0, unit or "工作日", explanation or written)


def _count(number: str) -> int:
    """A number to 99 in figures or as 十五, 二十, 二十五."""
    if number[0].isdecimal():
        return int(float(number))
    tens, ten, ones = number.rpartition("十")
    digits = "零一二三四五六七八九"
    return (10 * (digits.find(tens) if tens else 1) if ten else 0) + (digits.find(ones) if ones else 0)


def _fee(row: Reading) -> Fee | None:
    standard, basis = row.text("fee_standard"), row.text("fee_basis")
    if not (row.text("charged") or standard or basis):
        return None
    return Fee(row.choice("charged", YES_NO, default=bool(standard)), standard, basis)
