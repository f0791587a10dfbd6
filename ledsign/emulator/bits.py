"""What a receiver makes of bytes that were sent with other line settings: bit for bit, as a real line would.

    start 0 | data bits, lowest first | parity bit if any | stop 1 (or two)

A pseudo-terminal and a socket enforce neither speed nor parity nor seven bits, so the emulator does.
"""

from __future__ import annotations

from ledsign.profile import LineSettings

_SEVEN_BITS = bytes(byte & 0x7F for byte in range(256))


def heard_as(content: bytes, spoken: LineSettings, heard: LineSettings) -> bytes:
    """The bytes a receiver set to `heard` takes from a sender set to `spoken`; a wrong parity or stop drops a byte."""
    if spoken == heard:
        return content.translate(_SEVEN_BITS) if heard.data_bits < 8 else content  # noqa: PLR2004 - a whole byte
    bits = "".join(_sent(byte, spoken) for byte in content) + "1"
    count = len(bits) * heard.baud // spoken.baud
    last = len(bits) - 1
    sampled = "".join(bits[min(int((i + 0.5) * spoken.baud / heard.baud), last)] for i in range(count))
    return _received(sampled, heard)


def _sent(byte: int, line: LineSettings) -> str:
    data = f"{byte & (1 << line.data_bits) - 1:0{line.data_bits}b}"[::-1]
    return f"0{data}{_parity(data, line)}" + "1" * line.stop_bits


def _received(sampled: str, line: LineSettings) -> bytes:
    found = bytearray()
    data_end = 1 + line.data_bits
    length = data_end + (line.parity != "N") + 1
    place = sampled.find("0")
    while 0 <= place <= len(sampled) - length:
        character = sampled[place : place + length]
        data = character[1:data_end]
        if character[data_end:] == _parity(data, line) + "1":
            found.append(int(data[::-1], 2))
        place = sampled.find("0", place + length)
    return bytes(found)


def _parity(data: str, line: LineSettings) -> str:
    if line.parity == "N":
        return ""
    return str((data.count("1") + (line.parity == "O")) % 2)
