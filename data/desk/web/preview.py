"""What a sign in the hall will show of a text: as lamps for a script to play, or as a moving picture without one."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from data.desk.web.signs import MOST_TEXT, Shown, Sign, as_plain, signs_of
from data.desk.web.visit import READERS, Visit, page
from data.records.bulletin import ItemKind
from data.store.refusal import Refused
from ledsign.compose.lamps import write_gif
from ledsign.compose.pages import Composition
from ledsign.compose.preview import moments

_PITCH = 4
_DAY_S = 86_400
_KEPT = {"Cache-Control": f"private, max-age={_DAY_S}"}


@dataclass(frozen=True, slots=True)
class Preview:
    """One text on one sign: where its lamps and its picture are, how long it takes, what the sign cannot show."""

    sign: str
    lamps: str
    picture: str
    seconds: float
    pages: int
    lost: tuple[str, ...]
    instead: tuple[tuple[str, str], ...]


def previews(signs: tuple[Sign, ...], text: str, kind: ItemKind = ItemKind.NEWS) -> tuple[Preview, ...]:
    """The text on every sign that is large enough for it."""
    if not text.strip():
        return ()
    found = [(sign, sign.shows(text, kind)) for sign in signs]
    return tuple(_preview(sign, shown, text, kind) for sign, shown in found if shown.composition)


@page(*READERS)
def picture(visit: Visit) -> Response:
    """The moving picture, for `sign`, `kind` and `text` in the address."""
    sign, shown = _asked(visit)
    if shown.composition is None:
        raise Refused(f"文字在“{sign.name}”上排不下：{shown.problem}")
    return Response(_gif(shown.composition), media_type="image/gif", headers=_KEPT)


@page(*READERS)
def lamps(visit: Visit) -> Response:
    """The same as dots and seconds."""
    sign, shown = _asked(visit)
    return JSONResponse(as_plain(sign, [shown]), headers=_KEPT)


def _asked(visit: Visit) -> tuple[Sign, Shown]:
    asked = visit.request.query_params
    text, name = asked.get("text", "")[:MOST_TEXT], asked.get("sign", "")
    kind = ItemKind.DISCLOSED if asked.get("kind") == ItemKind.DISCLOSED.value else ItemKind.NEWS
    with visit.desk.reading() as session:
        sign = next((one for one in signs_of(session, visit.desk) if one.name == name), None)
    if sign is None or not text.strip():
        raise Refused("没有这块电子屏，或者没有文字")
    return sign, sign.shows(text, kind)


def _preview(sign: Sign, shown: Shown, text: str, kind: ItemKind) -> Preview:
    query = urlencode({"sign": sign.name, "kind": kind.value, "text": text[:MOST_TEXT]})
    pages = len(shown.composition.pages) if shown.composition else 0
    addresses = f"/preview.json?{query}", f"/preview?{query}"
    return Preview(sign.name, *addresses, shown.seconds, pages, shown.lost, shown.instead)


def _gif(composition: Composition) -> bytes:
    with TemporaryDirectory(prefix="openhall-preview.") as folder:
        file = Path(folder) / "sign.gif"
        write_gif(moments([composition]), file, _PITCH)
        return file.read_bytes()
