"""A step table as a file of its own: how one power runs, a row a step, as offices keep it before any system does.

序号   步骤名称   办理人员   办理时限   风险点         防控措施
1      申请       申请人
2      受理       窗口       当场       多要材料       清单上墙
                                        拖延不办       超时提醒         the second risk of step 2

Whose steps they are says a column (事项编码, 事项名称), or the file's name. Only the steps are replaced.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from data.importers.asked import Asked
from data.importers.book import Book
from data.importers.columns.column import Sheet
from data.importers.columns.power import POWERS
from data.importers.columns.power_parts import OF_POWER
from data.importers.columns.power_steps import RISKS, STEPS
from data.importers.flow_owner import owner_of, ownerless
from data.importers.kinds.steps import risk_of, step_of
from data.importers.known import Known
from data.importers.parsed import Parsed, Scope
from data.importers.power_checks import check_power
from data.importers.privacy import in_grid
from data.importers.problem import Problem
from data.importers.refusal import Refusal
from data.importers.secrecy import refuse_marked
from data.importers.sheets.grid import Grid
from data.importers.sheets.header import Header, find_header
from data.importers.sheets.reading import Reading
from data.importers.sheets.shown import shown
from data.records import Power, Step

_SCOPE = Scope((), fields=("steps", "drawing"))
_NAMES = ("流程", "节点", "流程节点", "流程环节", "办理流程", "办理程序", "工作步骤", "工作流程", "办理事项")
_OWNER = replace(OF_POWER, required=False)

TABLE = Sheet(
    STEPS.title,
    (
        _OWNER,
        replace(STEPS.column("number"), required=False),
        replace(STEPS.column("name"), synonyms=(*STEPS.column("name").synonyms, *_NAMES)),
        *(column for column in STEPS.columns if column.field not in ("power", "number", "name")),
        *(replace(column, required=False) for column in RISKS.columns if column.field not in ("power", "number")),
    ),
    (*STEPS.synonyms, "流程表", "办事流程", "办理步骤"),
    gaps_continue=True,
)
"""Steps with their risks beside them; only their names must be there."""
BESIDE = Sheet(RISKS.title, (_OWNER, *RISKS.columns[1:]), RISKS.synonyms)
"""Risks on a sheet of their own."""

_TELLING = frozenset({"number", "link", "kind", "actor", "limit", "branches"})
"""One of these beside names makes a table one of steps."""
_NUMBER = re.compile(r"(?:第|步骤)?\s*(\d{1,4})(?:\.0+)?\s*[步.、)]?")


@dataclass(slots=True)
class _Found:
    """What was read of one power: its steps by number, and the row of each."""

    steps: dict[int, Step] = field(default_factory=dict)
    rows: dict[int, Reading] = field(default_factory=dict)


def is_step_table(grids: Sequence[Grid]) -> bool:
    """Whether a workbook holds steps and no list of powers that they could belong to."""
    seen, _ = shown(grids)
    lists = (find_header(POWERS, grid) for grid in seen)
    return bool(_tables(seen)) and all(header.missing for header in lists)


def read_step_table(grids: Sequence[Grid], asked: Asked) -> Parsed:
    """The steps in a workbook. Refusal where no sheet is a step table, or nothing says whose steps they are."""
    seen, problems = shown(grids)
    problems += [problem for grid in grids for problem in in_grid(grid)]
    refuse_marked((text for grid in grids for text in grid.texts()), document=False)
    tables, beside = _tables(seen), _titled(BESIDE, seen)
    if not tables:
        raise Refusal(_nothing_found(seen))
    book = Book({TABLE.title: tables, BESIDE.title: beside}, asked.known, problems=problems)
    known = asked.known or Known()
    owner = owner_of(asked.name, (), known) or ""
    found: defaultdict[str, _Found] = defaultdict(_Found)
    for key, row in _owned(book, TABLE, owner, asked):
        _add(book, found[key], row)
    for key, row in _owned(book, BESIDE, owner, asked):
        _add_risk(found[key], row)
    powers = tuple(_power(key, one, known) for key, one in found.items() if one.steps)
    if not powers and not any(problem.level == "error" for problem in problems):
        raise Refusal("步骤表里没有一个步骤，没有导入。请填写后再导入。")
    for power in powers:
        _report(power, found[power.key])
    return Parsed("power", powers, tuple(problems), _SCOPE)


def _tables(grids: Sequence[Grid]) -> tuple[Header, ...]:
    """The sheets of steps: those with such a title, else the one that fits best."""
    titled = _titled(TABLE, grids)
    if titled:
        return titled
    headers = [find_header(TABLE, grid) for grid in grids]
    fitting = [header for header in headers if not header.missing and _TELLING & header.columns.keys()]
    return tuple(sorted(fitting, key=lambda header: header.fit, reverse=True)[:1])


def _titled(sheet: Sheet, grids: Sequence[Grid]) -> tuple[Header, ...]:
    headers = (find_header(sheet, grid) for grid in grids)
    return tuple(header for header in headers if header.titled and header.columns and not header.missing)


def _nothing_found(grids: Sequence[Grid]) -> str:
    titles = "、".join(f"“{grid.title}”" for grid in grids[:5]) or "空表"
    return (
        f"没有找到步骤表（工作表：{titles}）。表头里必须有“步骤名称”，还要有“步骤序号”、“办理人员”、“办理时限”"
        "或“去向”。可以对照事项模板里的“步骤”页。"
    )


def _owned(book: Book, sheet: Sheet, owner: str, asked: Asked) -> Iterator[tuple[str, Reading]]:
    """Each row with the key of its power: its own column says it, else the file's name."""
    key = owner
    for row in book.rows(sheet):
        if row.text("power"):
            key = book.reference(row, "power", "power")
        elif not key:
            raise Refusal(ownerless(asked.name, "xlsx"))
        yield key, row


def _add(book: Book, found: _Found, row: Reading) -> None:
    if not (row.continues and found.steps):
        number = _number(row, max(found.steps, default=0) + 1)
        if number in found.steps:
            place = found.rows[number].place("number")
            row.error("number", f"步骤序号 {number} 与{place}重复。请改正其中一处。")
        found.steps[number], found.rows[number] = step_of(book, row, number), row
    _append(found, max(found.rows, key=lambda one: found.rows[one].row), row)


def _number(row: Reading, following: int) -> int:
    """The number in a row, also as 第3步 or 3.; where nothing stands, the one after the row above."""
    written = unicodedata.normalize("NFKC", row.text("number")).strip()
    match = _NUMBER.fullmatch(written)
    if written and match is None:
        row.error("number", f"“{written[:20]}”不是步骤序号，请改成 1、2、3 这样的数字。")
    return int(match[1]) if match else following


def _add_risk(found: _Found, row: Reading) -> None:
    number = row.number("number")
    if number is not None and number not in found.steps:
        row.error("number", f"步骤表里没有第 {number} 步。请改正步骤序号，或补上这一步。")
    elif number is not None:
        _append(found, number, row)


def _append(found: _Found, number: int, row: Reading) -> None:
    risk = risk_of(row)
    if risk.description:
        step = found.steps[number]
        found.steps[number] = replace(step, risks=(*step.risks, risk))
    elif risk.measure:
        row.warning("measure", "这里有防控措施，但没有写风险点，没有读取。请补上风险点。")


def _power(key: str, found: _Found, known: Known) -> Power:
    steps = tuple(found.steps[number] for number in sorted(found.steps))
    return Power(key, known.name("power", key), "", "", steps=steps)


def _report(power: Power, found: _Found) -> None:
    """What the staff checks say of the steps, each at its cell."""
    for finding in check_power(power):
        if finding.step in found.rows and finding.step is not None:
            row = found.rows[finding.step]
            row.problems.append(Problem(finding.level, row.place(finding.field), finding.message))
