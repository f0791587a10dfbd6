"""A power's chart as its file draws it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("power", sa.Column("drawing", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("power", "drawing")
