"""What the desk does by itself while its pages are served: publishes what is due, reads what is dropped."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from data.desk.bootstrap import Desk
from data.desk.inbox import Inbox
from data.desk.syslog import Syslog
from data.desk.timed import publish_due
from data.store.refusal import Refused

logger = logging.getLogger(__name__)

EVERY_S = 2.0
"""How often it looks: a publication for eight o'clock is in the lobby a few seconds later."""

Chore = Callable[[], object]


def chores_of(desk: Desk, inbox: Inbox | None = None, syslog: Syslog | None = None) -> list[Chore]:
    """What there is to look after; `syslog` where the settings name one."""
    publishing: Chore = lambda: publish_due(desk)  # noqa: E731 - it is one of a list
    return [publishing, *([syslog.tell] if syslog else []), *([lambda: inbox.look(desk)] if inbox else [])]


async def keep_house(chores: Sequence[Chore]) -> None:
    """Do every chore again and again until cancelled. One that the world stops is tried again; a bug ends the desk."""
    while True:
        for chore in chores:
            try:
                await asyncio.to_thread(chore)
            except (Refused, OSError) as failure:
                logger.warning("%s", failure)
        await asyncio.sleep(EVERY_S)
