"""The web application of the desk: its pages, its safe headers, its health file."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import fields

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from data.desk.bootstrap import Desk
from data.desk.health import EVERY_S, Health, write_health
from data.desk.status import Status, shown_edition, status
from data.desk.web.pages import SAFE_HEADERS, STATIC, ago, page
from data.store.refusal import Refused

logger = logging.getLogger(__name__)

PROGRAMS = {"desk": "工作台", "kiosk": "触摸屏", "ledsign": "电子屏"}
"""What staff call the programs that write health files."""

Next = Callable[[Request], Awaitable[Response]]


def make_app(desk: Desk, hosts: list[str]) -> Starlette:
    """The application over one desk.

    It answers only under the names in `hosts`, so that no page elsewhere can reach it under a name of its own.
    """
    app = Starlette(
        routes=[
            Route("/", home, name="home"),
            Route("/status.json", status_json),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
            Middleware(BaseHTTPMiddleware, dispatch=_with_safe_headers),
        ],
        exception_handlers={Refused: refused, 404: not_found},
        lifespan=_telling_health,
    )
    app.state.desk = desk
    return app


def home(request: Request) -> Response:
    """What is shown, what waits, what stands."""
    desk: Desk = request.app.state.desk
    with desk.reading() as session:
        told = status(session, desk)
    values: dict[str, object] = {field.name: getattr(told, field.name) for field in fields(told)}
    values["programs"] = PROGRAMS
    values["local"] = lambda instant: instant.astimezone(desk.settings.zone)
    values["ago"] = lambda then: ago(then, told.now)
    return page("home.html", values)


def status_json(request: Request) -> Response:
    """The same in figures, for whoever watches over several machines."""
    desk: Desk = request.app.state.desk
    with desk.reading() as session:
        told = status(session, desk)
    return JSONResponse(_figures(told))


def _figures(told: Status) -> dict[str, object]:
    return {
        "edition": told.edition.number if told.edition else None,
        "waiting": len(told.waiting),
        "unsubmitted": told.unsubmitted,
        "unpublished": told.unpublished,
        "standing": dict(told.counts),
        "late": [one.program for one in told.health if one.is_late(told.now)],
        "problems": [f"{one.program}: {problem}" for one in told.health for problem in one.problems],
    }


def refused(_: Request, error: Exception) -> Response:
    """What cannot be done, as a page."""
    return _message("现在不行", str(error), 503)


def not_found(_: Request, __: Exception) -> Response:
    """No such page."""
    return _message("没有这一页", "地址可能写错了。", 404)


def _message(heading: str, message: str, code: int) -> Response:
    return page("message.html", {"site": "", "sample": False, "heading": heading, "message": message}, code)


async def _with_safe_headers(request: Request, proceed: Next) -> Response:
    response = await proceed(request)
    for name, value in SAFE_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


@asynccontextmanager
async def _telling_health(app: Starlette) -> AsyncIterator[None]:
    """Write health/desk.json every five seconds while the pages are served."""
    task = asyncio.create_task(_tell(app.state.desk))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _tell(desk: Desk) -> None:
    while True:
        await asyncio.to_thread(_tell_once, desk)
        await asyncio.sleep(EVERY_S)


def _tell_once(desk: Desk) -> None:
    shown = shown_edition(desk)
    try:
        write_health(desk.home.health, Health("desk", desk.now(), shown.number if shown else None, "serving", ()))
    except OSError as error:
        logger.warning("health cannot be written: %s", error)
