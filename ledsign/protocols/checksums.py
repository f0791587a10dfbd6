"""The checksums that sign protocols use."""

from __future__ import annotations

CRC16_ARC_POLYNOMIAL = 0xA001
"""8005 reflected; CRC-16/ARC starts at 0 and is not inverted."""


def crc16_arc(content: bytes) -> int:
    """CRC-16/ARC, as Onbon's cards use it. Source: onbon-font-card.md; check value of "123456789" is BB3D."""
    crc = 0
    for byte in content:
        crc = crc >> 8 ^ _TABLE[(crc ^ byte) & 0xFF]
    return crc


def sum16(content: bytes) -> int:
    """The sum of all bytes modulo 65536, as JetFile II and Alpha use it."""
    return sum(content) & 0xFFFF


def _entry(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (CRC16_ARC_POLYNOMIAL if byte & 1 else 0)
    return byte


_TABLE = [_entry(byte) for byte in range(256)]
