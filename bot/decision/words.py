"""The sentences around a level: headline, the article's reason for it, what not to do, delete or keep."""

from bot.decision.facts import Facts
from bot.plan import Expects, Level, Reason
from bot.report import Undo

HEADLINES = {
    Level.LET_IT_GO: "Say nothing in public, and watch.",
    Level.QUIET_FIX: "Put it right without a word, and watch.",
    Level.DIRECT_CONTACT: "Tell exactly the people it concerns, and nobody else.",
    Level.CORRECT_PUBLICLY: "Publish one short line that puts it right, in the same place.",
    Level.APOLOGISE_PUBLICLY: "Apologise once, briefly, in the same place.",
    Level.FULL_RESPONSE: "A leader apologises by name, makes it good, and says what changes.",
    Level.ESCALATE_FIRST: "Stop. Keep the evidence, and make the call before any public word.",
}
TELL_EACH = "Tell exactly the people it concerns, each of them directly."
NEWS_TO_SOME = "Some would hear market news before the others: ask counsel first."
LEFT_UP = "What is still up stays up, and somebody could act on it or be hurt."
STOP_ONCE_CALLED = "Stop. Keep the evidence, and say in public only what was agreed in the call."
STOP_AFTER_WORDS = "Stop. Keep the evidence, and say nothing more in public before the call."
FALSE_ALARM_HEADLINE = "Send the all-clear now, in the same place."
FALSE_NEWS_HEADLINE = "Say now, in the same place, that it was false."
CALL_MEANWHILE_SUFFIX = " Call whoever must know meanwhile."
OWN_NAME = "Apologise by name, make it good, and say what changes."
APOLOGY_WITH_CORRECTION = "Apologise once, briefly, with the correction, in the same place."
CALL_FIRST_SUFFIX = " First make the call."


def headline_once_called(headline: str) -> str:
    """Return a plan's line once the call is made: it no longer asks for it."""
    is_stop = headline == HEADLINES[Level.ESCALATE_FIRST]
    return STOP_ONCE_CALLED if is_stop else headline.removesuffix(CALL_FIRST_SUFFIX)


BASES = {
    Level.LET_IT_GO: Reason("article-let-go", "In many cases letting go is the answer; a follow-up feeds it.", "A2", 1),
    Level.QUIET_FIX: Reason("article-mend", "What can be put right before it is widely seen needs no speech.", "A2", 1),
    Level.DIRECT_CONTACT: Reason("article-off-line", "The people it matters to are reached off-line.", "A3", 1),
    Level.CORRECT_PUBLICLY: Reason("article-brief", "A broad message is brief: what was wrong, what is right.", "A4", 1),
    Level.APOLOGISE_PUBLICLY: Reason("article-apologise", "A short apology with the correction, and no reasons.", "A4", 1),
    Level.FULL_RESPONSE: Reason("article-key-people", "Key people hear it in person; the broad message stays brief.", "A3", 1),
    Level.ESCALATE_FIRST: Reason("article-depends", "What it could do decides, so those who know are asked first.", "A1", 1),
}  # fmt: skip
"""The article's reason for each level: every plan goes back to it."""

_ALWAYS = (
    "Do not argue in public; take it off-line.",
    "Do not explain how it came about: a reason reads as an excuse.",
    "Do not blame a person, an agency or a tool.",
)
_BEFORE_THE_CALL = "Do not post anything before the call, and promise nothing."
IF_IT_SHOULD_HOLD = " If that should hold, press “Change level”."
IF_IT_HOLDS = " If that still holds, press “Change level”."
_BEFORE_COUNSEL = "Do not change or delete anything before counsel was asked."
UNTIL_CALLED = frozenset({_BEFORE_THE_CALL, _BEFORE_COUNSEL})
"""What not to do that a call ends."""


def do_not(facts: Facts, level: Level, *, is_serious: bool) -> tuple[str, ...]:
    """Return what to keep from doing, the most tempting for this level first."""
    first: list[str] = []
    if level is Level.LET_IT_GO:
        first.append("Do not post about it: that would tell more people than the mistake did.")
    if level is Level.QUIET_FIX:
        first.append("Do not announce the fix.")
    if level is Level.DIRECT_CONTACT and not facts.is_seen:
        first.append("Do not tell the world what only these people need to know.")
    if level is Level.ESCALATE_FIRST:
        first.append(_BEFORE_THE_CALL)
    if facts.is_kept_for_counsel:
        first.append(_BEFORE_COUNSEL)
    if facts.flags:
        first.append("Do not use words of law (liable, negligent, breach) before counsel has seen them.")
    if is_serious:
        first.append("No jokes, emoji or hashtags.")
    if level.rank > Level.QUIET_FIX.rank and facts.is_social:
        first.append("Do not tag people: it pings them and opens a thread.")
    return (*first, *_ALWAYS)


_SIDES = (
    "For deleting: nobody new acts on it or is hurt by it. "
    "For keeping: a deletion that many notice looks like hiding, and copies stay anyway."
)


def delete_or_keep(facts: Facts, level: Level, *, call_first: bool, after_call: Level) -> str:
    """Return both sides of deleting, with the answer: could somebody act wrongly on it? Empty where it is not to be deleted.

    ``after_call`` is the level that the facts give without a stop.
    """
    if facts.undo not in {Undo.DELETE, Undo.DELETE_AND_REPOST}:
        return ""
    return f"{_SIDES} Here {_answer(facts, level, call_first=call_first, after_call=after_call)}"


def _answer(facts: Facts, level: Level, *, call_first: bool, after_call: Level) -> str:
    if facts.is_kept_for_counsel:
        return "a claim is possible: save everything, and ask counsel before anything is changed or deleted."
    if level is Level.LET_IT_GO:
        return _left_up(facts)
    is_public = level.rank > Level.QUIET_FIX.rank and level is not Level.DIRECT_CONTACT
    is_said = facts.is_seen and level is not Level.QUIET_FIX
    is_open = is_said or (is_public and not _is_kept_quiet(facts, level, after_call))
    quietly = "without a speech," if facts.is_seen else "without a speech, since few have seen it,"
    how = "openly, in one line," if is_open else quietly
    if may_do_harm(facts):
        danger = "somebody could act on it or be hurt: take it down"
        if is_open and call_first:
            return f"{danger} after saving a copy, and say so in public once the call is made."
        return f"{danger} {how} after saving a copy."
    if facts.is_unsure and facts.has_right_version:
        return f"nobody is sure whether people can still act on it: take it down {how} after saving a copy."
    return _harmless(is_seen=facts.is_seen, is_public=is_public)


def may_do_harm(facts: Facts) -> bool:
    """Return whether somebody could act on it, or be hurt by it, while it stands."""
    return facts.is_misleading or not facts.is_light or bool(facts.flags)


def _left_up(facts: Facts) -> str:
    """Return what it means to let go of something that still stands, and which level would take it down."""
    if may_do_harm(facts):
        left = "somebody could act on it or be hurt"
    elif facts.is_unsure and facts.has_right_version:
        left = "nobody is sure whether people can still act on it"
    else:
        return "nobody is harmed by it: leaving it is as good as deleting it."
    instead = Level.CORRECT_PUBLICLY if facts.is_seen else Level.QUIET_FIX
    return f"{left}, and to let it go leaves it up. To have it taken down, change the level to “{instead.label}”."


def _is_kept_quiet(facts: Facts, level: Level, after_call: Level) -> bool:
    """Return whether the call leads to no public word, or one would lead people to what is exposed, as long as few have seen it."""
    is_private = facts.is_leak or after_call.rank < Level.DIRECT_CONTACT.rank
    return level is Level.ESCALATE_FIRST and (is_private or after_call is Level.DIRECT_CONTACT)


def _harmless(*, is_seen: bool, is_public: bool) -> str:
    if not is_seen:
        return "few have seen it: delete it quietly."
    if is_public:
        return "nobody can act wrongly on it, but it is passed on while it stands: take it down, and say so in your one line."
    return "nobody can act wrongly on it: take it down without a word, and say so to anybody who asks."


def expects(facts: Facts, level: Level) -> frozenset[Expects]:
    """Return what the words have to contain at this level: an apology, a correction, both or neither."""
    found = set()
    if level.rank >= Level.APOLOGISE_PUBLICLY.rank and level is not Level.ESCALATE_FIRST:
        found.add(Expects.APOLOGY)
    if level is Level.DIRECT_CONTACT:
        found.add(Expects.APOLOGY)
    is_spoken = level.rank >= Level.DIRECT_CONTACT.rank and level is not Level.ESCALATE_FIRST
    is_line_to_correct = level is Level.CORRECT_PUBLICLY and not facts.has_nothing_to_say
    if is_spoken and (facts.is_correction_due or is_line_to_correct):
        found.add(Expects.CORRECTION)
    return frozenset(found)
