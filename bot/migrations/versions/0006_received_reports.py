"""A report may be kept before it is known whether it is like another case."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("pending_report") as batch_op:
        batch_op.alter_column("alike_id", existing_type=sa.Integer(), nullable=True)


def downgrade() -> None:
    # What this version received would be unknown to the one before: it has to be opened first.
    with op.batch_alter_table("pending_report") as batch_op:
        batch_op.alter_column("alike_id", existing_type=sa.Integer(), nullable=False)
