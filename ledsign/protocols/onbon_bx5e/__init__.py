"""Onbon BX-5E and 6E graphics cards: they take dots, so every character our raster has shows.

Only dynamic areas are documented, not programme files: the day's pages are pictures in one area in RAM, sent again
every few minutes. Areas may not overlap, so an urgent notice takes the area over, with the card's own time-out; when
it ends the day's pages are sent again. One bit a dot: a panel of several colours shows its usual one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from ledsign.compose import Page
from ledsign.intent import (
    Ask,
    EndNotice,
    Intent,
    SetBrightness,
    SetClock,
    SetHours,
    ShowNotice,
    ShowProgramme,
    panel_of,
)
from ledsign.plan import Burst, Change, Held, Job, Known, Memory, Reply, ReplyDecoder, Step, digest
from ledsign.profile import Profile
from ledsign.protocols.onbon_bx5e import requests as ask
from ledsign.protocols.onbon_bx5e.area import LONGEST_STAY_S, LOOP, REMOVE_ON_TIMEOUT, Area, PicturePage
from ledsign.protocols.onbon_bx5e.frame import COMPUTER, Frame, FrameDecoder
from ledsign.protocols.onbon_bx5e.replies import CardReply

AREA = "area"
OTHER_AREAS = range(1, 32)
"""Ours is 0; a BX-6E has 32, a BX-5E four."""

LONGEST_TIMEOUT_S = 0xFFFF


class OnbonBx5e:
    """The planner of these cards."""

    def jobs(self, intents: Iterable[Intent], known: Known, profile: Profile, address: int) -> Iterator[Job]:
        """What to do, in the order of the intents. ValueError when an intent cannot be said."""
        intents = tuple(intents)
        covered = any(isinstance(intent, ShowNotice) for intent in intents)
        planning = _Planning(known, profile, address, covered)
        yield from (job for intent in intents for job in planning.jobs(intent))
        if panel_of(intents) is not None:
            yield from planning.sweep()

    def showing(self, intents: Iterable[Intent], known: Known, profile: Profile) -> tuple[str, ...]:
        """The keys of what stands in the area, if the card acknowledged it."""
        intents = tuple(intents)
        notices = [intent for intent in intents if isinstance(intent, ShowNotice)]
        left = {key for job in self.jobs(intents, known, profile, 1) for key in job.keys}
        entries = [entry for intent in intents if isinstance(intent, ShowProgramme) for entry in intent.entries]
        return tuple(one.key for one in notices or entries if one.key not in left)

    def decoder(self) -> ReplyDecoder:
        """A decoder that knows nothing yet."""
        return GraphicsReplies()


@dataclass(frozen=True, slots=True)
class _Planning:
    known: Known
    profile: Profile
    address: int
    covered: bool

    def jobs(self, intent: Intent) -> Iterator[Job]:
        match intent:
            case ShowNotice():
                yield from self._notice(intent)
            case ShowProgramme() if not self.covered:
                yield from self._programme(intent)
            case Ask():
                yield from self._slot("check", "here", ask.Ping())
            case SetClock(at):
                yield from self._slot("clock", at.date().isoformat(), ask.SetClock(at))
            case SetHours():
                yield from self._slot("power", str(intent.lit), ask.SetPower(intent.lit))
            case SetBrightness():
                raise ValueError("图文卡（BX-5E）的亮度没有公开的格式，请用厂家软件设置")
            case EndNotice() | ShowProgramme():
                pass
            case _:
                assert_never(intent)

    def _slot(self, slot: str, wanted: str, request: ask.Request) -> Iterator[Job]:
        if not self.known.holds(slot, digest(wanted)):
            yield Job(slot, (self._step(request),), Change(((slot, Held(digest(wanted), Memory.RAM)),)))

    def sweep(self) -> Iterator[Job]:
        """Take away areas that another computer may have laid over ours. What a card answers then is not known."""
        if "others" not in self.known.slots:
            steps = tuple(self._step(ask.DeleteArea(number), answered=False) for number in OTHER_AREAS)
            yield Job("sweep", steps, Change((("others", Held(digest("none"), Memory.RAM)),)))

    def _programme(self, programme: ShowProgramme) -> Iterator[Job]:
        pages = [page for entry in programme.entries for page in entry.composition.pages]
        keys = tuple(entry.key for entry in programme.entries)
        if pages:
            yield from self._area(self._pictures(pages), "programme", keys)

    def _notice(self, notice: ShowNotice) -> Iterator[Job]:
        area = self._pictures(list(notice.composition.pages))
        if notice.seconds is not None:
            timeout_s = min(max(notice.seconds, 1), LONGEST_TIMEOUT_S)
            area = Area(area.pages, area.width, area.height, run_mode=REMOVE_ON_TIMEOUT, timeout_s=timeout_s)
        yield from self._area(area, f"notice {notice.until}", (notice.key,))

    def _area(self, area: Area, what: str, keys: tuple[str, ...]) -> Iterator[Job]:
        wanted = digest(what, *keys, *(page.to_bytes() for page in area.pages))
        if self.known.holds(AREA, wanted):
            return
        request = ask.UpdateArea(area)
        size = self.profile.area_bytes + sum(self.profile.page_bytes + len(page.bitmap.packed()) for page in area.pages)
        if size > self.profile.text_bytes:
            raise ValueError(
                f"内容太多：{len(area.pages)} 页共 {size} 字节，图文卡一次最多 {self.profile.text_bytes} 字节"
            )
        change = Change(((AREA, Held(wanted, Memory.RAM, " ".join(keys))),))
        yield Job("show", (self._step(request),), change, keys)

    def _pictures(self, pages: list[Page]) -> Area:
        width, height = pages[0].bitmap.width, pages[0].bitmap.height
        stays = [min(page.dwell_s, LONGEST_STAY_S) for page in pages]
        pictures = (PicturePage(page.bitmap, round(stay * 100)) for page, stay in zip(pages, stays, strict=True))
        return Area(tuple(pictures), width, height, run_mode=LOOP)

    def _step(self, request: ask.Request, *, answered: bool = True) -> Step:
        body = request.to_body(answered=answered)
        sequence = int(digest(body)[:4], 16)
        frame = Frame(body, destination=self.address, is_dynamic=request.IS_DYNAMIC, sequence=sequence)
        return Step((Burst(frame.to_bytes()),), answered, token=int.from_bytes(request.CODE, "big"))


class GraphicsReplies:
    """Finds a card's replies; frames to a card, such as our own echo, are none."""

    def __init__(self) -> None:
        self._frames = FrameDecoder()

    @property
    def rejected(self) -> int:
        """How many damaged frames came."""
        return self._frames.rejected

    def feed(self, received: bytes) -> list[Reply]:
        """The replies that these bytes complete, each about the kind of request it answers."""
        found = (frame for frame in self._frames.feed(received) if frame.destination == COMPUTER)
        return [reply for frame in found for reply in _judged(frame)]


def _judged(frame: Frame) -> list[Reply]:
    try:
        reply = CardReply.from_body(frame.body)
    except ValueError:
        return []
    return [Reply(reply.verdict, reply.sentence, frame.source, reply.code)]


def described(content: bytes) -> list[dict[str, object]]:
    """What a stream of frames says, one object a frame; pictures have no texts, so their dots are given as rows."""
    return [_described(frame) for frame in FrameDecoder().feed(content)]


def _described(frame: Frame) -> dict[str, object]:
    try:
        reply = CardReply.from_body(frame.body)
    except ValueError:
        return _asked(frame.body)
    return {"kind": "reply", "texts": [], "error": reply.error, "sentence": reply.sentence}


def _asked(body: bytes) -> dict[str, object]:
    try:
        request = ask.request_of(body)
    except ValueError:
        return {"kind": "unknown", "texts": [], "data": body.hex()}
    kind = re.sub(r"(?<!^)(?=[A-Z])", "-", type(request).__name__).lower()
    pages = request.area.pages if isinstance(request, ask.UpdateArea) else ()
    return {"kind": kind, "texts": []} | ({"dots": [page.bitmap.drawn().split() for page in pages]} if pages else {})
