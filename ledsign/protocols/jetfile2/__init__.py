"""JetFile II signs (Chainzone) in binary packets: text files in flash, a playlist with days, emergency messages.

Files of a new day get names that do not play yet; the new playlist makes the change at once. Packets are numbered by
what they say, so an answer that comes late is never taken for another packet's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from ledsign.bitmap import Panel
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
from ledsign.plan import Burst, Change, Held, Job, Known, Memory, Reply, ReplyDecoder, Step, Verdict, digest, showing_of
from ledsign.profile import Profile
from ledsign.protocols.jetfile2 import playlist, requests
from ledsign.protocols.jetfile2.packet import LARGEST_DATA, Packet, PacketDecoder
from ledsign.protocols.jetfile2.status import SystemStatus, meaning_of
from ledsign.protocols.jetfile2.text import marked, plain

LONGEST_NOTICE_S = 900
"""A notice without an end is renewed from RAM's refresh; a dead driver leaves it up no longer than this."""

FLUSH = bytes(LARGEST_DATA + 16)
"""A sign left with half a packet may wait for the rest of it: so many zeros end the longest there is."""

FILES = tuple(f"N{number:02d}" for number in range(100))


class JetFile2:
    """The planner of these signs."""

    def jobs(self, intents: Iterable[Intent], known: Known, profile: Profile, address: int) -> Iterator[Job]:
        """What to do, in the order of the intents. ValueError when an intent cannot be said."""
        intents = tuple(intents)
        planning = _Planning(known, profile, address, panel_of(intents))
        return (job for intent in intents for job in planning.jobs(intent))

    def showing(self, intents: Iterable[Intent], known: Known, profile: Profile) -> tuple[str, ...]:
        """The keys among the intents that the sign acknowledged."""
        intents = tuple(intents)
        return showing_of(self.jobs(intents, known, profile, 1), intents)

    def decoder(self) -> ReplyDecoder:
        """A decoder that knows nothing yet."""
        return PacketReplies()


@dataclass(frozen=True, slots=True)
class _Planning:
    known: Known
    profile: Profile
    address: int
    panel: Panel | None

    def jobs(self, intent: Intent) -> Iterator[Job]:
        match intent:
            case ShowNotice():
                yield from self._notice(intent)
            case EndNotice():
                yield from self._slot("notice", digest("nothing"), Memory.RAM, requests.Restart())
            case Ask():
                yield from self._ask()
            case SetClock(at):
                yield from self._slot("clock", digest(at.date().isoformat()), Memory.RAM, requests.SetClock(at))
            case ShowProgramme(entries):
                yield from self._programme(entries)
            case SetHours():
                power = requests.PowerOn() if intent.lit else requests.PowerOff()
                yield from self._slot("power", digest(str(intent.lit)), Memory.RAM, power)
            case SetBrightness():
                if self.panel is not None:
                    size = (self.panel.width_dots, self.panel.height_dots)
                    bright = requests.SetBrightness(*size, intent.level)
                    yield from self._slot("brightness", digest(intent.level), Memory.RAM, bright)
            case _:
                assert_never(intent)

    def _slot(self, slot: str, wanted: str, memory: Memory, request: requests.Request) -> Iterator[Job]:
        if not self.known.holds(slot, wanted):
            yield Job(slot, self._steps(request), Change(((slot, Held(wanted, memory)),)))

    def _ask(self) -> Iterator[Job]:
        if "check" not in self.known.slots:
            (step,) = self._steps(requests.TestConnection())
            flushed = Step((Burst(FLUSH), *step.bursts), token=step.token)
            yield Job("check", (flushed,), Change((("check", Held(digest("here"), Memory.RAM)),)))

    def _notice(self, notice: ShowNotice) -> Iterator[Job]:
        text = self._text(notice)
        wanted = digest(notice.key, str(notice.until), text)
        if not self.known.holds("notice", wanted):
            seconds = min(notice.seconds or LONGEST_NOTICE_S, LONGEST_NOTICE_S)
            change = Change((("notice", Held(wanted, Memory.RAM, notice.key)),))
            yield Job("notice", self._steps(requests.ShowEmergency(text, seconds)), change, (notice.key,))

    def _programme(self, entries: tuple[Entry, ...]) -> Iterator[Job]:
        texts = [self._text(entry) for entry in entries]
        names = self._names([digest(text) for text in texts])
        for name, entry, text in zip(names, entries, texts, strict=True):
            if not self.known.holds(name, digest(text)):
                change = Change(((name, Held(digest(text), Memory.FLASH, entry.key)),))
                yield Job("write", self._steps(requests.WriteText(name, text)), change, (entry.key,), writes=1)
        files = [requests.text_file(name[0], text) for name, text in zip(names, texts, strict=True)]
        listed = tuple(_listed(name, file, entry) for name, file, entry in zip(names, files, entries, strict=True))
        content = playlist.playlist(listed)
        if not self.known.holds("playlist", digest(content)):
            held = Held(digest(content), Memory.FLASH, " ".join(names))
            steps = self._steps(requests.WriteSystem(playlist.NAME, content))
            change = Change((("playlist", held),))
            keys = tuple(entry.key for entry in entries)
            lost = (*FILES, "playlist")
            yield Job("play", steps, change, lost=lost, writes=1, tidies=True, reveals=keys)

    def _names(self, wanted: list[str]) -> list[str]:
        """A file for each text: the one that has it, else one that does not play now. ValueError: too many."""
        held = {h.digest: name for name, h in self.known.slots.items() if name in FILES and not h.is_old}
        playing = self.known.slots["playlist"].key.split() if "playlist" in self.known.slots else []
        kept = {held[content] for content in wanted if content in held}
        free = iter(name for name in FILES if name not in kept and name not in playing)
        chosen = {content: held.get(content) or next(free, "") for content in dict.fromkeys(wanted)}
        if not all(chosen.values()):
            raise ValueError(f"同时最多 {len(FILES) // 2} 条")
        return [chosen[content] for content in wanted]

    def _text(self, what: ShowNotice | Entry) -> bytes:
        composition = what.composition
        text = marked(composition, self.profile.effect(composition.effect))
        if len(text) > self.profile.text_bytes:
            raise ValueError(f"{what.key}：文字太长（{len(text)} 字节），这种屏一条最多 {self.profile.text_bytes} 字节")
        return text

    def _steps(self, request: requests.Request) -> tuple[Step, ...]:
        serial = int(digest(*(part for parts in request.parts() for part in parts)), 16) & 0xFFFF
        return tuple(
            Step((Burst(packet.to_bytes()),), token=packet.serial) for packet in request.packets(self.address, serial)
        )


def _listed(name: str, file: bytes, entry: Entry) -> playlist.Entry:
    first, last = (entry.first, entry.last) if entry.first and entry.last else (None, None)
    return playlist.Entry(name, file, first, last, weekdays=entry.weekdays)


class PacketReplies:
    """Finds a sign's replies; requests, such as our own echo, are none."""

    def __init__(self) -> None:
        self._packets = PacketDecoder(impatient=True)

    @property
    def rejected(self) -> int:
        """How many damaged packets came."""
        return self._packets.rejected

    def feed(self, received: bytes) -> list[Reply]:
        """The replies that these bytes complete."""
        return [_judged(packet) for packet in self._packets.feed(received) if packet.is_reply]


def _judged(packet: Packet) -> Reply:
    status = int.from_bytes(packet.argument[:2], "little") if packet.flag == 1 else 0x9000
    verdict, sentence = meaning_of(status)
    return Reply(verdict, sentence, token=packet.serial)


def described(content: bytes) -> list[dict[str, object]]:
    """What a stream of packets says, one object a packet with its kind and its texts."""
    return [_described(packet) for packet in PacketDecoder().feed(content)]


def _described(packet: Packet) -> dict[str, object]:
    if packet.is_reply and packet.command == requests.AskStatus.CODE and packet.flag == 0:
        return {"kind": "status", "texts": [], "sentence": SystemStatus.from_argument(packet.argument).sentence}
    if packet.is_reply:
        reply = _judged(packet)
        return {"kind": "ok" if reply.verdict is Verdict.DONE else "refused", "texts": [], "sentence": reply.sentence}
    texts = [plain(packet.data[7:-1])] if packet.command in (0x0204, 0x0209) else []
    return {"kind": _KINDS.get(packet.command, f"command-{packet.command:04x}"), "texts": texts}


_KINDS = {
    requests.TestConnection.CODE: "test-connection",
    requests.WriteText.CODE: "write-text",
    requests.WriteSystem.CODE: "write-system",
    requests.ShowEmergency.CODE: "show-emergency",
    requests.Restart.CODE: "restart",
    requests.PowerOn.CODE: "power-on",
    requests.PowerOff.CODE: "power-off",
    requests.SetBrightness.CODE: "set-brightness",
    requests.AskStatus.CODE: "ask-status",
    requests.AskClock.CODE: "ask-clock",
    requests.SetClock.CODE: "set-clock",
}
