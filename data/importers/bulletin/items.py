"""Drafts become the items of a day; what the office's rule asks of a day is checked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from data.importers.bulletin.draft import Draft
from data.importers.problem import Problem, error, warning
from data.importers.text import folded
from data.records import BulletinItem, ItemKind

ITEMS_A_DAY = 5
DISCLOSED_A_DAY = range(1, 3)
RULE = "规定是每天 5 条，其中 1 至 2 条为主动公开的政府信息。"
"""Of the day's items, so many are proactively disclosed government information."""
_DAYS_FROM_TODAY = 31
"""A day farther from today is more likely a slip of the pen than a plan."""


def items_of(day: date, drafts: Sequence[Draft], problems: list[Problem]) -> tuple[BulletinItem, ...]:
    """The items of a day in order. Their numbers count where each has its own, else their order does."""
    numbers = [draft.number for draft in drafts]
    own = len(set(numbers)) == len(numbers) and all(numbers)
    items = tuple(_item(day, draft.number if own else place, draft) for place, draft in enumerate(drafts, 1))
    _report_drafts(drafts, problems)
    return items


def _item(day: date, position: int, draft: Draft) -> BulletinItem:
    return BulletinItem(
        f"{day.isoformat()}/{position}",
        day,
        position,
        draft.text,
        draft.kind or ItemKind.NEWS,
        draft.source,
        draft.valid_from,
        draft.valid_until,
    )


def _report_drafts(drafts: Iterable[Draft], problems: list[Problem]) -> None:
    seen: dict[str, Draft] = {}
    for draft in drafts:
        before = seen.setdefault(folded(draft.text), draft)
        if not draft.text:
            problems.append(error(draft.place, "这一条没有内容。请补上内容，或删去编号。"))
        elif before is not draft:
            problems.append(warning(draft.place, f"与{before.place}的内容相同，请核对。"))
        if draft.valid_from and draft.valid_until and draft.valid_until < draft.valid_from:
            problems.append(error(draft.place, "结束日期早于开始日期，请改正。"))


def check_rule(items: Iterable[BulletinItem], place: str, problems: list[Problem]) -> None:
    """Warn of each day that has not five items with one or two of government information among them."""
    by_day: defaultdict[date, list[BulletinItem]] = defaultdict(list)
    for item in items:
        by_day[item.day].append(item)
    for day, found in sorted(by_day.items()):
        disclosed = sum(item.kind is ItemKind.DISCLOSED for item in found)
        if len(found) != ITEMS_A_DAY or disclosed not in DISCLOSED_A_DAY:
            message = f"{day.isoformat()} 共 {len(found)} 条，其中政府信息 {disclosed} 条。{RULE}可以照此导入，请核对。"
            problems.append(warning(place, message))


def check_day(day: date, today: date | None, place: str, problems: list[Problem]) -> None:
    """Warn of a day far from today."""
    if today is not None and abs((day - today).days) > _DAYS_FROM_TODAY:
        problems.append(warning(place, f"日期是 {day.isoformat()}，离今天较远，请核对年份和月份。"))
