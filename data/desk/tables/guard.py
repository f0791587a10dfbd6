"""Around the tables: who asks and whether they may, the store's one moment for the request, refusals as pages."""

import re
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.desk.bootstrap import Desk
from data.desk.web.language import speaking
from data.desk.web.visit import CUT_SHORT, READERS, Visit, refuse_foreign, to_sign_in, visit_of
from data.store.listing import titles
from data.store.refusal import Refused

NAMED = ("office", "person", "room", "category", "power")
"""Kinds that others point at."""
UNUSED = re.compile(r"/_api/[^/]+/(?!row-action$)")
"""What starlette-admin's own scripts would ask for, none of which our pages load."""
_LONGEST_NUMBER = 9
"""Digits of a list's page; a database would choke on more."""
SAFE = frozenset({"GET", "HEAD"})

Refusal = Callable[[Request, Exception], Response]


class Guard:
    """Lets in who is signed in with a role that reads drafts; what starlette-admin refuses becomes a page of ours."""

    def __init__(self, app: ASGIApp, desk: Desk, refused: Refusal) -> None:
        """`app` is starlette-admin's; `refused` makes the page for a refusal."""
        self.app, self.desk, self.refused = app, desk, refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        try:
            if request.method not in SAFE:
                refuse_foreign(request)
            visit = await run_in_threadpool(visit_of, request, READERS)
        except Refused as refusal:
            answer = await run_in_threadpool(self.refused, request, refusal)
            await answer(scope, receive, send)
            return
        if visit is None:
            await to_sign_in(speaking().place)(scope, receive, send)
            return
        if UNUSED.search(request.url.path) or len(request.query_params.get("page", "")) > _LONGEST_NUMBER:
            answer = await run_in_threadpool(self.refused, request, Refused("地址写错了，请返回后再试"))
            answer.status_code = 404
            await answer(scope, receive, send)
            return
        await self._answer(visit, scope, receive, send)

    async def _answer(self, visit: Visit, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        rejected = False

        async def send_unless_rejected(message: Message) -> None:
            nonlocal rejected
            if message["type"] == "http.response.start" and _is_rejection(message):
                rejected = True
            if not rejected:
                await send(message)

        with self.desk.reading() as session:
            names = await run_in_threadpool(titles, session, NAMED)
            request.state.visit, request.state.session, request.state.names = visit, session, names
            try:
                await self.app(scope, receive, send_unless_rejected)
            except ClientDisconnect:
                sentence = CUT_SHORT
            else:
                sentence = "表单已过期，请返回后重新打开页面再试" if rejected else ""
        if sentence:
            answer = await run_in_threadpool(self.refused, request, Refused(sentence))
            await answer(scope, receive, send)


def _is_rejection(message: Message) -> bool:
    """Whether starlette-admin turned a form away for its token: a bare line of text."""
    kinds = {value for name, value in message["headers"] if name == b"content-type"}
    return message["status"] == 403 and any(kind.startswith(b"text/plain") for kind in kinds)  # noqa: PLR2004
