"""Lines of a floor that are only drawn."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("floor", sa.Column("details", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("floor", "details")
