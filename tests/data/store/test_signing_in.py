"""Signing in: passwords that keep the rules, a delay that grows, sessions that end; on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from data.store.accounts import add_role
from data.store.act import Act
from data.store.database import Store
from data.store.history import HistoryRow
from data.store.passwords import fits, hashed
from data.store.refusal import Refused
from data.store.roles import Role
from data.store.signing_in import (
    IDLE,
    LONGEST,
    LONGEST_DELAY,
    SessionRow,
    Visitor,
    begin_try,
    fail,
    seen,
    set_active,
    set_password,
    sign_in,
    sign_out,
    visitor,
)

START = datetime(2026, 11, 23, 1, tzinfo=UTC)
GOOD = "春眠不觉晓-处处闻啼鸟"


@pytest.fixture
def office(store: Store) -> Store:
    with store.writing() as session:
        add_role(session, Act("钱", START), "张", Role.EDITOR)
        set_password(session, Act("钱", START), "张", GOOD)
    return store


def enter(store: Store, at: datetime = START, name: str = "张") -> str:
    with store.writing() as session:
        return sign_in(session, Act(name, at), "127.0.0.1")


def who(store: Store, token: str, at: datetime) -> Visitor | None:
    with store.reading() as session:
        return visitor(session, token, at)


def try_at(store: Store, at: datetime, name: str = "张") -> str:
    with store.writing() as session:
        return begin_try(session, name, at)


@pytest.mark.parametrize(
    ("password", "complaint"),
    [
        ("short", "至少要 10 个字符"),
        ("a" * 201, "最多 200 个字符"),
        ("1111111111", "不同的字符"),
        ("zhangsan-and-more", "不能包含用户名"),
        ("password-and-more", "太常见"),
        ("2026-openhall", "太常见"),
    ],
)
def test_a_weak_password_is_refused_with_the_rule_it_breaks(password: str, complaint: str) -> None:
    with pytest.raises(Refused, match=complaint):
        hashed("zhangsan", password)


def test_a_password_is_kept_as_an_argon2_hash_that_fits_it_alone() -> None:
    kept = hashed("张", GOOD)
    assert kept.startswith("$argon2id$")
    assert GOOD not in kept
    assert fits(kept, GOOD)
    assert not fits(kept, GOOD + "。")
    assert not fits("", GOOD), "who has no password cannot sign in"
    assert not fits("nonsense", GOOD)
    assert not fits(kept, "x" * 1_000_000)


def test_a_token_tells_who_and_what_they_may(office: Store) -> None:
    token = enter(office)
    found = who(office, token, START)
    assert found is not None
    assert (found.name, found.roles) == ("张", {Role.EDITOR})
    assert who(office, token + "x", START) is None
    assert who(office, "", START) is None


def test_the_store_does_not_hold_the_token(office: Store) -> None:
    token = enter(office)
    with office.reading() as session:
        row = session.scalars(select(SessionRow)).one()
        assert token not in (row.token_hash, row.csrf)


def test_a_session_ends_when_nobody_is_there(office: Store) -> None:
    token = enter(office)
    assert who(office, token, START + IDLE)
    assert who(office, token, START + IDLE + timedelta(seconds=1)) is None


def test_being_there_keeps_it_but_not_for_ever(office: Store) -> None:
    token = enter(office)
    now = START
    while now < START + LONGEST:
        assert who(office, token, now)
        with office.writing() as session:
            seen(session, token, now)
        now += IDLE
    assert who(office, token, now + timedelta(seconds=1)) is None


def test_a_clock_set_back_ends_sessions_and_keeps_nobody_out(office: Store) -> None:
    token = enter(office, START + timedelta(days=365))
    assert who(office, token, START) is None, "nobody knows how old it is"
    for _ in range(3):
        try_at(office, START + timedelta(days=365))
    assert try_at(office, START)
    with pytest.raises(Refused, match="秒后再试"):
        try_at(office, START)


def test_many_tries_at_once_gain_nothing_by_an_earlier_time(office: Store) -> None:
    for _ in range(3):
        try_at(office, START)
    with pytest.raises(Refused, match="秒后再试"):
        try_at(office, START - timedelta(seconds=30))


def test_signing_out_ends_it(office: Store) -> None:
    token, other = enter(office), enter(office)
    with office.writing() as session:
        sign_out(session, Act("张", START), token)
    assert who(office, token, START) is None
    assert who(office, other, START)


def test_a_new_password_signs_out_everywhere(office: Store) -> None:
    token = enter(office)
    with office.writing() as session:
        set_password(session, Act("钱", START), "张", "另一个好密码-2026-秋")
    assert who(office, token, START) is None


def test_who_was_disabled_is_out_at_once_and_cannot_come_back(office: Store) -> None:
    token = enter(office)
    with office.writing() as session:
        set_active(session, Act("钱", START), "张", active=False)
    assert who(office, token, START) is None
    assert try_at(office, START) == ""
    with office.writing() as session:
        set_active(session, Act("钱", START), "张", active=True)
    assert fits(try_at(office, START), GOOD)


def test_the_delay_doubles_with_every_wrong_password(office: Store) -> None:
    last = START
    for wait_s in (0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900):
        if wait_s:
            with pytest.raises(Refused, match="秒后再试"):
                try_at(office, last + timedelta(seconds=wait_s - 1))
        last += timedelta(seconds=wait_s)
        try_at(office, last)
    assert timedelta(seconds=wait_s) == LONGEST_DELAY


def test_waiting_is_told_in_seconds(office: Store) -> None:
    for _ in range(3):
        try_at(office, START)
    with pytest.raises(Refused, match="请 3 秒后再试"):
        try_at(office, START + timedelta(seconds=2))


def test_the_right_password_begins_anew(office: Store) -> None:
    for _ in range(3):
        try_at(office, START)
    later = START + timedelta(minutes=1)
    try_at(office, later)
    enter(office, later)
    for _ in range(3):
        try_at(office, later)


def test_unknown_names_are_delayed_together_and_tell_nothing(office: Store) -> None:
    assert [try_at(office, START, name) for name in ("甲", "乙", "丙")] == ["", "", ""]
    with pytest.raises(Refused, match="秒后再试"):
        try_at(office, START, "丁")
    assert try_at(office, START), "and nobody else is kept out by it"


def test_signing_in_and_failing_are_in_the_history_without_what_was_typed(office: Store) -> None:
    with office.writing() as session:
        fail(session, Act("张", START), "10.0.0.9")
        fail(session, Act(GOOD, START), "10.0.0.9")
    enter(office)
    with office.reading() as session:
        rows = session.scalars(select(HistoryRow).order_by(HistoryRow.number)).all()
        told = [(row.by, row.action, row.detail) for row in rows][-3:]
    assert told == [
        ("张", "sign-in-failed", "10.0.0.9"),
        ("?", "sign-in-failed", "10.0.0.9"),
        ("张", "sign-in", "127.0.0.1"),
    ]


def test_ended_sessions_are_forgotten(office: Store) -> None:
    enter(office)
    enter(office, START + LONGEST + timedelta(seconds=1))
    with office.reading() as session:
        assert len(session.scalars(select(SessionRow)).all()) == 1


def test_a_user_that_is_not_there_gets_no_password(office: Store) -> None:
    with office.writing() as session, pytest.raises(Refused, match="没有叫“路人”的用户"):
        set_password(session, Act("钱", START), "路人", GOOD)
