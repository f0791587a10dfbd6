"""A picture that travels beside the records: a page of a chart that nobody could read into steps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """One page, a PNG or JPEG known by the SHA-256 (64 hex digits) of its bytes, with its size in pixels."""

    document: str
    width: int
    height: int
