"""Gives every row of a table its key: the code staff wrote, the key the thing already has, or a new one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from data.importers import keys
from data.importers.book import WORDS, Book
from data.importers.known import Known
from data.importers.sheets.reading import Reading
from data.importers.text import folded
from data.records import Kind

Choose = Callable[[Reading, tuple[str, ...]], str]
"""Which of several keys of one name a row means; one of them, or empty for none."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How the records of a kind are named in a table.

    `name` is the field that names a record, `further` fields under which it may be referred to as well, `spell`
    makes a new key from a name, and `choose` picks among several known keys of one name.
    """

    kind: Kind
    name: str = "name"
    further: tuple[str, ...] = ()
    spell: Callable[[str, str], str] = keys.initials
    choose: Choose | None = None
    trusted: Callable[[str], bool] = bool
    """Whether a code is one: in a list by others it may stand for something else."""


@dataclass(frozen=True, slots=True)
class Block:
    """A row that begins a record, its key, and the rows below that are merged with it."""

    key: str
    first: Reading
    further: tuple[Reading, ...] = ()

    @property
    def rows(self) -> tuple[Reading, ...]:
        """All rows of the record."""
        return (self.first, *self.further)


def identify(book: Book, naming: Naming, rows: Iterable[Reading]) -> tuple[Block, ...]:
    """The rows of a sheet grouped into records with keys; from here on the book knows them by name.

    A code that stands twice is an error that names both places.
    """
    grouped = _grouped(rows)
    codes = _codes(grouped, naming.trusted)
    taken = set(codes.values()) | set(book.known.names.get(naming.kind, {}) if book.known else ())
    used = set(codes.values())
    blocks = []
    for number, (first, further) in enumerate(grouped):
        key = codes.get(number) or _known_key(book, naming, first, used)
        if not key:
            key = keys.free(naming.spell(first.text(naming.name), naming.kind), taken | used)
        used.add(key)
        blocks.append(Block(key, first, further))
    _report_repeated_keys(blocks, naming.kind)
    spellings = {block.key: _spellings(block.first, (naming.name, *naming.further)) for block in blocks}
    book.own = book.own.joined(Known({naming.kind: spellings}))
    return tuple(blocks)


def report_repeated_names(blocks: Iterable[Block], kind: Kind, name: str = "name") -> None:
    """Make it an error that two records without codes bear one name; both places are named."""
    seen: dict[str, Reading] = {}
    for block in blocks:
        spelled = folded(block.first.text(name))
        before = seen.setdefault(spelled, block.first)
        if spelled and before is not block.first and not (block.first.text("key") and before.text("key")):
            message = f"{WORDS[kind]}“{block.first.text(name)}”与{before.place(name)}重复。请删去一处，或分别填上代码。"
            block.first.error(name, message)


def _grouped(rows: Iterable[Reading]) -> list[tuple[Reading, tuple[Reading, ...]]]:
    grouped: list[tuple[Reading, tuple[Reading, ...]]] = []
    for row in rows:
        if row.continues and grouped:
            first, further = grouped.pop()
            grouped.append((first, (*further, row)))
        else:
            grouped.append((row, ()))
    return grouped


def _codes(grouped: Sequence[tuple[Reading, object]], trusted: Callable[[str], bool]) -> dict[int, str]:
    written = {number: first.text("key") for number, (first, _) in enumerate(grouped)}
    return {number: code for number, code in written.items() if code and trusted(code)}


def _known_key(book: Book, naming: Naming, row: Reading, used: set[str]) -> str:
    name = row.text(naming.name)
    if book.known is None or not name:
        return ""
    candidates = tuple(key for key in book.known.keys(naming.kind, name) if key not in used)
    if naming.choose is not None and candidates:
        return naming.choose(row, candidates)
    return candidates[0] if candidates else ""


def _report_repeated_keys(blocks: Iterable[Block], kind: Kind) -> None:
    seen: dict[str, Reading] = {}
    for block in blocks:
        before = seen.setdefault(block.key, block.first)
        if before is not block.first:
            column = before.header.sheet.column("key").header
            message = f"{WORDS[kind]}的{column}“{block.key}”与{before.place('key')}重复。请改正其中一处。"
            block.first.error("key", message)


def _spellings(row: Reading, fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for name in fields if name in row.header.columns and (text := row.text(name)))


def position(block: Block, number: int) -> int:
    """The place of a record among its kind: what staff wrote, or its place in the file counted from 1."""
    written = block.first.number("position")
    return number if written is None else written
