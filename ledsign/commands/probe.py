"""`ledsign probe`: which speed, parity and address answer on a port."""

from __future__ import annotations

import argparse
import asyncio
import json
from dataclasses import asdict
from pathlib import Path

from ledsign.probe import Found, lines_of, probed
from ledsign.profile import LineSettings, profile_of
from ledsign.protocols import planner_of
from ledsign.settings import home_of, read_settings
from ledsign.transport import Transport, transport_of


def run(made: argparse.Namespace) -> int:
    """Print what answers; exit 1 when nobody does."""
    home = home_of(made.config)
    ports = [made.port] if made.port else list(dict.fromkeys(s.port for s in read_settings(home, made.config).signs))
    if not ports:
        raise ValueError("没有端口可试，请用 --port 指定")
    found = {port: asyncio.run(_probed(port, made.protocol, home)) for port in ports}
    if made.json:
        print(json.dumps([{"port": p, **asdict(one)} for p, ones in found.items() for one in ones], ensure_ascii=False))
    else:
        for port, ones in found.items():
            words = "；".join(_words(port, one) for one in ones)
            print(f"{port}：{words or '没有应答，请检查电源和连线（RS-485 的 A、B 是否接反）'}")
    return 0 if any(found.values()) else 1


async def _probed(port: str, protocol: str, home: Path) -> list[Found]:
    profile = profile_of(protocol)

    def open_at(line: LineSettings) -> Transport:
        return transport_of(port, line, Path() if Path(port).exists() else home)

    # What a plain TCP converter is set to cannot be changed from here: there is only one line to try.
    lines = [[profile.line]] if _is_fixed(port) else lines_of(profile)
    return await probed(open_at, profile, planner_of(protocol), lines)


def _is_fixed(port: str) -> bool:
    return port.startswith("socket://")


def _words(port: str, found: Found) -> str:
    line = f"波特率 {found.baud}，{found.data_bits}{found.parity}{found.stop_bits}"
    where = "线路由转换器设置" if _is_fixed(port) else line
    return f"{where}，地址 {found.address}{f'（{found.sentence}）' if found.sentence else ''}"
