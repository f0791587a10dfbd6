"""The first tables: users, drafts by subject, approval, what was published."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "content",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_content")),
    )
    op.create_table(
        "history",
        sa.Column("number", _number(), autoincrement=False, nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
        sa.UniqueConstraint("hash", name=op.f("uq_history_hash")),
        sa.UniqueConstraint("previous_hash", name=op.f("uq_history_previous_hash")),
    )
    op.create_table(
        "history_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", _number(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_history_head_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_head")),
    )
    op.create_table(
        "listing",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_listing")),
    )
    op.create_table(
        "staff_user",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_staff_user_named")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_staff_user")),
    )
    op.create_table(
        "edition",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("published_by", sa.String(200), nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("of_number", sa.Integer(), nullable=True),
        sa.Column("min_number", sa.Integer(), nullable=False),
        sa.Column("manifest_hash", sa.String(64), nullable=False),
        sa.Column("history", sa.String(64), nullable=False),
        sa.Column("lobby_listing", sa.String(64), nullable=False),
        sa.Column("rotation_listing", sa.String(64), nullable=False),
        sa.CheckConstraint("what <> 'rollback' OR of_number IS NOT NULL", name=op.f("ck_edition_rollback_of")),
        sa.ForeignKeyConstraint(["lobby_listing"], ["listing.hash"], name=op.f("fk_edition_lobby_listing")),
        sa.ForeignKeyConstraint(["of_number"], ["edition.number"], name=op.f("fk_edition_of_number")),
        sa.ForeignKeyConstraint(["rotation_listing"], ["listing.hash"], name=op.f("fk_edition_rotation_listing")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_edition")),
    )
    op.create_table(
        "notice_switch",
        sa.Column("id", _number(), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("on_by", sa.String(200), nullable=False),
        sa.Column("on_at", sa.DateTime(), nullable=False),
        sa.Column("off_by", sa.String(200), nullable=True),
        sa.Column("off_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["off_by"], ["staff_user.name"], name=op.f("fk_notice_switch_off_by")),
        sa.ForeignKeyConstraint(["on_by"], ["staff_user.name"], name=op.f("fk_notice_switch_on_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_switch")),
    )
    op.create_table(
        "staff_role",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["staff_user.name"], name=op.f("fk_staff_role_name")),
        sa.PrimaryKeyConstraint("name", "role", name=op.f("pk_staff_role")),
    )
    op.create_table(
        "submission",
        sa.Column("id", _number(), nullable=False),
        sa.Column("submitted_by", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("split_from", _number(), nullable=True),
        sa.ForeignKeyConstraint(["split_from"], ["submission.id"], name=op.f("fk_submission_split_from")),
        sa.ForeignKeyConstraint(["submitted_by"], ["staff_user.name"], name=op.f("fk_submission_submitted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_submission")),
        sa.UniqueConstraint("id", "submitted_by", "digest", name=op.f("uq_submission_id_submitted_by_digest")),
    )
    op.create_table(
        "withdrawal",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_withdrawal_reason")),
        sa.ForeignKeyConstraint(["by"], ["staff_user.name"], name=op.f("fk_withdrawal_by")),
        sa.ForeignKeyConstraint(["hash"], ["content.hash"], name=op.f("fk_withdrawal_hash")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_withdrawal")),
    )
    op.create_table(
        "change",
        sa.Column("submission_id", _number(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("before", sa.String(64), nullable=True),
        sa.Column("after", sa.String(64), nullable=True),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name=op.f("ck_change_something")),
        sa.CheckConstraint("before IS NULL OR after IS NULL OR before <> after", name=op.f("ck_change_differs")),
        sa.ForeignKeyConstraint(["after"], ["content.hash"], name=op.f("fk_change_after")),
        sa.ForeignKeyConstraint(["before"], ["content.hash"], name=op.f("fk_change_before")),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"], name=op.f("fk_change_submission_id")),
        sa.PrimaryKeyConstraint("submission_id", "kind", "key", name=op.f("pk_change")),
        sa.UniqueConstraint(
            "submission_id", "kind", "key", "after", name=op.f("uq_change_submission_id_kind_key_after")
        ),
    )
    op.create_table(
        "decision",
        sa.Column("submission_id", _number(), autoincrement=False, nullable=False),
        sa.Column("submitted_by", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("decided_by", sa.String(200), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("verdict <> 'rejected' OR reason <> ''", name=op.f("ck_decision_reason")),
        sa.CheckConstraint("verdict IN ('approved', 'rejected', 'split')", name=op.f("ck_decision_verdict")),
        sa.CheckConstraint("decided_by <> submitted_by", name=op.f("ck_decision_four_eyes")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff_user.name"], name=op.f("fk_decision_decided_by")),
        sa.ForeignKeyConstraint(
            ["submission_id", "submitted_by", "digest"],
            ["submission.id", "submission.submitted_by", "submission.digest"],
            name=op.f("fk_decision_submission_id_submitted_by_digest"),
        ),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_decision")),
        sa.UniqueConstraint("submission_id", "verdict", name=op.f("uq_decision_submission_id_verdict")),
    )
    op.create_table(
        "standing",
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("submission_id", _number(), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.CheckConstraint("verdict = 'approved'", name=op.f("ck_standing_approved")),
        sa.ForeignKeyConstraint(["hash"], ["content.hash"], name=op.f("fk_standing_hash")),
        sa.ForeignKeyConstraint(
            ["submission_id", "kind", "key", "hash"],
            ["change.submission_id", "change.kind", "change.key", "change.after"],
            name=op.f("fk_standing_submission_id_kind_key_hash"),
        ),
        sa.ForeignKeyConstraint(
            ["submission_id", "verdict"],
            ["decision.submission_id", "decision.verdict"],
            name=op.f("fk_standing_submission_id_verdict"),
        ),
        sa.PrimaryKeyConstraint("kind", "key", name=op.f("pk_standing")),
    )
    op.execute(f"INSERT INTO history_head (id, number, hash) VALUES (1, 0, '{'0' * 64}')")


def downgrade() -> None:
    op.drop_table("standing")
    op.drop_table("decision")
    op.drop_table("change")
    op.drop_table("withdrawal")
    op.drop_table("submission")
    op.drop_table("staff_role")
    op.drop_table("notice_switch")
    op.drop_table("edition")
    op.drop_table("staff_user")
    op.drop_table("listing")
    op.drop_table("history_head")
    op.drop_table("history")
    op.drop_table("content")


def _number() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
