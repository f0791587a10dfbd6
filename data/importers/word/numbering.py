"""Automatic numbers of Word paragraphs (一、 （一） 1.), which are not in the text, counted as Word counts them.

ECMA-376 part 1, 17.9: a paragraph names a numbering instance and a level; the instance names an abstract numbering,
whose levels say where to start, how the number looks and what stands around it (`%1、`, `（%2）`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from data.importers.word.package import Element, attribute, child, local

MOST_LEVELS = 9
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts: first number, look, text around it, and below which level it begins anew."""

    start: int = 1
    look: str = "decimal"
    text: str = ""
    restart: int | None = None


class Numbers:
    """The counters of one document; `label` must be asked for its paragraphs in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract = _abstracts(numbering)
        self._instances = _instances(numbering, self._abstract, styles)
        self._styles = _styles(styles)
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[str] = set()

    def label(self, paragraph: Element) -> str:
        """The number Word shows before a paragraph, such as `（二）`; empty for bullets and where there is none."""
        instance, depth = self._numbering_of(paragraph)
        if instance not in self._instances:
            return ""
        abstract, levels = self._instances[instance]
        counters = self._counters.setdefault(abstract, [None] * MOST_LEVELS)
        self._begin(instance, abstract, levels)
        before = counters[depth]
        counters[depth] = levels[depth].start if before is None else before + 1
        for deeper in range(depth + 1, MOST_LEVELS):
            if levels[deeper].restart is None or depth < (levels[deeper].restart or 0):
                counters[deeper] = None
        return _text(levels, counters, depth)

    def _begin(self, instance: str, abstract: str, levels: list[Level]) -> None:
        """An instance that overrides a start begins its counters anew at its first paragraph."""
        if instance in self._started:
            return
        self._started.add(instance)
        for depth, (own, base) in enumerate(zip(levels, self._abstract[abstract], strict=True)):
            if own is not base:
                self._counters[abstract][depth] = None

    def _numbering_of(self, paragraph: Element) -> tuple[str, int]:
        properties = child(paragraph, "pPr", "numPr")
        style = attribute(child(paragraph, "pPr", "pStyle"), "val")
        by_style, style_depth = self._styles.get(style, ("", 0))
        if properties is None:
            return by_style, style_depth
        instance = attribute(child(properties, "numId"), "val", by_style)
        return instance, _depth(attribute(child(properties, "ilvl"), "val", str(style_depth)))


def _abstracts(numbering: Element | None) -> dict[str, list[Level]]:
    return {
        attribute(element, "abstractNumId"): _levels(element)
        for element in (() if numbering is None else numbering)
        if local(element) == "abstractNum"
    }


def _levels(parent: Element) -> list[Level]:
    levels = [Level() for _ in range(MOST_LEVELS)]
    for element in parent:
        if local(element) == "lvl":
            levels[_depth(attribute(element, "ilvl"))] = _level(element)
    return levels


def _level(element: Element) -> Level:
    restart = attribute(child(element, "lvlRestart"), "val")
    return Level(
        _number(attribute(child(element, "start"), "val", "1"), 1),
        attribute(child(element, "numFmt"), "val", "decimal"),
        attribute(child(element, "lvlText"), "val"),
        _number(restart, 0) if restart else None,
    )


def _instances(
    numbering: Element | None, abstracts: dict[str, list[Level]], styles: Element | None
) -> dict[str, tuple[str, list[Level]]]:
    linked = _linked(numbering, styles)
    found: dict[str, tuple[str, list[Level]]] = {}
    for element in () if numbering is None else numbering:
        abstract = attribute(child(element, "abstractNumId"), "val")
        abstract = linked.get(abstract, abstract)
        if local(element) == "num" and abstract in abstracts:
            found[attribute(element, "numId")] = (abstract, _overridden(element, abstracts[abstract]))
    return found


def _overridden(instance: Element, levels: list[Level]) -> list[Level]:
    """The levels of an instance: where it overrides one, another object even if it says the same."""
    own = list(levels)
    for element in instance:
        if local(element) != "lvlOverride":
            continue
        depth = _depth(attribute(element, "ilvl"))
        replaced = child(element, "lvl")
        base = own[depth] if replaced is None else _level(replaced)
        start = attribute(child(element, "startOverride"), "val")
        own[depth] = Level(_number(start, base.start) if start else base.start, base.look, base.text, base.restart)
    return own


def _linked(numbering: Element | None, styles: Element | None) -> dict[str, str]:
    """Abstract numberings that only point at a style, by the abstract numbering that this style stands for."""
    by_style = {
        attribute(child(element, "styleLink"), "val"): attribute(element, "abstractNumId")
        for element in (() if numbering is None else numbering)
        if child(element, "styleLink") is not None
    }
    if styles is None or numbering is None:
        return {}
    return {
        attribute(element, "abstractNumId"): by_style[attribute(link, "val")]
        for element in numbering
        if (link := child(element, "numStyleLink")) is not None and attribute(link, "val") in by_style
    }


def _styles(styles: Element | None) -> dict[str, tuple[str, int]]:
    """Numbering instance and level by paragraph style, inherited from the style it is based on."""
    elements = {
        attribute(style, "styleId"): style for style in (() if styles is None else styles) if local(style) == "style"
    }
    return {name: found for name in elements if (found := _inherited(elements, name)) is not None}


def _inherited(elements: dict[str, Element], name: str) -> tuple[str, int] | None:
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        properties = child(elements[name], "pPr", "numPr")
        if child(properties, "numId") is not None:
            level = attribute(child(properties, "ilvl"), "val", "0")
            return attribute(child(properties, "numId"), "val"), _depth(level)
        name = attribute(child(elements[name], "basedOn"), "val")
    return None


def _text(levels: list[Level], counters: list[int | None], depth: int) -> str:
    if levels[depth].look in {"bullet", "none"}:
        return ""

    def shown(match: "re.Match[str]") -> str:
        level = int(match[1]) - 1
        number = counters[level]
        return _look(levels[level].look, levels[level].start if number is None else number)

    return re.sub(r"%([1-9])", shown, levels[depth].text)


def _depth(text: str) -> int:
    return min(_number(text, 0), MOST_LEVELS - 1)


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default  # noqa: PLR2004


def _look(look: str, number: int) -> str:
    return _LOOKS.get(look, str)(number)


def _counting(number: int) -> str:
    """一, 十, 十一, 二十, 一百零一: as one counts aloud, up to 9999."""
    if not 0 < number < 10_000:  # noqa: PLR2004
        return str(number)
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += _DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    """壹, 拾, 贰拾叁."""
    spoken = _counting(number)
    spoken = f"一{spoken}" if spoken.startswith("十") else spoken
    written = str.maketrans(_DIGITS[1:] + "十百千", _LEGAL[1:] + "拾佰仟")
    return spoken.translate(written)


def _roman(number: int) -> str:
    values = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
    text = ""
    for value, letters in (*values, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text, number = text + letters, number - value
    return text


def _letters(number: int) -> str:
    """A to Z, then AA, BB: the letter repeated."""
    repeated, letter = divmod(max(number, 1) - 1, 26)
    return chr(ord("A") + letter) * (min(repeated, 20) + 1)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)  # noqa: PLR2004


def _cycled(letters: str) -> Callable[[int], str]:
    return lambda number: letters[(max(number, 1) - 1) % len(letters)]


_LOOKS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "decimalFullWidth2": lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
    "ideographEnclosedCircle": _counting,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
}
"""Looks that are not plain digits (ST_NumberFormat, 17.18.59)."""
