"""Today: the day's items, read from a file or typed, shown as the hall will have them, put before the reviewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse, Response

from data.desk.beside import beside
from data.desk.bulletin import ITEMS_A_DAY, Day, day_of, hints, problems_of, save_day, submit_day
from data.desk.reading import LARGEST_FILE, File, directory
from data.desk.web.day_form import date_in, items_as_typed, items_of
from data.desk.web.language import phrase, spoken
from data.desk.web.preview import Preview, previews
from data.desk.web.signs import Plain, Shown, Sign, as_plain, crowded, signs_of
from data.desk.web.visit import READERS, Form, Visit, action, page
from data.importers.bulletin.items import RULE
from data.importers.problem import Problem
from data.importers.reader import read
from data.records.bulletin import BulletinItem
from data.store.refusal import Refused
from data.store.roles import Role

_SPARE_ROWS = 1


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the form, with what the signs show of it, what is wrong with it, and what its file had to say."""

    item: BulletinItem
    previews: tuple[Preview, ...]
    problems: tuple[Problem, ...]
    told: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a file that was read had to say: by item, and about none of them."""

    of: tuple[tuple[Problem, ...], ...] = ()
    others: tuple[Problem, ...] = ()
    said: str = ""


NOTHING_TOLD = Told()


@page(*READERS)
def show(visit: Visit) -> Response:
    """The form, with the drafts of the day asked for."""
    day = _day(visit.request.query_params.get("day", ""), visit)
    with visit.desk.reading() as session:
        found = day_of(session, day)
    return _page(visit, found, found.items)


@action(Role.EDITOR)
async def read_file(visit: Visit, form: Form) -> Response:
    """Read a dropped file or pasted text into the form; nothing is saved yet."""
    files = await form.files("file")
    pasted = form.text("pasted")
    if not files and not pasted.strip():
        raise Refused("请选择文件，或把文字粘贴进来")
    file = files[0] if files else File("粘贴的文字.txt", pasted.encode("utf-8", "replace"))
    if len(file.body) > LARGEST_FILE:
        raise Refused(f"{file.name} 太大")
    return await run_in_threadpool(_read, visit, file, _day(form.text("day"), visit))


@action(Role.EDITOR)
async def save(visit: Visit, form: Form) -> Response:
    """Save the form as drafts, and put them before the reviewer where that button was pressed."""
    return await run_in_threadpool(_save, visit, form)


@action(*READERS)
async def lamps(visit: Visit, form: Form) -> Response:
    """What every sign will show of the form as it stands now, and what is wrong with it."""
    return await run_in_threadpool(_lamps, visit, form)


def _read(visit: Visit, file: File, day: date) -> Response:
    """What the file holds, also where an error keeps it from being taken as it is: it is put right in the form."""
    with visit.desk.reading() as session:
        parsed = read(file.name, file.body, "bulletin", directory(session, visit.desk), day)
        items = [record for record in parsed.records if isinstance(record, BulletinItem)]
        days = sorted({on for item in items if (on := date_in(item.day.isoformat()))})
        found = day_of(session, days[-1] if days else day)
    problems = [problem for problem in parsed.problems if RULE not in problem.message]
    sorted_out = beside(parsed.places or [""] * len(items), problems)
    chosen = [(item, said) for item, said in zip(items, sorted_out.of, strict=True) if item.day == found.day]
    chosen.sort(key=lambda pair: pair[0].position)
    if not chosen:
        return _page(visit, found, found.items, Told(others=tuple(problems)))
    several = (
        phrase("%(file)s 里有 %(days)s 天，下面是最后一天；其余请在“文件”页导入", file=file.name, days=len(days))
        if len(days) > 1
        else ""
    )
    said = several or phrase("已读入 %(file)s：%(count)s 条，还没有保存", file=file.name, count=len(chosen))
    told = Told(tuple(said for _, said in chosen), sorted_out.others, said)
    return _page(visit, found, [item for item, _ in chosen], told)


def _save(visit: Visit, form: Form) -> Response:
    day = _day(form.text("day"), visit)
    items = items_of(form, day)
    with visit.desk.writing() as session:
        save_day(session, visit.act, day, items, form.text("seen"))
        number = submit_day(session, visit.act, day) if form.text("then") == "submit" else 0
    said = f"said=submitted&number={number}" if number else "said=saved"
    return RedirectResponse(f"/today?day={day}&{said}", 303)


def _lamps(visit: Visit, form: Form) -> Response:
    items = items_as_typed(form, _day(form.text("day"), visit))
    with visit.desk.reading() as session:
        signs = signs_of(session, visit.desk)
    problems: list[Plain] = [[_problem(one) for one in problems_of(item)] for item in items]
    told: dict[str, Plain] = {
        "signs": [as_plain(sign, _shown(items, sign)) for sign in signs],
        "hints": [spoken(hint) for hint in hints([item for item in items if item.text])],
        "problems": problems,
    }
    return JSONResponse(told)


def _problem(problem: Problem) -> Plain:
    return {"level": problem.level.value, "message": spoken(problem.message)}


def _page(visit: Visit, day: Day, items: Sequence[BulletinItem], told: Told = NOTHING_TOLD) -> Response:
    with visit.desk.reading() as session:
        signs = signs_of(session, visit.desk)
    rows = [_row(item, signs, told.of[place] if told.of else ()) for place, item in enumerate(items)]
    values: dict[str, object] = {
        "day": day,
        "before": day.day - timedelta(days=1),
        "after": day.day + timedelta(days=1),
        "is_today": day.day == visit.desk.today(),
        "rows": rows,
        "blank": range(max(ITEMS_A_DAY - len(rows), _SPARE_ROWS)),
        "problems": told.others,
        "hints": hints(items) if items else (),
        "crowded": [lack for sign in signs if (lack := crowded(sign, _shown(items, sign)))],
        "signs": signs,
        "cycles": {sign.name: _cycle(rows, sign.name) for sign in signs},
        "said": told.said or _said(visit),
        "editing": visit.may(Role.EDITOR),
    }
    return visit.page("today.html", values)


def _shown(items: Sequence[BulletinItem], sign: Sign) -> list[Shown]:
    return [sign.shows(item.text, item.kind) for item in items]


def _row(item: BulletinItem, signs: tuple[Sign, ...], told: tuple[Problem, ...]) -> Row:
    own = problems_of(item)
    said = {problem.message for problem in own}
    more = tuple(problem for problem in told if problem.message not in said)
    return Row(item, previews(signs, item.text, item.kind), own, more)


def _cycle(rows: Sequence[Row], sign: str) -> float:
    return sum(preview.seconds for row in rows for preview in row.previews if preview.sign == sign)


def _said(visit: Visit) -> str:
    asked = visit.request.query_params
    number = asked.get("number", "")
    match asked.get("said"):
        case "submitted" if number.isdigit():
            return phrase("已提交，编号 %(number)s，等另一人审核", number=number)
        case "saved":
            return phrase("已保存草稿，还没有提交")
        case _:
            return ""


def _day(text: str, visit: Visit) -> date:
    return date_in(text) or visit.desk.today()
