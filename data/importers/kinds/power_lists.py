"""Reads powers from lists that were not made for us: a platform's export and the published list of responsibilities.

Tolerant where a template would not be: an unknown office is left empty, an unknown category comes with the list, a code
that stands twice is no code, and texts of several lines become materials, conditions, steps and legal bases.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from data.importers import keys
from data.importers.book import Book
from data.importers.columns.column import YES_NO, Choices, Sheet
from data.importers.columns.power_lists import FURTHER, PLATFORM, RESPONSIBILITIES
from data.importers.kinds.bases import bases_in
from data.importers.kinds.identity import Block, Naming, identify
from data.importers.kinds.power import limit, report
from data.importers.sheets.reading import Reading, without_numbers
from data.importers.text import folded, single_line
from data.records import Category, Fee, Material, Power, Record, Step

_STEP_NAME = re.compile(r"^(?P<link>[\u4e00-\u9fff]{2,6})[:：]\s*(?P<name>.+)", re.DOTALL)
_ONWARD = re.compile(r"\s*(?:→|⇒|➔|－+[>＞]|[-—]+[>＞]|——+)\s*")
"""What stands between steps that are written on one line: 申请→受理→决定."""
_CHARGED: Choices[bool] = Choices(
    YES_NO.meanings, {**YES_NO.synonyms, "收费": True, "不收费": False, "免费": False, "不收": False, "不收取": False}
)
_BROKEN_CODE = re.compile(r"\d(?:\.\d+)?e\+\d+", re.IGNORECASE)
"""A code that a spreadsheet took for a number and kept fifteen digits of."""
_COUNTED = re.compile(r"[（(]\s*(?:共\s*)?\d+\s*[项个件]?\s*[）)]$")


def read_platform(book: Book) -> tuple[Record, ...]:
    """The powers of a platform's export in the order of the file, after the categories that only the list knows."""
    return _read(book, PLATFORM)


def read_responsibilities(book: Book) -> tuple[Record, ...]:
    """The same of a list of responsibilities; rows merged under one name are further legal bases of it."""
    return _read(book, RESPONSIBILITIES)


def _read(book: Book, sheet: Sheet) -> tuple[Record, ...]:
    blocks = _identified(book, list(book.rows(sheet)))
    categories = _Categories.of(book, blocks)
    from_block = _from_platform if sheet is PLATFORM else _from_responsibilities
    powers = tuple(
        from_block(book, block, replace(_common(book, block, number), category=categories.key_of(block.key)))
        for number, block in enumerate(blocks, 1)
    )
    _report_offices(book, blocks)
    report(powers, {block.key: block.first for block in blocks})
    return (*categories.new, *powers)


def _identified(book: Book, rows: list[Reading]) -> tuple[Block, ...]:
    """The rows with keys; codes that stand more than once are taken for the codes of something else."""
    coded = [row for row in rows if row.text("key") and not row.continues]
    codes = Counter(row.text("key") for row in coded)
    repeated = {code for code, count in codes.items() if count > 1}
    broken = {code for code in codes if _BROKEN_CODE.fullmatch(code)}
    _report_codes(coded, repeated - broken, "重复出现，不能当作事项编码，由系统另给代码")
    _report_codes(coded, broken, "被 Excel 变成了数字，丢了后面的位数，由系统另给代码。请把这一列改成文本格式")
    return identify(book, Naming("power", trusted=lambda code: code not in repeated | broken), rows)


def _report_codes(rows: Iterable[Reading], codes: set[str], what: str) -> None:
    first = next((row for row in rows if row.text("key") in codes), None)
    if first is not None:
        several = f"等 {len(codes)} 个" if len(codes) > 1 else ""
        first.warning("key", f"编号“{first.text('key')}”{several}{what}。")


@dataclass(frozen=True, slots=True)
class _Categories:
    """The category of each power by its key, and those that only this list knows."""

    of_power: dict[str, str]
    new: tuple[Category, ...]

    def key_of(self, power: str) -> str:
        """The key of a power's category; empty where the list does not say."""
        return self.of_power.get(power, "")

    @classmethod
    def of(cls, book: Book, blocks: Iterable[Block]) -> "_Categories":
        """What the rows say, or the heading they stand under, or the row above."""
        of_power: dict[str, str] = {}
        new: dict[str, Category] = {}
        taken = set(book.known.names.get("category", {})) if book.known else set()
        above = ""
        for block in blocks:
            text = _category(block.first, above)
            above = text or above
            if not text:
                block.first.error("category", "“事项类型”没有填。")
            elif book.known is None or book.known.keys("category", text):
                of_power[block.key] = book.reference(block.first, "category", "category", text=text)
            else:
                if folded(text) not in new:
                    key = keys.free(keys.initials(text, "category"), taken)
                    taken.add(key)
                    new[folded(text)] = Category(key, text, position=len(taken))
                    message = f"事项类型“{text[:30]}”原来没有，随这张表新增。请核对写法，并补上通俗解释。"
                    block.first.warning("category", message)
                of_power[block.key] = new[folded(text)].key
        return cls(of_power, tuple(new.values()))


def _category(row: Reading, above: str) -> str:
    """What the row says its category is; else its heading (一、行政许可（5项）), else the row above, which is told."""
    text = row.text("category") or _COUNTED.sub("", single_line(row.heading)).strip()
    if not text and above:
        row.warning("category", f"“事项类型”没有填，按上一行的“{above[:30]}”导入，请核对。")
    return text or above


def _common(book: Book, block: Block, number: int) -> Power:
    """What both lists say; the category is found for the list as a whole."""
    row = block.first
    texts = dict.fromkeys(part.text("basis") for part in block.rows)
    return Power(
        block.key,
        single_line(row.text("name")),
        "",
        book.reference(row, "office", "office", strict=False) if _is_office(book, row) else "",
        position=number,
        level=single_line(row.text("level")),
        bases=tuple(basis for text in texts for basis in bases_in(text)),
        complaint=row.text("complaint"),
    )


def _from_platform(_: Book, block: Block, power: Power) -> Power:
    row = block.first
    return replace(
        power,
        implementation_code=row.text("implementation_code"),
        summary=row.text("summary") or row.text("body"),
        item_type=row.text("item_type"),
        service_object=row.text("service_object") or row.text("subjects"),
        conditions=_lines(block, "conditions"),
        materials=tuple(Material(line) for line in _lines(block, "materials")),
        steps=tuple(_step(place, line) for place, line in enumerate(_procedures(block), 1)),
        legal_limit=limit(row, "legal"),
        promised_limit=limit(row, "promised"),
        fee=_fee(row),
        place=row.text("place"),
        hours=row.text("hours"),
        telephone=row.text("telephone"),
        result=row.text("result"),
        remark="\n".join(f"{column.header}：{text}" for column in FURTHER if (text := row.text(column.field))),
    )


def _from_responsibilities(book: Book, block: Block, power: Power) -> Power:
    _report_duties_of_offices(book, block)
    return replace(
        power,
        duties=_text(block, "duties"),
        accountability=_text(block, "accountability"),
        remark=_text(block, "remark"),
    )


def _lines(block: Block, name: str) -> tuple[str, ...]:
    """The lines of a column over all rows of a record, without numbers; a cell merged over several counts once."""
    texts = dict.fromkeys(row.text(name) for row in block.rows)
    return without_numbers([line for text in texts for line in text.split("\n")])


def _text(block: Block, name: str) -> str:
    """A column over all rows of a record, each text once."""
    return "\n".join(text for text in dict.fromkeys(row.text(name) for row in block.rows) if text)


def _procedures(block: Block) -> tuple[str, ...]:
    """The steps, one a line, or on one line with arrows between them."""
    found = _lines(block, "procedures")
    parts = [part for part in _ONWARD.split(found[0]) if part] if len(found) == 1 else []
    return without_numbers(parts) if len(parts) > 1 else found


def _is_office(book: Book, row: Reading) -> bool:
    """Whether the list names one of our offices; most name only the department as a whole."""
    text = row.text("office")
    return bool(text) and (book.known is None or len(book.known.keys("office", text)) == 1)


def _report_offices(book: Book, blocks: Iterable[Block]) -> None:
    """Say once for each name that it is none of our offices."""
    named = {block.first.text("office"): block.first for block in reversed(list(blocks))}
    for text, row in named.items():
        if text and not _is_office(book, row):
            row.warning("office", f"“{text[:30]}”不是本单位的处室，这些事项的承办处室先空着，请导入后补上。")


def _report_duties_of_offices(book: Book, block: Block) -> None:
    """Say once that what an office does is none of a power's fields."""
    message = "“部门职责”说的是处室，没有随事项导入；处室的职责请在处室表里填写。"
    if block.first.text("office_duties") and not any(problem.message == message for problem in book.problems):
        block.first.note("office_duties", message)


def _step(number: int, line: str) -> Step:
    match = _STEP_NAME.match(line)
    return Step(number, match["name"], link=match["link"]) if match else Step(number, line)


def _fee(row: Reading) -> Fee | None:
    written, standard, basis = row.text("charged"), row.text("fee_standard"), row.text("fee_basis")
    charged = _CHARGED.meaning(written)
    if charged is None and _CHARGED.meaning(standard) is False:
        charged, standard = False, ""
    if charged is None and not (standard or basis):
        return None
    return Fee(bool(standard or basis) if charged is None else charged, standard, basis)
