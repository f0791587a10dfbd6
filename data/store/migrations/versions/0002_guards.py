"""Triggers: what was written stays, and standing follows decisions only."""

from alembic import op

from data.store.migrations.guards import create_statements, drop_statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for statement in create_statements(op.get_context().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    for statement in drop_statements(op.get_context().dialect.name):
        op.execute(statement)
