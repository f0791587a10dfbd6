"""The history as a table for a spreadsheet or another system: CSV with a first line of names."""

import csv
from collections.abc import Iterable
from typing import TextIO

from data.store.history import HistoryRow

BYTE_ORDER_MARK = "\ufeff"
"""By which Excel knows UTF-8."""
_NAMES = ("number", "at", "by", "action", "subject", "detail", "hash")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a spreadsheet takes a cell for a formula."""


def write_history(out: TextIO, entries: Iterable[HistoryRow]) -> None:
    """Write `entries` as CSV, oldest first as they come; no cell is taken for a formula."""
    sheet = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    sheet.writerow(_NAMES)
    sheet.writerows(_cells(entry) for entry in entries)


def _cells(entry: HistoryRow) -> list[str]:
    told = [
        str(entry.number),
        entry.at.isoformat(),
        entry.by,
        entry.action,
        entry.subject,
        entry.detail,
        entry.hash,
    ]
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in told]
