"""A file replaces its whole kind, a bulletin its day: the difference is told first, and written whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date

import pytest
from sqlalchemy import select

from data.importers.parsed import Scope
from data.records import BulletinItem, Category, Drawing, Office, Picture, Power, Record, Step
from data.store.apply import SourceFile, apply, import_difference
from data.store.database import Store
from data.store.difference import Difference
from data.store.drafts import draft_records
from data.store.imports import DraftChangeRow, ImportRow
from data.store.refusal import Refused
from tests.helpers.office import BGS, KJC, act

OFFICES = Scope(("office",))
FILE = SourceFile("处室.xlsx", "ab" * 32, "office")


def take(store: Store, records: Sequence[Record], scope: Scope = OFFICES) -> Difference:
    with store.writing() as session:
        return apply(session, act("张"), records, scope, FILE)


def look(store: Store, records: Sequence[Record], scope: Scope = OFFICES) -> Difference:
    with store.reading() as session:
        return import_difference(session, records, scope)


def keys(store: Store, kind: str = "office") -> list[str]:
    with store.reading() as session:
        return [record.key for record in draft_records(session, kind)]


def news(day: int, count: int) -> list[BulletinItem]:
    on = date(2026, 11, day)
    return [BulletinItem(f"{on}/{n}", on, n, f"{day} 日第 {n} 条") for n in range(1, count + 1)]


def test_a_file_adds_changes_and_removes(store: Store) -> None:
    take(store, [BGS, KJC])
    renamed = replace(BGS, name="办公厅", duties=("负责文电",))
    new = Office("zhc", "综合处")
    for difference in (look(store, [renamed, new]), take(store, [renamed, new])):
        assert difference.counts() == {"added": 1, "changed": 1, "removed": 1}
        assert [one.key for one in difference.added] == ["zhc"]
        assert [one.key for one in difference.removed] == ["kjc"]
        (changed,) = difference.changed
        assert [(field.name, field.before, field.after) for field in changed.fields(UTC)] == [
            ("名称", "办公室", "办公厅"),
            ("职责", "负责文电、会务、机要", "负责文电"),
        ]
    assert keys(store) == ["bgs", "zhc"]


def test_looking_writes_nothing(store: Store) -> None:
    look(store, [BGS])
    assert keys(store) == []


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    take(store, [BGS, KJC])
    assert not take(store, [BGS, KJC])


def test_other_kinds_are_left_alone(store: Store) -> None:
    take(store, [Category("xk", "行政许可")], Scope(("category",)))
    take(store, [BGS])
    assert keys(store, "category") == ["xk"]


def test_a_kind_that_the_file_covers_but_lacks_is_emptied(store: Store) -> None:
    take(store, [Category("xk", "行政许可"), BGS], Scope(("category", "office")))
    take(store, [BGS], Scope(("category", "office")))
    assert keys(store, "category") == []


def test_a_bulletin_replaces_its_day_only(store: Store) -> None:
    take(store, news(20, 5), Scope(("bulletin",), (date(2026, 11, 20),)))
    take(store, news(23, 5), Scope(("bulletin",), (date(2026, 11, 23),)))
    difference = take(store, news(23, 3), Scope(("bulletin",), (date(2026, 11, 23),)))
    assert difference.counts() == {"added": 0, "changed": 0, "removed": 2}
    assert len(keys(store, "bulletin")) == 8


def test_a_file_without_records_never_empties_a_kind(store: Store) -> None:
    take(store, [BGS])
    with pytest.raises(Refused, match="没有任何记录"):
        take(store, [])
    assert keys(store) == ["bgs"]


def test_a_record_twice_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="两条编号相同的处室：bgs"):
        take(store, [BGS, replace(BGS, name="办公厅")])
    assert keys(store) == []


def test_one_record_that_cannot_be_kept_stops_the_file(store: Store) -> None:
    with pytest.raises(Refused, match="空字符"):
        take(store, [BGS, Office("x", "坏\0")])
    assert keys(store) == []


def test_an_import_is_remembered_with_what_it_changed(store: Store) -> None:
    take(store, [BGS, KJC])
    take(store, [BGS])
    with store.reading() as session:
        rows = session.scalars(select(ImportRow).order_by(ImportRow.id)).all()
        assert [(row.by, row.file_name, row.sha256, row.kind) for row in rows] == [
            ("张", "处室.xlsx", "ab" * 32, "office")
        ] * 2
        assert [(row.added, row.changed, row.removed) for row in rows] == [(2, 0, 0), (0, 0, 1)]
        changes = session.scalars(select(DraftChangeRow).where(DraftChangeRow.import_id == rows[1].id)).all()
        assert [(one.key, one.after) for one in changes] == [("kjc", None)]


def test_a_file_of_some_fields_leaves_the_others_as_they_are(store: Store) -> None:
    power = Power("1001", "会计从业资格的审批", "xk", "kjc", telephone="示例 000", steps=(Step(1, "旧"),))
    take(store, [power, replace(power, key="1002")], Scope(("power",)))
    chart = Power("1001", "", "", "", steps=(Step(1, "新"),))
    take(store, [chart], Scope((), fields=("steps", "drawing")))
    with store.reading() as session:
        assert draft_records(session, "power") == (replace(power, steps=chart.steps), replace(power, key="1002"))


def test_a_file_of_some_fields_of_nothing_there_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="没有编号为 9 的"):
        take(store, [Power("9", "", "", "")], Scope((), fields=("steps",)))


POWERS = Scope(("power",))
CHARTED = Power(
    "1001",
    "会计从业资格的审批",
    "xk",
    "kjc",
    steps=(Step(1, "受理"),),
    drawing=Drawing(10.0, 20.0),
    pictures=(Picture("ab" * 32, 1200, 1600),),
)


def test_a_table_keeps_the_charts_it_has_no_room_for(store: Store) -> None:
    take(store, [CHARTED], POWERS)
    from_table = replace(CHARTED, drawing=None, pictures=())
    assert not take(store, [from_table], POWERS), "nothing was changed in the table"
    other = replace(from_table, name="会计从业资格审批", steps=(Step(1, "受理"), Step(2, "审查")))
    take(store, [other, replace(from_table, key="1002")], POWERS)
    with store.reading() as session:
        first, second = draft_records(session, "power")
    assert first == replace(other, pictures=CHARTED.pictures), "the file's drawing showed other steps"
    assert second == replace(from_table, key="1002")


def test_a_chart_replaces_its_pictures_and_leaves_the_rest(store: Store) -> None:
    take(store, [CHARTED], POWERS)
    new = (Picture("cd" * 32, 800, 600),)
    take(store, [Power("1001", "", "", "", pictures=new)], Scope((), fields=("pictures",)))
    with store.reading() as session:
        assert draft_records(session, "power") == (replace(CHARTED, pictures=new),)
