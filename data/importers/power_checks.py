"""What staff should know about a power before it is published: no basis, no time limit, ways that lead nowhere.

The steps form a graph: a step's branches lead out of it; without any the next number follows, and the last step, like
every step of kind end, ends the matter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.importers.problem import Level
from data.records import Power, Step, StepKind

_BY_APPLICANT = ("申请", "当事人", "行政相对人", "相对人", "服务对象", "办事人")
"""Beginnings of actors who are not ours: nobody sets them a time limit."""

_TOLD = 20
"""Numbers of steps in one sentence; a chart of hundreds is wrong in the same way throughout."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a power: how grave, a sentence, and the step and field it is seen at (None: the power)."""

    level: Level
    message: str
    step: int | None = None
    field: str = ""


def check_power(power: Power) -> tuple[Finding, ...]:
    """Everything to be said about a power, its steps in order."""
    return (*_of_power(power), *_of_steps(power.steps), *_of_ways(power.steps))


def ways_out(steps: Iterable[Step]) -> Mapping[int, tuple[int, ...]]:
    """Where each step leads, by number; an end leads nowhere."""
    ordered = sorted(steps, key=lambda step: step.number)
    following = {step.number: after.number for step, after in pairwise(ordered)}
    return {step.number: _ways(step, following) for step in ordered}


def _ways(step: Step, following: Mapping[int, int]) -> tuple[int, ...]:
    if step.branches:
        return tuple(dict.fromkeys(branch.to for branch in step.branches))
    if step.kind is StepKind.END or step.number not in following:
        return ()
    return (following[step.number],)


def _of_power(power: Power) -> Iterator[Finding]:
    if not power.bases:
        yield Finding(Level.WARNING, "没有设定依据。有依据的请补上；没有查到的可以空着。", field="name")


def _of_steps(steps: tuple[Step, ...]) -> Iterator[Finding]:
    acting = [step for step in steps if step.kind in {StepKind.STEP, StepKind.DECISION}]
    yield from _lacking("没有写办理人员", "actor", [step for step in acting if not step.actor and not step.office])
    ours = [step for step in acting if step.kind is StepKind.STEP and not step.actor.startswith(_BY_APPLICANT)]
    yield from _lacking("没有办理时限", "limit", [step for step in ours if not step.limit])
    for step in steps:
        if step.kind is StepKind.DECISION and len({branch.to for branch in step.branches}) < 2:  # noqa: PLR2004 - yes and no
            message = f"第 {step.number} 步是判断，却只有一个去向。请在“去向”里写明每一种结果到哪一步。"
            yield Finding(Level.WARNING, message, step.number, "branches")
        if any(not risk.measure for risk in step.risks):
            yield Finding(Level.WARNING, f"第 {step.number} 步有风险点没有写防控措施。", step.number, "risks")


def _lacking(words: str, field: str, steps: list[Step]) -> Iterator[Finding]:
    if steps:
        numbers = _told([step.number for step in steps])
        yield Finding(Level.WARNING, f"第 {numbers} 步{words}。", steps[0].number, field)


def _told(numbers: Sequence[int]) -> str:
    """Numbers of steps in a sentence: the first of them where they are many."""
    first = "、".join(map(str, numbers[:_TOLD]))
    return first if len(numbers) <= _TOLD else f"{first} 等 {len(numbers)}"


def _of_ways(steps: tuple[Step, ...]) -> Iterator[Finding]:
    if not steps:
        return
    out = ways_out(steps)
    for step in steps:
        for target in out[step.number]:
            if target not in out:
                message = f"去向指到第 {target} 步，但没有这一步。请改正去向，或补上这一步。"
                yield Finding(Level.ERROR, message, step.number, "branches")
    reached = _reached(_firsts(steps), out)
    for step in steps:
        if step.number not in reached:
            what = "这个结束" if step.kind is StepKind.END else "这一步"
            message = f"从开始走不到第 {step.number} 步，{what}永远不会发生。请检查前面各步的去向。"
            yield Finding(Level.WARNING, message, step.number, "number")
    yield from _endless(steps, out, reached)


def _endless(steps: tuple[Step, ...], out: Mapping[int, tuple[int, ...]], reached: set[int]) -> Iterator[Finding]:
    """Steps that one can come to and from which no way leads to an end: a circle."""
    back: dict[int, list[int]] = {number: [] for number in out}
    for number, targets in out.items():
        for target in targets:
            back.setdefault(target, []).append(number)
    missing = {target for targets in out.values() for target in targets} - out.keys()
    ends = {number for number, targets in out.items() if not targets}
    ending = _reached(ends | missing, {number: tuple(sources) for number, sources in back.items()})
    lost = sorted(step.number for step in steps if step.number in reached and step.number not in ending)
    if lost:
        message = f"第 {_told(lost)} 步绕成一圈，永远走不到结束。请给其中一步加上通向结束的去向。"
        yield Finding(Level.ERROR, message, lost[0], "branches")


def _firsts(steps: tuple[Step, ...]) -> set[int]:
    """Where a matter may begin: at each start; the first step is one even where it is not called so."""
    return {step.number for step in steps if step.kind is StepKind.START} or {min(step.number for step in steps)}


def _reached(first: set[int], out: Mapping[int, tuple[int, ...]]) -> set[int]:
    reached: set[int] = set()
    waiting = list(first)
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting.extend(out.get(number, ()))
    return reached
