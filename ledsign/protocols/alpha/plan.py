"""From intents to jobs for an Alpha sign: text files of picture calls, tiles of pages, and a run sequence.

What stands in a sign is known slot by slot: one letter is a text file (A to T) or a picture, "memory" the layout,
"sequence" what plays, "priority" the notice, "clock", "hours", "dimming" and "check".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from ledsign.bitmap import Bitmap, Panel
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
    panel_of,
)
from ledsign.plan import Burst, Change, Held, Job, Known, Memory, Step, digest
from ledsign.profile import Profile
from ledsign.protocols.alpha import commands, special
from ledsign.protocols.alpha.frame import Frame
from ledsign.protocols.checksums import crc16_arc
from ledsign.rotation import Effect

TILE_DOTS = 64
"""Width of a tile. Narrow ones are shared more often: blank ones above all."""

LARGE_TILE_DOTS = 256
"""A large picture is called with fifteen bytes: few wide ones keep texts short."""

TALLEST_SMALL_DOTS = 31
TEXTS = "ABCDEFGHIJKLMNOPQRST"
PICTURES = "".join(chr(c) for c in range(0x21, 0x7F) if chr(c) not in TEXTS + "0?")
LARGE_PICTURES = PICTURES[:24]
TEXT_BYTES, LARGE_TEXT_BYTES = 256, 768
PICTURE_GAP_S = 0.1
"""After a picture's width the sign makes room before it takes dots."""

NOTHING = digest("nothing")
_MODES = {
    Effect.HOLD: commands.Mode.HOLD,
    Effect.SCROLL: commands.Mode.ROTATE,
    Effect.LEFT: commands.Mode.ROLL_LEFT,
    Effect.RIGHT: commands.Mode.ROLL_RIGHT,
    Effect.UP: commands.Mode.ROLL_UP,
    Effect.DOWN: commands.Mode.ROLL_DOWN,
    Effect.FLASH: commands.Mode.FLASH,
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A text file: the tiles of its pages by digest, and how it arrives."""

    key: str
    pages: tuple[tuple[str, ...], ...]
    mode: commands.Mode

    @property
    def digest(self) -> str:
        return digest(self.mode, *("|".join(page) for page in self.pages))


@dataclass(frozen=True, slots=True)
class Planning:
    """One look at one sign: what it holds and how it is reached."""

    known: Known
    profile: Profile
    address: int
    is_large: bool = False

    @property
    def tile_dots(self) -> int:
        """How wide a page's tiles are."""
        return LARGE_TILE_DOTS if self.is_large else TILE_DOTS

    def all_jobs(self, intents: tuple[Intent, ...]) -> Iterator[Job]:
        """What to do, in the order of the intents. ValueError when an intent cannot be said."""
        shown = [i for i in intents if isinstance(i, ShowNotice | ShowProgramme)]
        panel = panel_of(shown)
        planning = replace(self, is_large=panel is not None and _is_large(panel))
        if panel is not None and not self.known.holds("memory", digest(str(panel))):
            yield self._memory(panel)
            planning = replace(planning, known=Known())  # the new layout erases everything
        for intent in intents:
            yield from planning.jobs(intent, shown)

    def jobs(self, intent: Intent, shown: list[ShowNotice | ShowProgramme]) -> Iterator[Job]:
        """What one intent still asks for; `shown` are all that show something, for they share the pictures."""
        match intent:
            case ShowNotice():
                yield from self._notice(intent, shown)
            case EndNotice():
                if not self.known.holds("priority", NOTHING):
                    yield self._write("priority", commands.WriteText(commands.PRIORITY, b""), NOTHING, "")
            case Ask():
                yield from self._check()
            case SetClock(at):
                clock = (special.SetDate(at), special.SetWeekday(at), special.SetTime(at))
                yield from self._special("clock", digest(at.date().isoformat()), clock)
            case ShowProgramme(entries):
                yield from self._programme(entries, shown)
            case SetHours():
                yield from self._hours(intent)
            case SetBrightness():
                dimming = special.SetDimming(intent.level)
                yield from self._special("dimming", digest(dimming.to_command()), (dimming,))
            case _:
                assert_never(intent)

    def _hours(self, hours: SetHours) -> Iterator[Job]:
        """Run times for every text file; a fresh memory has them run always."""
        wanted = digest(str(hours.on), str(hours.off))
        always = digest(str(None), str(None))
        if wanted != always or "hours" in self.known.slots:
            told = tuple(special.RunTimes(label, hours.on, hours.off) for label in TEXTS)
            yield from self._special("hours", wanted, told)

    def _special(self, slot: str, wanted: str, told: tuple[special.Special, ...]) -> Iterator[Job]:
        if not self.known.holds(slot, wanted):
            steps = tuple(self._told(one) for one in told)
            yield Job(slot, steps, Change(((slot, Held(wanted, Memory.FLASH)),)))

    def _memory(self, panel: Panel) -> Job:
        texts = [
            special.MemoryFile.text(label, LARGE_TEXT_BYTES if _is_large(panel) else TEXT_BYTES) for label in TEXTS
        ]
        if _is_large(panel):
            pictures = special.ConfigureLargePictures(tuple(LARGE_PICTURES), panel.height_dots, LARGE_TILE_DOTS)
            steps: tuple[Step, ...] = (self._told(special.ConfigureMemory(tuple(texts))), self._told(pictures))
        else:
            small = [special.MemoryFile.picture(label, panel.height_dots, TILE_DOTS) for label in PICTURES]
            steps = (self._told(special.ConfigureMemory((*texts, *small))),)
        change = Change((("memory", Held(digest(str(panel)), Memory.FLASH)),), tuple(self.known.slots))
        return Job("memory", steps, change, writes=1)

    def _check(self) -> Iterator[Job]:
        if "check" not in self.known.slots:
            told = commands.ReadText(TEXTS[0])
            step = Step((Burst(self._frame(told.to_command()).to_bytes()),))
            yield Job("check", (step,), Change((("check", Held(NOTHING, Memory.RAM)),)))

    def _notice(self, notice: ShowNotice, shown: list[ShowNotice | ShowProgramme]) -> Iterator[Job]:
        wanted = self._wanted(notice)
        if self.known.holds("priority", wanted.digest):
            return
        labels = self._labels(shown)
        text = self._text(commands.PRIORITY, wanted, labels)
        if len(text.to_command()) - 2 > commands.PRIORITY_BYTES:
            raise ValueError("紧急通知太长，Alpha 屏的优先文件只有 125 字节")
        yield from self._tiles((wanted,), shown, labels)
        yield self._write("priority", text, wanted.digest, notice.key)

    def _programme(self, entries: tuple[Entry, ...], shown: list[ShowNotice | ShowProgramme]) -> Iterator[Job]:
        texts = [self._wanted(entry) for entry in entries]
        labels = self._labels(shown)
        yield from self._tiles(tuple(texts), shown, labels)
        files = self._files([text.digest for text in texts])
        for file, text in zip(files, texts, strict=True):
            if not self.known.holds(file, text.digest):
                yield self._write(file, self._text(file, text, labels), text.digest, text.key)
        sequence = "".join(files)
        if entries and not self.known.holds("sequence", digest(sequence)):
            kept = {*files, *(labels[tile] for text in texts for page in text.pages for tile in page)}
            spare = tuple(slot for slot in self.known.slots if len(slot) == 1 and slot not in kept)
            change = Change((("sequence", Held(digest(sequence), Memory.FLASH)),), spare)
            told = special.RunSequence(sequence)
            back = self._asked(special.ReadSpecial("."), told.to_command())
            keys = tuple(text.key for text in texts)
            steps = (self._told(told), back)
            yield Job("play", steps, change, lost=("memory",), tidies=True, reveals=keys)

    def _tiles(
        self, texts: tuple[_Wanted, ...], shown: list[ShowNotice | ShowProgramme], labels: dict[str, str]
    ) -> Iterator[Job]:
        pictures = self._pictures(shown)
        for tile in dict.fromkeys(tile for text in texts for page in text.pages for tile in page):
            if not self.known.holds(labels[tile], tile):
                change = Change(((labels[tile], Held(tile, Memory.FLASH)),))
                yield Job("picture", self._picture(labels[tile], pictures[tile]), change, lost=("memory",))

    def _pictures(self, shown: list[ShowNotice | ShowProgramme]) -> dict[str, Bitmap]:
        entries: list[Entry | ShowNotice] = []
        for intent in shown:
            entries += intent.entries if isinstance(intent, ShowProgramme) else [intent]
        pages = [page.bitmap for entry in entries for page in entry.composition.pages]
        return {digest(_packed(tile)): tile for page in pages for tile in tiles(page, self.tile_dots)}

    def _labels(self, shown: list[ShowNotice | ShowProgramme]) -> dict[str, str]:
        """A label for each tile: its own if the sign has it, else a free one. ValueError when there are too many."""
        held = {h.digest: label for label, h in self.known.slots.items() if label in PICTURES}
        usable = LARGE_PICTURES if self.is_large else PICTURES
        free = iter(label for label in usable if label not in self.known.slots)
        chosen = {tile: held.get(tile) or next(free, "") for tile in self._pictures(shown)}
        if not all(chosen.values()):
            raise ValueError(f"内容太多：Alpha 屏同时最多 {len(usable)} 块点阵图")
        return chosen

    def _files(self, wanted: list[str]) -> list[str]:
        held = {h.digest: label for label, h in self.known.slots.items() if label in TEXTS}
        free = iter(label for label in TEXTS if label not in self.known.slots)
        chosen = {content: held.get(content) or next(free, "") for content in dict.fromkeys(wanted)}
        if not all(chosen.values()):
            raise ValueError(f"Alpha 屏同时最多 {len(TEXTS) // 2} 条")
        return [chosen[content] for content in wanted]

    def _wanted(self, what: Entry | ShowNotice) -> _Wanted:
        effect = self.profile.effect(what.composition.effect)
        pictures = (tiles(page.bitmap, self.tile_dots) for page in what.composition.pages)
        pages = tuple(tuple(digest(_packed(tile)) for tile in page) for page in pictures)
        return _Wanted(what.key, pages, _MODES[effect])

    def _text(self, file: str, text: _Wanted, labels: dict[str, str]) -> commands.WriteText:
        pages = (
            b"".join(commands.called(labels[tile], is_large=self.is_large) for tile in page) for page in text.pages
        )
        content = b"\x0c".join(pages)
        most = LARGE_TEXT_BYTES if self.is_large else TEXT_BYTES
        if len(content) > most:
            raise ValueError(f"{text.key}：文字太长，Alpha 屏的一个文件只有 {most} 字节")
        return commands.WriteText(file, content, text.mode)

    def _write(self, slot: str, text: commands.WriteText, wanted: str, key: str) -> Job:
        """Write a text file and read it back."""
        back = self._asked(commands.ReadText(text.label), text.to_command())
        change = Change(((slot, Held(wanted, Memory.FLASH, key)),))
        return Job("write", (self._told(text), back), change, (key,) if key else (), lost=("memory",))

    def _picture(self, label: str, bitmap: Bitmap) -> tuple[Step, ...]:
        picture = commands.WritePicture(label, bitmap, self.is_large)
        content = self._frame(picture.to_command()).to_bytes()
        pause = content.index(b"\x02") + 1 + len(picture.head())
        bursts = (Burst(content[:pause], PICTURE_GAP_S), Burst(content[pause:]))
        back = self._asked(commands.ReadPicture(label, self.is_large), picture.plain())
        return (Step(bursts, answered=False), back)

    def _asked(self, question: commands.Command, answer: bytes) -> Step:
        """Ask for something to be read back; only this very answer will do."""
        question_bytes = self._frame(question.to_command()).to_bytes()
        return Step((Burst(question_bytes),), token=crc16_arc(answer), reply_bytes=len(answer), reads_back=True)

    def _told(self, command: commands.Command) -> Step:
        return Step((Burst(self._frame(command.to_command()).to_bytes()),), answered=False)

    def _frame(self, command: bytes) -> Frame:
        return Frame(command, f"{self.address:02X}")


def tiles(page: Bitmap, tile_dots: int = TILE_DOTS) -> list[Bitmap]:
    """A page cut into tiles from the left; the last one is as wide as what is left."""
    starts = range(0, page.width, tile_dots)
    return [page.cropped(x, 0, min(tile_dots, page.width - x), page.height) for x in starts]


def _is_large(panel: Panel) -> bool:
    return panel.height_dots > TALLEST_SMALL_DOTS


def _packed(tile: Bitmap) -> bytes:
    return b"%d %d " % (tile.width, tile.height) + tile.dots
