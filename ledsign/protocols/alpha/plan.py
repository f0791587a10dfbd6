"""From intents to jobs for an Alpha sign: text files of picture calls, tiles of pages, and a run sequence.

What stands in a sign is known slot by slot: one letter is a text file (A to T) or a picture, "memory" the layout,
"sequence" what plays, "priority" the notice, "clock", "hours", "dimming" and "check". What was confirmed longer ago
than the profile's `rewrite_s` is read back and, where it is something else, written anew; what cannot be compared is
told again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from ledsign.bitmap import Bitmap, Panel
from ledsign.compose.capacity import parts
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
from ledsign.plan import Burst, Change, Held, Job, Known, Memory, Step, digest
from ledsign.profile import Profile, profile_of
from ledsign.protocols.alpha import commands, special
from ledsign.protocols.alpha.frame import Frame
from ledsign.protocols.checksums import crc16_arc
from ledsign.rotation import Effect

SMALL, LARGE = profile_of("alpha").pictures
TILE_DOTS = SMALL.width_dots
"""Width of a tile. Narrow ones are shared more often: blank ones above all."""

LARGE_TILE_DOTS = LARGE.width_dots
"""A large picture is called with fifteen bytes: few wide ones keep texts short."""

TALLEST_SMALL_DOTS = SMALL.height_dots
TEXTS = "ABCDEFGHIJKLMNOPQRST"
PICTURES = "".join(chr(c) for c in range(0x21, 0x7F) if chr(c) not in TEXTS + "0?")
LARGE_PICTURES = PICTURES[: LARGE.count]
TEXT_BYTES, LARGE_TEXT_BYTES = SMALL.text_bytes, LARGE.text_bytes
PICTURE_GAP_S = 0.1
"""After a picture's width the sign makes room before it takes dots."""

NOTHING = digest("nothing")
NO_NOTICE = commands.WriteText(commands.PRIORITY, b"")
ALWAYS = digest(str(None), str(None))
"""Of the slot "hours": the layout has every text file run all day."""

_MODES = {
    Effect.HOLD: commands.Mode.HOLD,
    Effect.SCROLL: commands.Mode.ROTATE,
    Effect.LEFT: commands.Mode.ROLL_LEFT,
    Effect.RIGHT: commands.Mode.ROLL_RIGHT,
    Effect.UP: commands.Mode.ROLL_UP,
    Effect.DOWN: commands.Mode.ROLL_DOWN,
    Effect.FLASH: commands.Mode.FLASH,
}

Shown = list[ShowNotice | ShowProgramme]
"""The intents that show something: they share the pictures."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text file: the tiles of its pages by digest, and how it arrives."""

    key: str
    pages: tuple[tuple[str, ...], ...]
    mode: commands.Mode

    @property
    def digest(self) -> str:
        """Names the text by its tiles, whatever their labels."""
        return digest(self.mode, *("|".join(page) for page in self.pages))

    def called(self, labels: dict[str, str]) -> str:
        """The digest of the file that calls its tiles by these labels: the same text under others is another file."""
        return digest(self.mode, *("".join(labels[tile] for tile in page) for page in self.pages), self.digest)


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

    def jobs(self, intent: Intent, shown: Shown) -> Iterator[Job]:
        """What one intent still asks for; `shown` are all that show something, for they share the pictures."""
        match intent:
            case ShowNotice():
                yield from self._notice(intent, shown)
            case EndNotice():
                if not self.known.held("priority", NOTHING):
                    yield self._write("priority", NO_NOTICE, NOTHING, "")
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
        told = tuple(special.RunTimes(label, hours.on, hours.off) for label in TEXTS)
        yield from self._special("hours", digest(str(hours.on), str(hours.off)), told)

    def _special(self, slot: str, wanted: str, told: tuple[special.Special, ...]) -> Iterator[Job]:
        if not self.known.holds(slot, wanted):
            steps = tuple(self._told(one) for one in told)
            yield Job(slot, steps, Change(((slot, Held(wanted, Memory.FLASH)),)))

    def memory(self, panel: Panel) -> Job:
        """Lay the memory out for a panel of this size: everything in it is erased."""
        texts = [special.MemoryFile.text(label, LARGE_TEXT_BYTES if is_large(panel) else TEXT_BYTES) for label in TEXTS]
        if is_large(panel):
            pictures = special.ConfigureLargePictures(tuple(LARGE_PICTURES), panel.height_dots, LARGE_TILE_DOTS)
            steps: tuple[Step, ...] = (self._told(special.ConfigureMemory(tuple(texts))), self._told(pictures))
        else:
            small = [special.MemoryFile.picture(label, panel.height_dots, TILE_DOTS) for label in PICTURES]
            steps = (self._told(special.ConfigureMemory((*texts, *small))),)
        laid_out = (("memory", Held(digest(str(panel)), Memory.FLASH)), ("hours", Held(ALWAYS, Memory.FLASH)))
        change = Change(laid_out, tuple(self.known.slots))
        return Job("memory", steps, change, writes=1)

    def _check(self) -> Iterator[Job]:
        if "check" not in self.known.slots:
            told = commands.ReadText(TEXTS[0])
            step = Step((Burst(self._frame(told.to_command()).to_bytes()),))
            yield Job("check", (step,), Change((("check", Held(NOTHING, Memory.RAM)),)))

    def _notice(self, notice: ShowNotice, shown: Shown) -> Iterator[Job]:
        wanted = self.wanted(notice)
        labels = self.labels(shown)
        if self.known.held("priority", wanted.called(labels)):
            return
        text = self.text(commands.PRIORITY, wanted, labels)
        if len(text.to_command()) - 2 > commands.PRIORITY_BYTES:
            raise ValueError("紧急通知太长，Alpha 屏的优先文件只有 125 字节")
        yield from self._tiles((wanted,), shown, labels)
        yield self._write("priority", text, wanted.called(labels), notice.key)

    def _programme(self, entries: tuple[Entry, ...], shown: Shown) -> Iterator[Job]:
        texts = [self.wanted(entry) for entry in entries]
        labels = self.labels(shown)
        yield from self._tiles(tuple(texts), shown, labels)
        files = self.files([text.called(labels) for text in texts])
        for file, text in zip(files, texts, strict=True):
            if not self.known.held(file, text.called(labels)):
                yield self._write(file, self.text(file, text, labels), text.called(labels), text.key)
        sequence = "".join(files)
        if entries and not self.known.held("sequence", digest(sequence)):
            kept = {*files, *labels.values()}
            spare = tuple(slot for slot in self.known.slots if len(slot) == 1 and slot not in kept)
            change = Change((("sequence", Held(digest(sequence), Memory.FLASH)),), spare)
            told = special.RunSequence(sequence)
            back = self.asked(special.ReadSpecial("."), told.to_command())
            keys = tuple(text.key for text in texts)
            steps = (self._told(told), back)
            yield Job("play", steps, change, lost=("memory",), tidies=True, reveals=keys)

    def _tiles(self, texts: tuple[Wanted, ...], shown: Shown, labels: dict[str, str]) -> Iterator[Job]:
        pictures = self.pictures(shown)
        for tile in dict.fromkeys(tile for text in texts for page in text.pages for tile in page):
            if not self.known.held(labels[tile], tile):
                change = Change(((labels[tile], Held(tile, Memory.FLASH)),))
                yield Job("picture", self._picture(labels[tile], pictures[tile]), change, lost=("memory",))

    def pictures(self, shown: Shown) -> dict[str, Bitmap]:
        """Every tile that is to show, by its digest."""
        entries: list[Entry | ShowNotice] = []
        for intent in shown:
            entries += intent.entries if isinstance(intent, ShowProgramme) else [intent]
        pages = [page.bitmap for entry in entries for page in entry.composition.pages]
        return {name: tile for page in pages for name, tile in _named(page, self.tile_dots)}

    def labels(self, shown: Shown) -> dict[str, str]:
        """A label for each tile: its own if the sign has it, else a free one. ValueError when there are too many."""
        held = {h.digest: label for label, h in self.known.slots.items() if label in PICTURES}
        usable = LARGE_PICTURES if self.is_large else PICTURES
        free = iter(label for label in usable if label not in self.known.slots)
        chosen = {tile: held.get(tile) or next(free, "") for tile in self.pictures(shown)}
        if not all(chosen.values()):
            raise ValueError(f"内容太多：Alpha 屏同时最多 {len(usable)} 块点阵图")
        return chosen

    def files(self, wanted: list[str]) -> list[str]:
        """A file for each digest: the one that has it, else a free one. ValueError when there are too many."""
        held = {h.digest: label for label, h in self.known.slots.items() if label in TEXTS}
        free = iter(label for label in TEXTS if label not in self.known.slots)
        chosen = {content: held.get(content) or next(free, "") for content in dict.fromkeys(wanted)}
        if not all(chosen.values()):
            raise ValueError(f"Alpha 屏同时最多 {len(TEXTS) // 2} 条")
        return [chosen[content] for content in wanted]

    def wanted(self, what: Entry | ShowNotice) -> Wanted:
        """What stands in the file of an item or a notice."""
        effect = self.profile.effect(what.composition.effect)
        pictures = (_named(page.bitmap, self.tile_dots) for page in what.composition.pages)
        pages = tuple(tuple(name for name, _ in page) for page in pictures)
        return Wanted(what.key, pages, _MODES[effect])

    def text(self, file: str, text: Wanted, labels: dict[str, str]) -> commands.WriteText:
        """The command that writes a file. ValueError when it is too long for one."""
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
        back = self.asked(commands.ReadText(text.label), text.to_command())
        change = Change(((slot, Held(wanted, Memory.FLASH, key)),))
        return Job("write", (self._told(text), back), change, (key,) if key else (), lost=("memory",))

    def _picture(self, label: str, bitmap: Bitmap) -> tuple[Step, ...]:
        picture = commands.WritePicture(label, bitmap, self.is_large)
        content = self._frame(picture.to_command()).to_bytes()
        pause = content.index(b"\x02") + 1 + len(picture.head())
        bursts = (Burst(content[:pause], PICTURE_GAP_S), Burst(content[pause:]))
        back = self.asked(commands.ReadPicture(label, self.is_large), picture.plain())
        return (Step(bursts, answered=False), back)

    def asked(self, question: commands.Command, answer: bytes) -> Step:
        """Ask for something to be read back; only this very answer will do."""
        question_bytes = self._frame(question.to_command()).to_bytes()
        return Step((Burst(question_bytes),), token=crc16_arc(answer), reply_bytes=len(answer), reads_back=True)

    def _told(self, command: commands.Command) -> Step:
        return Step((Burst(self._frame(command.to_command()).to_bytes()),), answered=False)

    def _frame(self, command: bytes) -> Frame:
        return Frame(command, f"{self.address:02X}")


@lru_cache(maxsize=512)
def _named(page: Bitmap, tile_dots: int) -> tuple[tuple[str, Bitmap], ...]:
    """A page's tiles with the digest of each."""
    return tuple((digest(_packed(tile)), tile) for tile in parts(page, tile_dots))


def is_large(panel: Panel) -> bool:
    """Whether a panel is too tall for small dots pictures."""
    return panel.height_dots > TALLEST_SMALL_DOTS


def _packed(tile: Bitmap) -> bytes:
    return b"%d %d " % (tile.width, tile.height) + tile.dots
