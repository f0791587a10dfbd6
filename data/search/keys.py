"""Search keys: everything a visitor may type that should find a document, made once, at publishing.

    title      综合法规处                         会计 (kuai ji; read alone hui ji)
    Hanzi      综合法规处 合法规处 法规处 …        会计 计
    pinyin     zonghefaguichu hefaguichu …         kuaiji ji · huiji
    initials   zhfgc hfgc fgc gc c                 kj j · hj

Every key is cut to `KEY_BYTES`; a query looks keys up by prefix.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from data.search.documents import Document
from data.search.folding import Folded, fold
from data.search.rank import Rank
from data.search.reading import Reading, reading_given, readings_of_name, readings_of_title
from data.search.simplify import simplified_characters

KEY_BYTES = 48
"""Bytes of UTF-8 a key keeps: 16 Hanzi or 48 letters. A longer query is looked up in parts and compared whole."""

BODY_CHARACTERS = 4
"""Characters a key into a body keeps; bodies are long, and compared whole where a query is longer."""

Typed = tuple[str, Rank]
"""A key while it is made; an edition has a million, and a tuple is made faster than anything with a name."""


class Key(NamedTuple):
    """What may be typed, and how good a match that is."""

    text: str
    rank: Rank


@dataclass(frozen=True, slots=True)
class Keys:
    """All that is made from one document: its keys, and the readings of its title (for marking what matched)."""

    keys: tuple[Key, ...]
    readings: tuple[Reading, ...]


def fingerprint(document: Document) -> str:
    """What a document's keys depend on, as 64 hex digits: equal ones have equal keys, so a builder may keep them."""
    return sha256(repr((document.kind, document.title, document.pinyin, *_others(document))).encode()).hexdigest()


def _others(document: Document) -> tuple[tuple[str, ...], ...]:
    return document.names, document.mentions, document.body


def keys_of(document: Document) -> Keys:
    """The keys and readings of a document; a pure function of what `fingerprint` covers."""
    readings = _readings(document)
    best: dict[str, Rank] = {}
    for text, rank in _keys(document, readings):
        if rank < best.get(text, Rank.PIECES):
            best[text] = rank
    for text in _body_keys(document.body):
        best.setdefault(text, Rank.BODY)
    best.pop("", None)
    return Keys(tuple(Key(text, best[text]) for text in sorted(best)), readings)


def cut(text: str, length: int = KEY_BYTES) -> str:
    """The beginning of a text that a key keeps."""
    if len(text) * 4 <= length or (len(text) <= length and text.isascii()):
        return text
    return text[:length].encode()[:length].decode(errors="ignore")


def _readings(document: Document) -> tuple[Reading, ...]:
    own = reading_given(document.title, document.pinyin) if document.pinyin else None
    read = readings_of_name if document.kind == "person" else readings_of_title
    found = read(document.title)
    return tuple(dict.fromkeys(found if own is None else (own, *found)))


def _keys(document: Document, readings: tuple[Reading, ...]) -> Iterator[Typed]:
    title = _fold(document.title)
    yield from _from_every_start(title.text, Rank.PREFIX, Rank.INSIDE)
    yield from _spoken_keys(title, readings, person=document.kind == "person")
    for name in document.names:
        yield from _from_every_start(_fold(name).text, Rank.PREFIX, Rank.INSIDE)
        yield from _spoken_aside(name)
    for mention in dict.fromkeys(document.mentions):
        yield from _of_mention(mention)


def _fold(text: str) -> Folded:
    return fold(text, simplified_characters())


def _from_every_start(text: str, first: Rank, later: Rank) -> Iterator[Typed]:
    for start in range(len(text)):
        yield cut(text[start : start + KEY_BYTES]), later if start else first


def _spoken_keys(title: Folded, readings: tuple[Reading, ...], *, person: bool) -> Iterator[Typed]:
    for number, reading in enumerate(readings):
        syllables = spoken(title, reading)
        if syllables is None:
            return
        initials = Rank.SURNAME if person else Rank.INITIALS
        if number:
            yield from _joined(syllables, Rank.PINYIN_OTHER, Rank.PINYIN_OTHER)
            yield from _joined(_initials(syllables), Rank.INITIALS_OTHER, Rank.INITIALS_OTHER)
        else:
            yield from _joined(syllables, Rank.PINYIN, Rank.PINYIN_INSIDE)
            yield from _joined(_initials(syllables), initials, Rank.INITIALS_INSIDE)


def spoken(title: Folded, reading: Reading) -> tuple[str, ...] | None:
    """What each folded character is typed as: its syllable, or itself. None where no character has a syllable."""
    syllables = tuple(reading[at] or letter for letter, at in zip(title.text, title.at, strict=True))
    return syllables if any(reading[at] for at in title.at) else None


def _initials(syllables: Iterable[str]) -> tuple[str, ...]:
    return tuple(syllable[0] for syllable in syllables)


def _joined(syllables: tuple[str, ...], first: Rank, later: Rank) -> Iterator[Typed]:
    for start in range(len(syllables)):
        yield cut("".join(syllables[start : start + KEY_BYTES])), later if start else first


@lru_cache(maxsize=1 << 12)
def _of_mention(mention: str) -> tuple[Typed, ...]:
    """Give the keys of a mention, remembered: the same office is named beside all its people."""
    return tuple(_mention_keys(mention))


def _mention_keys(mention: str) -> Iterator[Typed]:
    yield from _from_every_start(_fold(mention).text, Rank.MENTION, Rank.MENTION)
    yield from _spoken_aside(mention)


def _spoken_aside(text: str) -> Iterator[Typed]:
    """Give the keys of what is typed for a text that is not the title."""
    syllables = spoken(_fold(text), readings_of_title(text)[0]) if text else None
    if syllables is not None:
        yield from _joined(syllables, Rank.PINYIN_OTHER, Rank.PINYIN_OTHER)
        yield from _joined(_initials(syllables), Rank.INITIALS_OTHER, Rank.INITIALS_OTHER)


def _body_keys(body: Iterable[str]) -> Iterator[str]:
    """What may be typed of the texts behind a title: the weakest keys, and by far the most."""
    for folded in (_fold(text).text for text in body):
        yield from (folded[start : start + BODY_CHARACTERS] for start in range(len(folded)))
