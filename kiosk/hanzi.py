"""Which texts are Chinese: those with Hanzi in them. `Words.foreign` in QML goes by the same characters."""

import re
from dataclasses import fields, is_dataclass

HANZI = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_UNSAID = frozenset({"board", "key", "keys", "office", "person", "section", "takeAlong"})
"""Fields of a page's facts that nobody reads on the glass."""


def has_hanzi(text: str) -> bool:
    """Whether a text has Hanzi in it."""
    return HANZI.search(text) is not None


def says_hanzi(facts: object) -> bool:
    """Whether facts say something in Hanzi: a text, a tuple of facts, or a frozen dataclass by what it shows."""
    if isinstance(facts, str):
        return has_hanzi(facts)
    if isinstance(facts, tuple):
        return any(says_hanzi(part) for part in facts)
    if is_dataclass(facts):
        return any(says_hanzi(getattr(facts, field.name)) for field in fields(facts) if field.name not in _UNSAID)
    return False
