"""From BPMN's nodes to our steps: what only joins or splits is dissolved, what is drawn in several levels becomes one.

sub-process         its name as a step, then its own steps, under its name as their link (环节)
boundary event      a branch of what it sits on, called after the event
unnamed gateway     dissolved where it joins or runs in parallel, else a decision
link events         a way from the one to the other
message flow        a way, where the message is what starts the other side
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.flows.bpmn.model import Model, Node, outgoing
from data.flows.bpmn.names import DECIDING, EVENT_NAMES, EVENTS, SUBPROCESSES, UNNAMED
from data.flows.graph import in_order
from data.flows.notes import Noted, noted
from data.records import Branch, Step, StepKind

_OURS = re.compile(r"step_([1-9][0-9]{0,8})")
"""Ids of steps in files that we wrote."""

Ends = list[tuple[str, str]]
"""(node, label) pairs that a node leads to."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a file in the order in which they happen, and the number each node got.

    A step's office is the name that its notes give.
    """

    steps: tuple[Step, ...]
    numbers: Mapping[str, int]
    used: frozenset[str]
    """Ids of message flows, data and annotations that the steps do show."""


def steps_of(model: Model) -> Steps:
    """Every step that a file's flow nodes stand for."""
    graph = _Graph(model)
    order = graph.ordered()
    numbers = _own_numbers(order) or {key: number for number, key in enumerate(order, start=1)}
    order.sort(key=numbers.__getitem__)
    following = [*(numbers[key] for key in order[1:]), 0][: len(order)]
    steps = tuple(graph.step(key, numbers, after) for key, after in zip(order, following, strict=True))
    return Steps(steps, numbers, frozenset(graph.used))


def _own_numbers(order: Sequence[str]) -> dict[str, int]:
    """The numbers in a file that we wrote ourselves; none where some step came from elsewhere."""
    found = {key: int(match[1]) for key in order if (match := _OURS.fullmatch(key))}
    return found if len(found) == len(order) == len(set(found.values())) else {}


class _Graph:
    """Who leads to whom, before and after dissolving."""

    def __init__(self, model: Model) -> None:
        self.used: set[str] = set()
        self._model = model
        self._nodes = model.nodes
        self._children: dict[str, list[str]] = defaultdict(list)
        for node in model.nodes.values():
            self._children[node.container].append(node.id)
        self._ends: dict[str, Ends] = defaultdict(list)
        for source, flows in outgoing(model).items():
            self._ends[source] = [(flow.target, flow.name) for flow in flows]
        self._entered = {target for ends in self._ends.values() for target, _ in ends}
        self._joined: dict[str, list[str]] = defaultdict(list)
        for flow in model.flows:
            if flow.kind in ("data", "association"):
                self._joined[flow.source].append(flow.target)
                self._joined[flow.target].append(flow.source)
        self._open_subprocesses()
        self._join_boundaries()
        self._join_links()
        self._join_messages()
        self._targets = {key: self._reached(key) for key in model.nodes if not self._dissolves(model.nodes[key])}

    def _open_subprocesses(self) -> None:
        """Lead into a sub-process at its beginnings, and out of it where it ends."""
        for node in self._nodes.values():
            inside = [self._nodes[key] for key in self._children[node.id]]
            if node.kind not in SUBPROCESSES or not inside:
                continue
            after = self._ends[node.id]
            lasts = [
                one for one in inside if not self._ends[one.id] and one.kind != "boundaryEvent" and not one.triggered
            ]
            for last in lasts if after else ():
                self._ends[last.id] = list(after)
            firsts = [one.id for one in inside if one.id not in self._entered and _begins(one)]
            self._ends[node.id] = [(first, "") for first in firsts] or after

    def _join_boundaries(self) -> None:
        for node in self._nodes.values():
            if node.kind == "boundaryEvent" and node.host in self._nodes:
                label = node.name or EVENT_NAMES.get(node.event, UNNAMED["boundaryEvent"])
                self._ends[node.host] = self._ends[node.host] + [(target, label) for target, _ in self._ends[node.id]]

    def _join_links(self) -> None:
        catching = {
            node.name: node.id
            for node in self._nodes.values()
            if node.event == "linkEventDefinition" and node.kind == "intermediateCatchEvent"
        }
        for node in self._nodes.values():
            if node.event == "linkEventDefinition" and node.kind == "intermediateThrowEvent" and node.name in catching:
                self._ends[node.id] = [(catching[node.name], "")]

    def _join_messages(self) -> None:
        """Follow a message to another side's beginning, if nothing else leads there."""
        for source, flows in outgoing(self._model, "messageFlow").items():
            for flow in flows:
                if flow.target not in self._entered and self._nodes[flow.target].kind != "boundaryEvent":
                    self._ends[source] = [*self._ends[source], (flow.target, flow.name)]
                    self.used.add(flow.id)

    def _dissolves(self, node: Node) -> bool:
        """Whether a node is no step of its own."""
        ways = len(self._ends[node.id])
        if node.kind in ("boundaryEvent", "implicitThrowEvent"):
            return True
        if node.event == "linkEventDefinition":
            return ways > 0
        if node.kind in DECIDING:
            return ways == 1
        if node.kind == "parallelGateway":
            return ways == 1 or (ways > 1 and not node.name)
        if node.kind in SUBPROCESSES:
            return not node.name and bool(self._children[node.id]) and ways > 0
        inner = self._nodes.get(node.container)
        return inner is not None and node.kind in ("startEvent", "endEvent") and ways > 0 and not inner.triggered

    def _reached(self, key: str) -> Ends:
        """Where a step leads, through everything dissolved, in order; a label met on the way stays."""
        found: dict[str, str] = {}
        seen: set[str] = set()
        waiting = list(reversed(self._ends[key]))
        while waiting:
            target, label = waiting.pop()
            if not self._dissolves(self._nodes[target]):
                found.setdefault(target, label)
            elif target not in seen:
                seen.add(target)
                waiting += [(after, label or more) for after, more in reversed(self._ends[target])]
        return list(found.items())

    def ordered(self) -> list[str]:
        """Steps so that each comes after those that lead to it, loops left out, first branches first."""
        out = {key: [target for target, _ in ends] for key, ends in self._targets.items()}
        entered = {target for targets in out.values() for target in targets}
        roots = sorted(out, key=lambda key: (self._nodes[key].kind != "startEvent", key in entered))
        return in_order(roots, out)

    def step(self, key: str, numbers: Mapping[str, int], following: int) -> Step:
        """The step that a node stands for; `following` is the number of the next in the list."""
        node, number = self._nodes[key], numbers[key]
        ends = [(numbers[target], label) for target, label in self._targets[key]]
        plain = ends == [(following, "")]
        said = noted(self._said(node))
        return Step(
            number,
            node.name or _unnamed(node),
            _kind(node, len(ends)),
            link=said.link or self._link(node),
            actor=self._actor(node),
            office=said.office,
            limit=said.limit,
            standard=said.standard,
            result=said.result,
            documents=tuple(dict.fromkeys((*self._documents(node), *said.documents))),
            risks=said.risks,
            branches=() if plain else tuple(Branch(target, label) for target, label in ends),
        )

    def _said(self, node: Node) -> Iterable[str]:
        yield from node.notes
        for other in self._joined[node.id]:
            if self._model.kinds.get(other) == "textAnnotation" and noted([self._model.names[other]]) != Noted():
                self.used.add(other)
                yield self._model.names[other]

    def _documents(self, node: Node) -> Iterable[str]:
        for key in self._joined[node.id]:
            kind = self._model.kinds.get(key, "")
            if kind in ("dataObjectReference", "dataStoreReference", "dataObject") and self._model.names.get(key):
                self.used.add(key)
                yield self._model.names[key]

    def _link(self, node: Node) -> str:
        inner = self._nodes.get(node.container)
        return inner.name if inner else ""

    def _actor(self, node: Node) -> str:
        """The lane a node is in, else that of what it is in, else the pool."""
        key = node.id
        while key in self._nodes:
            if name := self._model.names.get(self._model.lane_of.get(key, ""), ""):
                return name
            key = self._nodes[key].container
        return self._model.names.get(self._model.pool_of.get(key, ""), "")


def _begins(node: Node) -> bool:
    """Whether a sub-process can begin here: not at what an event begins."""
    return node.kind != "boundaryEvent" and not node.triggered


def _unnamed(node: Node) -> str:
    if node.kind in EVENTS and node.event in EVENT_NAMES:
        return EVENT_NAMES[node.event]
    return UNNAMED.get(node.kind, "步骤")


def _kind(node: Node, ways: int) -> StepKind:
    if ways == 0 or node.kind == "endEvent":
        return StepKind.END
    if node.kind == "startEvent" or node.triggered:
        return StepKind.START
    return StepKind.DECISION if node.kind in DECIDING and ways > 1 else StepKind.STEP
