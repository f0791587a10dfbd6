"""The approval hall's visitors: staff write down each day's figure."""

from datetime import timedelta

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.web.day_form import date_in
from data.desk.web.language import phrase
from data.desk.web.visit import READERS, Form, Visit, action, page
from data.review.withdrawals import MAY_HIDE
from data.store.visits import count_visitors, visits_between

_SHOWN = timedelta(days=30)


@page(*READERS)
def show(visit: Visit) -> Response:
    """The form for today's figure, and the last month's."""
    today = visit.desk.today()
    with visit.desk.reading() as session:
        counted = visits_between(session, today - _SHOWN, today)
        year = visits_between(session, today.replace(month=1, day=1), today)
    values: dict[str, object] = {
        "today": today,
        "counted": sorted(counted.items(), reverse=True),
        "days": len(year),
        "visitors": sum(year.values()),
        "counting": visit.may(*MAY_HIDE),
        "said": phrase("已登记") if visit.request.query_params.get("said") == "counted" else "",
    }
    return visit.page("hall.html", values)


@action(*MAY_HIDE)
async def count(visit: Visit, form: Form) -> Response:
    """Write a day's figure down."""
    return await run_in_threadpool(_count, visit, form)


def _count(visit: Visit, form: Form) -> Response:
    today = visit.desk.today()
    with visit.desk.writing() as session:
        count_visitors(session, visit.act, date_in(form.text("day")) or today, form.number("visitors"), today)
    return RedirectResponse("/hall?said=counted", 303)
