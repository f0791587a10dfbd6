"""What a stream of frames says, for people: one object a frame, with its kind and its texts."""

from __future__ import annotations

import re

from ledsign.protocols.onbon_bx5k import requests as ask
from ledsign.protocols.onbon_bx5k.area import Area
from ledsign.protocols.onbon_bx5k.frame import FrameDecoder
from ledsign.protocols.onbon_bx5k.programme import Programme
from ledsign.protocols.onbon_bx5k.reading import request_of
from ledsign.protocols.onbon_bx5k.replies import Ack, Answer, Nack, Reply, reply_of
from ledsign.protocols.onbon_bx5k.text import plain


def described(content: bytes) -> list[dict[str, object]]:
    """Every frame in a stream, noise left out; a bare programme file is described as one."""
    frames = FrameDecoder().feed(content)
    if not frames:
        return _bare_file(content)
    blocks: dict[str, bytes] = {}
    return [_described(frame.data, blocks) for frame in frames]


def _described(data: bytes, blocks: dict[str, bytes]) -> dict[str, object]:
    try:
        message = _message(data)
    except ValueError:
        return {"kind": "unknown", "texts": [], "data": data.hex()}
    match message:
        case ask.UpdateAreas():
            return {"kind": _kind(message), "texts": _texts(message.areas)}
        case ask.WriteBlock():
            blocks[message.name] = blocks.get(message.name, b"")[: message.address] + message.content
            file = _bare_file(blocks[message.name]) if message.last else []
            return {"kind": _kind(message), "name": message.name, "texts": file[0]["texts"] if file else []}
        case Nack(error):
            return {"kind": "nack", "texts": [], "error": error, "sentence": message.sentence}
        case _:
            return {"kind": _kind(message), "texts": []}


def _message(data: bytes) -> ask.Request | Reply:
    try:
        return reply_of(data)
    except ValueError:
        return request_of(data)


def _bare_file(content: bytes) -> list[dict[str, object]]:
    try:
        programme = Programme.from_bytes(content)
    except (ValueError, IndexError):
        return []
    return [{"kind": "programme-file", "name": programme.name, "texts": _texts(programme.areas)}]


def _texts(areas: tuple[Area, ...]) -> list[str]:
    return [plain(area.text) for area in areas]


def _kind(message: ask.Request | Ack | Answer) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(message).__name__).lower()
