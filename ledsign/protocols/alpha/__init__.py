"""Alpha signs (M-Protocol: Adaptive, BetaBrite). They have no Chinese, so every page goes as dot pictures.

Memory is laid out once: text files, and pictures of one size that pages are tiled from. A changed page needs only the
tiles that the sign lacks; a new run sequence makes the change at once. Signs are silent unless they are Alpha 2.0 or
3.0, so what was written is read back and compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
)
from ledsign.plan import Burst, Change, Held, Job, Known, Memory, Reply, ReplyDecoder, Step, Verdict, digest, showing_of
from ledsign.profile import Profile
from ledsign.protocols.alpha import commands
from ledsign.protocols.alpha.frame import Frame, FrameDecoder
from ledsign.protocols.checksums import crc16_arc
from ledsign.rotation import Effect

TILE_DOTS = 64
"""Width of a tile. Narrow ones are shared more often: blank ones above all."""

TALLEST_DOTS = 31
TEXTS = "ABCDEFGHIJKLMNOPQRST"
PICTURES = "".join(chr(c) for c in range(0x21, 0x7F) if chr(c) not in TEXTS + "0?")
TEXT_BYTES = 256
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


class Alpha:
    """The planner of these signs."""

    def jobs(self, intents: Iterable[Intent], known: Known, profile: Profile, address: int) -> Iterator[Job]:
        """What to do, in the order of the intents. ValueError when an intent cannot be said."""
        return _Planning(known, profile, address).all_jobs(tuple(intents))

    def showing(self, intents: Iterable[Intent], known: Known, profile: Profile) -> tuple[str, ...]:
        """The keys among the intents that the sign was read back to hold."""
        intents = tuple(intents)
        return showing_of(self.jobs(intents, known, profile, 1), intents)

    def decoder(self) -> ReplyDecoder:
        """A decoder that knows nothing yet."""
        return AlphaReplies()


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
class _Planning:
    known: Known
    profile: Profile
    address: int

    def all_jobs(self, intents: tuple[Intent, ...]) -> Iterator[Job]:
        shown = [i for i in intents if isinstance(i, ShowNotice | ShowProgramme)]
        panel = _panel(shown)
        if panel is not None and not self.known.holds("memory", digest(str(panel))):
            yield self._memory(panel)
            self = _Planning(Known(), self.profile, self.address)  # noqa: PLW0642 - the new layout erases everything
        for intent in intents:
            yield from self._jobs(intent, shown)

    def _jobs(self, intent: Intent, shown: list[ShowNotice | ShowProgramme]) -> Iterator[Job]:
        match intent:
            case ShowNotice():
                yield from self._notice(intent, shown)
            case EndNotice():
                if not self.known.holds("priority", NOTHING):
                    yield self._write("priority", commands.WriteText(commands.PRIORITY, b""), NOTHING, "")
            case Ask():
                yield from self._check()
            case SetClock(at):
                wanted = digest(at.date().isoformat())
                if not self.known.holds("clock", wanted):
                    steps = (self._told(commands.SetDate(at)), self._told(commands.SetTime(at)))
                    yield Job("clock", steps, Change((("clock", Held(wanted, Memory.FLASH)),)))
            case ShowProgramme(entries):
                yield from self._programme(entries, shown)
            case SetHours(None, None):
                pass
            case SetHours() | SetBrightness():
                raise ValueError("Alpha 屏的亮度与开关时间不能由此设置，请在显示屏上设置")
            case _:
                assert_never(intent)

    def _memory(self, panel: Panel) -> Job:
        height = min(panel.height_dots, TALLEST_DOTS)
        files = [commands.MemoryFile.text(label, TEXT_BYTES) for label in TEXTS]
        files += [commands.MemoryFile.picture(label, height, TILE_DOTS) for label in PICTURES]
        step = self._told(commands.ConfigureMemory(tuple(files)))
        change = Change((("memory", Held(digest(str(panel)), Memory.FLASH)),), tuple(self.known.slots))
        return Job("memory", (step,), change, writes=1)

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
        yield from self._tiles((wanted,), shown, labels)
        text = commands.called(labels[tile] for page in wanted.pages for tile in page)
        if len(text) > commands.PRIORITY_BYTES:
            raise ValueError("紧急通知太长，Alpha 屏的优先文件只有 125 字节")
        yield self._write("priority", self._text(commands.PRIORITY, wanted, labels), wanted.digest, notice.key)

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
            yield Job("play", (self._told(commands.RunSequence(sequence)),), change, tidies=True)

    def _tiles(
        self, texts: tuple[_Wanted, ...], shown: list[ShowNotice | ShowProgramme], labels: dict[str, str]
    ) -> Iterator[Job]:
        pictures = _pictures(shown)
        for tile in dict.fromkeys(tile for text in texts for page in text.pages for tile in page):
            if not self.known.holds(labels[tile], tile):
                change = Change(((labels[tile], Held(tile, Memory.FLASH)),))
                yield Job("picture", self._picture(labels[tile], pictures[tile]), change)

    def _labels(self, shown: list[ShowNotice | ShowProgramme]) -> dict[str, str]:
        """A label for each tile: its own if the sign has it, else a free one. ValueError when there are too many."""
        held = {h.digest: label for label, h in self.known.slots.items() if label in PICTURES}
        free = iter(label for label in PICTURES if label not in self.known.slots)
        chosen = {tile: held.get(tile) or next(free, "") for tile in _pictures(shown)}
        if not all(chosen.values()):
            raise ValueError(f"内容太多：Alpha 屏同时最多 {len(PICTURES)} 块点阵图")
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
        pages = tuple(tuple(digest(_packed(tile)) for tile in tiles(page.bitmap)) for page in what.composition.pages)
        return _Wanted(what.key, pages, _MODES[effect])

    def _text(self, file: str, text: _Wanted, labels: dict[str, str]) -> commands.WriteText:
        pages = (b"".join(commands.called((labels[tile],)) for tile in page) for page in text.pages)
        return commands.WriteText(file, b"\x0c".join(pages), text.mode)

    def _write(self, slot: str, text: commands.WriteText, wanted: str, key: str) -> Job:
        """Write a text file and read it back."""
        command = text.to_command()
        back = self._frame(commands.ReadText(text.label).to_command())
        steps = (self._told(text), Step((Burst(back.to_bytes()),), token=crc16_arc(command)))
        return Job("write", steps, Change(((slot, Held(wanted, Memory.FLASH, key)),)), (key,) if key else ())

    def _picture(self, label: str, bitmap: Bitmap) -> tuple[Step, ...]:
        picture = commands.WritePicture(label, bitmap)
        content = self._frame(picture.to_command()).to_bytes()
        pause = content.index(b"\x02") + 1 + len(picture.head())
        bursts = (Burst(content[:pause], PICTURE_GAP_S), Burst(content[pause:]))
        back = self._frame(b"J" + label.encode("ascii"))
        return (Step(bursts, answered=False), Step((Burst(back.to_bytes()),), token=crc16_arc(picture.plain())))

    def _told(self, command: commands.Command) -> Step:
        return Step((Burst(self._frame(command.to_command()).to_bytes()),), answered=False)

    def _frame(self, command: bytes) -> Frame:
        return Frame(command, f"{self.address:02X}")


def tiles(page: Bitmap) -> list[Bitmap]:
    """A page cut into tiles from the left; the last one is as wide as what is left."""
    height = min(page.height, TALLEST_DOTS)
    starts = range(0, page.width, TILE_DOTS)
    return [page.cropped(x, 0, min(TILE_DOTS, page.width - x), height) for x in starts]


def _pictures(shown: list[ShowNotice | ShowProgramme]) -> dict[str, Bitmap]:
    entries: list[Entry | ShowNotice] = []
    for intent in shown:
        entries += intent.entries if isinstance(intent, ShowProgramme) else [intent]
    found = [tile for entry in entries for page in entry.composition.pages for tile in tiles(page.bitmap)]
    return {digest(_packed(tile)): tile for tile in found}


def _packed(tile: Bitmap) -> bytes:
    return bytes((tile.width, tile.height)) + tile.dots


def _panel(shown: list[ShowNotice | ShowProgramme]) -> Panel | None:
    for intent in shown:
        if isinstance(intent, ShowNotice):
            return intent.composition.panel
        for entry in intent.entries:
            return entry.composition.panel
    return None


class AlphaReplies:
    """Finds what a sign says: files read back (told apart by what they hold), ACK and NAK."""

    def __init__(self) -> None:
        self._frames = FrameDecoder()

    @property
    def rejected(self) -> int:
        """How many damaged frames came."""
        return self._frames.rejected

    def feed(self, received: bytes) -> list[Reply]:
        """The replies that these bytes complete; frames of type Z are our own echo."""
        found = (frame for frame in self._frames.feed(received) if frame.kind == "0")
        return [Reply(Verdict.DONE, token=crc16_arc(frame.command)) for frame in found]


def described(content: bytes) -> list[dict[str, object]]:
    """What a stream of frames says, one object a frame with its kind and its texts."""
    return [_described(frame) for frame in FrameDecoder().feed(content)]


def _described(frame: Frame) -> dict[str, object]:
    letter = frame.command[:2] if frame.command[:1] in (b"E", b"F") else frame.command[:1]
    kind = _KINDS.get(letter, "unknown")
    text = frame.command[2:] if letter == b"A" else b""
    if text[:1] == b"\x1b":
        text = text[3:]
    words = "".join(chr(c) for c in text if 0x20 <= c < 0x7F)  # noqa: PLR2004 - printable ASCII
    return {"kind": kind, "texts": [words] if letter == b"A" else []}


_KINDS = {
    b"A": "write-text",
    b"B": "read-text",
    b"G": "write-string",
    b"I": "write-picture",
    b"J": "read-picture",
    b"E$": "configure-memory",
    b"E.": "run-sequence",
    b"E ": "set-time",
    b"E;": "set-date",
    b"E&": "set-weekday",
    b"F*": "read-errors",
}
