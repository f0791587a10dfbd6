"""Reads offices and their duties."""

from collections import defaultdict

from data.importers.book import Book
from data.importers.columns.office import DUTIES, OFFICES
from data.importers.kinds.identity import Block, Naming, identify, position, report_repeated_names
from data.importers.kinds.owned import Texts, owned, without_trailing_gaps
from data.records import Office


def read(book: Book) -> tuple[Office, ...]:
    """The offices in the order of the file. An office may not stand under itself, however far up."""
    blocks = identify(book, Naming("office", further=("short_name",)), book.rows(OFFICES))
    report_repeated_names(blocks, "office")
    further = _duties(book)
    offices = tuple(_office(book, block, number, further[block.key]) for number, block in enumerate(blocks, 1))
    _report_circles(blocks, {office.key: office.parent for office in offices})
    return offices


def _duties(book: Book) -> defaultdict[str, Texts]:
    duties: defaultdict[str, Texts] = defaultdict(Texts)
    for key, row in owned(book, DUTIES, "office", "office"):
        duties[key].add(row.text("duty"), row.text("duty_en"))
    return duties


def _office(book: Book, block: Block, number: int, further: Texts) -> Office:
    row = block.first
    own = tuple(duty for part in block.rows for duty in part.lines("duties"))
    return Office(
        block.key,
        row.text("name"),
        short_name=row.text("short_name"),
        name_en=row.text("name_en"),
        pinyin=row.text("pinyin"),
        section=row.text("section") or row.heading,
        section_en=row.text("section_en"),
        parent=book.reference(row, "parent", "office"),
        position=position(block, number),
        summary=row.text("summary"),
        summary_en=row.text("summary_en"),
        duties=own + without_trailing_gaps(further.chinese),
        duties_en=without_trailing_gaps(further.english),
        telephone=row.text("telephone"),
        hours=row.text("hours"),
    )


def _report_circles(blocks: tuple[Block, ...], parents: dict[str, str]) -> None:
    for block in blocks:
        seen, key = {block.key}, parents[block.key]
        while key and key not in seen:
            seen.add(key)
            key = parents.get(key, "")
        if key == block.key:
            block.first.error("parent", f"“{block.first.text('name')}”的上级绕了一圈又回到它自己。请改正上级处室。")
