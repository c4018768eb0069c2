"""A user group tells why its members cannot be known."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("slack_user_group") as batch_op:
        batch_op.add_column(sa.Column("trouble", sa.String(length=40), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("slack_user_group") as batch_op:
        batch_op.drop_column("trouble")
