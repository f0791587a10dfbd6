"""The day's bulletin at the desk: its items as a form has them, and back into drafts and a submission."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.importers.privacy import in_texts
from data.importers.problem import Level, Problem, error
from data.importers.secrecy import is_marked
from data.records.bulletin import BulletinItem, ItemKind
from data.review.submissions import Selection, submit, unsubmitted
from data.store.act import Act
from data.store.changes import Change, change, put
from data.store.database import Session
from data.store.draft import DraftRow
from data.store.drafts import draft_hashes, draft_rows
from data.store.mapping import record_of
from data.store.refusal import Refused, Stale

KIND = "bulletin"
ITEMS_A_DAY = 5
MOST_ITEMS = 20


@dataclass(frozen=True, slots=True)
class Day:
    """A day's items as they are in the drafts. `seen` changes with every change of any of them."""

    day: date
    items: tuple[BulletinItem, ...]
    seen: str


def day_of(session: Session, day: date) -> Day:
    """The drafts of a day, in order."""
    rows = _rows(session, day)
    items = [record for record in map(record_of, rows.values()) if isinstance(record, BulletinItem)]
    seen = " ".join(f"{key}:{row.version}" for key, row in sorted(rows.items()))
    return Day(day, tuple(sorted(items, key=lambda item: (item.position, item.key))), seen)


def save_day(session: Session, act: Act, day: date, items: Sequence[BulletinItem], seen: str) -> int:
    """Put `items` in place of the day's drafts, numbered in their order; how many drafts are different now.

    Stale where any of them changed since `seen`; Refused where there are too many, or an item says nothing.
    """
    if len(items) > MOST_ITEMS:
        raise Refused(f"一天最多 {MOST_ITEMS} 条")
    now = day_of(session, day)
    if now.seen != seen:
        raise Stale("刚才有人改了这一天的要闻，请重新打开页面再改")
    numbered = [_numbered(item, day, place) for place, item in enumerate(items, 1)]
    kept = {item.key for item in numbered}
    gone = [Change(KIND, item.key, None) for item in now.items if item.key not in kept]
    return change(session, act, [*(put(item) for item in numbered), *gone])


def submit_day(session: Session, act: Act, day: date) -> int:
    """Put what differs of a day before the reviewer: the submission's number. Refused where nothing does."""
    places = frozenset(
        (one.kind, one.key) for one in unsubmitted(session) if one.kind == KIND and one.key.startswith(f"{day}/")
    )
    if not places:
        raise Refused("这一天没有需要提交的改动")
    return submit(session, act, Selection(places=places), f"每日要闻 {day}").id


def problems_of(item: BulletinItem) -> tuple[Problem, ...]:
    """What is wrong with an item, however it came here: the same that an importer finds in a file."""
    found = list(in_texts([("", item.text), ("", item.source)]))
    if is_marked(item.text):
        found.append(error("", "这是密级或份号标志，不能公开展示。请先按规定办理保密审查。"))
    if item.valid_from and item.valid_until and item.valid_until < item.valid_from:
        found.append(error("", "截止日期早于起始日期，请改正。"))
    return tuple(found)


def hints(items: Sequence[BulletinItem]) -> tuple[str, ...]:
    """What the rule of five items, one or two of them disclosed information, has to say; nothing when it is kept."""
    disclosed = sum(item.kind is ItemKind.DISCLOSED for item in items)
    told = []
    if len(items) != ITEMS_A_DAY:
        told.append(f"现有 {len(items)} 条，规定每天 {ITEMS_A_DAY} 条")
    if items and disclosed not in {1, 2}:
        told.append(f"其中政府信息 {disclosed} 条，规定 1 至 2 条")
    return tuple(told)


def _numbered(item: BulletinItem, day: date, place: int) -> BulletinItem:
    if not item.text.strip():
        raise Refused(f"第 {place} 条没有内容")
    for problem in problems_of(item):
        if problem.level is Level.ERROR:
            raise Refused(f"第 {place} 条：{problem.message}")
    return replace(item, key=f"{day}/{place}", day=day, position=place)


def _rows(session: Session, day: date) -> dict[str, DraftRow]:
    keys = [key for key in draft_hashes(session, KIND) if key.startswith(f"{day}/")]
    return draft_rows(session, KIND, keys)
