"""Reads names as drawings carry them: a label in several languages, a room number hidden in a name.

512                      number 512
Room 512 / 512室 / 512号  number 512
512 综合法规处            number 512, name 综合法规处
综合法规处（512）         number 512, name 综合法规处
2号会议室                 no number: it is the second meeting room
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))
_NUMBER = r"(?P<number>[A-Za-z]{0,3}[-]?\d{1,5}(?:[-./]\d{1,4})?[A-Za-z]?)"
_LONG_NUMBER = r"(?P<number>[A-Za-z]{1,3}[-]?\d{2,5}(?:[-./]\d{1,4})?[A-Za-z]?|\d{3,5}(?:[-./]\d{1,4})?[A-Za-z]?)"
_BEFORE = r"(?:(?:room|rm\.?|no\.?|office|房间|房号|第|#)\s*)?"
_AFTER = r"\s*(?:室|号房间?|号室|号|房间?|#)?"
_WHOLE = re.compile(rf"{_BEFORE}{_NUMBER}{_AFTER}", re.IGNORECASE)
_BETWEEN = r"(?:[\s,，:：·、/(（-]+|(?=[㐀-鿿])(?![年月届期]))"
_LEADING = re.compile(rf"{_BEFORE}{_LONG_NUMBER}{_AFTER}{_BETWEEN}(?P<rest>\D.*)", re.IGNORECASE)
_TRAILING = re.compile(rf"(?P<rest>.*\D)[\s,，:：·(（]+{_BEFORE}{_LONG_NUMBER}{_AFTER}[)）]?", re.IGNORECASE)
_CHINESE = ("zh-hans", "zh-cn", "zh", "zh-hant", "zh-tw", "zh-hk")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Label:
    """A name in the language the lobby speaks first, and in English; empty where there is none."""

    name: str = ""
    english: str = ""


def label_of(value: object, language: str = "") -> Label:
    """An IMDF label (`{"zh-Hans": ..., "en": ...}`, or carelessly a plain text) with the file's own language."""
    if isinstance(value, str):
        return Label(clean(value))
    if not isinstance(value, Mapping):
        return Label()
    texts = {str(tag).lower(): clean(text) for tag, text in value.items() if isinstance(text, str) and clean(text)}
    english = next((text for tag, text in texts.items() if tag.split("-")[0] == "en"), "")
    first = next((texts[tag] for tag in (*_CHINESE, language.lower()) if tag in texts), "")
    return Label(first or english or next(iter(texts.values()), ""), english)


def clean(text: str) -> str:
    """One line without control characters or runs of blanks; never longer than a wall could show."""
    printable = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    return " ".join(printable.split())[:_LONGEST_NAME]


def plain_number(text: str) -> str:
    """A room number in the form by which drawing and room list are bound: `５１２室` is 512, `b1–03` is B1-03."""
    folded = unicodedata.normalize("NFKC", clean(text)).translate(_DASHES).upper()
    match = _WHOLE.fullmatch(folded)
    return match["number"] if match else folded


@dataclass(frozen=True, slots=True)
class Numbered:
    """A label taken apart: the number in it, and what is left as a name."""

    number: str
    name: str


def split_number(text: str) -> Numbered:
    """Take a room number out of a name; no number is found in things counted (2号会议室)."""
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    whole = _WHOLE.fullmatch(folded)
    if whole:
        return Numbered(whole["number"].upper(), "")
    for pattern in (_LEADING, _TRAILING):
        match = pattern.fullmatch(folded)
        if match:
            return Numbered(match["number"].upper(), match["rest"].strip(" ,，:：·、/()（）-"))
    return Numbered("", text.strip())


def first_number(texts: Iterable[str]) -> str:
    """The first number among labels, those that are nothing but a number before those that hold one."""
    parted = [split_number(text) for text in texts if text]
    alone = (part.number for part in parted if part.number and not part.name)
    within = (part.number for part in parted if part.number)
    return next(alone, "") or next(within, "")
