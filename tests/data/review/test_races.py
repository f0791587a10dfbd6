"""Two people at once, in threads on real databases: one wins, the other is told, nothing is half done."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import func, select

from data.records import Office, Person, Post
from data.review.decisions import approve, reject
from data.review.rows import DecisionRow
from data.review.standing import standing
from data.review.submissions import submit
from data.review.verification import faults
from data.store.changes import Change, change, put
from data.store.database import Store
from data.store.drafts import draft
from data.store.refusal import Refused, Stale
from tests.helpers.office import BGS, KJC, Desk, act

Action = Callable[[], object]


def together(*actions: Action) -> list[object]:
    """Start all at the same moment; what each gave, or the refusal it met."""
    gate = Barrier(len(actions))

    def run(action: Action) -> object:
        gate.wait(10)
        try:
            return action()
        except Refused as refusal:
            return refusal

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


def refusals(results: list[object]) -> list[Refused]:
    return [result for result in results if isinstance(result, Refused)]


def whole(store: Store) -> bool:
    with store.reading() as session:
        return list(faults(session)) == []


def test_two_reviewers_approve_one_submission_once(desk: Desk) -> None:
    desk.edit(BGS, KJC)
    submission = desk.submit()
    results = together(*(lambda by=by: desk.approve(submission, by) for by in ("李", "王") * 3))
    assert len(refusals(results)) == 5
    with desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(DecisionRow)) == 1
        assert len(standing(session)) == 2
    assert whole(desk.store)


def test_approval_and_rejection_at_once_leave_one_of_them(desk: Desk) -> None:
    desk.edit(BGS)
    submission = desk.submit()

    def turn_down() -> None:
        with desk.store.writing() as session:
            reject(session, act("王"), submission, "不妥")

    results = together(lambda: desk.approve(submission), turn_down)
    assert len(refusals(results)) == 1
    with desk.store.reading() as session:
        verdict = session.scalars(select(DecisionRow.verdict)).one()
        assert len(standing(session)) == (verdict == "approved")
    assert whole(desk.store)


def test_two_submissions_for_one_record_the_second_is_stale(desk: Desk) -> None:
    desk.stand(BGS)
    numbers = []
    for telephone in ("024-1", "024-2", "024-3"):
        desk.edit(replace(BGS, telephone=telephone))
        numbers.append(desk.submit())
    results = together(*(lambda number=number: desk.approve(number) for number in numbers))
    assert len(refusals(results)) == 2
    assert all(isinstance(refusal, Stale) for refusal in refusals(results))
    assert whole(desk.store)


def test_one_removes_an_office_while_another_adds_somebody_to_it(desk: Desk) -> None:
    """Each alone would be right; together they would leave a person in an office that is not there."""
    desk.stand(KJC)
    desk.remove("office", "kjc")
    removal = desk.submit()
    desk.edit(Person("zhao", "赵明（示例）", posts=(Post("处长", "kjc"),)))
    addition = desk.submit()
    results = together(lambda: desk.approve(removal), lambda: desk.approve(addition, "王"))
    assert len(refusals(results)) == 1
    with desk.store.reading() as session:
        assert {one.kind for one in standing(session)} in ({"office", "person"}, set())


def test_two_editors_save_one_version_once(desk: Desk) -> None:
    desk.edit(BGS)

    def save(telephone: str) -> None:
        with desk.store.writing() as session:
            change(session, act("张"), [put(replace(BGS, telephone=telephone), version=1)])

    results = together(*(lambda number=number: save(f"024-{number}") for number in range(6)))
    assert len(refusals(results)) == 5
    with desk.store.reading() as session:
        found = draft(session, "office", "bgs")
    assert found is not None
    assert found[1] == 2


def test_many_editors_on_many_records_all_get_through(desk: Desk) -> None:
    def work(number: int) -> None:
        for turn in range(5):
            with desk.store.writing() as session:
                change(session, act("张"), [put(Office(f"o{number}", f"第 {number} 处", position=turn))])

    assert refusals(together(*(lambda number=number: work(number) for number in range(8)))) == []
    with desk.store.reading() as session:
        assert [draft(session, "office", f"o{number}") for number in range(8)] == [
            (Office(f"o{number}", f"第 {number} 处", position=4), 5) for number in range(8)
        ]


def test_the_same_new_content_from_two_hands_is_stored_once(desk: Desk) -> None:
    def save(key: str) -> None:
        with desk.store.writing() as session:
            change(session, act("张"), [put(BGS), Change("office", key, None)])

    assert refusals(together(*(lambda number=number: save(f"x{number}") for number in range(6)))) == []


def test_two_submit_at_once_and_nothing_is_submitted_twice(desk: Desk) -> None:
    desk.edit(BGS, KJC)

    def hand_in(by: str) -> int:
        with desk.store.writing() as session:
            return submit(session, act(by)).id

    results = together(*(lambda by=by: hand_in(by) for by in ("张", "王", "张", "王")))
    assert len(refusals(results)) == 3
    assert whole(desk.store)


@pytest.mark.parametrize("readers", [4])
def test_readers_see_one_moment_while_others_write(desk: Desk, readers: int) -> None:
    """What a reader counts twice in one session is the same, whatever was approved in between."""
    desk.edit(*(Office(f"o{number}", f"第 {number} 处") for number in range(40)))
    numbers = []
    for number in range(8):
        desk.edit(replace(BGS, key=f"n{number}"))
        numbers.append(desk.submit())

    def read() -> bool:
        for _ in range(20):
            with desk.store.reading() as session:
                if len(standing(session)) != len(standing(session)):
                    return False
        return True

    def approve_all() -> None:
        for number in numbers:
            with desk.store.writing() as session:
                approve(session, act("李"), number)

    assert refusals(results := together(approve_all, *([read] * readers))) == []
    assert results[1:] == [True] * readers
