"""What staff compare is told as they speak: instants on the office's clock."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from data.records import Notice
from data.store.difference import field_changes

OFFICE = ZoneInfo("Asia/Shanghai")


def test_instants_are_told_on_the_offices_clock() -> None:
    before = Notice("n1", "停电", starts=datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    after = replace(before, starts=datetime(2026, 11, 24, 1, 5, tzinfo=UTC))
    (changed,) = field_changes(before, after, OFFICE)
    assert (changed.name, changed.before, changed.after) == ("开始时间", "2026-11-24 07:30", "2026-11-24 09:05")
