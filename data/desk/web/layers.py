"""Around every answer: headers that keep a browser careful, an end to bodies that are too large or too slow."""

import asyncio

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.desk.web.pages import SAFE_HEADERS

LARGEST_BODY = 80 * 1024 * 1024
"""Bytes of the largest form: a file of the largest size with room for what is around it."""
ONLY_TLS = "max-age=31536000"
"""Whoever came over TLS once shall not be led over plain HTTP for a year."""


class SafeHeaders:
    """Adds the headers that forbid what our pages never do."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFE_HEADERS.items():
                    headers.setdefault(name, value)
                if scope["scheme"] == "https":
                    headers.setdefault("Strict-Transport-Security", ONLY_TLS)
            await send(message)

        await self.app(scope, receive, send_safely)


class SmallBodies:
    """Refuses bodies over the limit, whether they say their length or not."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or 413."""
        if scope["type"] == "http" and _told_length(scope) > LARGEST_BODY:
            answer = PlainTextResponse("文件太大", 413, headers={"Connection": "close"})
            await answer(scope, receive, send)
            return
        taken = 0

        async def receive_some() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LARGEST_BODY:
                return {"type": "http.disconnect"}
            return message

        await self.app(scope, receive_some, send)


class PromptBodies:
    """Stops listening to a body that takes too long: whoever reads it finds the browser gone."""

    def __init__(self, app: ASGIApp, body_s: float) -> None:
        """`app` is what answers; `body_s` are the seconds from a request's headers to the end of its body."""
        self.app, self.body_s = app, body_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        until = asyncio.get_running_loop().time() + self.body_s
        whole = scope["type"] != "http"

        async def receive_in_time() -> Message:
            nonlocal whole
            if whole:  # what comes now is the end of the connection, for which one waits as long as it takes
                return await receive()
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                return {"type": "http.disconnect"}
            whole = not message.get("more_body", False)
            return message

        await self.app(scope, receive_in_time, send)


def _told_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else LARGEST_BODY + 1
    return 0
