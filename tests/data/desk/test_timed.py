"""Publishing at a time: asked for beforehand, done when it comes, told how it went."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.desk.publishing import Publishing, Unchanged, publish
from data.desk.timed import publish_due
from data.edition.files import only_one
from data.records import Office
from data.review.scheduled import begin, cancel, failed_since, pending, schedule
from data.review.verification import faults
from data.store.refusal import Refused
from tests.data.desk.conftest import NewStaff
from tests.helpers.staff import EDITOR, PUBLISHER, Staff, site

EIGHT = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
"""Eight in the morning of the office's next day."""


@pytest.fixture
def staff(tmp_path: Path, new_staff: NewStaff) -> Staff:
    staff = new_staff(tmp_path)
    staff.stand(*site(Office("bgs", "办公室")))
    return staff


def ask(staff: Staff, at: datetime = EIGHT, by: str = PUBLISHER) -> int:
    with staff.desk.writing() as session:
        return schedule(session, staff.act(by), at).id


def waiting(staff: Staff) -> list[datetime]:
    with staff.desk.reading() as session:
        return [row.at for row in pending(session)]


def test_it_is_published_when_its_time_has_come_and_once(staff: Staff) -> None:
    ask(staff)
    assert publish_due(staff.desk) == ()
    assert not staff.desk.home.editions.exists()
    staff.clock.now = EIGHT
    assert publish_due(staff.desk) == ("定时发布：第 1 期",)
    assert publish_due(staff.desk) == ()
    assert waiting(staff) == []


def test_what_was_approved_in_the_meantime_goes_along(staff: Staff) -> None:
    ask(staff)
    staff.stand(Office("bgs", "办公厅"))
    staff.clock.now = EIGHT
    publish_due(staff.desk)
    with pytest.raises(Unchanged):
        publish(staff.desk, Publishing(PUBLISHER))


def test_where_nothing_changed_there_is_no_edition_and_that_is_told(staff: Staff) -> None:
    staff.publish()
    ask(staff)
    staff.clock.now = EIGHT
    (said,) = publish_due(staff.desk)
    assert "没有需要发布的改动" in said
    with staff.desk.reading() as session:
        assert [row.edition for row in failed_since(session, EIGHT - timedelta(days=1))] == [None]


@pytest.mark.expected_log("scheduled publication")
def test_what_fails_is_told_and_not_tried_for_ever(staff: Staff) -> None:
    ask(staff)
    (staff.desk.home.keys / "private.pem").unlink(missing_ok=True)
    for key in staff.desk.home.keys.glob("*"):
        if key.is_file():
            key.unlink()
    staff.clock.now = EIGHT
    (said,) = publish_due(staff.desk)
    assert said.startswith("没有发布：没有签名私钥")
    assert publish_due(staff.desk) == ()


def test_while_another_program_publishes_it_waits(staff: Staff) -> None:
    ask(staff)
    staff.clock.now = EIGHT
    with only_one(staff.desk.home.published / ".lock", "busy"):
        assert publish_due(staff.desk) == ()
    assert waiting(staff) == [EIGHT]
    assert publish_due(staff.desk) == ("定时发布：第 1 期",)


def test_two_programs_never_take_the_same_one(staff: Staff) -> None:
    ask(staff)
    with staff.desk.writing() as session:
        assert begin(session, EIGHT) is not None
    with staff.desk.writing() as session:
        assert begin(session, EIGHT + timedelta(minutes=1)) is None
    with staff.desk.writing() as session:
        assert begin(session, EIGHT + timedelta(minutes=11)) is not None, "the first one's program is gone"


def test_it_can_be_taken_back_by_one_person_until_then(staff: Staff) -> None:
    number = ask(staff)
    with staff.desk.writing() as session:
        cancel(session, staff.act(PUBLISHER), number)
    assert waiting(staff) == []
    staff.clock.now = EIGHT
    assert publish_due(staff.desk) == ()
    with staff.desk.writing() as session, pytest.raises(Refused, match="不在等待"):
        cancel(session, staff.act(PUBLISHER), number)
    with staff.desk.reading() as session:
        assert list(faults(session)) == []


@pytest.mark.parametrize(
    ("at", "by", "sentence"),
    [
        (datetime(2026, 11, 22, tzinfo=UTC), PUBLISHER, "已经过去"),
        (EIGHT + timedelta(days=60), PUBLISHER, "最多提前 45 天"),
        (EIGHT, EDITOR, "没有“发布”角色"),
    ],
)
def test_what_cannot_be_asked_for(staff: Staff, at: datetime, by: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        ask(staff, at, by)


def test_one_time_is_asked_for_once(staff: Staff) -> None:
    ask(staff)
    with pytest.raises(Refused, match="已经安排"):
        ask(staff)
