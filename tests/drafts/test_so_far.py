"""What is said off-line once the call is made, or once words are out: it waits for no call, and takes nothing back."""

import pytest

from bot.draft_kinds import DraftKind
from bot.drafts import Listener, render_words
from bot.drafts.situation import SoFar
from bot.plan import Level
from tests.drafts.making import HARBOUR, plan_for, wrong_day

LISTENERS = [Listener.PRESS, Listener.PARTNERS, Listener.COLLEAGUES]
CALLED = SoFar(is_call_made=True)
CORRECTED = SoFar(out=frozenset({DraftKind.PUBLIC_CORRECTION}))


def _at_a_stop(listener: Listener, so_far: SoFar) -> str:
    report = wrong_day()
    plan = plan_for(report, Level.ESCALATE_FIRST)
    return render_words(listener, report=report, plan=plan, brand=HARBOUR, so_far=so_far)


@pytest.mark.parametrize("listener", LISTENERS)
def test_words_wait_for_the_first_call_until_it_is_made(listener: Listener) -> None:
    assert "until the first call is made" in _at_a_stop(listener, SoFar())
    assert "first call" not in _at_a_stop(listener, CALLED)
    assert "agreed in the call" in _at_a_stop(listener, CALLED)


@pytest.mark.parametrize("listener", LISTENERS)
def test_what_is_corrected_in_public_is_not_said_to_be_looked_into(listener: Listener) -> None:
    assert "looking into" in _at_a_stop(listener, CALLED)
    assert "looking into" not in _at_a_stop(listener, CORRECTED)
    assert "the words that are public already" in _at_a_stop(listener, CORRECTED)
