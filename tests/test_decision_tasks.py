"""Tasks that fit what happened: no two contradict each other, and none asks for what the channel cannot do."""

from dataclasses import replace

from bot.decision import decide
from bot.report import (
    Affected,
    Channel,
    Harm,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)
from tests.test_decision_plan import JOKE, text_of

ACCUSED = Report(
    "We named the wrong man as the suspect",
    channel=Channel.MASTODON,
    harm=Harm.LEGAL_FINANCIAL,
    noticed=Noticed.MANY_REPLIES,
    undo=Undo.DELETE,
    affected=Affected.FEW_KNOWN,
    still_misleading=StillMisleading.YES,
    red_flags=frozenset({RedFlag.LAWSUIT_OR_REGULATOR}),
)


def test_what_comes_down_at_once_is_not_forbidden_by_the_call_to_counsel() -> None:
    standing = decide(ACCUSED)
    over = decide(replace(ACCUSED, still_misleading=StillMisleading.NO))

    assert text_of(standing, "take-back").startswith("Delete it.")
    assert "delete nothing" not in text_of(standing, "call-lawsuit-or-regulator")
    assert not any("deleted" in reason.text for reason in standing.reasons)
    assert text_of(over, "take-back") == "Ask counsel first, then delete it."
    assert "delete nothing before" in text_of(over, "call-lawsuit-or-regulator")


def test_a_deletion_is_told_in_public_only_after_the_call() -> None:
    stopped = decide(ACCUSED)
    called = decide(replace(JOKE, red_flags=frozenset({RedFlag.DISCRIMINATION})))

    for plan in (stopped, called):
        assert plan.call_first
        assert plan.delete_or_keep.endswith(
            "take it down after saving a copy, and say so in public once the call is made."
        )
