"""What to do, as tasks: one action each, with an owner and a time, that fit the channel and what can still be undone."""

from datetime import timedelta

from bot.brand import BrandProfile
from bot.channels import channel_facts
from bot.decision.calls import call_tasks
from bot.decision.facts import Facts
from bot.decision.people import reach_tasks
from bot.plan import Level, PlanTask, TaskKind
from bot.report import Channel, Mistake, Undo

_POSTER = "whoever posted it"
_LEAD = "the case lead"
_EDITOR = "whoever runs the account"

_SOCIAL = frozenset(
    {
        Channel.X, Channel.FACEBOOK, Channel.INSTAGRAM, Channel.LINKEDIN, Channel.TIKTOK, Channel.YOUTUBE,
        Channel.THREADS, Channel.BLUESKY, Channel.MASTODON, Channel.REDDIT,
    }
)  # fmt: skip
_SCHEDULED = _SOCIAL | {Channel.EMAIL, Channel.PUSH_SMS}
_ROOT = {
    Mistake.WRONG_ACCOUNT: ("accounts", "Check which accounts are signed in on the device it came from, and sign out of this one."),
    Mistake.AUTOMATION: ("automation", "Switch the automation off until somebody has read what it will send next."),
    Mistake.WRONG_AUDIENCE: ("stop-sending", "Stop what is still in the sending queue, and save the exact list it reached."),
    Mistake.WRONG_PRICE_OR_OFFER: ("stop-offer", "Take the wrong price or offer down everywhere, and save the list of those who ordered or answered."),
    Mistake.UNFINISHED_OR_TEST: ("unpublish", "Check that nothing else from the same draft or test is about to go out."),
    Mistake.SENT_BY_ACCIDENT: ("unpublish", "Check that nothing else is about to go out by accident."),
    Mistake.PRIVATE_INFO: ("contain", "Contain it: ask those who got it to delete it and to confirm that."),
    Mistake.CONFIDENTIAL_INFO: ("contain", "Contain it: close the link or the file, and change what it gave access to."),
    Mistake.ARGUMENT: ("stop-arguing", "Stop answering in public now; offer one person a private conversation instead."),
}  # fmt: skip


def tasks_for(
    facts: Facts, level: Level, brand: BrandProfile, *, call_first: bool, should_have_said: str = ""
) -> tuple[PlanTask, ...]:
    """Return the tasks of a plan, in the order they are done. Ids are unique in the plan."""
    if facts.is_false_alarm:
        tasks = [_all_clear(facts), *call_tasks(facts, level, brand, is_first=False)]
    else:
        tasks = call_tasks(facts, level, brand, is_first=call_first)
    tasks += _evidence(facts, level)
    tasks += _pause(facts, level)
    tasks += _undo(facts, level)
    tasks += _root(facts, level)
    tasks += reach_tasks(facts, level, brand, call_first=call_first)
    tasks += _say(facts, level, should_have_said)
    tasks += _resume(facts, level)
    tasks += _watch(facts, level)
    return tuple(tasks)


def _step(name: str, text: str, owner: str, minutes: int, kind: TaskKind = TaskKind.FIRST_STEP) -> PlanTask:
    return PlanTask(name, text, kind, owner, timedelta(minutes=minutes))


def _all_clear(facts: Facts) -> PlanTask:
    place = channel_facts(facts.channel).same_place
    return _step("all-clear", f"Send the all-clear now: {place}. Approval can follow.", _EDITOR, 5)


def _evidence(facts: Facts, level: Level) -> list[PlanTask]:
    """Screenshot and link, before anything is changed or deleted."""
    if level is Level.LET_IT_GO:
        return []
    text = "Before anything is changed or deleted: save a screenshot, the link, the time and the replies."
    if facts.undo in {Undo.CANNOT, Undo.ALREADY_GONE}:
        text = "Save a copy of what went out: a screenshot, the link, the time, whom it reached."
    return [_step("evidence", text, _POSTER, 5)]


def _is_paused(facts: Facts, level: Level) -> bool:
    is_grave = level.rank >= Level.APOLOGISE_PUBLICLY.rank or facts.is_vulnerable
    is_queue = facts.mistake in {Mistake.BAD_TIMING, Mistake.AUTOMATION} or facts.is_outsider
    return (facts.channel in _SCHEDULED or is_queue) and (is_grave or is_queue)


def _pause(facts: Facts, level: Level) -> list[PlanTask]:
    if not _is_paused(facts, level):
        return []
    return [
        _step("pause", "Pause everything that is scheduled, in every tool and on every account.", _EDITOR, 10)
    ]


def _resume(facts: Facts, level: Level) -> list[PlanTask]:
    if not _is_paused(facts, level):
        return []
    text = "Resume the scheduled posts, or drop those that no longer fit."
    return [_step("resume", text, _EDITOR, 24 * 60)]


def _undo(facts: Facts, level: Level) -> list[PlanTask]:
    """Change it or take it back, as the channel allows."""
    tasks = []
    if facts.is_outsider:
        text = "Get the account back: change the password, sign out every session, remove apps nobody knows."
        tasks.append(_step("secure", text, _EDITOR, 10))
    if level is Level.LET_IT_GO:
        return tasks
    return tasks + (_limit(facts) if facts.undo is Undo.CANNOT else _take_back(facts))


def _limit(facts: Facts) -> list[PlanTask]:
    """Where it cannot be taken back: mend what it leads to, or stop what has not gone out yet."""
    row = channel_facts(facts.channel)
    if facts.mistake is Mistake.BROKEN_LINK_OR_IMAGE:
        text = "Mend it at the other end: redirect the dead address, or put the image where it is looked for."
        return [_step("redirect", text, _EDITOR, 15)]
    if row.recall:
        return [_step("queue", f"Try the recall only if it is one click: {row.recall}.", _EDITOR, 10)]
    return []


def _take_back(facts: Facts) -> list[PlanTask]:
    """Edit, swap or delete; where a claim is in sight, only after asking."""
    if facts.undo not in _UNDO_WORDS:
        return []
    row = channel_facts(facts.channel)
    what = _UNDO_WORDS[facts.undo]
    if facts.undo is Undo.EDIT and not row.edit and row.swap:
        what = f"swap what can be swapped: {row.swap}"
    if facts.is_kept_for_counsel:
        return [_step("take-back", f"Ask counsel first, then {what}.", _EDITOR, 60)]
    remains = "" if facts.undo is Undo.EDIT and not facts.is_seen else f" What remains: {row.remains}."
    return [_step("take-back", f"{what[0].upper()}{what[1:]}.{remains}", _EDITOR, 15)]


_UNDO_WORDS = {
    Undo.EDIT: "edit it where it stands",
    Undo.DELETE: "delete it",
    Undo.DELETE_AND_REPOST: "delete it and post the right version",
}


def _root(facts: Facts, level: Level) -> list[PlanTask]:
    """Stop the next one of the same kind."""
    if facts.mistake not in _ROOT or level is Level.LET_IT_GO:
        return []
    name, text = _ROOT[facts.mistake]
    return [_step(name, text, _EDITOR, 20)]


def _say(facts: Facts, level: Level, should_have_said: str) -> list[PlanTask]:
    """Get the words out: which, and where."""
    place = channel_facts(facts.channel).same_place
    is_gap = facts.is_wrong_version and not should_have_said
    gap = " Fill in what it should have said first." if is_gap else ""
    if level is Level.DIRECT_CONTACT:
        return [
            _step(
                "write",
                f"Approve the private note and send it to exactly the people it reached.{gap}",
                _LEAD,
                120,
            )
        ]
    if level is Level.CORRECT_PUBLICLY and not facts.is_false_alarm:
        return [_step("publish", f"Approve one short line and publish it: {place}.{gap}", _LEAD, 60)]
    if level is Level.APOLOGISE_PUBLICLY:
        pin = " Pin it for a day." if facts.channel in _SOCIAL else ""
        return [_step("publish", f"Approve the apology and publish it once: {place}.{pin}{gap}", _LEAD, 60)]
    if level is Level.FULL_RESPONSE:
        return [
            _step("name", "Agree who gives their name to the apology, and what changes or is made good.", _LEAD, 60),
            _step("publish", f"Approve the apology and publish it: {place}, and the website; have one line for the press.{gap}", _LEAD, 120),
        ]  # fmt: skip
    if level is Level.ESCALATE_FIRST:
        return [
            _step(
                "hold",
                "Keep the holding statement ready; say nothing else in public until the call is made.",
                _LEAD,
                60,
            )
        ]
    return []


def _watch(facts: Facts, level: Level) -> list[PlanTask]:
    """Return what to look at, and what would be news. At let_it_go this is all there is to do."""
    where = "replies and forwards" if facts.channel is Channel.EMAIL else "replies, shares and mentions"
    if level is Level.LET_IT_GO:
        return [
            _step("watch", f"Watch {where} at each check-in. News would be: a journalist, somebody who is hurt, somebody who acted on it, or clearly more mentions than now.", _LEAD, 24 * 60, TaskKind.WATCH),
            _step("if-asked", "If somebody asks, answer that one person, kindly and in one line; post nothing.", _EDITOR, 24 * 60, TaskKind.WATCH),
        ]  # fmt: skip
    text = f"Watch {where}; answer questions one by one and in private, and do not join an argument."
    return [_step("watch", text, _EDITOR, 24 * 60, TaskKind.WATCH)]
