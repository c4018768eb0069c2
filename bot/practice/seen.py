"""What an exercise shows at a check-in: nothing gets better by itself while the words that would mend it are not out."""

from collections.abc import Iterable

from bot.attention import CheckInAnswer
from bot.draft_kinds import DraftKind
from bot.models import CheckIn, Draft
from bot.plan import Level
from bot.practice.library import Look, Sample
from bot.states import DraftState


def seen_at(sample: Sample, check_in: CheckIn, *, level: Level, drafts: Iterable[Draft]) -> Look:
    """Return what is to be seen at a check-in: as it began while the plan's words are not out, else as the course goes on."""
    if level in {Level.LET_IT_GO, Level.QUIET_FIX} or any(_was_out(draft, check_in) for draft in drafts):
        return sample.look(check_in.number)
    so_far = sample.course[: check_in.number]
    loud = (look for look in so_far if look.answer is not CheckInAnswer.QUIET)
    return next(loud, sample.look(check_in.number))


def _was_out(draft: Draft, check_in: CheckIn) -> bool:
    """Return whether a text that people were to get had gone out when the check-in was asked; a reply is for whoever asks."""
    if draft.state is not DraftState.PUBLISHED or draft.kind is DraftKind.REPLY_IF_ASKED:
        return False
    return draft.acted_at is None or check_in.asked_at is None or draft.acted_at <= check_in.asked_at
