"""What stands of bulletins and notices becomes the one file that sign and news page share."""

from datetime import UTC, date, datetime, timedelta

from data.edition.rotation import DAYS, rotation_of
from data.records import BulletinItem, ItemKind, Notice, Record, SignFact, Site, Urgency

DAY = date(2026, 11, 23)
SITE = Site("省财政厅", signs=(SignFact("hall", 256, 16),))


def item(day: date, position: int = 1, text: str = "国债发行", until: date | None = None) -> BulletinItem:
    return BulletinItem(f"{day}/{position}", day, position, text, valid_until=until)


def texts(*records: Record, on: tuple[str, ...] = ()) -> list[str]:
    rotation = rotation_of(records, "Asia/Shanghai", on)
    return [entry.text for entry in rotation.items] + [notice.text for notice in rotation.notices]


def test_an_item_shows_on_its_own_day_unless_staff_said_longer() -> None:
    rotation = rotation_of([SITE, item(DAY), item(DAY, 2, until=DAY + timedelta(days=3))], "Asia/Shanghai")
    assert [(entry.valid_from, entry.valid_until) for entry in rotation.items] == [
        (DAY, DAY),
        (DAY, DAY + timedelta(days=3)),
    ]


def test_the_newest_days_travel() -> None:
    days = [DAY - timedelta(days=number) for number in range(DAYS + 3)]
    assert len(texts(*(item(day) for day in days))) == DAYS


def test_an_old_item_that_is_still_valid_travels_too() -> None:
    days = [DAY - timedelta(days=number) for number in range(DAYS)]
    old = item(DAY - timedelta(days=60), text="长期公告", until=DAY + timedelta(days=30))
    assert "长期公告" in texts(old, *(item(day) for day in days))
    expired = item(DAY - timedelta(days=60), text="过期公告", until=DAY - timedelta(days=30))
    assert "过期公告" not in texts(expired, *(item(day) for day in days))


def test_a_prepared_notice_travels_only_while_it_is_on() -> None:
    notice = Notice("power-cut", "停电通知", urgency=Urgency.URGENT, prepared=True)
    assert texts(SITE, notice) == []
    assert texts(SITE, notice, on=("power-cut",)) == ["停电通知"]


def test_the_signs_and_the_office_s_name_travel() -> None:
    rotation = rotation_of([SITE], "Asia/Shanghai")
    assert rotation.fallback == "省财政厅"
    panel = rotation.panel_of("hall")
    assert panel is not None
    assert (panel.width_dots, panel.height_dots) == (256, 16)


def test_kinds_and_instants_are_kept() -> None:
    starts = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    notice = Notice("n", "大厅今日延时", starts=starts, ends=starts + timedelta(hours=8))
    disclosed = BulletinItem("k/1", DAY, 1, "采购目录", kind=ItemKind.DISCLOSED, source="采购处")
    rotation = rotation_of([disclosed, notice], "Asia/Shanghai")
    assert rotation.items[0].kind.value == "disclosed"
    assert rotation.items[0].source == "采购处"
    assert rotation.notices[0].starts == starts


def test_a_window_that_staff_wrote_backwards_does_not_break_the_hall() -> None:
    item_backwards = BulletinItem("k/1", DAY, 0, "x", valid_from=DAY, valid_until=DAY - timedelta(days=1))
    entry = rotation_of([item_backwards], "Asia/Shanghai").items[0]
    assert entry.valid_from <= entry.valid_until
    assert entry.position == 1
