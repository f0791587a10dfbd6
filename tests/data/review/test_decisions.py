"""Only what a second person approved stands; what they did not see in time, or what would leave a hole, does not."""

from dataclasses import replace
from datetime import date

import pytest

from data.records import BulletinItem, Content, Office, Person, Post, Room, content_of
from data.review.decisions import approve, reject
from data.review.rows import DecisionRow, SubmissionRow, Verdict
from data.review.standing import standing
from data.review.submissions import unsubmitted, waiting
from data.review.withdrawals import withdraw
from data.store.refusal import Refused, Stale
from tests.helpers.guards import unguarded
from tests.helpers.office import BGS, KJC, Desk, act

ZHAO = Person("zhao", "赵明（示例）", posts=(Post("处长", "kjc"),), room="512")
ROOM = Room("512", office="kjc")
DAY = date(2026, 11, 23)
NEWS = tuple(BulletinItem(f"2026-11-23/{n}", DAY, n, f"第 {n} 条要闻") for n in range(1, 6))


def stands(desk: Desk) -> set[str]:
    with desk.store.reading() as session:
        return {f"{one.kind}/{one.key}" for one in standing(session)}


def test_nothing_stands_before_it_is_approved(desk: Desk) -> None:
    desk.edit(BGS)
    assert stands(desk) == set()
    submission = desk.submit()
    assert stands(desk) == set()
    desk.approve(submission)
    with desk.store.reading() as session:
        (one,) = standing(session)
    assert (one.kind, one.key) == ("office", "bgs")
    assert Content(one.hash, one.form, one.body) == content_of(BGS)


def test_editing_leaves_the_approved_text_standing(desk: Desk) -> None:
    desk.stand(BGS)
    desk.edit(replace(BGS, name="办公厅"))
    second = desk.submit()
    with desk.store.reading() as session:
        assert standing(session)[0].hash == content_of(BGS).hash
    desk.approve(second)
    with desk.store.reading() as session:
        assert standing(session)[0].hash == content_of(replace(BGS, name="办公厅")).hash


def test_one_decision_covers_two_hundred_changes(desk: Desk) -> None:
    desk.stand(*(Office(f"o{n:03}", f"第 {n} 处") for n in range(200)))
    assert len(stands(desk)) == 200


def test_own_submission_is_refused(desk: Desk) -> None:
    desk.edit(BGS)
    with pytest.raises(Refused, match="自己提交的"):
        desk.approve(desk.submit("王"), "王")
    assert stands(desk) == set()


@pytest.mark.parametrize("name", ["张", "赵", "钱"])
def test_only_reviewers_approve(desk: Desk, name: str) -> None:
    desk.edit(BGS)
    with pytest.raises(Refused, match="没有“审核”角色"):
        desk.approve(desk.submit(), name)


def test_strangers_do_nothing(desk: Desk) -> None:
    desk.edit(BGS)
    with pytest.raises(Refused, match="没有叫“路人”的用户"):
        desk.submit("路人")
    with pytest.raises(Refused, match="没有叫“路人”的用户"):
        desk.approve(desk.submit(), "路人")


def test_a_submission_is_decided_once(desk: Desk) -> None:
    desk.edit(BGS)
    submission = desk.submit()
    desk.approve(submission)
    with pytest.raises(Refused, match="提交 1 已由“李”批准"):
        desk.approve(submission, "王")


def test_an_unknown_submission_is_named(desk: Desk) -> None:
    with pytest.raises(Refused, match="没有编号为 7 的提交"):
        desk.approve(7)


def test_a_rejected_submission_changes_nothing_and_may_come_again(desk: Desk) -> None:
    desk.edit(BGS)
    first = desk.submit()
    with desk.store.writing() as session:
        reject(session, act("李"), first, "职责不全")
    assert stands(desk) == set()
    with desk.store.reading() as session:
        decision = session.get(DecisionRow, first)
        assert decision is not None
        assert (decision.verdict, decision.reason, decision.decided_by) == (Verdict.REJECTED, "职责不全", "李")
    desk.approve(desk.submit())
    assert stands(desk) == {"office/bgs"}


def test_a_rejection_without_a_reason_is_refused(desk: Desk) -> None:
    desk.edit(BGS)
    submission = desk.submit()
    with desk.store.writing() as session, pytest.raises(Refused, match="原因"):
        reject(session, act("李"), submission, "  ")


def test_somebody_who_got_there_first_is_not_overwritten(desk: Desk) -> None:
    desk.stand(BGS)
    desk.edit(replace(BGS, telephone="024-1"))
    slow = desk.submit()
    desk.stand(replace(BGS, telephone="024-2"))
    with pytest.raises(Stale, match="处室 bgs"):
        desk.approve(slow)
    with desk.store.reading() as session:
        assert standing(session)[0].hash == content_of(replace(BGS, telephone="024-2")).hash


def test_one_stale_change_stops_the_whole_submission(desk: Desk) -> None:
    desk.stand(BGS)
    desk.edit(replace(BGS, telephone="024-1"), KJC)
    slow = desk.submit()
    desk.edit(replace(BGS, telephone="024-2"))
    desk.approve(desk.submit())
    with pytest.raises(Stale):
        desk.approve(slow)
    assert stands(desk) == {"office/bgs"}


def test_what_points_at_nothing_is_named_and_refused(desk: Desk) -> None:
    desk.edit(ZHAO)
    with pytest.raises(Refused, match=r"的房间指向房间 512.*的职务“处长”指向处室 kjc"):
        desk.approve(desk.submit())
    assert stands(desk) == set()


def test_what_comes_together_may_point_at_each_other(desk: Desk) -> None:
    desk.stand(ZHAO, KJC, ROOM)
    assert stands(desk) == {"person/zhao", "office/kjc", "room/512"}


def test_what_others_point_at_does_not_go(desk: Desk) -> None:
    desk.stand(ZHAO, KJC, ROOM)
    desk.remove("office", "kjc")
    removal = desk.submit()
    with pytest.raises(Refused, match=r"人员“赵明（示例）”的职务“处长”指向处室 kjc.*房间“512”的使用处室"):
        desk.approve(removal)
    desk.remove("person", "zhao")
    desk.remove("room", "512")
    desk.approve(desk.submit())
    desk.approve(removal)
    assert stands(desk) == set()


def test_many_holes_are_counted(desk: Desk) -> None:
    desk.edit(*(Room(f"{n}", office="nowhere") for n in range(100, 120)))
    with pytest.raises(Refused, match="共 20 处"):
        desk.approve(desk.submit())


def test_a_removal_is_approved_like_any_change(desk: Desk) -> None:
    desk.stand(BGS, KJC)
    desk.remove("office", "bgs")
    assert stands(desk) == {"office/bgs", "office/kjc"}
    desk.approve(desk.submit())
    assert stands(desk) == {"office/kjc"}


def test_what_was_removed_may_come_back_with_a_new_approval(desk: Desk) -> None:
    desk.stand(BGS)
    desk.remove("office", "bgs")
    desk.approve(desk.submit())
    desk.stand(BGS)
    assert stands(desk) == {"office/bgs"}


def test_a_bulletin_item_is_approved_alone(desk: Desk) -> None:
    desk.edit(*NEWS)
    whole = desk.submit()
    rest = desk.approve(whole, only=(("bulletin", "2026-11-23/2"),))
    assert stands(desk) == {"bulletin/2026-11-23/2"}
    with desk.store.reading() as session:
        (left,) = waiting(session)
        assert (left.id, left.split_from, left.submitted_by) == (rest, whole, "张")
        assert unsubmitted(session) == ()
    assert rest is not None
    desk.approve(rest)
    assert stands(desk) == {f"bulletin/2026-11-23/{n}" for n in range(1, 6)}


def test_a_bulletin_item_is_rejected_alone(desk: Desk) -> None:
    desk.edit(*NEWS)
    whole = desk.submit()
    with desk.store.writing() as session:
        rest = reject(session, act("李"), whole, "口径未定", [("bulletin", "2026-11-23/5")]).rest
    assert rest is not None
    desk.approve(rest)
    assert stands(desk) == {f"bulletin/2026-11-23/{n}" for n in range(1, 5)}


def test_splitting_does_not_open_a_way_round_four_eyes(desk: Desk) -> None:
    desk.edit(*NEWS)
    rest = desk.approve(desk.submit("王"), "李", only=(("bulletin", "2026-11-23/1"),))
    assert rest is not None
    with pytest.raises(Refused, match="自己提交的"):
        desk.approve(rest, "王")


def test_all_items_chosen_is_the_whole_submission(desk: Desk) -> None:
    desk.edit(*NEWS[:2])
    whole = desk.submit()
    assert desk.approve(whole, only=tuple(("bulletin", item.key) for item in NEWS[:2])) is None
    with desk.store.reading() as session:
        assert session.get(SubmissionRow, whole + 1) is None


def test_an_item_that_is_not_in_the_submission_is_named(desk: Desk) -> None:
    desk.edit(*NEWS[:2])
    with pytest.raises(Refused, match="提交 1 里没有要闻 2026-11-23/9"):
        desk.approve(desk.submit(), only=(("bulletin", "2026-11-23/9"),))


def test_withdrawn_content_is_not_approved_again_as_it_was(desk: Desk) -> None:
    desk.stand(BGS)
    with desk.store.writing() as session:
        withdraw(session, act("赵"), "office", "bgs", "职责有误")
    desk.stand(replace(BGS, telephone="024-1"))
    desk.edit(BGS)
    with pytest.raises(Refused, match="已由“赵”撤下（职责有误）"):
        desk.approve(desk.submit())


def test_a_refusal_writes_nothing(desk: Desk) -> None:
    desk.edit(ZHAO)
    submission = desk.submit()
    with pytest.raises(Refused):
        desk.approve(submission)
    with desk.store.reading() as session:
        assert session.get(DecisionRow, submission) is None


def test_a_tampered_submission_is_not_approved(desk: Desk) -> None:
    """Whoever owns the database may silence its triggers; the digest still tells."""
    desk.edit(BGS, KJC)
    submission = desk.submit()
    with desk.store.engine.begin() as connection, unguarded(connection):
        connection.exec_driver_sql("DELETE FROM change WHERE key = 'kjc'")
    with pytest.raises(Refused, match="verify-history"):
        desk.approve(submission)


def test_a_decision_is_written_with_all_it_changes_or_not_at_all(desk: Desk) -> None:
    desk.edit(BGS)
    submission = desk.submit()
    with desk.store.writing() as session:
        approve(session, act("李"), submission)
        session.rollback()
    assert stands(desk) == set()
    with desk.store.reading() as session:
        assert session.get(DecisionRow, submission) is None
