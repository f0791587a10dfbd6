"""Turning templates into answers, with headers that let a browser load nothing but our own style and pictures."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol, cast

from babel.dates import format_date, format_datetime
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

from data.desk.health import LATE
from data.desk.web.language import Language, phrase, speaking, spoken, worded
from data.store.words import CHOICE_WORDS, FIELD_WORDS, KIND_WORDS, title_of

STATIC = Path(__file__).parent / "static"

SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
    " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Sent with every answer."""

_ENVIRONMENT = Environment(
    loader=PackageLoader("data.desk.web"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n"],
)


class _Translated(Protocol):
    """What Jinja's extension adds to an environment."""

    def install_gettext_callables(
        self, gettext: Callable[[str], str], ngettext: Callable[[str, str, int], str], *, newstyle: bool
    ) -> None:
        """Let templates say `_` and `trans`."""


def page(template: str, values: dict[str, object], code: int = 200) -> HTMLResponse:
    """A page from `templates/`."""
    body = _ENVIRONMENT.get_template(template).render(values)
    return HTMLResponse(body, code, headers={"Cache-Control": "no-store"})


def ago(then: datetime | None, now: datetime) -> str:
    """How long ago an instant was, as people say it."""
    if then is None:
        return phrase("没有消息")
    gone = now - then
    if -gone > LATE:
        return phrase("时钟快了 %(n)s 分钟", n=max(1, -gone // timedelta(minutes=1)))
    if gone < timedelta(seconds=10):
        return phrase("刚刚")
    for unit, words in ((timedelta(days=1), "%(n)s 天前"), (timedelta(hours=1), "%(n)s 小时前")):
        if gone >= unit:
            return phrase(words, n=gone // unit)
    if gone >= timedelta(minutes=1):
        return phrase("%(n)s 分钟前", n=gone // timedelta(minutes=1))
    return phrase("%(n)s 秒前", n=gone // timedelta(seconds=1))


def kind_word(kind: str) -> str:
    """What staff call a kind."""
    return phrase(KIND_WORDS.get(kind, kind))


def field_word(name: str) -> str:
    """What staff call a record's field."""
    return phrase(FIELD_WORDS.get(name, name))


def choice_word(value: str) -> str:
    """What staff call a value of a closed list."""
    return phrase(CHOICE_WORDS.get(value, value))


def day_words(instant: datetime | date) -> str:
    """A day as its reader writes it: `2026 年 11 月 23 日`, `23 November 2026`."""
    english = speaking().language is Language.ENGLISH
    return format_date(instant, "d MMMM y" if english else "y 年 M 月 d 日", locale="en" if english else "zh")


def moment_words(instant: datetime) -> str:
    """A day of this year with its time: `11 月 23 日 08:30`, `23 November, 08:30`."""
    english = speaking().language is Language.ENGLISH
    return format_datetime(instant, "d MMMM, HH:mm" if english else "M 月 d 日 HH:mm", locale="en" if english else "zh")


def _one_or_more(one: str, more: str, count: int) -> str:
    """Chinese knows no plural; the English of `more` is said for any number but one."""
    return worded(one if count == 1 else more)


def furnish(environment: Environment) -> None:
    """Give an environment of templates our language and our filters; it has Jinja's extension for translations."""
    cast("_Translated", environment).install_gettext_callables(worded, _one_or_more, newstyle=True)
    environment.globals["speaking"] = speaking
    filters: dict[str, Callable[..., str]] = {
        "choice": choice_word,
        "day": day_words,
        "field": field_word,
        "kind": kind_word,
        "moment": moment_words,
        "spoken": spoken,
        "title": title_of,
    }
    environment.filters.update(filters)


furnish(_ENVIRONMENT)
