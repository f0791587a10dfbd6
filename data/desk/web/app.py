"""The web application of the desk: its pages, its safe headers, its health file."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import fields

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from data.desk.bootstrap import Desk
from data.desk.health import EVERY_S, Health, write_health
from data.desk.inbox import Inbox
from data.desk.status import Status, shown_edition, status
from data.desk.syslog import Syslog
from data.desk.tables.admin import Tables
from data.desk.web import (
    account,
    checks,
    documents,
    files,
    hall,
    history,
    lobby,
    notices,
    preview,
    publish,
    review,
    sign_in,
    today,
    users,
)
from data.desk.web.background import chores_of, keep_house
from data.desk.web.language import COOKIE as LANGUAGE_COOKIE
from data.desk.web.language import Language, Speech
from data.desk.web.layers import PromptBodies, SafeHeaders, SmallBodies
from data.desk.web.messages import broken, failed, garbled, not_found, refused
from data.desk.web.pages import STATIC, ago, page
from data.desk.web.patience import BODY_S
from data.desk.web.proxies import Proxies
from data.desk.web.pulse import keep_telling
from data.desk.web.visit import frame, safe_next, visitor_of
from data.store.refusal import Refused
from ledsign.supervisor import take_supervisor

logger = logging.getLogger(__name__)

PROGRAMS = {"desk": "工作台", "kiosk": "触摸屏", "ledsign": "电子屏", "receive": "接收"}
"""What staff call the programs that write health files."""
_YEAR_S = 366 * 86_400


def make_app(desk: Desk, hosts: list[str], inbox: Inbox | None = None, body_s: float = BODY_S) -> Starlette:
    """The application over one desk.

    It answers only under the names in `hosts`, so that no page elsewhere can reach it under a name of its own.
    `body_s` are the seconds a browser may take to send a form.
    """
    app = Starlette(
        routes=[*_routes(), Mount("/static", StaticFiles(directory=STATIC), name="static")],
        middleware=[
            Middleware(Proxies, access=desk.settings.access),
            Middleware(SafeHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
            Middleware(SmallBodies),
            Middleware(PromptBodies, body_s=body_s),
            Middleware(Speech),
        ],
        exception_handlers={
            Refused: refused,
            OSError: failed,
            404: not_found,
            405: not_found,
            400: garbled,
            Exception: broken,
        },
        lifespan=_telling_health,
    )
    app.state.desk = desk
    app.state.inbox = inbox
    app.state.syslog = Syslog(desk) if desk.settings.access.syslog else None
    Tables(desk, refused).mount_to(app)
    return app


def _routes() -> list[Route]:
    return [
        Route("/", home),
        Route("/status.json", status_json),
        Route("/language/{language}", speak),
        Route("/sign-in", sign_in.show),
        Route("/sign-in", sign_in.enter, methods=["POST"]),
        Route("/account", account.show),
        Route("/account/password", account.change_password, methods=["POST"]),
        Route("/account/leave", account.leave_everywhere, methods=["POST"]),
        Route("/sign-out", sign_in.leave, methods=["POST"]),
        Route("/today", today.show),
        Route("/today/read", today.read_file, methods=["POST"]),
        Route("/today/save", today.save, methods=["POST"]),
        Route("/today/lamps", today.lamps, methods=["POST"]),
        Route("/preview", preview.picture),
        Route("/preview.json", preview.lamps),
        Route("/review", review.listing),
        Route("/review", review.hand_in, methods=["POST"]),
        Route("/review/{number:int}", review.showing),
        Route("/review/{number:int}", review.decide, methods=["POST"]),
        Route("/review/{number:int}/glass.json", review.glass),
        Route("/review/{number:int}/glass/{place:int}/{which}.png", review.glass_picture),
        Route("/documents/{digest}", documents.show),
        Route("/lobby", lobby.show),
        Route("/checks", checks.show),
        Route("/hall", hall.show),
        Route("/hall", hall.count, methods=["POST"]),
        Route("/lobby.json", lobby.state),
        Route("/publish", publish.show),
        Route("/publish", publish.publish_now, methods=["POST"]),
        Route("/publish/rollback", publish.roll_back, methods=["POST"]),
        Route("/publish/at", publish.publish_at, methods=["POST"]),
        Route("/publish/cancel", publish.cancel_coming, methods=["POST"]),
        Route("/publish/notice", notices.switch, methods=["POST"]),
        Route("/notices/write", notices.write, methods=["POST"]),
        Route("/files", files.show),
        Route("/files", files.read_files, methods=["POST"]),
        Route("/files/write", files.write, methods=["POST"]),
        Route("/files/undo", files.undo_import, methods=["POST"]),
        Route("/template/{kind}.xlsx", files.template),
        Route("/users", users.show),
        Route("/users", users.add, methods=["POST"]),
        Route("/users/roles", users.change_roles, methods=["POST"]),
        Route("/users/password", users.reset_password, methods=["POST"]),
        Route("/users/switch", users.switch, methods=["POST"]),
        Route("/history", history.show),
        Route("/history.csv", history.as_csv),
    ]


def home(request: Request) -> Response:
    """What is shown, what waits, what stands. What nobody approved yet is named to those who are signed in only."""
    desk: Desk = request.app.state.desk
    somebody = visitor_of(request)
    with desk.reading() as session:
        told = status(session, desk)
    values = {field.name: getattr(told, field.name) for field in fields(told)}
    values["programs"] = PROGRAMS
    values["ago"] = lambda then: ago(then, told.now)
    return page("home.html", {**values, **frame(desk, somebody)})


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


def speak(request: Request) -> Response:
    """Speak another language from now on, on the page that asked for it."""
    answer = RedirectResponse(safe_next(request.query_params.get("next", "/")), 303)
    language = request.path_params["language"]
    if language in set(Language):
        year_s = 366 * 86_400
        answer.set_cookie(
            LANGUAGE_COOKIE, language, max_age=year_s, samesite="lax", secure=request.url.scheme == "https"
        )
    return answer


@asynccontextmanager
async def _telling_health(app: Starlette) -> AsyncIterator[None]:
    """Write health/desk.json every five seconds while the pages are served, and tell the supervisor that they are."""
    chores = asyncio.create_task(keep_house(chores_of(app.state.desk, app.state.inbox, app.state.syslog)))
    tasks = [
        chores,
        asyncio.create_task(_tell(app.state.desk, app.state.syslog)),
        asyncio.create_task(keep_telling(app, take_supervisor())),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _tell(desk: Desk, syslog: Syslog | None) -> None:
    while True:
        await asyncio.to_thread(_tell_once, desk, syslog)
        await asyncio.sleep(EVERY_S)


def _tell_once(desk: Desk, syslog: Syslog | None) -> None:
    problems = tuple(problem for problem in (syslog.problem if syslog else "",) if problem)
    shown = shown_edition(desk)
    try:
        write_health(desk.home.health, Health("desk", desk.now(), shown.number if shown else None, "serving", problems))
    except OSError as error:
        logger.warning("health cannot be written: %s", error)
