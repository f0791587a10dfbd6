"""In the lobby now: each kiosk and sign, and a picture of each sign from what it acknowledged."""

from hashlib import sha256

from starlette.responses import JSONResponse, Response

from data.desk.devices import Device, SignState, devices
from data.desk.web.pages import ago
from data.desk.web.signs import Plain, as_plain, signs_of
from data.desk.web.visit import READERS, Visit, page
from data.review.editions import newest_edition


@page(*READERS)
def show(visit: Visit) -> Response:
    """The page; what is late is red."""
    found, newest = _found(visit)
    values: dict[str, object] = {
        "devices": found,
        "newest": newest,
        "mark": _mark(found),
        "ago": lambda instant: ago(instant, visit.desk.now()),
    }
    return visit.page("lobby.html", values)


@page(*READERS)
def state(visit: Visit) -> Response:
    """What changes from second to second, and a mark that changes with everything else."""
    found, _ = _found(visit)
    heard: list[Plain] = [ago(device.health.time, visit.desk.now()) for device in found]
    told: dict[str, Plain] = {"mark": _mark(found), "heard": heard, "signs": _lamps(visit, found)}
    return JSONResponse(told)


def _found(visit: Visit) -> tuple[tuple[Device, ...], int | None]:
    with visit.desk.reading() as session:
        newest = newest_edition(session)
        number = newest.number if newest else None
    return devices(visit.desk, number), number


def _mark(found: tuple[Device, ...]) -> str:
    gist = [
        (one.machine, one.health.program, one.health.edition, one.late, one.health.problems, one.signs) for one in found
    ]
    return sha256(repr(gist).encode("utf-8", "replace")).hexdigest()[:16]


def _lamps(visit: Visit, found: tuple[Device, ...]) -> list[Plain]:
    with visit.desk.reading() as session:
        known = {sign.name: sign for sign in signs_of(session, visit.desk)}
    held: list[SignState] = [sign for device in found for sign in device.signs]
    return [
        as_plain(known[one.name], [known[one.name].shows(text.text, text.kind) for text in one.texts])
        if one.name in known
        else None
        for one in held
    ]
