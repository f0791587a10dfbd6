"""How exposed a sign's converter is: hijacked screens have been a public scandal, so say it before it happens.

Looks at addresses, at this machine's own routes, and at whether the converter's own pages answer. It never tries a
password.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from ledsign.settings import SignSettings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

KNOCK_S = 0.5
OPEN_DOORS = {80: "网页管理", 8080: "网页管理", 23: "Telnet 管理"}
"""Ports at which converters and cards usually have their own settings, behind a password everybody knows."""

ROUTES = Path("/proc/net/route")
WIRELESS = Path("/proc/net/wireless")
GATEWAY_FLAG = 0x2


class Level(StrEnum):
    """How bad it is."""

    GOOD = "good"
    ADVICE = "advice"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one place."""

    level: Level
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Route:
    """A network this machine reaches directly, by which interface, and whether that one also leads outside."""

    interface: str
    network: ipaddress.IPv4Network
    leads_outside: bool


async def exposure(sign: SignSettings) -> list[Finding]:
    """What is to be said about the way to a sign; nothing when it hangs on this machine itself."""
    if "://" not in sign.port:
        return []
    host = urlsplit(sign.port).hostname or ""
    address = await asyncio.to_thread(address_of, host)
    advice = "请修改转换器和控制卡的默认密码，关闭其 Wi-Fi（控制卡出厂时常带开放热点），并把它们放在单独的网段"
    found = [Finding(Level.ADVICE, sign.name, advice)]
    if address is None or address.is_loopback:
        return found
    if not address.is_private:
        found.append(Finding(Level.PROBLEM, sign.name, f"转换器 {host} 在公网上，任何人都可能改写屏幕"))
    found += neighbourhood(sign.name, address, routes(_read(ROUTES)), _read(WIRELESS))
    open_doors = [f"{what}（{port} 端口）" for port, what in OPEN_DOORS.items() if await is_open(str(address), port)]
    if open_doors:
        words = f"转换器 {host} 的{'、'.join(open_doors)}在网上打得开，请确认默认密码已经改掉，用不着就关闭"
        found.append(Finding(Level.ADVICE, sign.name, words))
    return found


def neighbourhood(name: str, address: Address, known: list[Route], wireless: str) -> list[Finding]:
    """Whether a converter shares its network with others, and whether the way there is by radio."""
    found: list[Finding] = []
    for route in known:
        if address not in route.network:
            continue
        if route.leads_outside:
            words = f"转换器 {address} 和办公电脑在同一个网段（{route.network}），同网段的任何人都可能改写屏幕"
            found.append(Finding(Level.PROBLEM, name, f"{words}；请给显示屏单独一个网段"))
        if f"{route.interface}:" in wireless:
            words = f"到转换器 {address} 的路走的是 Wi-Fi（{route.interface}），请改用网线"
            found.append(Finding(Level.ADVICE, name, words))
    return found


def routes(table: str) -> list[Route]:
    """The directly reached networks in Linux's own table of routes; addresses stand there as the machine keeps them."""
    rows = [line.split() for line in table.splitlines()[1:]]
    outside = {row[0] for row in rows if int(row[3], 16) & GATEWAY_FLAG and row[1] == "00000000"}
    direct = [row for row in rows if not int(row[3], 16) & GATEWAY_FLAG]
    return [Route(row[0], _network(row[1], row[7]), row[0] in outside) for row in direct]


async def is_open(host: str, port: int) -> bool:
    """Whether somebody answers there within half a second."""
    try:
        async with asyncio.timeout(KNOCK_S):
            _, writer = await asyncio.open_connection(host, port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


def address_of(host: str) -> Address | None:
    """The first address of a host; None when its name is not known."""
    try:
        return ipaddress.ip_address(socket.getaddrinfo(host, None)[0][4][0])
    except (OSError, ValueError):
        return None


def _network(address: str, mask: str) -> ipaddress.IPv4Network:
    number, bits = (int.from_bytes(bytes.fromhex(field)[::-1], "big") for field in (address, mask))
    return ipaddress.IPv4Network((number, bits.bit_count()))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
