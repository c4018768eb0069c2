"""The file that holds all settings of a workspace: written here, read in ``file_reading``, taken over in ``importing``.

    brands:
    - name: Riverside Runners        # identifies the brand; all else may be left out, and then stays as it is
      relation: own                  # own, client, personal
      response_channel: C0123456789  # a private channel's id
      ...

``file_reading.COLUMNS`` has all the keys.
"""

from typing import Any

import yaml
from sqlmodel import Session

from bot.brand import LEADER
from bot.brands.forms import stored_voice
from bot.models import Brand, BrandContact, key
from bot.report import RedFlag
from bot.storage import queries

HEAD = """\
# Settings of oops, for `oops settings --import`. The README (Settings inside Slack) says what each line may hold.
# Brands are known by their names. What is left out stays as it is; brands that are not named here are left alone.
"""


def settings_text(session: Session, workspace_id: int) -> str:
    """Return all brands of a workspace and their settings as YAML: the same settings give the same text."""
    brands = sorted(
        queries.all_brands_of(session, workspace_id), key=lambda brand: (brand.name.casefold(), brand.name)
    )
    written = {"brands": [_brand(session, brand) for brand in brands]}
    return HEAD + str(yaml.dump(written, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110))


_CALLED = (LEADER, *(flag.value for flag in RedFlag))


class _Dumper(yaml.SafeDumper):
    """Writes lists indented below their key, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  PyYAML's signature
        super().increase_indent(flow, indentless=False)


def _brand(session: Session, brand: Brand) -> dict[str, Any]:
    quiet = f"{brand.quiet_from}-{brand.quiet_until}" if brand.quiet_from and brand.quiet_until else None
    return {
        "name": brand.name,
        "archived": brand.is_archived,
        "relation": str(brand.relation),
        "reputation": str(brand.reputation),
        "response_channel": brand.response_channel,
        "lead": brand.lead,
        "backup": brand.backup,
        "approvers": list(brand.approvers),
        "approvals_needed": brand.approvals_needed,
        "self_approval": brand.self_approval,
        "timezone": brand.timezone,
        "quiet_hours": quiet,
        "quiet_weekends": brand.rests_on_weekends,
        "check_ins": brand.check_ins or None,
        "weekly_digest": brand.weekly_digest,
        "keep_days": brand.keep_days,
        "voice": stored_voice(brand),
        "call": {name: brand.owners[name] for name in _CALLED if name in brand.owners},
        "contacts": [_contact(contact) for contact in queries.contacts_of(session, key(brand))],
    }


def _contact(contact: BrandContact) -> dict[str, Any]:
    return {
        "name": contact.name,
        "role": contact.role,
        "reach": contact.reach,
        "affected": list(contact.affected),
    }
