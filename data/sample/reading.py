"""Reads the sample's own text files: lines of columns parted by bars, and TOML."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

CONTENT = Path(__file__).parent / "content"
"""Where the facts of the invented department are written down."""


@cache
def toml(name: str) -> dict[str, object]:
    """A TOML file of the content folder."""
    return tomllib.loads((CONTENT / name).read_text("utf-8"))


def columns(name: str) -> Iterator[tuple[str, ...]]:
    """The lines of a file as tuples of columns; blank lines and those that begin with # are passed over."""
    for line in (CONTENT / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield cells(line)


def cells(line: str) -> tuple[str, ...]:
    """A line parted at its bars."""
    return tuple(cell.strip() for cell in line.split("|"))


def parts(cell: str) -> tuple[str, ...]:
    """A cell that holds several texts, parted by the full-width semicolon."""
    return tuple(part.strip() for part in cell.split("；") if part.strip())


def text(facts: object, name: str) -> str:
    """A text of a TOML table, empty where it is left out."""
    value = _facts(facts).get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name}: a text is wanted, not {value!r}")
    return value


def texts(facts: object, name: str) -> tuple[str, ...]:
    """A list of texts in a TOML table, empty where it is left out."""
    return tuple(str(item) for item in listed(facts, name))


def listed(facts: object, name: str) -> Sequence[object]:
    """A list in a TOML table, empty where it is left out."""
    value = _facts(facts).get(name, [])
    if not isinstance(value, list):
        raise TypeError(f"{name}: a list is wanted, not {value!r}")
    return value


def number(facts: object, name: str) -> int:
    """A whole number in a TOML table, 0 where it is left out."""
    value = _facts(facts).get(name, 0)
    if not isinstance(value, int):
        raise TypeError(f"{name}: a number is wanted, not {value!r}")
    return value


def numbers(facts: object, name: str) -> tuple[int, ...]:
    """A list of whole numbers in a TOML table, empty where it is left out."""
    found = tuple(item for item in listed(facts, name) if isinstance(item, int))
    if len(found) != len(listed(facts, name)):
        raise TypeError(f"{name}: whole numbers are wanted")
    return found


def flag(facts: object, name: str) -> bool:
    """Whether something is said to be so in a TOML table; it is not where nothing is said."""
    return _facts(facts).get(name, False) is True


def day(facts: object, name: str) -> date:
    """A day in a TOML table."""
    value = _facts(facts)[name]
    if not isinstance(value, date):
        raise TypeError(f"{name}: a day is wanted, not {value!r}")
    return value


def table(facts: object, name: str) -> dict[str, object]:
    """A table within a TOML table, empty where it is left out."""
    return _facts(_facts(facts).get(name, {}))


def _facts(facts: object) -> dict[str, object]:
    if not isinstance(facts, dict):
        raise TypeError(f"a table is wanted, not {facts!r}")
    return facts
