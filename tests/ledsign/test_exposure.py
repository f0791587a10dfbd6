"""How exposed a converter is, from this machine's routes as Linux writes them."""

import asyncio
from ipaddress import IPv4Network, ip_address

import pytest

from ledsign.exposure import Level, Route, is_open, neighbourhood, routes

# eth0 (192.168.1.0/24) leads outside, eth1 (10.0.7.0/28) is a network of signs, wlan0 is 10.9.0.0/16.
TABLE = """Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT
eth0 00000000 0101A8C0 0003 0 0 100 00000000 0 0 0
eth0 0001A8C0 00000000 0001 0 0 100 00FFFFFF 0 0 0
eth1 0007000A 00000000 0001 0 0 100 F0FFFFFF 0 0 0
wlan0 0000090A 00000000 0001 0 0 600 0000FFFF 0 0 0
"""
WIRELESS = "Inter-| sta-|\n face | tus |\n wlan0: 0000 60. -50. -256 0\n"


def test_routes_are_read_as_linux_keeps_them() -> None:
    assert routes(TABLE) == [
        Route("eth0", IPv4Network("192.168.1.0/24"), leads_outside=True),
        Route("eth1", IPv4Network("10.0.7.0/28"), leads_outside=False),
        Route("wlan0", IPv4Network("10.9.0.0/16"), leads_outside=False),
    ]
    assert routes("") == []


@pytest.mark.parametrize(
    ("address", "level", "words"),
    [
        ("192.168.1.20", Level.PROBLEM, "同一个网段"),
        ("10.9.3.4", Level.ADVICE, "Wi-Fi（wlan0）"),
    ],
)
def test_a_converter_beside_office_machines_or_behind_radio_is_told(address: str, level: Level, words: str) -> None:
    (finding,) = neighbourhood("大厅", ip_address(address), routes(TABLE), WIRELESS)
    assert (finding.level, words in finding.message) == (level, True)


@pytest.mark.parametrize("address", ["10.0.7.3", "172.16.0.9"])
def test_a_converter_in_a_network_of_its_own_is_no_finding(address: str) -> None:
    assert neighbourhood("大厅", ip_address(address), routes(TABLE), WIRELESS) == []


def test_a_door_is_open_when_somebody_answers() -> None:
    async def scene() -> tuple[bool, bool]:
        server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        found = await is_open("127.0.0.1", port)
        server.close()
        await server.wait_closed()
        return found, await is_open("127.0.0.1", port)

    assert asyncio.run(scene()) == (True, False)
