"""A form with a case's facts knows the plan that it was filled in from, so that it changes only what was changed in it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("report_form") as batch_op:
        batch_op.add_column(sa.Column("plan_number", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("report_form") as batch_op:
        batch_op.drop_column("plan_number")
