"""What a sign in the hall will show of a text: the same composition that the sign's own service draws from."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from starlette.responses import Response

from data.desk.web.visit import READERS, Visit, page
from data.records.bulletin import ItemKind
from data.records.site import SignFact, Site
from data.store.database import Session
from data.store.drafts import draft
from data.store.refusal import Refused
from ledsign.bitmap import Colours, Panel
from ledsign.compose import compose, replaced
from ledsign.compose.lamps import write_gif
from ledsign.compose.pages import Composition, colour_of
from ledsign.compose.preview import moments
from ledsign.rotation import ItemKind as SignKind

_MOST_TEXT = 400
"""Characters; no sign shows more of one item."""
_PITCH = 4
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Preview:
    """One text on one sign: where its moving picture is, how long it takes, what the sign cannot show."""

    sign: str
    source: str
    seconds: float
    pages: int
    lost: tuple[str, ...]


def previews(signs: tuple[SignFact, ...], text: str, kind: ItemKind) -> tuple[Preview, ...]:
    """The text on every sign of the office that is large enough for it."""
    if not text.strip():
        return ()
    found = []
    for sign in signs:
        composition = _composed(sign, text, kind)
        if composition is not None:
            found.append(_preview(sign, text, kind, composition))
    return tuple(found)


def signs_of(session: Session) -> tuple[SignFact, ...]:
    """The signs that the office's draft names."""
    found = draft(session, "site", "site")
    return found[0].signs if found and isinstance(found[0], Site) else ()


@page(*READERS)
def picture(visit: Visit) -> Response:
    """The moving picture, for `sign`, `kind` and `text` in the address."""
    asked = visit.request.query_params
    text, name = asked.get("text", "")[:_MOST_TEXT], asked.get("sign", "")
    kind = ItemKind.DISCLOSED if asked.get("kind") == ItemKind.DISCLOSED.value else ItemKind.NEWS
    with visit.desk.reading() as session:
        sign = next((one for one in signs_of(session) if one.name == name), None)
    composition = _composed(sign, text, kind) if sign and text.strip() else None
    if composition is None:
        raise Refused("没有这块电子屏，或者文字排不下")
    return Response(_gif(composition), media_type="image/gif", headers={"Cache-Control": f"private, max-age={_DAY_S}"})


def _composed(sign: SignFact, text: str, kind: ItemKind) -> Composition | None:
    try:
        panel = Panel(sign.width_dots, sign.height_dots, Colours(sign.colours))
        shown, _ = replaced(text[:_MOST_TEXT])
        return compose(shown, panel, colour=colour_of(SignKind(kind.value), panel.colours))
    except ValueError:
        return None


def _preview(sign: SignFact, text: str, kind: ItemKind, composition: Composition) -> Preview:
    address = urlencode({"sign": sign.name, "kind": kind.value, "text": text[:_MOST_TEXT]})
    lost = tuple(dict.fromkeys(one.character for one in replaced(text)[1] if one.is_lost))
    return Preview(sign.name, f"/preview?{address}", composition.seconds, len(composition.pages), lost)


def _gif(composition: Composition) -> bytes:
    with TemporaryDirectory(prefix="openhall-preview.") as folder:
        file = Path(folder) / "sign.gif"
        write_gif(moments([composition]), file, _PITCH)
        return file.read_bytes()
