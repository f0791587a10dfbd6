"""Reads the kinds that are one row a record: categories, rooms, channels, catalogue entries, notices."""

from urllib.parse import urlsplit

from data.importers.book import Book
from data.importers.columns.category import CATEGORIES
from data.importers.columns.channel import CHANNELS
from data.importers.columns.column import YES_NO
from data.importers.columns.entry import ACCESS, ENTRIES
from data.importers.columns.notice import NOTICES, URGENCIES
from data.importers.columns.room import ROOMS
from data.importers.kinds.identity import Block, Naming, identify, position, report_repeated_names
from data.importers.known import Known
from data.importers.sheets.reading import Reading
from data.records import Access, Category, Channel, Entry, Notice, Room, Urgency


def read_categories(book: Book) -> tuple[Category, ...]:
    """The categories in the order of the file."""
    blocks = identify(book, Naming("category"), book.rows(CATEGORIES))
    report_repeated_names(blocks, "category")
    return tuple(
        Category(
            block.key,
            block.first.text("name"),
            name_en=block.first.text("name_en"),
            explanation=block.first.text("explanation"),
            explanation_en=block.first.text("explanation_en"),
            position=position(block, number),
        )
        for number, block in enumerate(blocks, 1)
    )


def read_rooms(book: Book) -> tuple[Room, ...]:
    """The rooms in the order of the file; a number that stands twice is an error."""
    blocks = identify(book, Naming("room", "key"), book.rows(ROOMS))
    return tuple(_room(book, block, number) for number, block in enumerate(blocks, 1))


def _room(book: Book, block: Block, number: int) -> Room:
    row = block.first
    if block.further:
        row.error("key", "一个房间只能占一行。几个处室合用的，请填主要使用的处室，其余写在“用途”里。")
    return Room(
        block.key,
        name=row.text("name"),
        name_en=row.text("name_en"),
        office=book.reference(row, "office", "office"),
        floor=row.text("floor"),
        purpose=row.text("purpose"),
        telephone=row.text("telephone"),
        position=position(block, number),
    )


def read_channels(book: Book) -> tuple[Channel, ...]:
    """The channels in the order of the file; an address that is none of the web is an error."""
    blocks = identify(book, Naming("channel"), book.rows(CHANNELS))
    report_repeated_names(blocks, "channel")
    return tuple(_channel(block, number) for number, block in enumerate(blocks, 1))


def _channel(block: Block, number: int) -> Channel:
    row = block.first
    return Channel(
        block.key,
        row.text("name"),
        _address(row),
        board=row.text("board"),
        board_en=row.text("board_en"),
        name_en=row.text("name_en"),
        description=row.text("description"),
        description_en=row.text("description_en"),
        position=position(block, number),
    )


def _address(row: Reading) -> str:
    url = row.text("url")
    try:
        parts = urlsplit(url)
        fits = parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in url
    except ValueError:
        fits = False
    if url and not fits:
        row.error(
            "url", f"“{url[:60]}”不是网址。请写成 https://www.example.gov.cn/ 这样，以 http:// 或 https:// 开头。"
        )
    return url


def read_entries(book: Book) -> tuple[Entry, ...]:
    """The catalogue's entries in the order of the file; a number (索引号) that stands twice is an error."""
    blocks = identify(book, Naming("entry", "title"), book.rows(ENTRIES))
    return tuple(_entry(block, number) for number, block in enumerate(blocks, 1))


def _entry(block: Block, number: int) -> Entry:
    row = block.first
    return Entry(
        block.key,
        row.text("title"),
        summary=row.text("summary"),
        made_on=row.day("made_on"),
        publisher=row.text("publisher"),
        number=row.text("number"),
        theme=row.text("theme"),
        form=row.text("form"),
        access=row.choice("access", ACCESS, Access.ACTIVE),
        deadline=row.text("deadline"),
        document=row.text("document"),
        position=position(block, number),
    )


def read_notices(book: Book) -> tuple[Notice, ...]:
    """The notices in the order of the file; their times are the office's."""
    blocks = identify(book, Naming("notice", "text"), book.rows(NOTICES))
    clock = book.known or Known()
    return tuple(_notice(block, clock) for block in blocks)


def _notice(block: Block, clock: Known) -> Notice:
    row = block.first
    starts, ends = row.moment("starts"), row.moment("ends")
    if starts and ends and ends <= starts:
        row.error("ends", "结束时间不晚于开始时间，请改正。")
    return Notice(
        block.key,
        row.text("text"),
        text_en=row.text("text_en"),
        urgency=row.choice("urgency", URGENCIES, Urgency.STANDING),
        starts=clock.instant(starts) if starts else None,
        ends=clock.instant(ends) if ends else None,
        prepared=row.choice("prepared", YES_NO, default=False),
    )
