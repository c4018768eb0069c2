"""A report that a process has received, and ended before it opened a case of it."""

from bot.reporting.forms import SubmittedForm, receive_form
from tests.world import ORDINARY, TEAM_CHANNEL, World

WHAT = "We wrote Tuesday, the run is on Thursday"


async def leave_report_behind(world: World, report_key: str = "VLEFT") -> None:
    """Keep a report of Alice's, and do no more."""
    form = SubmittedForm(
        form_id=0,
        answers={"what": WHAT, **ORDINARY},
        workspace_id=world.oops.workspace_id,
        reporter="UALICE",
        report_key=report_key,
        fallback_channel=TEAM_CHANNEL,
    )
    await world.oops.store.run(receive_form, form, now=world.clock())
