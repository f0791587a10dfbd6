"""Sessions at the web page, and wrong passwords in a row."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("csrf", sa.String(64), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["staff_user.name"], name=op.f("fk_staff_session_name")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_session")),
    )
    op.create_index(op.f("ix_staff_session_name"), "staff_session", ["name"])
    op.create_table(
        "staff_sign_in",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_staff_sign_in")),
    )


def downgrade() -> None:
    op.drop_table("staff_sign_in")
    op.drop_index(op.f("ix_staff_session_name"), table_name="staff_session")
    op.drop_table("staff_session")
