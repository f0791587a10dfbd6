"""The vocabulary's door: what type checkers see is what a program gets, and nothing is entered before it is wanted."""

import ast
import inspect
import subprocess
import sys
from typing import get_args

import pytest

import data.records
from data.records import KINDS, RECORD_TYPES, Record
from data.records.kinds import kind_of_type

WANTED = (
    "import sys, data.records; data.records.Office; print([m for m in sys.modules if m.startswith('data.records.')])"
)


def promised() -> dict[str, str]:
    """What the door imports for type checkers: names, and the rooms they are in."""
    imports = [
        node for node in ast.walk(ast.parse(inspect.getsource(data.records))) if isinstance(node, ast.ImportFrom)
    ]
    return {
        alias.name: node.module
        for node in imports
        if node.module and node.module.startswith("data.records.")
        for alias in node.names
    }


def test_what_is_promised_is_there() -> None:
    rooms = promised()
    assert set(rooms) == set(data.records.__all__)
    for name, room in rooms.items():
        assert getattr(data.records, name) is getattr(sys.modules[room], name)


def test_a_kind_stands_for_one_type() -> None:
    assert set(RECORD_TYPES.values()) == set(get_args(Record))
    assert [kind_of_type(RECORD_TYPES[kind]) for kind in KINDS] == list(KINDS)
    with pytest.raises(KeyError):
        _ = RECORD_TYPES["nobody"]


def test_an_unknown_name_is_said_to_be_none() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nobody'"):
        _ = data.records.Nobody  # type: ignore[attr-defined]  # which is the point


def test_a_room_is_entered_when_it_is_wanted() -> None:
    told = subprocess.run([sys.executable, "-c", WANTED], capture_output=True, check=True, text=True).stdout
    assert ast.literal_eval(told) == ["data.records.office"]
