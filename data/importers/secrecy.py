"""Secrecy marks (密级) and copy numbers (份号): a document that carries one is not for public display.

A mark is a form, not a word: 秘密★1年, a line or cell that is 机密 and nothing else, 密级：秘密. The same words in a
sentence (保密审查, 商业秘密, 国家秘密) are no marks.
"""

import re
import unicodedata
from collections.abc import Iterable

from data.importers.refusal import Refusal

_LEVEL = r"(?:绝密|机密|秘密)"
_STAR = r"[★☆⭐✩✭*]"
_TERM = r"(?:\d+|[一二三四五六七八九十]+)(?:年|个月|月|日|天)|长期|启用前|解密前|公布前|公开前"

_SUSPECT = re.compile(r"密|份|[★☆⭐]")
_WITH_STAR = re.compile(rf"{_LEVEL}级?[★☆⭐]|[★☆⭐]{_LEVEL}|[★☆⭐](?:{_TERM})")
_LINE = re.compile(rf"[\[(【《<★☆]*{_LEVEL}级?(?:{_STAR}?(?:{_TERM})?|\({_TERM}\))[\])】》>★☆]*")
_IN_BRACKETS = re.compile(rf"[\[(【]{_LEVEL}级?(?:{_STAR}?(?:{_TERM}))?[\])】]")
_FIELD = re.compile(rf"(?:密级|保密等级|秘密等级)(?:和保密期限|及保密期限)?:?[\[(【]?{_LEVEL}")
_COPY_NUMBER = re.compile(r"份号:?(?:\d+|$)|(?:印制)?份数序号:?(?:\d+|$)")
_LONE_NUMBER = re.compile(r"\d{6}")
_HEAD = 3
"""Lines at the top among which a lone number of six digits is a copy number (GB/T 9704: 份号, top left)."""


def is_marked(text: str) -> bool:
    """Whether a line, paragraph or cell is or holds a secrecy mark or a copy number."""
    if not _SUSPECT.search(text):
        return False
    lines = [_plain(line) for line in text.splitlines()]
    return any(
        _LINE.fullmatch(line)
        or _COPY_NUMBER.match(line)
        or any(pattern.search(line) for pattern in (_WITH_STAR, _IN_BRACKETS, _FIELD))
        for line in lines
    )


def refuse_marked(texts: Iterable[tuple[str, str]], *, document: bool = True) -> None:
    """Refusal if any text, given with its place, carries a mark; in a document also a lone copy number at the top."""
    filled = 0
    for place, text in texts:
        if not text.strip():
            continue
        filled += 1
        if is_marked(text) or (document and filled <= _HEAD and _LONE_NUMBER.fullmatch(_plain(text))):
            shown = " ".join(text.split())[:20]
            raise Refusal(f"“{shown}”是密级或份号标志，这份文件不能公开展示，没有导入。请先按规定办理保密审查。", place)


def _plain(line: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", line))
