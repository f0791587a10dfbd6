"""Pages that say what was not done and why, with the menu for whoever is signed in."""

import logging

from starlette.requests import Request
from starlette.responses import Response

from data.desk.bootstrap import Desk
from data.desk.web.language import phrase, speaking_to, spoken
from data.desk.web.pages import SAFE_HEADERS, page
from data.desk.web.visit import frame, visitor_of
from data.store.refusal import Refused

logger = logging.getLogger(__name__)

_PLAIN: dict[str, object] = {"site": "", "sample": False, "visitor": None, "roles": set(), "menu": []}
"""Around a message that must not need the store."""


def refused(request: Request, error: Exception) -> Response:
    """What cannot be done, as a page; those who can do something about it read why."""
    return _message(request, phrase("这次没有做成"), spoken(str(error)), 409)


def failed(request: Request, error: Exception) -> Response:
    """The disk or another program stands in the way."""
    logger.warning("%s: %s", request.url.path, error)
    return _message(request, phrase("这次没有做成"), phrase("读写失败：%(error)s", error=error), 503)


def not_found(request: Request, _: Exception) -> Response:
    """No such page."""
    return _message(request, phrase("没有这一页"), phrase("地址可能写错了。"), 404)


def garbled(request: Request, _: Exception) -> Response:
    """A form that no browser of ours sends."""
    return _message(request, phrase("看不懂"), phrase("发来的内容不完整，请返回后再试。"), 400)


def broken(request: Request, _: Exception) -> Response:
    """We are wrong: the log has it whole, the page asks nothing of what may be broken.

    The layers around every answer are left by now, so it speaks and carries headers by itself.
    """
    with speaking_to(request):
        message = phrase("已经做完的不受影响。请返回再试；还是不行，请把时间和刚才做的事告诉管理员，原因在运行日志里。")
        values: dict[str, object] = {"heading": phrase("工作台出错了"), "message": message, **_PLAIN}
        answer = page("message.html", values, 500)
    answer.headers.update(SAFE_HEADERS)
    return answer


def _message(request: Request, heading: str, message: str, code: int) -> Response:
    return page("message.html", {"heading": heading, "message": message, **_frame(request)}, code)


def _frame(request: Request) -> dict[str, object]:
    """Around a message: as on every page, and a plain one where the store is what does not answer."""
    desk: Desk = request.app.state.desk
    try:
        return frame(desk, visitor_of(request))
    except (Refused, OSError):
        return _PLAIN
