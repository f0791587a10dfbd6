"""What every page is made of: who asks, whether they may, and what their form says.

    page(ROLES)(function)     GET: a signed-in visitor with one of the roles, else the sign-in page
    action(ROLES)(function)   POST: as well from our own page, with the session's secret in the form

Rights are checked here, on the server, for each request; a page that hides a button is only polite.
"""

import hmac
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from data.desk.bootstrap import Desk
from data.desk.reading import File
from data.desk.web.language import speaking
from data.desk.web.pages import page as rendered
from data.desk.web.proxies import named_by_proxy
from data.records.site import Site
from data.store.act import Act
from data.store.drafts import draft
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.signing_in import Visitor, seen, visitor

COOKIE = "openhall"
ANYBODY = tuple(Role)
READERS = (Role.EDITOR, Role.REVIEWER, Role.PUBLISHER, Role.AUDITOR)
"""Who may read what is not public yet."""
MENU = (
    ("/", "现状", ANYBODY),
    ("/lobby", "大厅此刻", READERS),
    ("/today", "今日要闻", READERS),
    ("/review", "审核", READERS),
    ("/publish", "发布", READERS),
    ("/hall", "大厅人数", READERS),
    ("/tables", "资料", READERS),
    ("/checks", "事项检查", READERS),
    ("/files", "文件", (Role.EDITOR, Role.REVIEWER, Role.AUDITOR)),
    ("/history", "历史", (Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR)),
    ("/users", "用户", (Role.AUDITOR, Role.ADMINISTRATOR)),
)
CUT_SHORT = "上传没有完成：太慢、太大或者中断了，请再试一次"
"""What somebody reads whose form did not come whole, where they still can."""
_SEEN_EVERY = timedelta(minutes=1)
"""How often a session's idle time is written down: not with every request."""
_MOST_FIELDS = 400
_MOST_FILES = 20
_LARGEST_FIELD = 2_000_000

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody who may make it."""

    request: Request
    desk: Desk
    visitor: Visitor
    token: str

    @property
    def act(self) -> Act:
        """What they do now."""
        return Act(self.visitor.name, self.desk.now())

    def may(self, *roles: Role) -> bool:
        """Whether they have one of these roles."""
        return bool(self.visitor.roles & set(roles))

    def page(self, template: str, values: dict[str, object], code: int = 200) -> Response:
        """A page with what every page shows: the office, who is signed in, what they may."""
        return rendered(template, {**frame(self.desk, self.visitor), **values}, code)

    def local(self, instant: datetime) -> datetime:
        """An instant on the office's clock."""
        return instant.astimezone(self.desk.settings.zone)


@dataclass(frozen=True, slots=True)
class Form:
    """What a browser sent."""

    fields: FormData

    def text(self, name: str) -> str:
        """A field, empty where it was not sent."""
        found = self.fields.get(name)
        return found if isinstance(found, str) else ""

    def texts(self, name: str) -> list[str]:
        """Every field of that name, in order."""
        return [found for found in self.fields.getlist(name) if isinstance(found, str)]

    def number(self, name: str) -> int:
        """A whole number. Refused where it is none."""
        return number_in(self.text(name))

    async def files(self, name: str) -> list[File]:
        """The files chosen, without folders in their names; a browser sends an empty one for none."""
        chosen = [found for found in self.fields.getlist(name) if isinstance(found, UploadFile) and found.filename]
        return [File(_plain_name(one.filename or ""), await one.read()) for one in chosen]


def frame(desk: Desk, somebody: Visitor | None) -> dict[str, object]:
    """What every page shows around its own part."""
    with desk.reading() as session:
        found = draft(session, "site", "site")
    site = found[0] if found and isinstance(found[0], Site) else None
    roles = somebody.roles if somebody else frozenset()
    return {
        "site": site.name if site else desk.settings.site,
        "sample": bool(site and site.sample),
        "visitor": somebody,
        "roles": {role.value for role in roles},
        "menu": [(address, word) for address, word, holders in MENU if roles & set(holders)],
        "local": lambda instant: instant.astimezone(desk.settings.zone),
    }


def page(*roles: Role) -> Callable[[Callable[[Visit], Response]], Endpoint]:
    """A page for visitors with one of `roles`; whoever is not signed in is sent to sign in, and then back."""

    def wrap(function: Callable[[Visit], Response]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(_show, request, roles, function)

        return endpoint

    return wrap


def action(*roles: Role) -> Callable[[Callable[[Visit, Form], Awaitable[Response]]], Endpoint]:
    """What a form does, for visitors with one of `roles`."""

    def wrap(function: Callable[[Visit, Form], Awaitable[Response]]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            refuse_foreign(request)
            visit = await run_in_threadpool(visit_of, request, roles)
            if visit is None:
                return to_sign_in(_page_of_the_form(request))
            async with form_of(request) as form:
                if not hmac.compare_digest(form.text("csrf").encode(), visit.visitor.csrf.encode()):
                    raise Refused("表单已过期，请返回后重新打开页面再试")
                return await function(visit, form)

        return endpoint

    return wrap


def _show(request: Request, roles: tuple[Role, ...], function: Callable[[Visit], Response]) -> Response:
    visit = visit_of(request, roles)
    return to_sign_in(speaking().place) if visit is None else function(visit)


def to_sign_in(place: str) -> Response:
    """To the sign-in page, and then back to `place`, a path of ours with its query."""
    return RedirectResponse(f"/sign-in?next={quote(place)}", 303)


def _page_of_the_form(request: Request) -> str:
    """Where somebody was whose session ended over a form; browsers tell it to our own pages only."""
    told = urlsplit(request.headers.get("referer", ""))
    return (told.path + (f"?{told.query}" if told.query else "")) if told.netloc == request.headers.get("host") else "/"


def visit_of(request: Request, roles: tuple[Role, ...]) -> Visit | None:
    """Who asks; None where nobody is signed in. Refused where they have none of `roles`."""
    desk: Desk = request.app.state.desk
    somebody = visitor_of(request)
    if somebody is None:
        return None
    if not somebody.roles & set(roles):
        raise Refused("您的角色不能做这件事")
    return Visit(request, desk, somebody, request.cookies.get(COOKIE, ""))


def visitor_of(request: Request) -> Visitor | None:
    """The visitor behind a cookie, whose idle time begins anew; nobody where the proxy names somebody else by now."""
    desk: Desk = request.app.state.desk
    token = request.cookies.get(COOKIE, "")
    if not token:
        return None
    now = desk.now()
    with desk.reading() as session:
        found = visitor(session, token, now)
    if found is not None and desk.settings.access.login_header and named_by_proxy(request) != found.name:
        return None
    if found is not None and now - found.seen_at > _SEEN_EVERY:
        with suppress(Refused), desk.writing() as session:  # on a full disk one may go on reading
            seen(session, token, now)
    return found


@asynccontextmanager
async def form_of(request: Request) -> AsyncIterator[Form]:
    """The form of a request, with its files for as long as they are looked at. Refused where it does not come whole."""
    try:
        fields = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LARGEST_FIELD)
    except ClientDisconnect as error:
        raise Refused(CUT_SHORT) from error
    try:
        yield Form(fields)
    finally:
        await fields.close()


def refuse_foreign(request: Request) -> None:
    """A form may come from our own pages only; browsers say where it comes from."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "")
    if site not in {"same-origin", "none"} or (origin and urlsplit(origin).netloc != request.headers.get("host", "")):
        raise Refused("这个表单不是从本系统的页面提交的")


def number_in(text: str) -> int:
    """The number of a submission or an edition that somebody wrote. Refused where it can be none."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9):  # noqa: PLR2004 - what an INTEGER surely holds
        raise Refused(f"“{text[:20]}”不是编号")
    return int(text)


def _plain_name(name: str) -> str:
    """A file's name without folders, whichever system's."""
    return name.replace("\\", "/").rsplit("/", 1)[-1][:200] or "文件"


def landing(roles: Iterable[Role], target: str) -> str:
    """Where somebody with these roles begins: the page they wanted where it is one of theirs, editors at today."""
    if target == "/":
        return "/today" if Role.EDITOR in set(roles) else "/"
    page = "/" + target.split("?", maxsplit=1)[0].split("/")[1]
    closed = any(address == page and not set(holders) & set(roles) for address, _, holders in MENU)
    return "/" if closed else target


def safe_next(path: str) -> str:
    """Where to go after signing in: a path of ours, never somebody else's address."""
    return path if re.fullmatch(r"(/[\w-][\w.-]*)+/?(\?[\w=&%.+-]*)?", path, re.ASCII) else "/"
