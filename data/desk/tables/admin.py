"""starlette-admin put together with the desk: its routes and its protection, our pages, our language, our rights."""

import json
import logging
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette_admin import CustomView
from starlette_admin.base import BaseAdmin
from starlette_admin.i18n import I18nConfig
from starlette_admin.routing import route
from typing_extensions import override

from data.desk.bootstrap import Desk
from data.desk.tables.filling import GIVEN
from data.desk.tables.guard import Guard, Refusal
from data.desk.tables.views import COLUMNS, RecordView, visit_of
from data.desk.web.language import COOKIE, Language
from data.desk.web.messages import broken
from data.desk.web.pages import furnish
from data.desk.web.visit import frame
from data.store.drafts import draft_hashes
from data.store.refusal import Refused
from data.store.roles import Role

logging.getLogger("starlette_admin").setLevel(logging.ERROR)
"""It warns of every form that needs another look, and tells what was typed into it: neither belongs into a log."""

ADDRESS = "/tables"
_SIGNING = "forms.key"
_SIGNING_BYTES = 32


class Index(CustomView):
    """Every table with the number of its records."""

    path = "/"
    add_to_menu = False

    @route("")
    async def index(self, request: Request) -> Response:
        """The page."""
        assert self._admin is not None
        counts = {kind: len(draft_hashes(request.state.session, kind)) for kind in COLUMNS}
        return self._admin._template_response(request, "index.html", {"counts": counts})  # noqa: SLF001 - its page maker


class Tables(BaseAdmin):
    """The tables of one desk."""

    def __init__(self, desk: Desk, refused: Refusal) -> None:
        """`refused` makes the page for a refusal."""
        self.desk, self.refused = desk, refused
        super().__init__(
            title="",
            base_url=ADDRESS,
            route_name="tables",
            templates_dir=str(Path(__file__).parent / "templates"),
            additional_loaders=[PackageLoader("data.desk.web")],
            index_view=Index(),
            secret_key=secret_of(desk),
            middlewares=[Middleware(Guard, desk=desk, refused=refused)],
            i18n_config=I18nConfig(Language.CHINESE.value, language_cookie_name=COOKIE, language_header_name=None),
            timezone_config=None,
        )
        furnish(self.templates.env)
        self.templates.env.globals["given"] = GIVEN
        self.templates.env.filters["local"] = lambda instant: instant.astimezone(desk.settings.zone)
        self.templates.env.tests["several_lines"] = lambda text: "\n" in text
        for kind in COLUMNS:
            self.add_view(RecordView(kind))

    @override
    def mount_to(self, app: Starlette) -> None:
        """Answer under `/tables` of the desk's application."""
        super().mount_to(app)
        self.app.state.desk = self.desk
        self.app.add_exception_handler(Refused, self.refused)
        self.app.add_exception_handler(Exception, broken)

    @override
    def _template_response(
        self, request: Request, name: str, context: dict[str, object] | None = None, status_code: int = 200
    ) -> Response:
        """A page with what every page of the desk shows."""
        visit = visit_of(request)
        values: Mapping[str, object] = {
            **frame(self.desk, visit.visitor),
            "tables": tuple(COLUMNS),
            "names": request.state.names,
            "more": getattr(request.state, "more", ""),
            "editing": visit.may(Role.EDITOR),
        }
        answer = super()._template_response(request, name, {**values, **(context or {})}, status_code)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @override
    async def _render_form_body(self, *_: object) -> None:
        """Nothing: our form draws its inputs itself."""

    @override
    async def _render_error(self, request: Request, exc: Exception = HTTPException(500)) -> Response:  # noqa: B008 - theirs
        """What is not there, or not allowed."""
        code = exc.status_code if isinstance(exc, HTTPException) else 500
        answer = await run_in_threadpool(self.refused, request, Refused(_SENTENCES.get(code, _SENTENCES[400])))
        answer.status_code = code
        return answer

    @route("/_api/{key}/row-action", methods=["POST"], name="row-action")
    async def handle_row_action(self, request: Request) -> Response:
        """Delete a record, then back to its table; a page says why not. The stock answer is for a script."""
        view = self._find_view_by_key(request.path_params["key"])
        request.state.action = None
        if request.query_params.get("name") != "delete" or not view.can_delete(request):
            raise HTTPException(403)
        answer = await super().handle_row_action(request)
        if answer.status_code != 200:  # noqa: PLR2004 - done
            raise Refused(json.loads(bytes(answer.body))["msg"])
        return RedirectResponse(f"{ADDRESS}/{view.key}/list", 303)


_SENTENCES = {
    400: "地址写错了，请返回后再试",
    403: "您的角色不能做这件事",
    404: "没有这一条，可能刚被别人删除",
}


def secret_of(desk: Desk) -> str:
    """What signs the tables' form tokens: made once, readable by its owner only, so that forms outlive a restart."""
    path = desk.home.folder / _SIGNING
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_SIGNING_BYTES))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii")


def environment_of(tables: Tables) -> Environment:
    """The tables' templates, for whoever checks them."""
    return tables.templates.env
