"""The steps of a power as a graph: which step leads to which, and which ways lead back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from data.records import Step, StepKind

_Node = TypeVar("_Node", int, str)


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
    out: dict[int, list[int]] = {step.number: [] for step in steps}
    for way in ways:
        out[way.source].append(way.target)
    entered = {way.target for way in ways}
    roots = sorted(steps, key=lambda step: (step.kind != StepKind.START, step.number in entered))
    back = loops([step.number for step in roots], out)
    return tuple(replace(way, back=(way.source, way.target) in back) for way in ways)


def loops(roots: Iterable[_Node], out: Mapping[_Node, Sequence[_Node]]) -> set[tuple[_Node, _Node]]:
    """The ways (source, target) that close a loop, when one walks depth first from every root nobody has met yet.

    Without recursion: flows of others can be very long. Without these ways a graph has an order.
    """
    closing: set[tuple[_Node, _Node]] = set()
    met: set[_Node] = set()
    for root in roots:
        if root in met:
            continue
        met.add(root)
        path = {root: iter(out[root])}
        while path:
            node, left = next(reversed(path.items()))
            target = next(left, None)
            if target is None:
                del path[node]
            elif target in path:
                closing.add((node, target))
            elif target not in met:
                met.add(target)
                path[target] = iter(out[target])
    return closing


def in_order(roots: Sequence[_Node], out: Mapping[_Node, Sequence[_Node]]) -> list[_Node]:
    """Nodes so that each comes after all that lead to it, loops left out; a first branch whole before the second."""
    closing = loops(roots, out)
    waiting = dict.fromkeys(roots, 0)
    for node in roots:
        for target in out[node]:
            waiting[target] += (node, target) not in closing
    ready = [node for node in reversed(roots) if not waiting[node]]
    order: list[_Node] = []
    while ready:
        node = ready.pop()
        order.append(node)
        for target in reversed(out[node]):
            if (node, target) not in closing:
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
    return order
