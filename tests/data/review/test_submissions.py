"""What is put before the second person: all that differs, once, as one numbered submission."""

from dataclasses import replace
from datetime import UTC

import pytest

from data.records import Office
from data.review.digest import digest_of
from data.review.overview import submission_difference, waiting_submissions
from data.review.rows import ChangeRow
from data.review.submissions import Selection, changes_of, submit, unsubmitted, waiting
from data.store.refusal import Refused
from tests.helpers.office import BGS, KJC, Desk, act

KJC_PLACE = ("office", "kjc")
OTHER = Office("zhc", "综合处")


def places(desk: Desk, submission: int) -> list[tuple[str, bool, bool]]:
    """Key, whether something stood before, whether something stands after."""
    with desk.store.reading() as session:
        return [(one.key, one.before is not None, one.after is not None) for one in changes_of(session, submission)]


def test_additions_changes_and_removals_are_one_submission(desk: Desk) -> None:
    desk.stand(BGS, KJC)
    desk.edit(replace(BGS, telephone="024-1"), OTHER)
    desk.remove("office", "kjc")
    assert places(desk, desk.submit()) == [("bgs", True, True), ("kjc", True, False), ("zhc", False, True)]


def test_numbers_go_up_by_one(desk: Desk) -> None:
    desk.edit(BGS)
    first = desk.submit()
    desk.edit(KJC)
    assert (first, desk.submit()) == (1, 2)


def test_nothing_to_submit_is_said(desk: Desk) -> None:
    with pytest.raises(Refused, match="没有需要提交的改动"):
        desk.submit()


def test_what_waits_already_is_not_submitted_twice(desk: Desk) -> None:
    desk.edit(BGS)
    desk.submit()
    with pytest.raises(Refused, match="没有需要提交的改动"):
        desk.submit()
    desk.edit(KJC)
    assert places(desk, desk.submit()) == [("kjc", False, True)]


def test_a_further_edit_is_submitted_beside_the_one_that_waits(desk: Desk) -> None:
    desk.edit(BGS)
    desk.submit()
    desk.edit(replace(BGS, telephone="024-1"))
    assert places(desk, desk.submit()) == [("bgs", False, True)]


def test_an_edit_taken_back_leaves_nothing_to_submit(desk: Desk) -> None:
    desk.stand(BGS)
    desk.edit(replace(BGS, telephone="024-1"))
    desk.edit(BGS)
    with desk.store.reading() as session:
        assert unsubmitted(session) == ()


def test_only_editors_submit(desk: Desk) -> None:
    desk.edit(BGS)
    for name in ("李", "赵", "钱"):
        with pytest.raises(Refused, match="没有“编辑”角色"):
            desk.submit(name)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(places=frozenset({("office", "kjc")})),
        Selection(frozenset({"office"}), frozenset({("office", "kjc")})),
    ],
)
def test_a_part_is_submitted_alone(desk: Desk, selection: Selection) -> None:
    desk.edit(BGS, KJC)
    with desk.store.writing() as session:
        number = submit(session, act("张"), selection, "会计处先行").id
    assert places(desk, number) == [("kjc", False, True)]
    with desk.store.reading() as session:
        assert [one.key for one in unsubmitted(session)] == ["bgs"]
        assert waiting(session)[0].note == "会计处先行"


def test_a_kind_without_changes_is_nothing_to_submit(desk: Desk) -> None:
    desk.edit(BGS)
    with desk.store.writing() as session, pytest.raises(Refused):
        submit(session, act("张"), Selection(frozenset({"person"})))


def test_the_digest_covers_every_part_of_every_change() -> None:
    def digest(*changes: tuple[str, str, str | None, str | None]) -> str:
        return digest_of(
            ChangeRow(kind=kind, key=key, before=before, after=after) for kind, key, before, after in changes
        )

    one, other = ("office", "a", None, "h1"), ("office", "b", "h1", "h2")
    variants = {
        digest(one),
        digest(one, other),
        digest(("person", "a", None, "h1")),
        digest(("office", "b", None, "h1")),
        digest(("office", "a", "h1", None)),
        digest(("office", "a", "", "h1")),
        digest(("office", "a", None, "h2")),
        digest(),
    }
    assert len(variants) == 8
    assert digest(one, other) == digest(other, one)


def test_the_list_names_each_change(desk: Desk) -> None:
    desk.stand(BGS, KJC)
    desk.edit(replace(BGS, name="办公厅"), OTHER)
    desk.remove("office", "kjc")
    desk.submit()
    with desk.store.reading() as session:
        (one,) = waiting_submissions(session)
    assert [(change.what, change.title) for change in one.changes] == [
        ("修改", "办公厅"),
        ("删除", "会计处"),
        ("新增", "综合处"),
    ]


def test_a_submission_is_shown_field_by_field(desk: Desk) -> None:
    desk.stand(BGS)
    desk.edit(replace(BGS, telephone="024-1", duties=("负责文电",)))
    number = desk.submit()
    with desk.store.reading() as session:
        (changed,) = submission_difference(session, number).changed
    assert [(field.name, field.before, field.after) for field in changed.fields(UTC)] == [
        ("职责", "负责文电、会务、机要", "负责文电"),
        ("电话", "", "024-1"),
    ]


def test_a_submission_that_is_not_there_cannot_be_shown(desk: Desk) -> None:
    with desk.store.reading() as session, pytest.raises(Refused, match="没有编号为 3 的提交"):
        submission_difference(session, 3)
