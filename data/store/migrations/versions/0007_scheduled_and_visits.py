"""Publications asked for a time to come, and how many visitors the approval hall had on a day."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "scheduled_publication",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("at_once", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.String(200), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("cancelled_by", sa.String(200), nullable=True),
        sa.Column("begun_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["staff_user.name"], name=op.f("fk_scheduled_publication_asked_by")),
        sa.ForeignKeyConstraint(
            ["cancelled_by"], ["staff_user.name"], name=op.f("fk_scheduled_publication_cancelled_by")
        ),
        sa.ForeignKeyConstraint(["edition"], ["edition.number"], name=op.f("fk_scheduled_publication_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheduled_publication")),
    )
    op.create_table(
        "hall_visits",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("visitors", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("visitors >= 0", name=op.f("ck_hall_visits_counted")),
        sa.ForeignKeyConstraint(["by"], ["staff_user.name"], name=op.f("fk_hall_visits_by")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_hall_visits")),
    )


def downgrade() -> None:
    op.drop_table("hall_visits")
    op.drop_table("scheduled_publication")
