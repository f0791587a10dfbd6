"""Everything an Alpha sign is still to be told: room in its memory, the intents in order, then doubts read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ledsign.intent import EndNotice, Intent, ShowNotice, ShowProgramme, panel_of
from ledsign.plan import Change, Held, Job, Known, digest
from ledsign.profile import Profile
from ledsign.protocols.alpha import commands, special
from ledsign.protocols.alpha.plan import NO_NOTICE, Planning, Shown, is_large


def all_jobs(intents: tuple[Intent, ...], known: Known, profile: Profile, address: int) -> Iterator[Job]:
    """What to do, in the order of the intents. ValueError when an intent cannot be said.

    Where what is to show does not fit beside what still shows, the memory is laid out anew.
    """
    shown: Shown = [intent for intent in intents if isinstance(intent, ShowNotice | ShowProgramme)]
    panel = panel_of(shown)
    planning = Planning(known, profile, address, panel is not None and is_large(panel))
    laid_out = panel is None or known.held("memory", digest(str(panel)))
    crowded = not _has_room(planning, shown) and _has_room(replace(planning, known=Known()), shown)
    if panel is not None and (crowded or not laid_out):
        memory = planning.memory(panel)
        yield memory
        planning = replace(planning, known=Known(dict(memory.change.filled)))  # it erases everything else
    for intent in intents:
        yield from planning.jobs(intent, shown)
    yield from _doubts(planning, intents, shown)


def fitted(intents: Iterable[Intent], profile: Profile) -> tuple[Intent, ...]:
    """The intents, with as many of the programme's items as there is room for beside an urgent notice."""
    intents = tuple(intents)
    panel = panel_of(intents)
    if panel is None or not any(isinstance(intent, ShowNotice) for intent in intents):
        return intents
    empty = Planning(Known(), profile, 1, is_large(panel))
    most = max((len(intent.entries) for intent in intents if isinstance(intent, ShowProgramme)), default=0)
    for count in range(most, 0, -1):
        fewer = tuple(_first(intent, count) for intent in intents)
        if _has_room(empty, [intent for intent in fewer if isinstance(intent, ShowNotice | ShowProgramme)]):
            return fewer
    return tuple(_first(intent, 0) for intent in intents)


def _first(intent: Intent, count: int) -> Intent:
    return ShowProgramme(intent.entries[:count]) if isinstance(intent, ShowProgramme) else intent


def _has_room(planning: Planning, shown: Shown) -> bool:
    try:
        labels = planning.labels(shown)
        for intent in shown:
            if isinstance(intent, ShowProgramme):
                planning.files([planning.wanted(entry).called(labels) for entry in intent.entries])
    except ValueError:
        return False
    return True


def _doubts(planning: Planning, intents: tuple[Intent, ...], shown: Shown) -> Iterator[Job]:
    """Reading back what is as wanted but was confirmed long ago: pictures, texts, what plays, and the notice."""
    if not any(held.is_old for held in planning.known.slots.values()):
        return
    for slot, question, answer in _standing(planning, intents, shown):
        held = planning.known.slots.get(slot)
        if held is not None and held.is_old:
            change = Change(((slot, Held(held.digest, held.memory, held.key)),))
            yield Job("verify", (planning.asked(question, answer),), change, lost=(slot,))


def _standing(
    planning: Planning, intents: tuple[Intent, ...], shown: Shown
) -> Iterator[tuple[str, commands.Command, bytes]]:
    """Every slot in use, what asks for it, and what the sign then says if nobody changed it."""
    labels = planning.labels(shown)
    if EndNotice() in intents:
        yield "priority", commands.ReadText(commands.PRIORITY), NO_NOTICE.to_command()
    for intent in shown:
        if isinstance(intent, ShowNotice):
            text = planning.text(commands.PRIORITY, planning.wanted(intent), labels)
            yield "priority", commands.ReadText(commands.PRIORITY), text.to_command()
        else:
            yield from _playing(planning, intent, labels)
    for tile, bitmap in planning.pictures(shown).items():
        picture = commands.WritePicture(labels[tile], bitmap, planning.is_large)
        yield labels[tile], commands.ReadPicture(labels[tile], planning.is_large), picture.plain()


def _playing(
    planning: Planning, programme: ShowProgramme, labels: dict[str, str]
) -> Iterator[tuple[str, commands.Command, bytes]]:
    texts = [planning.wanted(entry) for entry in programme.entries]
    files = planning.files([text.called(labels) for text in texts])
    if files:
        yield "sequence", special.ReadSpecial("."), special.RunSequence("".join(files)).to_command()
    for file, text in zip(files, texts, strict=True):
        yield file, commands.ReadText(file), planning.text(file, text, labels).to_command()
