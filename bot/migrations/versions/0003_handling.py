"""Handling."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from alembic.operations import BatchOperations

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sqlmodel.sql.sqltypes.UTCDateTime
TEXT = sqlmodel.sql.sqltypes.AutoString
WAITING = sa.text("remind_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("oops_case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("link_key", TEXT(length=64), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("remind_at", MOMENT(), nullable=True))
        batch_op.add_column(sa.Column("replies", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        batch_op.create_index("ix_oops_case_link", ["brand_id", "link_key"], unique=False)
        batch_op.create_index("ix_oops_case_recent", ["brand_id", "opened_at"], unique=False)
        _add_reminders("oops_case", batch_op)
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.add_column(sa.Column("assignee", TEXT(), nullable=True))
        batch_op.add_column(sa.Column("remind_at", MOMENT(), nullable=True))
        batch_op.add_column(sa.Column("outcome", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("outcome_by", TEXT(), nullable=True))
        batch_op.add_column(sa.Column("outcome_at", MOMENT(), nullable=True))
        _add_reminders("task", batch_op)
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.add_column(sa.Column("remind_at", MOMENT(), nullable=True))
        batch_op.add_column(sa.Column("reminders", sa.Integer(), nullable=False, server_default="0"))
        _add_reminders("draft", batch_op)
    _create_user_groups()
    _create_pending_reports()


def _add_reminders(table: str, batch_op: BatchOperations) -> None:
    batch_op.create_index(
        f"ix_{table}_remind", ["remind_at"], unique=False, sqlite_where=WAITING, postgresql_where=WAITING
    )


def _create_user_groups() -> None:
    op.create_table(
        "slack_user_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("group_id", TEXT(length=40), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("checked_at", MOMENT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_slack_user_group_workspace_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slack_user_group")),
        sa.UniqueConstraint(
            "workspace_id", "group_id", name=op.f("uq_slack_user_group_workspace_id_group_id")
        ),
    )


def _create_pending_reports() -> None:
    op.create_table(
        "pending_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("report_key", TEXT(length=80), nullable=False),
        sa.Column("reporter", TEXT(), nullable=False),
        sa.Column("brand_id", sa.Integer(), nullable=False),
        sa.Column("alike_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("channel_id", TEXT(length=40), nullable=True),
        sa.Column("fallback_channel", TEXT(length=40), nullable=False),
        sa.Column("created_at", MOMENT(), nullable=False),
        sa.Column("due_at", MOMENT(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["alike_id"], ["oops_case.id"], name=op.f("fk_pending_report_alike_id")),
        sa.ForeignKeyConstraint(["brand_id"], ["brand.id"], name=op.f("fk_pending_report_brand_id")),
        sa.ForeignKeyConstraint(["case_id"], ["oops_case.id"], name=op.f("fk_pending_report_case_id")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_pending_report_workspace_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_report")),
        sa.UniqueConstraint(
            "workspace_id", "report_key", name=op.f("uq_pending_report_workspace_id_report_key")
        ),
    )
    with op.batch_alter_table("pending_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pending_report_alike_id"), ["alike_id"], unique=False)
        batch_op.create_index("ix_pending_report_due", ["state", "due_at"], unique=False)


def downgrade() -> None:
    op.drop_table("pending_report")
    op.drop_table("slack_user_group")
    _remove("draft", "reminders", "remind_at")
    _remove("task", "outcome_at", "outcome_by", "outcome", "remind_at", "assignee")
    with op.batch_alter_table("oops_case", schema=None) as batch_op:
        batch_op.drop_index("ix_oops_case_recent")
        batch_op.drop_index("ix_oops_case_link")
    _remove("oops_case", "merged_into", "replies", "remind_at", "link_key")


def _remove(table: str, *columns: str) -> None:
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.drop_index(f"ix_{table}_remind")
        for column in columns:
            batch_op.drop_column(column)
