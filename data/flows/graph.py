"""The steps of a power as a graph: which step leads to which, and which ways lead back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.records import Step, StepKind


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one step to another (by number), with the label at its beginning; `back` where it closes a loop."""

    source: int
    target: int
    label: str = ""
    back: bool = False


def ways_of(steps: Sequence[Step]) -> tuple[Way, ...]:
    """Every way between steps, in their order; a way to a number that is no step is left out.

    A step without branches goes on to the next one in the list, an end nowhere.
    """
    known = {step.number for step in steps}
    following = {step.number: after.number for step, after in pairwise(steps)}
    ways = (way for step in steps for way in _ways_out(step, following))
    return _marked(steps, tuple(dict.fromkeys(way for way in ways if way.target in known)))


def _ways_out(step: Step, following: Mapping[int, int]) -> Iterable[Way]:
    if step.branches:
        return (Way(step.number, branch.to, branch.label) for branch in step.branches)
    if step.kind == StepKind.END or step.number not in following:
        return ()
    return (Way(step.number, following[step.number]),)


def _marked(steps: Sequence[Step], ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """The same ways, those marked that lead to a step still on the path when they are met."""
    out: dict[int, list[Way]] = {step.number: [] for step in steps}
    for way in ways:
        out[way.source].append(way)
    back = _closing(steps, out)
    return tuple(replace(way, back=way in back) for way in ways)


def _closing(steps: Sequence[Step], out: Mapping[int, Sequence[Way]]) -> set[Way]:
    """Walk depth first from every step nobody has met, without recursion: flows of others can be very long."""
    closing: set[Way] = set()
    met: set[int] = set()
    for step in _starts_first(steps, out):
        if step.number in met:
            continue
        path = {step.number: iter(out[step.number])}
        met.add(step.number)
        while path:
            number, left = next(reversed(path.items()))
            way = next(left, None)
            if way is None:
                del path[number]
            elif way.target in path:
                closing.add(way)
            elif way.target not in met:
                met.add(way.target)
                path[way.target] = iter(out[way.target])
    return closing


def _starts_first(steps: Sequence[Step], out: Mapping[int, Sequence[Way]]) -> list[Step]:
    """Steps in the order in which to begin: starts, then those nothing leads to, then the rest."""
    entered = {way.target for ways in out.values() for way in ways}
    return sorted(steps, key=lambda step: (step.kind != StepKind.START, step.number in entered))
