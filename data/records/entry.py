"""An entry of the disclosure catalogue (政府信息公开目录)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Access(StrEnum):
    """公开属性"""

    ACTIVE = "active"
    """主动公开"""
    ON_REQUEST = "on-request"
    """依申请公开"""
    CLOSED = "closed"
    """不予公开"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the catalogue; `key` is its 索引号, never changed once given.

    `document` is the SHA-256 of a PDF.
    """

    key: str
    title: str
    summary: str = ""
    made_on: date | None = None
    publisher: str = ""
    number: str = ""
    theme: str = ""
    form: str = ""
    access: Access = Access.ACTIVE
    deadline: str = ""
    document: str = ""
    position: int = 0
