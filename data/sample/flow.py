"""Reads how a power runs from lines a person can write: one a step, and beneath it one for each risk point."""

from dataclasses import replace

from data.records import Branch, Risk, Step, StepKind
from data.sample.reading import cells, parts

_KINDS = {"始": StepKind.START, "步": StepKind.STEP, "判": StepKind.DECISION, "终": StepKind.END}
_COLUMNS = 10
_ITS_OWN = "."
"""Written for the office that holds the power."""


def steps(written: str, office: str) -> tuple[Step, ...]:
    """The steps written in `written` for a power of `office`.

    `3判 | link | name | actor | office | limit | standard | result | documents | branches`, the last ones left
    out where empty; a line `! grade | form | description | measure | responsible` is a risk point of the step above.
    """
    found: list[Step] = []
    for line in written.strip().splitlines():
        if line.startswith("!"):
            found[-1] = replace(found[-1], risks=(*found[-1].risks, _risk(line)))
        else:
            found.append(_step(line, office))
    return tuple(found)


def _step(line: str, own: str) -> Step:
    columns = cells(line)
    mark, link, name, actor, office, limit, standard, result, documents, branches = (
        *columns,
        *("",) * (_COLUMNS - len(columns)),
    )
    return Step(
        number=int(mark[:-1]),
        name=name,
        kind=_KINDS[mark[-1]],
        link=link,
        actor=actor,
        office=own if office == _ITS_OWN else office,
        limit=limit,
        standard=standard,
        result=result,
        documents=parts(documents),
        branches=tuple(_branch(branch) for branch in parts(branches)),
    )


def _branch(written: str) -> Branch:
    label, _, to = written.rpartition("→")
    return Branch(int(to), label)


def _risk(line: str) -> Risk:
    grade, form, description, measure, responsible = (*cells(line.removeprefix("!")), "")[:5]
    return Risk(description, grade, form, measure, responsible)
