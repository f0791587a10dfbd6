"""Hiding takes one person, counts at once, and is never undone behind anybody's back."""

from dataclasses import replace

import pytest

from data.records import content_of
from data.review.rows import WithdrawalRow
from data.review.standing import content_by_hash, standing
from data.review.withdrawals import withdraw
from data.store.refusal import Refused
from tests.helpers.office import BGS, KJC, Desk, act


def take_back(desk: Desk, by: str = "赵", key: str = "bgs", reason: str = "职责有误") -> None:
    with desk.store.writing() as session:
        withdraw(session, act(by), "office", key, reason)


def keys(desk: Desk) -> list[str]:
    with desk.store.reading() as session:
        return [one.key for one in standing(session)]


@pytest.mark.parametrize("by", ["赵", "李", "张"])
def test_one_person_hides(desk: Desk, by: str) -> None:
    desk.stand(BGS, KJC)
    take_back(desk, by)
    assert keys(desk) == ["kjc"]


def test_an_administrator_does_not(desk: Desk) -> None:
    desk.stand(BGS)
    with pytest.raises(Refused, match="没有“编辑”或“审核”或“发布”角色"):
        take_back(desk, "钱")
    assert keys(desk) == ["bgs"]


def test_a_reason_is_given_and_kept(desk: Desk) -> None:
    desk.stand(BGS)
    with pytest.raises(Refused, match="原因"):
        take_back(desk, reason=" ")
    take_back(desk)
    with desk.store.reading() as session:
        row = session.get(WithdrawalRow, content_of(BGS).hash)
        assert row is not None
        assert (row.by, row.reason) == ("赵", "职责有误")


def test_a_better_text_shows_again_after_approval(desk: Desk) -> None:
    desk.stand(BGS)
    take_back(desk)
    desk.stand(replace(BGS, duties=("负责文电",)))
    assert keys(desk) == ["bgs"]


def test_content_that_was_withdrawn_is_not_handed_out_by_its_hash_either(desk: Desk) -> None:
    desk.stand(BGS, KJC)
    take_back(desk)
    bgs, kjc = content_of(BGS), content_of(KJC)
    with desk.store.reading() as session:
        assert content_by_hash(session, {bgs.hash, kjc.hash, "0" * 64}) == {kjc.hash: (kjc.form, kjc.body)}


def test_what_does_not_stand_cannot_be_withdrawn(desk: Desk) -> None:
    desk.edit(BGS)
    with pytest.raises(Refused, match="没有已批准的处室 bgs"):
        take_back(desk)


def test_nothing_is_withdrawn_twice(desk: Desk) -> None:
    desk.stand(BGS)
    take_back(desk)
    with pytest.raises(Refused, match="已由“赵”撤下"):
        take_back(desk, "李")
