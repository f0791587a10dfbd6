"""Gives the supervisor signs of life, each of which a request had to earn on its way through the whole application.

The request takes what a clerk's request takes: every layer, the routing, a thread of the pool that serves pages. The
store is left out: where the database is away, starting the desk anew would help nobody.
"""

import asyncio
from http import HTTPStatus

from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

from ledsign.supervisor import Supervisor

PAGE = "http://localhost/static/seal.svg"


async def keep_telling(app: Starlette, supervisor: Supervisor) -> None:
    """Say that the desk is ready, then that it lives, until cancelled."""
    supervisor.ready("serving")
    if supervisor.period_s is None:
        return
    async with AsyncClient(transport=ASGITransport(app)) as client:
        while True:
            await asyncio.sleep(supervisor.period_s)
            answer = await client.get(PAGE)
            if answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
                supervisor.alive()
