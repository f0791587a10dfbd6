"""In which language the desk speaks: Chinese, or English for whoever chose it.

A sentence is written in Chinese where it is said, and is the key to its English in `english/*.po`:

    {{ _("已提交") }} {% trans n=3 %}第 {{ n }} 期{% endtrans %} {{ refusal|spoken }}     in a template
    phrase("第 %(n)s 期", n=3)                                                           in Python

What deeper rooms refuse comes as a finished Chinese sentence; `spoken` finds the pattern it was made from.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from starlette.datastructures import URL
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "language"
ENGLISH = Path(__file__).parent / "english"
_PLACE = re.compile(r"%\((\w+)\)s")
_HANZI = re.compile("[\u3400-\u9fff]")
_LEAST_SAID = 2
"""Characters of its own by which a sentence is known again; with fewer it would be found in anybody's words."""


class Language(StrEnum):
    """What the desk speaks; the value is also the cookie's, and starlette-admin's name of the language."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Speaking:
    """The language of one request, and its address without the host: where a change of language leads back to."""

    language: Language
    place: str


_OUTSIDE = Speaking(Language.CHINESE, "/")
"""What holds where no request is."""
_SPEAKING: ContextVar[Speaking] = ContextVar("speaking", default=_OUTSIDE)


def speaking() -> Speaking:
    """What holds for the request at hand."""
    return _SPEAKING.get()


def phrase(sentence: str, **values: object) -> str:
    """A sentence in the request's language, its `%(name)s` filled in."""
    said = worded(sentence)
    return said % values if values else said


def worded(sentence: str) -> str:
    """The sentence in the request's language, as it stands in the catalogue; itself where it has no English."""
    return sentence if speaking().language is Language.CHINESE else english().get(sentence, sentence)


def spoken(sentence: str) -> str:
    """A finished Chinese sentence in the request's language, where the pattern it was made from is known."""
    if speaking().language is Language.CHINESE:
        return sentence
    return english().get(sentence) or next(_by_pattern(sentence), sentence)


@cache
def english() -> Mapping[str, str]:
    """Chinese to English: every sentence and every word of the catalogues."""
    return {key: text for path in sorted(ENGLISH.glob("*.po")) for key, text in catalogue(path) if text}


def catalogue(path: Path) -> list[tuple[str, str]]:
    """Sentence and English of one file, in its order; an untranslated one has an empty English."""
    with path.open("rb") as file:
        return [(str(message.id), str(message.string or "")) for message in read_po(file) if message.id]


def _by_pattern(sentence: str) -> Iterator[str]:
    for pattern, text in _patterns():
        found = pattern.fullmatch(sentence)
        if found:
            yield text % {name: spoken(value) for name, value in found.groupdict().items()}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The longest first, so that a sentence is told by what says most about it."""
    found = [(key, text) for key, text in english().items() if _PLACE.search(key) and _says_enough(key)]
    ordered = sorted(found, key=lambda pair: -len(_PLACE.sub("", pair[0])))
    return tuple((re.compile(_regular(key), re.DOTALL), text) for key, text in ordered)


def _says_enough(key: str) -> bool:
    return len(_HANZI.findall(_PLACE.sub("", key))) >= _LEAST_SAID


def _regular(key: str) -> str:
    """A sentence with `%(name)s` in it as a regular expression; `%%` is a per cent sign."""
    parts = _PLACE.split(key)
    plain = [re.escape(part.replace("%%", "%")) for part in parts[::2]]
    named = [f"(?P<{name}>.*?)" for name in parts[1::2]]
    return "".join(text + name for text, name in zip(plain, [*named, ""], strict=True))


@contextmanager
def speaking_to(connection: HTTPConnection) -> Iterator[None]:
    """Speak the language that the browser's cookie asks for."""
    asked = connection.cookies.get(COOKIE)
    language = Language.ENGLISH if asked == Language.ENGLISH else Language.CHINESE
    url = URL(scope=connection.scope)
    token = _SPEAKING.set(Speaking(language, url.path + (f"?{url.query}" if url.query else "")))
    try:
        yield
    finally:
        _SPEAKING.reset(token)


class Speech:
    """Around every answer: speaks the language that the browser's cookie asks for."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with speaking_to(HTTPConnection(scope)):
            await self.app(scope, receive, send)
