"""The room there is for words in a unit."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("floor_unit", sa.Column("label_size", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("floor_unit", "label_size")
