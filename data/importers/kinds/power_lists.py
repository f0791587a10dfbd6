"""Reads powers from lists that were not made for us: a platform's export and the published list of responsibilities.

Tolerant where a template would not be: an unknown office is left empty, a code that stands twice is no code, and texts
of several lines become materials, conditions, steps and legal bases.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from data.importers.book import Book
from data.importers.columns.column import YES_NO
from data.importers.columns.power_lists import PLATFORM, RESPONSIBILITIES
from data.importers.kinds.identity import Block, Naming, identify
from data.importers.kinds.power import limit, report
from data.importers.sheets.reading import Reading, without_numbers
from data.importers.text import clean
from data.records import Basis, Fee, Material, Power, Step

_LAW = re.compile(r"《(?P<law>[^《》]*(?:《[^《》]*》[^《》]*)*)》")
_NUMBER = re.compile(r"[（(](?P<number>[^（）()]*?(?:\d+号|令|公告)[^（）()]*)[）)]")
_COUNT = r"[一二三四五六七八九十百千零〇\d]+"
_ARTICLE = re.compile(rf"第{_COUNT}条(?:之{_COUNT})?(?:第{_COUNT}款)?(?:第?[（(]?{_COUNT}[）)]?项)?")
_ORDINAL = re.compile(rf"^\s*(?:[（(]?{_COUNT}[）)]|{_COUNT}[.．、])\s*")
_KIND_OF_LAW = re.compile(r"^\s*【[^】]{2,8}】\s*")
_NONE = {"无", "/", "\\", "-", "—", "——", "暂无"}
"""What staff write where there is nothing."""
_STEP_NAME = re.compile(r"^(?P<link>[\u4e00-\u9fff]{2,6})[:：]\s*(?P<name>.+)", re.DOTALL)


def read_platform(book: Book) -> tuple[Power, ...]:
    """The powers of a platform's export, in the order of the file."""
    blocks = _identified(book, list(book.rows(PLATFORM)))
    powers = tuple(_from_platform(book, block, number) for number, block in enumerate(blocks, 1))
    _report_offices(book, blocks)
    report(powers, {block.key: block.first for block in blocks})
    return powers


def read_responsibilities(book: Book) -> tuple[Power, ...]:
    """The powers of a list of responsibilities; rows merged under one name are further legal bases of it."""
    blocks = _identified(book, list(book.rows(RESPONSIBILITIES)))
    powers = tuple(_from_responsibilities(book, block, number) for number, block in enumerate(blocks, 1))
    _report_offices(book, blocks)
    report(powers, {block.key: block.first for block in blocks})
    return powers


def _identified(book: Book, rows: list[Reading]) -> tuple[Block, ...]:
    """The rows with keys; codes that stand more than once are taken for the codes of something else."""
    codes = Counter(row.text("key") for row in rows if row.text("key") and not row.continues)
    repeated = sorted(code for code, count in codes.items() if count > 1)
    if not repeated:
        return identify(book, Naming("power"), rows)
    first = next(row for row in rows if row.text("key") == repeated[0])
    first.warning("key", f"编号“{repeated[0]}”等 {len(repeated)} 个重复出现，不能当作事项编码，由系统另给代码。")
    return identify(book, Naming("power", code=""), rows)


def _from_platform(book: Book, block: Block, number: int) -> Power:
    row = block.first
    power = _common(book, block, number)
    return replace(
        power,
        summary=row.text("summary"),
        item_type=row.text("item_type"),
        service_object=row.text("service_object"),
        conditions=row.lines("conditions"),
        materials=tuple(Material(line) for line in row.lines("materials")),
        steps=tuple(_step(place, line) for place, line in enumerate(row.lines("procedures"), 1)),
        legal_limit=limit(row, "legal"),
        promised_limit=limit(row, "promised"),
        fee=_fee(row),
        place=row.text("place"),
        hours=row.text("hours"),
        telephone=row.text("telephone"),
        complaint=row.text("complaint"),
        result=row.text("result"),
    )


def _from_responsibilities(book: Book, block: Block, number: int) -> Power:
    row = block.first
    return replace(
        _common(book, block, number),
        duties=row.text("duties"),
        accountability=row.text("accountability"),
        remark=row.text("remark"),
    )


def _common(book: Book, block: Block, number: int) -> Power:
    row = block.first
    texts = dict.fromkeys(part.text("basis") for part in block.rows)
    return Power(
        block.key,
        " ".join(row.text("name").split("\n")),
        book.reference(row, "category", "category"),
        book.reference(row, "office", "office", strict=False) if _is_office(book, row) else "",
        position=number,
        level=row.text("level"),
        bases=tuple(basis for text in texts for basis in bases_in(text)),
    )


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


def _step(number: int, line: str) -> Step:
    match = _STEP_NAME.match(line)
    return Step(number, match["name"], link=match["link"]) if match else Step(number, line)


def _fee(row: Reading) -> Fee | None:
    charged, standard = YES_NO.meaning(row.text("charged")), row.text("fee_standard")
    if charged is None and not standard:
        return None
    return Fee(bool(standard) if charged is None else charged, standard)


def bases_in(text: str) -> tuple[Basis, ...]:
    """The legal bases in a text: a line that names a law in 《》 begins one, other lines belong to the one before."""
    found: list[Basis] = []
    for line in _lines(text):
        law = _LAW.search(line)
        if law and (_starts_with_law(line) or not found):
            found.append(_basis(line, law))
        elif found:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{line}".strip())
        else:
            found.append(Basis(line))
    return tuple(found)


def _lines(text: str) -> Iterable[str]:
    return [line for line in without_numbers(clean(text).split("\n")) if line not in _NONE]


def _starts_with_law(line: str) -> bool:
    plain = _KIND_OF_LAW.sub("", _ORDINAL.sub("", line))
    return plain.startswith("《") or _KIND_OF_LAW.match(_ORDINAL.sub("", line)) is not None


def _basis(line: str, law: "re.Match[str]") -> Basis:
    rest = line[law.end() :]
    number = _NUMBER.match(rest.lstrip())
    after = rest.lstrip()[number.end() :] if number else rest
    article = _ARTICLE.match(after.lstrip())
    text = after.lstrip()[article.end() :] if article else after
    return Basis(
        f"《{law['law']}》",
        number["number"] if number else "",
        article[0] if article else "",
        text.strip(" ：:，,；;。").strip() + ("。" if text.rstrip().endswith("。") else ""),
    )
