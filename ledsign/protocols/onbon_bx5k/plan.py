"""From intents to jobs for a font card: programmes in flash under alternating names, notices in a RAM area in front.

What stands in a card is known slot by slot: "P000".. programme files, "files" that no others were there, "others" that
what somebody else put beside them was swept away, "lock" which programme the card is held at, "notice" the dynamic
area, "clock", "hours", "brightness" and "check". No card lets a file be read back: after `rewrite_s` what stands under
its name is in doubt, so the day is written anew under names that do not play yet, as a new day is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import time
from functools import lru_cache

from ledsign.intent import (
    Ask,
    EndNotice,
    Entry,
    Intent,
    SetBrightness,
    SetClock,
    SetHours,
    ShowNotice,
    ShowProgramme,
)
from ledsign.plan import DOUBTFUL, Burst, Change, Held, Job, Known, Memory, Step, digest
from ledsign.profile import Profile
from ledsign.protocols.onbon_bx5k import requests as ask
from ledsign.protocols.onbon_bx5k.area import PROGRAMME_AREA, Area, Lines, Mode, Newline, RunMode
from ledsign.protocols.onbon_bx5k.frame import Frame
from ledsign.protocols.onbon_bx5k.names import named, others
from ledsign.protocols.onbon_bx5k.programme import EVERY_DAY, Life, Programme, on_days
from ledsign.protocols.onbon_bx5k.text import marked
from ledsign.rotation import Effect

BLOCK_BYTES = 768
"""The card's receive buffer is 1024 bytes, and escapes lengthen a frame."""

NAMES_A_FRAME = 240
"""Of files to delete: four bytes each, with room for header and CRC."""

IN_FRONT = 1
NOTICE_AREA = 0
LONGEST_TIMEOUT_S = 0xFFFF
BRIGHTEST = 15
NOTHING = digest("nothing")

_MODES = {
    Effect.HOLD: Mode.STATIC,
    Effect.SCROLL: Mode.LEFT,
    Effect.LEFT: Mode.LEFT,
    Effect.RIGHT: Mode.RIGHT,
    Effect.UP: Mode.UP,
    Effect.DOWN: Mode.DOWN,
}


@dataclass(frozen=True, slots=True)
class Planning:
    """One look at one card: what it holds and how it is reached."""

    known: Known
    profile: Profile
    address: int

    def jobs(self, intent: Intent) -> Iterator[Job]:
        """What this intent still asks for."""
        match intent:
            case ShowNotice():
                yield from self._notice(intent)
            case EndNotice():
                yield from self._slot("notice", NOTHING, Memory.RAM, ask.UpdateAreas(remove_all=True))
            case Ask():
                yield from self._check()
            case SetClock(at):
                yield from self._slot("clock", digest(at.date().isoformat()), Memory.RAM, ask.SetClock(at))
            case ShowProgramme(entries):
                yield from self._programme(entries)
            case SetHours(on, off, lit):
                wanted = digest(str(on), str(off))
                timers = ask.SetTimers(_timers(on, off)) if on and off else ask.CancelTimers()
                # Somebody may have switched the lamps off by hand; outside the hours that is none of our business.
                lamps = (ask.SetPower(True),) if lit else ()
                yield from self._slot("hours", wanted, Memory.RAM, timers, *lamps)
            case SetBrightness(percent):
                levels = tuple(round(figure * BRIGHTEST / 100) for figure in percent)
                yield from self._slot("brightness", digest(*levels), Memory.RAM, ask.SetBrightness(levels))

    def _slot(self, slot: str, wanted: str, memory: Memory, *requests: ask.Request) -> Iterator[Job]:
        if not self.known.holds(slot, wanted):
            yield Job(slot, self._steps(*requests), Change(((slot, Held(wanted, memory)),)))

    def _steps(self, *requests: ask.Request, display: int = 0, answered: bool = True) -> tuple[Step, ...]:
        data = (request.to_data(answered=answered) for request in requests)
        frames = (Frame(each, destination=self.address, display=display) for each in data)
        return tuple(Step((Burst(frame.to_bytes()),), answered=answered) for frame in frames)

    def _check(self) -> Iterator[Job]:
        """Whether the card still has its files: releasing a file it lacks is answered with error 6.

        That a card answers so is derived; one that does not is simply never found wanting. A file in doubt is released
        without asking: the card may still be held at it.
        """
        if "check" in self.known.slots:
            return
        releases = {name: ask.LockProgramme(name, locked=False) for name in files_of(self.known)}
        doubtful = [name for name, content in files_of(self.known).items() if content == DOUBTFUL]
        loosened = self._steps(*(releases.pop(name) for name in doubtful), answered=False)
        asked = self._steps(*(releases.values() or [ask.Ping()]))
        change = Change((("check", Held(NOTHING, Memory.RAM)),), ("lock",))
        yield Job("check", (*loosened, *asked), change, lost=(*releases, "files", "clock"))

    def _notice(self, intent: ShowNotice) -> Iterator[Job]:
        wanted = digest(intent.key, str(intent.until), marked(intent.composition))
        if self.known.holds("notice", wanted):
            return
        timed = intent.seconds is not None
        seconds = min(max(intent.seconds or 0, 1), LONGEST_TIMEOUT_S) if timed else 0
        run_mode = RunMode.REMOVE_ON_TIMEOUT if timed else RunMode.LOOP
        area = area_of(intent, self.profile, NOTICE_AREA, run_mode, seconds)
        steps = self._steps(ask.UpdateAreas((area,), remove_all=True), display=IN_FRONT)
        yield Job("notice", steps, Change((("notice", Held(wanted, Memory.RAM, intent.key)),)), (intent.key,))

    def _programme(self, entries: tuple[Entry, ...]) -> Iterator[Job]:
        there = files_of(self.known)
        is_known = "files" in self.known.slots
        if not is_known:
            swept = tuple(
                (slot, Held(NOTHING, kind)) for slot, kind in (("files", Memory.FLASH), ("others", Memory.RAM))
            )
            yield Job("forget", self._steps(ask.DeleteFiles()), Change(swept, tuple(there)))
        held = there if is_known else {}
        contents = [content_of(entry, self.profile) for entry in entries]
        names = named([content for content, _ in contents], held)
        yield from self._writes(list(zip(names, entries, strict=True)), held)
        if is_known and "others" not in self.known.slots:
            yield self._sweep(held)

    def _sweep(self, held: Mapping[str, str]) -> Job:
        """Delete what another computer may have put beside our files. What a card answers then is not known."""
        names = others(held)
        starts = range(0, len(names), NAMES_A_FRAME)
        requests = [ask.DeleteFiles(names[at : at + NAMES_A_FRAME]) for at in starts]
        change = Change((("others", Held(NOTHING, Memory.RAM)),))
        return Job("sweep", self._steps(*requests, answered=False), change)

    def _writes(self, files: list[tuple[str, Entry]], held: Mapping[str, str]) -> Iterator[Job]:
        new = [(name, entry) for name, entry in files if name not in held]
        old = tuple(name for name in held if name not in dict(files))
        # A lock that was given up unanswered names both files it may hold the card at; either will do.
        locked = self.known.slots["lock"].key.split()[-1] if "lock" in self.known.slots else ""
        if len(new) > 1 and old and not locked:
            locked = old[0]
            yield self._lock(locked)
        yield from (self._write(name, entry) for name, entry in new)
        if locked and files and locked not in dict(files):
            locked = files[0][0]
            yield self._lock(locked)
        if locked in old:  # nothing follows: once its file is gone, no card lets go of it
            yield self._release(locked)
        if old:
            yield Job("delete", self._steps(ask.DeleteFiles(old)), Change(emptied=old), lost=old, tidies=True)
        if locked in dict(files):
            yield self._release(locked)

    def _release(self, name: str) -> Job:
        steps = self._steps(ask.LockProgramme(name, locked=False))
        return Job("release", steps, Change(emptied=("lock",)), lost=(name,))

    def _lock(self, name: str) -> Job:
        change = Change((("lock", Held(digest(name), Memory.RAM, name)),))
        return Job("lock", self._steps(ask.LockProgramme(name)), change, lost=(name, "files"), tidies=True)

    def _write(self, name: str, entry: Entry) -> Job:
        content, programme = content_of(entry, self.profile)
        file = replace(programme, name=name).to_bytes()
        starts = range(0, len(file), BLOCK_BYTES)
        blocks = [
            ask.WriteBlock(name, file[at : at + BLOCK_BYTES], number, at, last=at == starts[-1])
            for number, at in enumerate(starts)
        ]
        change = Change(((name, Held(content, Memory.FLASH, entry.key)),))
        steps = self._steps(ask.BeginWrite(name, len(file)), *blocks)
        return Job("write", steps, change, (entry.key,), writes=1)


def _timers(on: time, off: time) -> tuple[tuple[time, time], ...]:
    """Pairs within one day, also over midnight; the card's last minute is 23:59."""
    return ((on, off),) if on < off else ((time.min, off), (on, time(23, 59)))


def all_jobs(intents: Iterable[Intent], planning: Planning) -> Iterator[Job]:
    """The jobs of all intents, in their order."""
    return (job for intent in intents for job in planning.jobs(intent))


def files_of(known: Known) -> dict[str, str]:
    """The digests of the programme files the card has, in the order it plays them; what is old is in doubt."""
    files = {name: held for name, held in known.of(Memory.FLASH).items() if name[0] == "P" and name[1:].isdecimal()}
    return {name: DOUBTFUL if held.is_old else held.digest for name, held in files.items()}


@lru_cache(maxsize=4096)
def content_of(entry: Entry, profile: Profile) -> tuple[str, Programme]:
    """The digest of a programme whatever its name, and the programme under a placeholder."""
    area = area_of(entry, profile, PROGRAMME_AREA, RunMode.LOOP, 0)
    life = Life(entry.first, entry.last) if entry.first and entry.last else None
    week = on_days(*entry.weekdays) if entry.weekdays else EVERY_DAY
    programme = Programme("P000", (area,), life, week=week, periods=entry.hours)
    return digest(programme.to_bytes()), programme


def area_of(what: Entry | ShowNotice, profile: Profile, number: int, run_mode: RunMode, timeout_s: int) -> Area:
    """The area that shows a composition. ValueError when its text is too long for a card.

    A card sets lines from the top of an area: where they do not fill the panel, the area is their block in its middle.
    """
    composition = what.composition
    text = marked(composition)
    if len(text) > profile.text_bytes:
        raise ValueError(f"{what.key}：文字太长（{len(text)} 字节），这种卡一条最多 {profile.text_bytes} 字节")
    effect = profile.effect(composition.effect)
    scrolls = effect is Effect.SCROLL
    return Area(
        text,
        width=composition.panel.width_dots,
        height=composition.rows * composition.font_dots,
        y=composition.top_dots,
        id=number,
        run_mode=run_mode,
        timeout_s=timeout_s,
        lines=Lines.ONE if scrolls else Lines.SEVERAL,
        newline=Newline.MANUAL if scrolls else Newline.WRAP,
        mode=_MODES[effect],
        stay=0 if scrolls else min(max(round(composition.dwell_s * 2), 1), 0xFF),
    )
