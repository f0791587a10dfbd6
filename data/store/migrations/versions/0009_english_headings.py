"""English where visitors met only Chinese: headings of offices and channels, windows, what a power is about."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ADDED = (("office", "section_en"), ("channel", "board_en"), ("hall_window", "name_en"), ("power", "summary_en"))


def upgrade() -> None:
    for table, column in _ADDED:
        op.add_column(table, sa.Column(column, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    for table, column in reversed(_ADDED):
        op.drop_column(table, column)
