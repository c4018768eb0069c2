"""A report that is like another case waits for nobody any more: it is opened at once."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE pending_report SET state = 'received' WHERE state = 'waiting'")
    op.execute("UPDATE pending_report SET state = 'opened' WHERE state = 'joined'")
    op.execute("""UPDATE event SET kind = 'maybe_duplicate', detail = '{}' WHERE kind = 'report_joined'""")
    with op.batch_alter_table("pending_report") as batch_op:
        batch_op.drop_index("ix_pending_report_alike_id")
        batch_op.drop_constraint("fk_pending_report_alike_id", type_="foreignkey")
        batch_op.drop_column("alike_id")


def downgrade() -> None:
    with op.batch_alter_table("pending_report") as batch_op:
        batch_op.add_column(sa.Column("alike_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key("fk_pending_report_alike_id", "oops_case", ["alike_id"], ["id"])
        batch_op.create_index("ix_pending_report_alike_id", ["alike_id"], unique=False)
