"""Checks: what the powers still lack, each with the way to mend it."""

from starlette.responses import Response

from data.desk.power_report import SORTS, report
from data.desk.web.visit import READERS, Visit, page
from data.store.roles import Role

_SHOWN = 200
"""Powers on the page; the command `desk check power` tells all of them."""


@page(*READERS)
def show(visit: Visit) -> Response:
    """The powers by what is found in them; `?sort=` shows one sort only."""
    asked = visit.request.query_params.get("sort", "")
    sort = asked if asked in SORTS else ""
    with visit.desk.reading() as session:
        found = report(session)
    chosen = found.only(sort)
    values: dict[str, object] = {
        "stages": [(stage.value, count) for stage, count in found.stages.items()],
        "counts": [(code, SORTS[code], count) for code, count in found.counts.items()],
        "sort": sort,
        "found": chosen.found[:_SHOWN],
        "more": max(0, len(chosen.found) - _SHOWN),
        "wrong": len(found.found),
        "editing": visit.may(Role.EDITOR),
    }
    return visit.page("checks.html", values)
