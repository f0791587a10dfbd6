"""Floors called as people call them: what height a name means, and what a height is called in both languages."""

import re

_FIGURES = {figure: number for number, figure in enumerate("零一二三四五六七八九十")}
_BELOW = re.compile(r"(?:B|地下|负|-)(\d{1,2}(?:\.\d)?|[一二三四五六七八九十])", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:F|L|FLOOR|LEVEL|LEVEL-|第)?(\d{1,3}(?:\.\d)?|[一二三四五六七八九十]{1,3})(?:F|FL)?", re.IGNORECASE
)
_WORDS = re.compile(r"^楼层|[层楼]$|[\s:：_]")


def ordinal_of(name: str) -> float | None:
    """The height of the floor a name means: 0 is the ground floor (一层, 1F), -1 the first below; None for no floor."""
    folded = name.strip()
    while (shorter := _WORDS.sub("", folded)) != folded:
        folded = shorter
    if folded in {"首", "G", "GF"}:
        return 0.0
    below = _BELOW.fullmatch(folded)
    if below:
        return -_number(below[1])
    above = _ABOVE.fullmatch(folded)
    named = above and (folded != name.strip() or not folded.isdigit() or len(folded) <= 2)  # noqa: PLR2004 - 512 is a room
    return max(_number(above[1]) - 1, 0.0) if above and named else None


def floor_name(ordinal: float) -> str:
    """1 层 is the ground floor, as Chinese buildings count; basements count down from -1."""
    return f"{ordinal + 1:g} 层" if ordinal >= 0 else f"地下 {-ordinal:g} 层"


def floor_name_in_english(name: str) -> str:
    """A floor's Chinese name in English: 五层 is Floor 5, 地下一层 Basement 1; empty where it says no height."""
    ordinal = ordinal_of(name)
    if ordinal is None:
        return ""
    return f"Floor {ordinal + 1:g}" if ordinal >= 0 else f"Basement {-ordinal:g}"


def _number(text: str) -> float:
    """A figure, or a Chinese number up to 九十九."""
    if text[0] not in _FIGURES:
        return float(text)
    if "十" not in text:
        return float(_FIGURES[text[0]])
    tens, _, ones = text.partition("十")
    return _FIGURES.get(tens, 1) * 10.0 + _FIGURES.get(ones, 0)
