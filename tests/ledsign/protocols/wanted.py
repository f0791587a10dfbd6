"""What a sign is asked to show, how it is told, and the dots it then must have."""

from datetime import datetime

from ledsign.bitmap import Bitmap, Panel
from ledsign.compose import compose
from ledsign.emulator.sign import EmulatedSign
from ledsign.intent import Ask, EndNotice, Entry, Intent, SetClock, SetHours, ShowNotice, ShowProgramme
from ledsign.link.state import Link, SignLink
from ledsign.profile import profile_of
from ledsign.protocols import planner_of
from tests.ledsign.simulation import Conversation, Trouble


def a_conversation(protocol: str, sign: EmulatedSign, trouble: Trouble | None = None) -> Conversation:
    """With one sign at address 1, on a good line or one with the same trouble both ways."""
    profile, planner = profile_of(protocol), planner_of(protocol)
    conversation = Conversation(Link(profile.line, (SignLink("sign", 1, planner, profile),)), [sign], planner.decoder())
    conversation.there, conversation.back = (trouble or conversation.there,) * 2
    return conversation


def wishes(texts: tuple[str, ...], notice: str = "", *, panel: Panel) -> tuple[Intent, ...]:
    """A programme of these texts, behind a notice where one is given."""
    in_front: Intent = ShowNotice("notice", compose(notice, panel)) if notice else EndNotice()
    entries = tuple(Entry(f"item {i}", compose(text, panel)) for i, text in enumerate(texts, 1))
    return (in_front, Ask(), SetClock(datetime(2026, 11, 23, 9, 0)), ShowProgramme(entries), SetHours())  # noqa: DTZ001


def expected(texts: tuple[str, ...], panel: Panel) -> set[Bitmap]:
    """Every page of these texts."""
    return {page.bitmap for text in texts for page in compose(text, panel).pages}
