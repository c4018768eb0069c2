"""A direct message about a case names it, bots are told from people, and words that nobody is shown any more go.

A reason for changes counts while they are asked for, and what was learned at closing while the case is closed: the timeline has both.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MESSAGES = sa.table("message", sa.column("id", sa.Integer), sa.column("about_case_id", sa.Integer))


def upgrade() -> None:
    with op.batch_alter_table("message") as batch_op:
        batch_op.add_column(sa.Column("about_case_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key("fk_message_about_case_id", "oops_case", ["about_case_id"], ["id"])
        batch_op.create_index("ix_message_about_case_id", ["about_case_id"], unique=False)
    with op.batch_alter_table("slack_user") as batch_op:
        batch_op.add_column(sa.Column("is_bot", sa.Boolean(), nullable=True))
    _name_cases(op.get_bind())
    op.execute("UPDATE draft SET note = '' WHERE state <> 'changes_requested' AND note <> ''")
    op.execute("UPDATE oops_case SET cause = '', change = '' WHERE state <> 'closed'")


def downgrade() -> None:
    with op.batch_alter_table("slack_user") as batch_op:
        batch_op.drop_column("is_bot")
    with op.batch_alter_table("message") as batch_op:
        batch_op.drop_index("ix_message_about_case_id")
        batch_op.drop_constraint("fk_message_about_case_id", type_="foreignkey")
        batch_op.drop_column("about_case_id")


def _name_cases(connection: sa.Connection) -> None:
    """Give each direct message the case that it is about, which was in its key only (``...:case:person``)."""
    cases = {
        (row[0], row[1]) for row in connection.execute(sa.text("SELECT workspace_id, id FROM oops_case"))
    }
    notices = connection.execute(
        sa.text("SELECT id, workspace_id, key FROM message WHERE surface = 'notice'")
    ).all()
    found = [
        {"message": message_id, "case": int(named)}
        for message_id, workspace_id, key in notices
        if (named := _case_in(key)) and (workspace_id, int(named)) in cases
    ]
    if found:
        named_now = sa.update(_MESSAGES).where(_MESSAGES.c.id == sa.bindparam("message"))
        connection.execute(named_now.values(about_case_id=sa.bindparam("case")), found)


def _case_in(key: str) -> str:
    parts = key.split(":")
    named = parts[-2] if len(parts) > 2 else ""  # noqa: PLR2004  what it is, the case, the person
    return named if named.isascii() and named.isdigit() else ""
