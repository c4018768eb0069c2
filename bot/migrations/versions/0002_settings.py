"""Settings: what a brand can be told, who changed it, and the forms that are open."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_EMPTY_LIST = sa.text("'[]'")


def upgrade() -> None:
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(sa.Column("scopes", sa.JSON(), nullable=False, server_default=_EMPTY_LIST))
        batch_op.add_column(
            sa.Column(
                "response_channel", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default=""
            )
        )

    with op.batch_alter_table("brand", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("check_ins", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("keep_days", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("steps_done", sa.JSON(), nullable=False, server_default=_EMPTY_LIST))

    with op.batch_alter_table("brand_contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))

    op.create_table(
        "settings_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("brand_id", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("by", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["brand_id"], ["brand.id"], name=op.f("fk_settings_change_brand_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings_change")),
    )
    with op.batch_alter_table("settings_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_settings_change_brand_id"), ["brand_id"], unique=False)

    op.create_table(
        "settings_form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("page", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("brand_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["brand_id"], ["brand.id"], name=op.f("fk_settings_form_brand_id")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_settings_form_workspace_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings_form")),
    )


def downgrade() -> None:
    op.drop_table("settings_form")
    with op.batch_alter_table("settings_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_settings_change_brand_id"))
    op.drop_table("settings_change")
    with op.batch_alter_table("brand_contact", schema=None) as batch_op:
        batch_op.drop_column("version")
    with op.batch_alter_table("brand", schema=None) as batch_op:
        batch_op.drop_column("steps_done")
        batch_op.drop_column("keep_days")
        batch_op.drop_column("check_ins")
    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("response_channel")
        batch_op.drop_column("scopes")
