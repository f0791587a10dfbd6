"""Today: the day's items, read from a file or typed, shown as the hall will have them, put before the reviewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from data.desk.bulletin import ITEMS_A_DAY, Day, day_of, hints, save_day, submit_day
from data.desk.reading import LARGEST_FILE, File, directory
from data.desk.web.preview import Preview, previews, signs_of
from data.desk.web.visit import READERS, Form, Visit, action, page
from data.importers.problem import Problem
from data.importers.reader import read
from data.records.bulletin import BulletinItem, ItemKind
from data.store.refusal import Refused
from data.store.roles import Role

_SPARE_ROWS = 1


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the form, with its previews."""

    item: BulletinItem
    previews: tuple[Preview, ...]


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
    file = files[0] if files else File("粘贴的文字.txt", pasted.encode())
    if len(file.body) > LARGEST_FILE:
        raise Refused(f"{file.name} 太大")
    return await run_in_threadpool(_read, visit, file, _day(form.text("day"), visit))


@action(Role.EDITOR)
async def save(visit: Visit, form: Form) -> Response:
    """Save the form as drafts, and put them before the reviewer where that button was pressed."""
    return await run_in_threadpool(_save, visit, form)


def _read(visit: Visit, file: File, day: date) -> Response:
    with visit.desk.reading() as session:
        parsed = read(file.name, file.body, "bulletin", directory(session, visit.desk), day)
        items = [record for record in parsed.records if isinstance(record, BulletinItem)]
        days = sorted({item.day for item in items})
        found = day_of(session, days[-1] if days else day)
    chosen = [item for item in items if item.day == found.day] if parsed.usable else []
    said = f"{file.name} 里有 {len(days)} 天，下面是最后一天；其余请在“文件”页导入" if len(days) > 1 else ""
    return _page(visit, found, chosen or found.items, parsed.problems, said)


def _save(visit: Visit, form: Form) -> Response:
    day = _day(form.text("day"), visit)
    items = _items(form, day)
    with visit.desk.writing() as session:
        save_day(session, visit.act, day, items, form.text("seen"))
        number = submit_day(session, visit.act, day) if form.text("then") == "submit" else 0
    said = f"said=submitted&number={number}" if number else "said=saved"
    return RedirectResponse(f"/today?day={day}&{said}", 303)


def _items(form: Form, day: date) -> list[BulletinItem]:
    """The rows that say something, in the order of their numbers."""
    columns = [form.texts(name) for name in ("place", "text", "kind", "source", "from", "until")]
    if len({len(column) for column in columns}) != 1:
        raise Refused("表单不完整，请重新打开页面")
    rows = [row for row in zip(*columns, strict=True) if row[1].strip()]
    ordered = sorted(rows, key=lambda row: float(row[0]) if _is_number(row[0]) else float("inf"))
    return [_item(row, day) for row in ordered]


def _item(row: Sequence[str], day: date) -> BulletinItem:
    _, text, kind, source, starts, ends = row
    return BulletinItem(
        key="",
        day=day,
        position=0,
        text=" ".join(text.split()),
        kind=ItemKind.DISCLOSED if kind == ItemKind.DISCLOSED.value else ItemKind.NEWS,
        source=source.strip(),
        valid_from=_date(starts),
        valid_until=_date(ends),
    )


def _page(
    visit: Visit, day: Day, items: Sequence[BulletinItem], problems: Sequence[Problem] = (), said: str = ""
) -> Response:
    with visit.desk.reading() as session:
        signs = signs_of(session)
    rows = [Row(item, previews(signs, item.text, item.kind)) for item in items]
    values: dict[str, object] = {
        "day": day,
        "rows": rows,
        "blank": range(max(ITEMS_A_DAY - len(rows), _SPARE_ROWS)),
        "problems": problems,
        "hints": hints(items),
        "signs": signs,
        "cycles": {sign.name: _cycle(rows, sign.name) for sign in signs},
        "said": said or _said(visit),
        "editing": visit.may(Role.EDITOR),
    }
    return visit.page("today.html", values)


def _cycle(rows: Sequence[Row], sign: str) -> float:
    return sum(preview.seconds for row in rows for preview in row.previews if preview.sign == sign)


def _said(visit: Visit) -> str:
    asked = visit.request.query_params
    number = asked.get("number", "")
    match asked.get("said"):
        case "submitted" if number.isdigit():
            return f"已提交，编号 {number}，等另一人审核"
        case "saved":
            return "已保存草稿，还没有提交"
        case _:
            return ""


def _day(text: str, visit: Visit) -> date:
    return _date(text) or visit.desk.today()


def _date(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(f"“{text[:20]}”不是日期") from error


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 6  # noqa: PLR2004 - a place in a list
