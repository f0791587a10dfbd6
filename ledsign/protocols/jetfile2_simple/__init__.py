"""JetFile II signs (Chainzone) in the simple format: text files in RAM under one-letter labels, and a playlist.

A new playlist is one frame, so a day changes at once and a half update never shows. The format has no clock, no
brightness and no timer for a notice; what it cannot say is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

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
from ledsign.protocols.jetfile2.text import marked
from ledsign.protocols.jetfile2_simple.commands import ASKING, LABELS, Command, Play, WriteText, command_of, texts_of
from ledsign.protocols.jetfile2_simple.frame import LARGEST_FRAME, Frame, FrameDecoder

PLAYLIST = "playlist"


class JetFile2Simple:
    """The planner of these signs."""

    def jobs(self, intents: Iterable[Intent], known: Known, profile: Profile, address: int) -> Iterator[Job]:
        """What to do, most urgent first. ValueError when the format cannot say an intent."""
        return _Planning(known, profile, address).jobs(tuple(intents))

    def showing(self, intents: Iterable[Intent], known: Known, profile: Profile) -> tuple[str, ...]:
        """The keys among the intents that the sign acknowledged and plays."""
        intents = tuple(intents)
        return showing_of(self.jobs(intents, known, profile, 1), intents)

    def decoder(self) -> ReplyDecoder:
        """A decoder that knows nothing yet."""
        return SimpleReplies()


@dataclass(frozen=True, slots=True)
class _Planning:
    known: Known
    profile: Profile
    address: int

    def jobs(self, intents: tuple[Intent, ...]) -> Iterator[Job]:
        shown: list[ShowNotice | Entry] = []
        notice: ShowNotice | None = None
        asks = False
        for intent in intents:
            match intent:
                case ShowNotice():
                    notice = intent
                case ShowProgramme(entries):
                    shown += entries
                case Ask():
                    asks = True
                case SetHours(None, None) | SetClock() | EndNotice():
                    pass
                case SetHours() | SetBrightness():
                    raise ValueError("JetFile II 简单格式不能设置亮度和开关时间，请改用 jetfile2")
                case _:
                    assert_never(intent)
        yield from self._notice(notice) if notice else ()
        yield from self._ask() if asks else ()
        yield from self._files(tuple(shown), plays=notice is None)

    def _notice(self, notice: ShowNotice) -> Iterator[Job]:
        """A notice plays alone until it is over; its file has the label after the programme's."""
        label = LABELS[-1]
        content = self._text(notice)
        wanted = digest(content)
        if not self.known.holds(label, wanted):
            yield self._write(label, content, wanted, notice.key)
        yield from self._play(label, (notice.key,))

    def _ask(self) -> Iterator[Job]:
        if "check" not in self.known.slots:
            step = self._step(WriteText(ASKING, b" "))
            yield Job("check", (step,), Change((("check", Held(digest(ASKING), Memory.RAM)),)))

    def _files(self, entries: tuple[ShowNotice | Entry, ...], *, plays: bool) -> Iterator[Job]:
        contents = [self._text(entry) for entry in entries]
        labels = self._labels([digest(content) for content in contents])
        for label, entry, content in zip(labels, entries, contents, strict=True):
            if not self.known.holds(label, digest(content)):
                yield self._write(label, content, digest(content), entry.key)
        if plays and entries:
            yield from self._play("".join(labels), tuple(entry.key for entry in entries))

    def _labels(self, wanted: list[str]) -> list[str]:
        """A label for each text: its own if the sign has it, else one that does not play now. ValueError: too many."""
        held = {h.digest: label for label, h in self.known.slots.items() if label in LABELS[:-1]}
        playing = self.known.slots[PLAYLIST].key if PLAYLIST in self.known.slots else ""
        kept = {held[content] for content in wanted if content in held}
        free = iter(label for label in LABELS[:-1] if label not in kept and label not in playing)
        chosen = {content: held.get(content) or next(free, "") for content in dict.fromkeys(wanted)}
        if not all(chosen.values()):
            raise ValueError(f"JetFile II 简单格式同时最多 {len(LABELS) // 2} 条")
        return [chosen[content] for content in wanted]

    def _play(self, labels: str, keys: tuple[str, ...]) -> Iterator[Job]:
        wanted = digest(labels, *(self.known.slots[label].digest for label in labels if label in self.known.slots))
        if not self.known.holds(PLAYLIST, wanted):
            change = Change(((PLAYLIST, Held(wanted, Memory.RAM, labels)),))
            yield Job("play", (self._step(Play(labels)),), change, tidies=True, reveals=keys)

    def _write(self, label: str, content: bytes, wanted: str, key: str) -> Job:
        step = self._step(WriteText(label, content))
        return Job("write", (step,), Change(((label, Held(wanted, Memory.RAM, key)),)), (key,))

    def _text(self, what: ShowNotice | Entry) -> bytes:
        composition = what.composition
        text = marked(composition, self.profile.effect(composition.effect))
        if len(text) > self.profile.text_bytes:
            raise ValueError(f"{what.key}：文字太长（{len(text)} 字节），这种屏一条最多 {self.profile.text_bytes} 字节")
        return text

    def _step(self, command: Command) -> Step:
        return Step((Burst(Frame(command.to_command(), self.address).to_bytes()),))


class SimpleReplies:
    """Finds answers: "OK", or a status code in four hexadecimal digits. That they come bare is derived."""

    def __init__(self) -> None:
        self._left = b""
        self.rejected = 0

    def feed(self, received: bytes) -> list[Reply]:
        """The answers that these bytes complete; our own echo holds neither outside its frames."""
        self._left = _FRAMES.sub(b"", self._left + received)[-LARGEST_FRAME:]
        start = self._left.rfind(b"\x01")
        if start >= 0 and _UNFINISHED.fullmatch(self._left, start):
            return []
        found = [_reply(answer[0]) for answer in _ANSWERS.finditer(self._left)]
        last = 0
        for answer in _ANSWERS.finditer(self._left):
            last = answer.end()
        self._left = self._left[last:][-8:]
        return found


_FRAMES = re.compile(rb"\x01[YZ][0-9]{2}\x02[^\x01\x03\x04]*(?:\x03|\x04).{2}", re.DOTALL)
_UNFINISHED = re.compile(rb"\x01(?:[YZ](?:[0-9](?:[0-9](?:\x02[^\x01\x03\x04]*(?:[\x03\x04].?)?)?)?)?)?", re.DOTALL)
"""The beginning of a frame of ours, as an echo brings it in pieces; any other 01 is noise."""

_ANSWERS = re.compile(rb"OK|90[0-9A-F]{2}")
_GARBLED = (b"9002", b"9006")


def _reply(answer: bytes) -> Reply:
    if answer == b"OK":
        return Reply(Verdict.DONE)
    verdict = Verdict.GARBLED if answer in _GARBLED else Verdict.REFUSED
    return Reply(verdict, f"显示屏报告错误 {answer.decode()}")


def described(content: bytes) -> list[dict[str, object]]:
    """What a stream of frames says, one object a frame with its kind and its texts."""
    found: list[dict[str, object]] = []
    for frame in FrameDecoder().feed(content):
        try:
            command = command_of(frame.command)
        except ValueError:
            found.append({"kind": "unknown", "texts": [], "data": frame.command.hex()})
            continue
        kind = "write-text" if isinstance(command, WriteText) else "play"
        found.append({"kind": kind, "texts": texts_of(command)})
    return found
