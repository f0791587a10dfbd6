"""The sample as staff would have it: a folder of workbooks, documents and a drawing, in the order they are loaded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from data.records import BulletinItem, Record

FOLDER = Path(__file__).parent / "files"
"""Where the files are; `python -m data.sample.make` writes them."""


def sample_files() -> tuple[Path, ...]:
    """The files so ordered that whatever a file refers to has been loaded before it; bulletins last, oldest first."""
    return tuple(sorted(path for path in FOLDER.iterdir() if not path.name.startswith((".", "~$"))))


def redated(records: Sequence[Record], today: date) -> tuple[Record, ...]:
    """The records with the newest bulletin moved to `today`, as though it had been written this morning.

    Items of other days that are not past by then give way. Without a bulletin nothing changes.
    """
    newest = max((record.day for record in records if isinstance(record, BulletinItem)), default=today)
    kept = (record for record in records if not _in_the_way(record, newest, today))
    return tuple(_moved(record, newest, today) for record in kept)


def _in_the_way(record: Record, newest: date, today: date) -> bool:
    return isinstance(record, BulletinItem) and record.day != newest and record.day >= today


def _moved(record: Record, newest: date, today: date) -> Record:
    if not isinstance(record, BulletinItem) or record.day != newest:
        return record
    later = today - newest
    return replace(
        record,
        key=f"{today.isoformat()}/{record.position}",
        day=today,
        valid_from=_shifted(record.valid_from, later),
        valid_until=_shifted(record.valid_until, later),
    )


def _shifted(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by
