"""Reads a workbook: tells its kind by sheets and headers, then reads the tables of that kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from data.importers.asked import Asked
from data.importers.book import WORDS, Book
from data.importers.bulletin import table
from data.importers.bulletin.read import day_in_name
from data.importers.columns import LAYOUTS
from data.importers.columns.bulletin import READ
from data.importers.columns.column import Sheet
from data.importers.columns.power_lists import PLATFORM, RESPONSIBILITIES
from data.importers.flow_owner import owner_of
from data.importers.kinds import group, hall, office, person, power, power_lists, simple, site
from data.importers.parsed import Parsed, Scope
from data.importers.privacy import in_grid
from data.importers.problem import Problem, error, note, warning
from data.importers.refusal import Refusal
from data.importers.secrecy import refuse_marked
from data.importers.sheets.grid import Grid
from data.importers.sheets.header import Header, find_header
from data.importers.sheets.shown import shown
from data.records import BulletinItem, Kind, Power, Record

Reader = Callable[[Book], Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Form:
    """A sort of workbook: the sheets it is made of, the first indispensable, and how it is read."""

    kind: Kind
    sheets: tuple[Sheet, ...]
    read: Reader


_READERS: Mapping[Kind, Reader] = {
    "site": site.read,
    "office": office.read,
    "person": person.read,
    "group": group.read,
    "category": simple.read_categories,
    "power": power.read,
    "room": simple.read_rooms,
    "hall": hall.read,
    "channel": simple.read_channels,
    "entry": simple.read_entries,
    "notice": simple.read_notices,
}

FORMS: tuple[Form, ...] = (
    *(Form(kind, LAYOUTS[kind].sheets, read) for kind, read in _READERS.items()),
    Form("bulletin", (READ,), table.read),
    Form("power", (PLATFORM,), power_lists.read_platform),
    Form("power", (RESPONSIBILITIES,), power_lists.read_responsibilities),
)


def read_workbook(grids: Sequence[Grid], asked: Asked) -> Parsed:
    """The records of a workbook. Refusal where no sheet is one that we know."""
    seen, problems = shown(grids)
    problems += [problem for grid in grids for problem in in_grid(grid)]
    refuse_marked((text for grid in grids for text in grid.texts()), document=False)
    form, header = _chosen(seen, asked.kind)
    if header.missing:
        problems += [_missing(header)]
        return Parsed(form.kind, (), tuple(problems), Scope((form.kind,)))
    book = Book(_assigned(form, seen), asked.known, asked.today, day_in_name(asked), problems)
    _report_unread(book, seen)
    records = tuple(form.read(book))
    if not records and not any(problem.level == "error" for problem in problems):
        problems.append(
            error(f"工作表“{header.grid.title}”", f"没有一行内容。照此导入会删去全部{WORDS[form.kind]}，所以没有导入。")
        )
    scope = _scope(form.kind, records, asked)
    if scope.keys:
        problems.append(note(f"工作表“{header.grid.title}”", "文件名就是这个事项，表里也只有它：其他事项不动。"))
    return Parsed(form.kind, records, tuple(problems), scope, tuple(book.places))


def _scope(kind: Kind, records: Sequence[Record], asked: Asked) -> Scope:
    """Everything of a kind, but of a bulletin its days, and of powers the one whose name the file bears, if alone."""
    days = (record.day for record in records if isinstance(record, BulletinItem))
    powers = [record.key for record in records if isinstance(record, Power)]
    alone = len(powers) == 1 and asked.known is not None and owner_of(asked.name, (), asked.known) == powers[0]
    return Scope((kind,), tuple(dict.fromkeys(days)), keys=tuple(powers) if alone else ())


def _chosen(grids: Sequence[Grid], kind: Kind | None) -> tuple[Form, Header]:
    """The form that fits best, with the header of its first sheet. Refusal where none does, or two equally well."""
    found = [(form, find_header(form.sheets[0], grid)) for form in FORMS if kind in {None, form.kind} for grid in grids]
    fitting = [(form, header) for form, header in found if header.columns and (header.titled or not header.missing)]
    if not fitting:
        raise _nothing_found(grids, kind)
    best = max(_rank(header) for _, header in fitting)
    chosen = [(form, header) for form, header in fitting if _rank(header) == best]
    kinds = tuple(dict.fromkeys(form.kind for form, _ in chosen))
    if len(kinds) > 1:
        words = "、".join(WORDS[candidate] for candidate in kinds)
        raise Refusal(f"分不清这是哪一类表：{words}。请把工作表名改成其中一个，或导入时指明类别。")
    return chosen[0]


def _rank(header: Header) -> int:
    """How likely the sheet is meant; one that bears the title counts though a column is missing, which is then told."""
    return header.fit + (0 if header.missing else _COMPLETE_COUNTS)


_COMPLETE_COUNTS = 2


def _nothing_found(grids: Sequence[Grid], kind: Kind | None) -> Refusal:
    titles = "、".join(f"“{grid.title}”" for grid in grids[:5]) or "空表"
    if kind is None:
        return Refusal(f"认不出这是什么表（工作表：{titles}）。请下载模板，把内容粘贴进去再导入，或导入时指明类别。")
    columns = next(form.sheets[0].columns for form in FORMS if form.kind == kind)
    needed = "、".join(f"“{column.header}”" for column in columns if column.required)
    return Refusal(f"没有找到{WORDS[kind]}表（工作表：{titles}）。表头里必须有：{needed}。请下载模板对照。")


def _missing(header: Header) -> Problem:
    names = "、".join(f"“{column.header}”" for column in header.missing)
    others = [spelling for column in header.missing for spelling in column.synonyms]
    also = f"（也可以写作{'、'.join(others[:6])}）" if others else ""
    return error(f"工作表“{header.grid.title}”", f"缺少{names}这一列{also}。请在表头补上。")


def _assigned(form: Form, grids: Sequence[Grid]) -> dict[str, tuple[Header, ...]]:
    """The grids by the sheet of the form that each is: by title, else by what fits the form's first sheet."""
    assigned: dict[str, list[Header]] = {sheet.title: [] for sheet in form.sheets}
    for grid in grids:
        headers = [find_header(sheet, grid) for sheet in form.sheets]
        titled = [header for header in headers if header.titled and header.columns]
        fitting = [header for header in headers if not header.missing and header.columns]
        for header in (titled or sorted(fitting, key=_rank, reverse=True))[:1]:
            assigned[header.sheet.title].append(header)
    return {title: tuple(headers) for title, headers in assigned.items()}


def _report_unread(book: Book, grids: Sequence[Grid]) -> None:
    headers = [header for found in book.headers.values() for header in found]
    read = {header.grid.title for header in headers}
    book.problems += [_missing(header) for header in headers if header.missing]
    for grid in grids:
        if grid.title not in read:
            book.problems.append(warning(f"工作表“{grid.title}”", "没有认出这是什么表，这一张没有导入。"))
