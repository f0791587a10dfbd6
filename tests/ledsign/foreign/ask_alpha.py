"""Runs in the foreign environment: what alphasignpy makes of texts, pictures and functions. JSON in, hex out."""

import importlib
import json
import sys
from collections.abc import Callable
from typing import Protocol


class Request(Protocol):
    """A JSON object."""

    def __getitem__(self, name: str, /) -> str: ...


class Packet(Protocol):
    """What alphasignpy's packets can do."""

    def to_bytes(self) -> bytes: ...


alphasign = importlib.import_module("alphasign")
protocol = importlib.import_module("alphasign.protocol")
special = alphasign.WriteSpecialFunction
ALWAYS, NEVER_ENDS = 0xFF, 0x00


def memory(one: Request) -> object:
    file = {"label": one["label"], "type": protocol.FileType.TEXT, "size": one["size"]}
    return special.configure_memory([file | {"start_time": ALWAYS, "stop_time": NEVER_ENDS}])


COMMANDS: dict[str, Callable[[Request], object]] = {
    # On the middle line: its codes for the other positions are wrong.
    "text": lambda one: alphasign.WriteText(
        one["text"], one["label"], protocol.DisplayPosition.MIDDLE_LINE, protocol.DisplayMode(one["mode"].encode())
    ),
    "string": lambda one: alphasign.WriteString(one["text"], one["label"]),
    "read": lambda one: alphasign.ReadText(one["label"]),
    "read-picture": lambda one: alphasign.ReadSmallDots(one["label"]),
    "picture": lambda one: alphasign.WriteSmallDots(one["rows"].encode(), one["label"], one["width"], one["height"]),
    "memory": memory,
    "sequence": lambda one: special.set_run_sequence("SU" + one["labels"]),
    "times": lambda one: special.set_run_time_table(one["label"], one["start"], one["stop"]),
    "dimming": lambda one: special.set_dimming_register(0, one["percent"]),
}


def packet(one: Request) -> Packet:
    made: Packet = importlib.import_module("alphasign.packet").Packet(address=one["address"])
    added: Packet = made.add(COMMANDS[one["kind"]](one))  # type: ignore[attr-defined]  # its own class has it
    return added


frames = [packet(one).to_bytes() for one in json.load(sys.stdin)]
# The byte FF is its mark for "pause here", never sent.
sys.stdout.write(json.dumps([frame.replace(protocol.DELAY, b"").hex() for frame in frames]) + "\n")
