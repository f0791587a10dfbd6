"""A prepared notice shows by one person's hand, and ends by one person's hand; any other text takes two."""

from datetime import UTC, datetime

import pytest

from data.records import Notice
from data.review.switches import prepared_notices, switch_off, switch_on, switched_on
from data.review.withdrawals import withdraw
from data.store.refusal import Refused
from tests.helpers.office import Desk, act

DARK = Notice("power-cut", "因停电，大厅暂停服务", prepared=True)
HOURS = Notice("hours", "工作日 8:30—17:00", starts=datetime(2026, 11, 1, tzinfo=UTC))


def on(desk: Desk, key: str = "power-cut", by: str = "赵") -> None:
    with desk.store.writing() as session:
        switch_on(session, act(by), key)


def off(desk: Desk, key: str = "power-cut", by: str = "李") -> None:
    with desk.store.writing() as session:
        switch_off(session, act(by), key)


def shown(desk: Desk) -> set[str]:
    with desk.store.reading() as session:
        return set(switched_on(session))


def test_a_prepared_notice_goes_on_and_off_and_on(desk: Desk) -> None:
    desk.stand(DARK)
    assert shown(desk) == set()
    on(desk)
    assert shown(desk) == {"power-cut"}
    off(desk)
    assert shown(desk) == set()
    on(desk, by="张")
    assert shown(desk) == {"power-cut"}


def test_the_list_holds_prepared_notices_only(desk: Desk) -> None:
    desk.stand(DARK, HOURS)
    with desk.store.reading() as session:
        assert prepared_notices(session) == (DARK,)
    with pytest.raises(Refused, match="预案通知里没有 hours"):
        on(desk, "hours")


def test_what_nobody_approved_does_not_show(desk: Desk) -> None:
    desk.edit(DARK)
    desk.submit()
    with pytest.raises(Refused, match="预案通知里没有 power-cut"):
        on(desk)


def test_what_was_withdrawn_does_not_show(desk: Desk) -> None:
    desk.stand(DARK)
    with desk.store.writing() as session:
        withdraw(session, act("赵"), "notice", "power-cut", "用语不当")
    with pytest.raises(Refused, match="预案通知里没有 power-cut"):
        on(desk)


def test_on_twice_and_off_twice_are_said(desk: Desk) -> None:
    desk.stand(DARK)
    with pytest.raises(Refused, match="现在没有显示"):
        off(desk)
    on(desk)
    with pytest.raises(Refused, match="已经在显示"):
        on(desk, by="李")


def test_an_administrator_switches_nothing(desk: Desk) -> None:
    desk.stand(DARK)
    with pytest.raises(Refused, match="角色"):
        on(desk, by="钱")
    on(desk)
    with pytest.raises(Refused, match="角色"):
        off(desk, by="钱")
