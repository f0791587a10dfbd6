"""Turning templates into answers, with headers that let a browser load nothing but our own style and pictures."""

from datetime import datetime, timedelta
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

from data.store.words import KIND_WORDS, title_of

STATIC = Path(__file__).parent / "static"

SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
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
)


def page(template: str, values: dict[str, object], code: int = 200) -> HTMLResponse:
    """A page from `templates/`."""
    body = _ENVIRONMENT.get_template(template).render(values)
    return HTMLResponse(body, code, headers={"Cache-Control": "no-store"})


def ago(then: datetime | None, now: datetime) -> str:
    """How long ago an instant was, as people say it."""
    if then is None:
        return "没有消息"
    gone = now - then
    if gone < timedelta(seconds=10):
        return "刚刚"
    for unit, word in ((timedelta(days=1), "天"), (timedelta(hours=1), "小时"), (timedelta(minutes=1), "分钟")):
        if gone >= unit:
            return f"{gone // unit} {word}前"
    return f"{gone // timedelta(seconds=1)} 秒前"


def kind_word(kind: str) -> str:
    """What staff call a kind."""
    return KIND_WORDS.get(kind, kind)


_ENVIRONMENT.filters["kind"] = kind_word
_ENVIRONMENT.filters["title"] = title_of
