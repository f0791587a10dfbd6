"""`ledsign probe`: which protocol, speed, parity and address answer on a port."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from dataclasses import asdict
from pathlib import Path

from ledsign.probe import Found, lines_of, probed
from ledsign.profile import PROTOCOLS, LineSettings, profile_of
from ledsign.protocols import planner_of
from ledsign.settings import home_of, read_settings
from ledsign.transport import Transport, transport_of

SIMPLE = "jetfile2-simple"
GUESSES = (*(protocol for protocol in PROTOCOLS if protocol != SIMPLE), SIMPLE)
"""A JetFile II sign that takes packets takes the simple format too: ask for the better one first."""


def run(made: argparse.Namespace) -> int:
    """Print what answers; exit 1 when nobody does.

    A port of `openhall.toml` is asked in its sign's protocol, another one in all of them, until one is answered.
    """
    home = home_of(made.config)
    known = _known(home, made)
    if not made.port and not known:
        raise ValueError("没有端口可试，请用 --port 指定")
    wanted = {made.port: known.get(made.port)} if made.port else known
    tried = {port: (made.protocol,) if made.protocol else protocols or GUESSES for port, protocols in wanted.items()}
    found = {port: _first(port, protocols, home) for port, protocols in tried.items()}
    if made.json:
        rows = [(port, protocol, one) for port, (protocol, ones) in found.items() for one in ones]
        print(json.dumps([{"port": port, "protocol": protocol, **asdict(one)} for port, protocol, one in rows]))
    else:
        for port, (protocol, ones) in found.items():
            words = "；".join(_words(port, protocol, one) for one in ones)
            print(f"{port}：{words or '没有应答，请检查电源和连线（RS-485 的 A、B 是否接反）'}")
    return 0 if any(ones for _, ones in found.values()) else 1


def _known(home: Path, made: argparse.Namespace) -> dict[str, tuple[str, ...]]:
    """The protocol of each port in the settings; none where a port was named and there are no settings."""
    if made.port and made.config is None and not (home / "openhall.toml").is_file():
        return {}
    return {sign.port: (sign.profile.protocol,) for sign in read_settings(home, made.config).signs}


def _first(port: str, protocols: tuple[str, ...], home: Path) -> tuple[str, list[Found]]:
    """The first protocol that is answered, and by what; the last one tried where none is."""
    for protocol in protocols:
        if len(protocols) > 1 and sys.stderr.isatty():  # somebody waits: this takes a minute
            print(f"{port}：试 {protocol}……", file=sys.stderr)
        found = asyncio.run(_probed(port, protocol, home))
        if found:
            break
    return protocol, found


async def _probed(port: str, protocol: str, home: Path) -> list[Found]:
    profile = profile_of(protocol)

    def open_at(line: LineSettings) -> Transport:
        return transport_of(port, line, Path() if Path(port).exists() else home)

    # What a plain TCP converter is set to cannot be changed from here: there is only one line to try.
    lines = [[profile.line]] if _is_fixed(port) else lines_of(profile)
    return await probed(open_at, profile, planner_of(protocol), lines)


def _is_fixed(port: str) -> bool:
    return port.startswith("socket://")


def _words(port: str, protocol: str, found: Found) -> str:
    line = f"波特率 {found.baud}，{found.data_bits}{found.parity}{found.stop_bits}"
    where = "线路由转换器设置" if _is_fixed(port) else line
    *own, everyone = profile_of(protocol).addresses
    tried = f"（屏自己的地址不是 {'、'.join(map(str, own))}）"
    address = f"只在广播地址 {everyone} 有应答{tried}" if found.address == everyone else f"地址 {found.address}"
    return f"{protocol}，{where}，{address}{f'（{found.sentence}）' if found.sentence else ''}"
