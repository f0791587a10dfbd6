"""The triggers of revision 0002, for SQLite and PostgreSQL: what was written stays, standing follows decisions only.

A statement is (name, table, event, condition that refuses, message); conditions speak of NEW and OLD.
"""

from collections.abc import Iterator
from dataclasses import dataclass

APPEND_ONLY: dict[str, str] = {
    "content": "hash = NEW.hash",
    "submission": "id = NEW.id",
    "change": "submission_id = NEW.submission_id AND kind = NEW.kind AND key = NEW.key",
    "decision": "submission_id = NEW.submission_id",
    "withdrawal": "hash = NEW.hash",
    "history": "number = NEW.number OR hash = NEW.hash OR previous_hash = NEW.previous_hash",
    "listing": "hash = NEW.hash",
    "edition": "number = NEW.number",
}
"""Tables that only grow, and what finds the row that SQLite's INSERT OR REPLACE would silently delete."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuse `event` on `table` where `condition` holds of the row."""

    name: str
    table: str
    event: str
    condition: str
    message: str


_SAME_CHANGE = "submission_id = NEW.submission_id AND kind = NEW.kind AND key = NEW.key AND after = NEW.hash"
_LATER_APPROVED = (
    "EXISTS (SELECT 1 FROM change JOIN decision ON decision.submission_id = change.submission_id"
    " WHERE decision.verdict = 'approved' AND change.kind = NEW.kind AND change.key = NEW.key"
    " AND change.submission_id > NEW.submission_id)"
)

RULES = (
    Guard(
        "change_sealed",
        "change",
        "INSERT",
        "EXISTS (SELECT 1 FROM decision WHERE submission_id = NEW.submission_id)",
        "the submission has been decided",
    ),
    Guard(
        "decision_by_reviewer",
        "decision",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM staff_role JOIN staff_user ON staff_user.name = staff_role.name"
        " WHERE staff_user.name = NEW.decided_by AND staff_role.role = 'reviewer' AND staff_user.active)",
        "only a reviewer decides",
    ),
    Guard(
        "role_apart",
        "staff_role",
        "INSERT",
        "(NEW.role = 'administrator' AND EXISTS"
        " (SELECT 1 FROM staff_role WHERE name = NEW.name AND role = 'reviewer'))"
        " OR (NEW.role = 'reviewer' AND EXISTS"
        " (SELECT 1 FROM staff_role WHERE name = NEW.name AND role = 'administrator'))",
        "an administrator cannot approve",
    ),
    Guard("role_fixed", "staff_role", "UPDATE", "NEW.name <> OLD.name OR NEW.role <> OLD.role", "roles come and go"),
    Guard(
        "standing_new",
        "standing",
        "INSERT",
        f"NOT EXISTS (SELECT 1 FROM change WHERE {_SAME_CHANGE} AND before IS NULL)"
        " OR EXISTS (SELECT 1 FROM standing WHERE kind = NEW.kind AND key = NEW.key)"
        f" OR {_LATER_APPROVED}",
        "stale: something stands already",
    ),
    Guard(
        "standing_next",
        "standing",
        "UPDATE",
        "NEW.kind <> OLD.kind OR NEW.key <> OLD.key OR NEW.submission_id <= OLD.submission_id"
        f" OR NOT EXISTS (SELECT 1 FROM change WHERE {_SAME_CHANGE} AND before = OLD.hash)",
        "stale: something else stands now",
    ),
    Guard(
        "standing_gone",
        "standing",
        "DELETE",
        "NOT EXISTS (SELECT 1 FROM change JOIN decision ON decision.submission_id = change.submission_id"
        " WHERE decision.verdict = 'approved' AND change.kind = OLD.kind AND change.key = OLD.key"
        " AND change.before = OLD.hash AND change.after IS NULL AND change.submission_id > OLD.submission_id)",
        "stale: nobody approved that this goes",
    ),
)


def guards() -> Iterator[Guard]:
    """Every rule, the append-only ones spelled out table by table."""
    for table, same in APPEND_ONLY.items():
        message = f"{table} only grows"
        yield Guard(f"{table}_no_update", table, "UPDATE", "1 = 1", message)
        yield Guard(f"{table}_no_delete", table, "DELETE", "1 = 1", message)
        yield Guard(
            f"{table}_no_replace",
            table,
            "INSERT",
            f"EXISTS (SELECT 1 FROM {table} WHERE {same})",
            message,
        )
    yield from RULES


def create_statements(dialect: str) -> Iterator[str]:
    """The statements that put the guards up, for `sqlite` or `postgresql`."""
    for guard in guards():
        yield from (_sqlite(guard) if dialect == "sqlite" else _postgresql(guard))
    if dialect == "postgresql":
        yield from _no_truncate()


def drop_statements(dialect: str) -> Iterator[str]:
    """The statements that take them down again."""
    for guard in guards():
        if dialect == "sqlite":
            yield f"DROP TRIGGER {guard.name}"
        else:
            yield f"DROP FUNCTION guard_{guard.name}() CASCADE"
    if dialect == "postgresql":
        yield "DROP FUNCTION guard_no_truncate() CASCADE"


def _sqlite(guard: Guard) -> Iterator[str]:
    yield (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW"
        f" WHEN {guard.condition} BEGIN SELECT RAISE(ABORT, '{guard.message}'); END"
    )


def _postgresql(guard: Guard) -> Iterator[str]:
    given = "OLD" if guard.event == "DELETE" else "NEW"
    yield (
        f"CREATE FUNCTION guard_{guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {guard.condition} THEN"
        f" RAISE EXCEPTION '{guard.message}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        f" RETURN {given}; END $$"
    )
    yield (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.event} ON {guard.table}"
        f" FOR EACH ROW EXECUTE FUNCTION guard_{guard.name}()"
    )


def _no_truncate() -> Iterator[str]:
    yield (
        "CREATE FUNCTION guard_no_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' only grows', ERRCODE = 'integrity_constraint_violation';"
        " END $$"
    )
    for table in (*APPEND_ONLY, "standing"):
        yield (
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION guard_no_truncate()"
        )
