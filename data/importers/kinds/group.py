"""Reads leading groups and who sits in them."""

from collections import defaultdict

from data.importers.book import Book
from data.importers.columns.group import GROUPS, MEMBERS, SEATS
from data.importers.kinds.identity import Block, Naming, identify, position, report_repeated_names
from data.importers.kinds.owned import owned
from data.records import Group, Membership, Seat


def read(book: Book) -> tuple[Group, ...]:
    """The groups in the order of the file, members in the order of their rows."""
    blocks = identify(book, Naming("group"), book.rows(GROUPS))
    report_repeated_names(blocks, "group")
    members = _members(book)
    return tuple(_group(book, block, number, members[block.key]) for number, block in enumerate(blocks, 1))


def _members(book: Book) -> defaultdict[str, tuple[Membership, ...]]:
    members: defaultdict[str, tuple[Membership, ...]] = defaultdict(tuple)
    for key, row in owned(book, MEMBERS, "group", "group"):
        person = book.reference(row, "person", "person")
        if person:
            seat = row.choice("seat", SEATS, Seat.MEMBER)
            if any(other.person == person and other.seat is seat for other in members[key]):
                row.warning("person", f"“{row.text('person')}”在这个小组里已经有了。")
            members[key] += (Membership(person, seat, row.text("note")),)
    return members


def _group(book: Book, block: Block, number: int, members: tuple[Membership, ...]) -> Group:
    row = block.first
    return Group(
        block.key,
        row.text("name"),
        name_en=row.text("name_en"),
        position=position(block, number),
        duties=row.lines("duties"),
        members=members,
        seat_office=book.reference(row, "seat_office", "office"),
        seat_head=book.reference(row, "seat_head", "person"),
    )
