"""What may not happen in approval is refused by the database, whoever holds its password; on SQLite and PostgreSQL."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from data.records import content_of
from data.review.decisions import reject
from data.review.rows import SubmissionRow
from data.review.withdrawals import withdraw
from data.store.database import Store
from tests.helpers.office import BGS, KJC, Desk, act

Raw = Callable[..., int]
_AT = "2026-11-23 02:00:00"


@contextmanager
def refused(message: str) -> Iterator[None]:
    with pytest.raises(DBAPIError, match=re.compile(message, re.IGNORECASE)) as failure:
        yield
    assert isinstance(failure.value, IntegrityError), "a refusal, not a mistake in the statement"


@pytest.fixture
def digest(desk: Desk) -> str:
    """The digest of submission 1, which 王 has made and nobody has decided."""
    desk.edit(BGS)
    assert desk.submit("王") == 1
    with desk.store.reading() as session:
        row = session.get(SubmissionRow, 1)
        assert row is not None
        return row.digest


def decide(raw: Raw, digest: str, submitted_by: str = "王", decided_by: str = "李", verdict: str = "approved") -> int:
    return raw(
        "INSERT INTO decision (submission_id, submitted_by, digest, decided_by, verdict, reason, at)"
        " VALUES (1, :submitted_by, :digest, :decided_by, :verdict, '', :at)",
        digest=digest,
        submitted_by=submitted_by,
        decided_by=decided_by,
        verdict=verdict,
        at=_AT,
    )


def stand(raw: Raw, hash_: str, submission: int, key: str = "bgs", verdict: str = "approved") -> int:
    return raw(
        "INSERT INTO standing (kind, key, hash, submission_id, verdict)"
        " VALUES ('office', :key, :hash, :submission, :verdict)",
        key=key,
        hash=hash_,
        submission=submission,
        verdict=verdict,
    )


def test_somebody_elses_approval_is_accepted(raw: Raw, digest: str) -> None:
    assert decide(raw, digest) == 1
    assert stand(raw, content_of(BGS).hash, 1) == 1


def test_own_approval_is_refused(raw: Raw, digest: str) -> None:
    with refused("four_eyes"):
        decide(raw, digest, decided_by="王")


def test_a_forged_submitter_is_refused(raw: Raw, digest: str) -> None:
    with refused("foreign key"):
        decide(raw, digest, submitted_by="张", decided_by="王")


def test_another_digest_is_refused(raw: Raw, digest: str) -> None:
    with refused("foreign key"):
        decide(raw, "0" * 64)


@pytest.mark.parametrize("name", ["赵", "钱", "张"])
def test_only_a_reviewer_decides(raw: Raw, digest: str, name: str) -> None:
    with refused("only a reviewer"):
        decide(raw, digest, decided_by=name)


def test_a_reviewer_who_left_decides_no_more(raw: Raw, digest: str) -> None:
    raw("UPDATE staff_user SET active = :no WHERE name = '李'", no=False)
    with refused("only a reviewer"):
        decide(raw, digest)


def test_an_unknown_person_decides_nothing(raw: Raw, digest: str) -> None:
    with refused("only a reviewer|foreign key"):
        decide(raw, digest, decided_by="路人")


def test_an_unknown_verdict_is_refused(raw: Raw, digest: str) -> None:
    with refused("ck_decision_verdict"):
        decide(raw, digest, verdict="perhaps")


def test_a_rejection_says_why(raw: Raw, digest: str) -> None:
    with refused("ck_decision_reason"):
        decide(raw, digest, verdict="rejected")


def test_a_submission_is_decided_once(raw: Raw, digest: str) -> None:
    decide(raw, digest)
    with refused("only grows|unique"):
        decide(raw, digest, decided_by="李")


def test_what_nobody_decided_cannot_stand(raw: Raw, digest: str) -> None:
    with refused("foreign key"):
        stand(raw, content_of(BGS).hash, 1)


def test_what_was_rejected_cannot_stand(raw: Raw, digest: str, desk: Desk) -> None:
    with desk.store.writing() as session:
        reject(session, act("李"), 1, "职责写得不对")
    for verdict in ("approved", "rejected"):
        with refused("foreign key|ck_standing_approved"):
            stand(raw, content_of(BGS).hash, 1, verdict=verdict)


def test_what_was_not_in_the_submission_cannot_stand(raw: Raw, digest: str, desk: Desk) -> None:
    desk.edit(KJC)
    decide(raw, digest)
    with refused("stale|foreign key"):
        stand(raw, content_of(KJC).hash, 1, key="kjc")


def test_a_decided_submission_takes_no_further_change(raw: Raw, digest: str, desk: Desk) -> None:
    desk.edit(KJC)
    decide(raw, digest)
    with refused("has been decided"):
        raw(
            "INSERT INTO change (submission_id, kind, key, before, after) VALUES (1, 'office', 'kjc', NULL, :hash)",
            hash=content_of(KJC).hash,
        )


@pytest.fixture
def changed(desk: Desk) -> tuple[str, str, str]:
    """Three texts of one office, each approved after the other, in submissions 1, 2 and 3; the third stands."""
    texts = [BGS, replace(BGS, telephone="024-1"), replace(BGS, telephone="024-2")]
    for office in texts:
        desk.stand(office)
    first, second, third = (content_of(office).hash for office in texts)
    return first, second, third


def update(raw: Raw, hash_: str, submission: int) -> int:
    return raw(
        "UPDATE standing SET hash = :hash, submission_id = :submission WHERE key = 'bgs'",
        hash=hash_,
        submission=submission,
    )


def test_an_approved_text_of_long_ago_cannot_come_back_by_itself(raw: Raw, changed: tuple[str, str, str]) -> None:
    with refused("stale"):
        update(raw, changed[0], 1)
    with refused("stale"):
        update(raw, changed[1], 2)


def test_a_submission_whose_before_is_not_what_stands_is_refused(
    raw: Raw, desk: Desk, changed: tuple[str, str, str]
) -> None:
    slow = replace(BGS, telephone="024-3")
    desk.edit(slow)
    late = desk.submit()
    desk.stand(replace(BGS, telephone="024-4"))
    raw(
        "INSERT INTO decision (submission_id, submitted_by, digest, decided_by, verdict, reason, at)"
        " SELECT id, submitted_by, digest, '李', 'approved', '', :at FROM submission WHERE id = :late",
        at=_AT,
        late=late,
    )
    with refused("stale"):
        update(raw, content_of(slow).hash, late)


def test_what_stands_goes_only_where_somebody_approved_that(raw: Raw, changed: tuple[str, str, str]) -> None:
    with refused("stale"):
        raw("DELETE FROM standing")


def test_what_was_approved_to_go_does_not_come_back_under_its_old_approval(
    raw: Raw, desk: Desk, changed: tuple[str, str, str]
) -> None:
    desk.stand(KJC)
    desk.remove("office", "bgs")
    desk.approve(desk.submit())
    with refused("stale"):
        stand(raw, changed[0], 1)


def test_standing_does_not_move_to_another_record(raw: Raw, changed: tuple[str, str, str]) -> None:
    with refused("stale"):
        raw("UPDATE standing SET key = 'kjc'")


@pytest.fixture
def filled(desk: Desk, raw: Raw) -> None:
    """Every append-only table with a row in it."""
    desk.stand(BGS)
    with desk.store.writing() as session:
        withdraw(session, act("赵"), "office", "bgs", "职责有误")
    raw("INSERT INTO listing (hash, body) VALUES (:hash, :body)", hash="1" * 64, body=b"[]")
    raw(
        "INSERT INTO edition (number, epoch, published_at, published_by, what, min_number, manifest_hash, history,"
        " lobby_listing, rotation_listing) VALUES (1, 1, :at, '赵', 'publish', 0, :hash, '', :hash, :hash)",
        at=_AT,
        hash="1" * 64,
    )


APPEND_ONLY = {
    "content": ("form = 'office/9'", "hash"),
    "submission": ("submitted_by = '王'", "id"),
    "change": ("key = 'kjc'", "submission_id, kind, key"),
    "decision": ("decided_by = '王'", "submission_id"),
    "withdrawal": ("reason = ''", "hash"),
    "history": ("action = 'nothing'", "number"),
    "listing": ("body = ''", "hash"),
    "edition": ("min_number = 7", "number"),
}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_was_written_is_not_rewritten(raw: Raw, table: str) -> None:
    with refused("only grows"):
        raw(f"UPDATE {table} SET {APPEND_ONLY[table][0]}")  # noqa: S608 - this test's own names


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_was_written_is_not_deleted(raw: Raw, table: str) -> None:
    with refused("only grows"):
        raw(f"DELETE FROM {table}")  # noqa: S608 - this test's own names


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_was_written_is_not_replaced(raw: Raw, table: str, store: Store) -> None:
    """SQLite's INSERT OR REPLACE deletes the old row without asking a delete trigger."""
    verb = "INSERT OR REPLACE INTO" if store.engine.dialect.name == "sqlite" else "INSERT INTO"
    with refused("only grows|has been decided"):
        raw(f"{verb} {table} SELECT * FROM {table} WHERE 1 = 1")  # noqa: S608 - this test's own names


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", [*APPEND_ONLY, "standing"])
def test_a_table_is_not_emptied_at_once(raw: Raw, table: str) -> None:
    """SQLite has no TRUNCATE."""
    with refused("only grows"):
        raw(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize(("held", "name"), [("administrator", "李"), ("reviewer", "钱")])
def test_an_administrator_is_no_reviewer(raw: Raw, held: str, name: str) -> None:
    with refused("cannot approve"):
        raw("INSERT INTO staff_role (name, role) VALUES (:name, :role)", name=name, role=held)


def test_a_role_does_not_turn_into_another(raw: Raw) -> None:
    with refused("roles come and go"):
        raw("UPDATE staff_role SET role = 'reviewer' WHERE name = '钱'")


def test_a_user_who_did_something_is_not_deleted(raw: Raw, digest: str) -> None:
    with refused("foreign key"):
        raw("DELETE FROM staff_role WHERE name = '王'")
        raw("DELETE FROM staff_user WHERE name = '王'")


@pytest.mark.parametrize(
    ("before", "after", "constraint"), [(None, None, "ck_change_something"), ("x", "x", "ck_change_differs")]
)
def test_a_change_changes_something(
    raw: Raw, digest: str, before: str | None, after: str | None, constraint: str
) -> None:
    known = content_of(BGS).hash
    with refused(constraint):
        raw(
            "INSERT INTO change (submission_id, kind, key, before, after) VALUES (1, 'office', 'x', :before, :after)",
            before=before and known,
            after=after and known,
        )


def test_a_withdrawal_says_why(raw: Raw, desk: Desk) -> None:
    desk.edit(BGS)
    with refused("ck_withdrawal_reason"):
        raw(
            "INSERT INTO withdrawal (hash, by, at, reason) VALUES (:hash, '赵', :at, '')",
            hash=content_of(BGS).hash,
            at=_AT,
        )


def test_a_rollback_says_of_what(raw: Raw, filled: None) -> None:
    with refused("ck_edition_rollback_of"):
        raw(
            "INSERT INTO edition (number, epoch, published_at, published_by, what, min_number, manifest_hash, history,"
            " lobby_listing, rotation_listing) VALUES (2, 1, :at, '赵', 'rollback', 0, :hash, '', :hash, :hash)",
            at=_AT,
            hash="1" * 64,
        )


def test_there_is_one_head_of_history(raw: Raw) -> None:
    with refused("ck_history_head_one"):
        raw("INSERT INTO history_head (id, number, hash) VALUES (2, 0, '')")
