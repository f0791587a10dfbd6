"""Text from staff files made clean: no control characters, no HTML, no stray blanks; and names folded to compare."""

import html
import re
import unicodedata
from functools import lru_cache

_NOT_SHOWN = re.compile(r"<(style|script|xml)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
"""What Word and web editors paste along and no browser shows."""
_BLOCK = r"(?:p|div|li|tr|h[1-6]|table|[uo]l)"
_BREAK = re.compile(rf"<\s*br\b[^<>]{{0,4000}}>|<\s*/{_BLOCK}\s*>|<{_BLOCK}\b[^<>]{{0,4000}}>", re.IGNORECASE)
_CELL = re.compile(r"<\s*/t[dh]\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,4000}>|<[?!][^<>]{0,4000}>")
_SUSPECT = re.compile(
    "[\\s<&\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What a text must have somewhere for cleaning to change it."""
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{2,}")
_ESCAPED = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_MOST_ESCAPING = 4
"""How often a real export was seen to escape the same text, and one more."""

_SPACES = dict.fromkeys(map(ord, "\u00a0\u3000\u2002\u2003\u2009\u202f\t"), " ")
_INVISIBLE = dict.fromkeys(
    [
        *map(ord, "\u00ad\u2060\ufeff\ufffe\uffff"),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
"""What takes no room: joiners, marks of direction, and the two code points that are no characters."""
_LINES = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"})


def clean(text: str) -> str:
    """`text` as a reader sees it: HTML undone, lines parted by newlines, one blank where there were several."""
    if not _SUSPECT.search(text):
        return text
    text = _without_html(text).replace("\r\n", "\n").translate(_LINES).translate(_SPACES).translate(_INVISIBLE)
    text = "".join(
        character for character in text if character == "\n" or unicodedata.category(character) not in _NOT_TEXT
    )
    stripped = "\n".join(line.strip() for line in _BLANKS.sub(" ", text).split("\n"))
    return _EMPTY_LINES.sub("\n", stripped).strip()


_NOT_TEXT = frozenset({"Cc", "Cs"})
"""Control characters and halves of surrogate pairs; private use stays, some names live there."""


def _without_html(text: str) -> str:
    for _ in range(_MOST_ESCAPING):
        if not _ESCAPED.search(text):
            break
        text = html.unescape(text)
    if "<" not in text:
        return text
    return _TAG.sub("", _CELL.sub(" ", _BREAK.sub("\n", _NOT_SHOWN.sub("", text))))


def single_line(text: str) -> str:
    """Clean text on one line; lines meet without a blank where Chinese meets Chinese."""
    parts = clean(text).split("\n")
    joined = parts[0]
    for part in parts[1:]:
        joined += ("" if _is_wide(joined[-1:]) or _is_wide(part[:1]) else " ") + part
    return joined


def person_name(text: str) -> str:
    """A name as it is kept: the blank that tables put between the two characters of 王　伟 is gone.

    Blanks between Latin words stay; every dot written between the parts of a name becomes U+00B7.
    """
    name = re.sub(r"[•‧∙・･．]", "\u00b7", single_line(text))
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", name)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """A name reduced to what tells it from others: compatibility forms, case, blanks and dots do not count."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\u200b\ufeff·•‧∙・.]+", "", text)


def _is_wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WF"
