"""Practice and records: what an exercise is about, the accounts that exercises stand on, and the weekly digest."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("oops_case", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "sample", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False, server_default=""
            )
        )
    with op.batch_alter_table("brand", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_practice", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(
            sa.Column("weekly_digest", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("brand", schema=None) as batch_op:
        batch_op.drop_column("weekly_digest")
        batch_op.drop_column("is_practice")
    with op.batch_alter_table("oops_case", schema=None) as batch_op:
        batch_op.drop_column("sample")
