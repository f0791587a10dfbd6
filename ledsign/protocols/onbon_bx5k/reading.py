"""Requests read back from a frame's data: for `ledsign decode`, and to check that what is written can be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from ledsign.protocols.onbon_bx5k import requests as ask
from ledsign.protocols.onbon_bx5k.area import Area

_DATA_HEAD = 5


def request_of(data: bytes) -> ask.Request:
    """Read the data of a request's frame. ValueError when it is none of ours or its lengths do not fit."""
    read = _READERS.get(data[:2])
    if read is None or len(data) < _DATA_HEAD:
        raise ValueError(f"{data[:2].hex().upper() or 'nothing'} is no command we know")
    try:
        request = read(data[_DATA_HEAD:], int.from_bytes(data[3:5], "little"))
    except (IndexError, UnicodeDecodeError) as cut:
        raise ValueError("the command is cut short") from cut
    if request.to_data()[3:] != data[3:]:
        raise ValueError("the command does not fill its frame")
    return request


def _file_names(payload: bytes) -> tuple[str, ...]:
    return tuple(payload[i : i + 4].decode("ascii") for i in range(2, len(payload), 4))


def _write_block(payload: bytes, spare: int) -> ask.WriteBlock:
    return ask.WriteBlock(
        payload[:4].decode("ascii"),
        payload[13:],
        block=int.from_bytes(payload[5:7], "little"),
        address=int.from_bytes(payload[9:13], "little"),
        last=bool(payload[4]),
        spare=spare,
    )


def _clock(payload: bytes, spare: int) -> ask.SetClock:
    low, high, month, day, hour, minute, second = (int(f"{byte:02x}") for byte in payload[:7])
    at = datetime(high * 100 + low, month, day, hour, minute, second)  # noqa: DTZ001 - the sign's local time
    return ask.SetClock(at, spare=spare)


def _timers(payload: bytes, spare: int) -> ask.SetTimers:
    moments = [time(int(f"{h:02x}"), int(f"{m:02x}")) for h, m in zip(payload[1::2], payload[2::2], strict=True)]
    return ask.SetTimers(tuple(zip(moments[::2], moments[1::2], strict=True)), spare=spare)


def _brightness(payload: bytes, spare: int) -> ask.SetBrightness:
    levels = payload[1:2] if payload[0] == 1 else payload[2:]
    return ask.SetBrightness(tuple(levels), spare=spare)


def _areas(payload: bytes, spare: int) -> ask.UpdateAreas:
    every = payload[0] == ask.REMOVE_ALL
    place = 1 if every else 1 + payload[0]
    removed = () if every else tuple(payload[1:place])
    areas: list[Area] = []
    place, count = place + 1, payload[place]
    for _ in range(count):
        end = place + 2 + int.from_bytes(payload[place : place + 2], "little")
        areas.append(Area.from_bytes(payload[place + 2 : end]))
        place = end
    return ask.UpdateAreas(tuple(areas), removed, every, spare=spare)


_READERS: dict[bytes, Callable[[bytes, int], ask.Request]] = {
    ask.Ping.CODE: lambda _, spare: ask.Ping(spare=spare),
    ask.AskStatus.CODE: lambda _, spare: ask.AskStatus(spare=spare),
    ask.ClearScreen.CODE: lambda _, spare: ask.ClearScreen(spare=spare),
    ask.Reset.CODE: lambda _, spare: ask.Reset(spare=spare),
    ask.Format.CODE: lambda _, spare: ask.Format(spare=spare),
    ask.SetScreenId.CODE: lambda p, spare: ask.SetScreenId(int.from_bytes(p, "little"), spare=spare),
    ask.AskScreenId.CODE: lambda _, spare: ask.AskScreenId(spare=spare),
    ask.CancelTimers.CODE: lambda _, spare: ask.CancelTimers(spare=spare),
    ask.DeleteFiles.CODE: lambda p, spare: ask.DeleteFiles(_file_names(p), spare=spare),
    ask.BeginWrite.CODE: lambda p, spare: ask.BeginWrite(
        p[1:5].decode("ascii"), int.from_bytes(p[5:], "little"), bool(p[0]), spare=spare
    ),
    ask.WriteBlock.CODE: _write_block,
    ask.SetClock.CODE: _clock,
    ask.SetPower.CODE: lambda p, spare: ask.SetPower(p[0] == 1, spare=spare),
    ask.SetTimers.CODE: _timers,
    ask.SetBrightness.CODE: _brightness,
    ask.LockProgramme.CODE: lambda p, spare: ask.LockProgramme(
        p[2:].decode("ascii"), bool(p[1]), bool(p[0]), spare=spare
    ),
    ask.UpdateAreas.CODE: _areas,
    ask.SetMac.CODE: lambda p, spare: ask.SetMac(p, spare=spare),
}
