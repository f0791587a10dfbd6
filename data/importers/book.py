"""A staff workbook of one kind on its way to records: its tables, the directory of names, and all problems found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from data.importers.columns.column import Sheet
from data.importers.known import Known
from data.importers.problem import Problem
from data.importers.sheets.header import Header
from data.importers.sheets.reading import Reading
from data.importers.sheets.table import readings
from data.importers.text import folded
from data.records import Kind

WORDS: Mapping[Kind, str] = {
    "site": "单位",
    "office": "处室",
    "person": "人员",
    "group": "领导小组",
    "category": "事项类型",
    "power": "事项",
    "building": "楼",
    "floor": "楼层",
    "room": "房间",
    "hall": "审批大厅",
    "channel": "栏目",
    "entry": "目录条目",
    "notice": "通知",
    "bulletin": "要闻",
}
"""What staff call the kinds."""

_PARTS = "、，,；;/\n"
"""What staff put between several names in one cell."""


@dataclass(slots=True)
class Book:
    """What a reader of one kind works on.

    `known` is None where nobody said what else there is: references are then taken as keys, unchecked.
    `own` are the records of this very file, as far as they have their keys.
    """

    headers: Mapping[str, tuple[Header, ...]]
    known: Known | None = None
    today: date | None = None
    day: date | None = None
    """The day in the file's name."""
    problems: list[Problem] = field(default_factory=list)
    own: Known = field(default_factory=Known)
    places: list[str] = field(default_factory=list)
    """Where each record stands, where the kind's reader tells."""

    def rows(self, sheet: Sheet) -> Iterator[Reading]:
        """The rows of a sheet, from every grid that is one of its kind; none where the file has no such sheet."""
        for header in self.headers.get(sheet.title, ()):
            yield from readings(header, self.problems)

    def reference(self, reading: Reading, name: str, kind: Kind, *, strict: bool = True, text: str = "") -> str:
        """The key of what a cell names, empty where it is empty or unknown. Unknown is an error, or only a warning.

        `text` is the name where it does not stand in the cell itself.
        """
        return self._key(reading, name, kind, text or reading.text(name), strict=strict)

    def references(self, reading: Reading, name: str, kind: Kind) -> tuple[str, ...]:
        """The keys of all that a cell names, in order, each once."""
        texts = self._names(kind, "\n".join(reading.text(name).split("\n")))
        keys = (self._key(reading, name, kind, text, strict=True) for text in texts)
        return tuple(dict.fromkeys(key for key in keys if key))

    def _key(self, reading: Reading, name: str, kind: Kind, text: str, *, strict: bool) -> str:
        if not text:
            return ""
        keys = self._keys(kind, text)
        if len(keys) == 1:
            return keys[0]
        if keys:
            reading.error(name, f"有 {len(keys)} 个“{text}”，分不清是哪一个。请改填代码（{'、'.join(keys)}）。")
            return ""
        if self.known is None:
            return text
        report = reading.error if strict else reading.warning
        report(name, f"{WORDS[kind]}“{text}”不存在。{self._advice(kind, text)}")
        return "" if strict else text

    def _keys(self, kind: Kind, text: str) -> tuple[str, ...]:
        own = self.own.keys(kind, text)
        return own if own or self.known is None or kind in self.own.names else self.known.keys(kind, text)

    def _advice(self, kind: Kind, text: str) -> str:
        directory = self.own if kind in self.own.names or self.known is None else self.known
        spellings = [name for names in directory.names.get(kind, {}).values() for name in names]
        near = get_close_matches(folded(text), spellings, n=1, cutoff=0.5)
        return f"是不是“{near[0]}”？请改正。" if near else f"请改正，或先导入{WORDS[kind]}。"

    def _names(self, kind: Kind, text: str) -> list[str]:
        """The names in a cell: the whole of it where that is one, else its parts."""
        if self._keys(kind, text):
            return [text]
        lines = [line for line in text.split("\n") if line]
        if len(lines) > 1:
            return [name for line in lines for name in self._names(kind, line)]
        for mark in _PARTS:
            text = text.replace(mark, "\n")
        return [name.strip() for name in text.split("\n") if name.strip()]
