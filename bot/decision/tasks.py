"""What to do, as tasks: one action each, with an owner and a time, that fit the channel and what can still be undone."""

from datetime import timedelta

from bot.brand import BrandProfile
from bot.channels import SOCIAL, channel_facts, is_still_readable, what_to_watch
from bot.decision.calls import call_tasks
from bot.decision.facts import Facts
from bot.decision.people import after, reach_tasks
from bot.plan import Level, PlanTask, TaskKind
from bot.report import Channel, Mistake, Undo

_POSTER = "whoever posted it"
_LEAD = "the case lead"
_EDITOR = "whoever runs the account"

_SCHEDULED = SOCIAL | {Channel.EMAIL, Channel.PUSH_SMS}
_PINNED = SOCIAL - {Channel.REDDIT, Channel.YOUTUBE}
"""Where an account can pin a post of its own."""
_ON_THE_WEBSITE = {Channel.WEBSITE, Channel.PRINT_BROADCAST}
_STOP_OFFER, _ACCOUNTS, _UNPUBLISH = "stop-offer", "accounts", "unpublish"
_OF_OUR_OWN_HAND = {_ACCOUNTS, _UNPUBLISH}
"""What keeps us from doing it again, and no stranger."""
_ROOT = {
    Mistake.WRONG_ACCOUNT: [(_ACCOUNTS, "Check which accounts are signed in on the device it came from, and sign out of this one.")],
    Mistake.WRONG_AUDIENCE: [("list", "Save the exact list of those it reached.")],
    Mistake.WRONG_PRICE_OR_OFFER: [
        (_STOP_OFFER, "Take the wrong price or offer down wherever else it stands."),
        ("list", "Save the list of those who ordered or answered."),
    ],
    Mistake.UNFINISHED_OR_TEST: [(_UNPUBLISH, "Check that nothing else from the same draft or test is about to go out.")],
    Mistake.SENT_BY_ACCIDENT: [(_UNPUBLISH, "Check that nothing else is about to go out by accident.")],
}  # fmt: skip
"""What stops the next one of the same kind, or keeps this one from growing."""
_GOING_ON = {
    Mistake.AUTOMATION: ("automation", "Switch the automation off until somebody has read what it will send next."),
    Mistake.CONFIDENTIAL_INFO: ("contain", "Close the link or the file, and change what it gave access to."),
    Mistake.ARGUMENT: ("stop-arguing", "Stop answering in public now, on every account."),
}  # fmt: skip
"""What does more harm by the minute."""
_CONTAIN = {
    Channel.EMAIL: "Ask those who got it to delete it and to confirm that they have.",
    Channel.PUSH_SMS: "Ask those who got it to delete it and to confirm that they have.",
    Channel.IN_PERSON: "Ask those who were there to keep it to themselves.",
}
_CONTAIN_COPIES = "Ask for every copy of it that you find elsewhere to be taken down."
_SENDS_AGAIN = "Read what the automation will send next, before it does."


def tasks_for(
    facts: Facts, level: Level, brand: BrandProfile, *, call_first: bool, right_words: str = ""
) -> tuple[PlanTask, ...]:
    """Return the tasks of a plan, in the order they are done. Ids are unique in the plan."""
    calls = call_tasks(facts, level, brand, is_first=call_first and not facts.is_false_alarm)
    wait = _minutes_of_calls(calls)
    if facts.is_false_alarm:
        tasks = [_all_clear(facts), *_secure(facts), *calls]
    else:
        tasks = [*calls, *_secure(facts)] if wait else [*_secure(facts), *calls]
    tasks += _evidence(facts, level)
    tasks += _end(facts, level)
    tasks += _pause(facts, level)
    tasks += _undo(facts, level, wait=wait)
    tasks += _root(facts, level, wait=wait)
    words = [*_agree(facts, level), *reach_tasks(facts, level, brand, wait=wait)]
    words += _say(facts, level, right_words, wait=wait)
    tasks += sorted(words, key=lambda task: task.due)
    tasks += _resume(facts, level)
    tasks += _watch(facts, level)
    return tuple(tasks)


def _minutes_of_calls(tasks: list[PlanTask]) -> int:
    """Return by when the last call that comes first is made, in minutes: what is public waits for it."""
    calls = [task.due for task in tasks if task.kind is TaskKind.CALL_FIRST]
    return int(max(calls, default=timedelta(0)).total_seconds() // 60)


def _step(name: str, text: str, owner: str, minutes: int, kind: TaskKind = TaskKind.FIRST_STEP) -> PlanTask:
    return PlanTask(name, text, kind, owner, timedelta(minutes=minutes))


def _all_clear(facts: Facts) -> PlanTask:
    place = _place(facts)
    text = (
        f"Say now, {place}, that it was false."
        if facts.is_false_news
        else f"Send the all-clear now, {place}."
    )
    return _step("all-clear", f"{text} Approval can follow.", _EDITOR, 5)


_COPY = {
    Channel.EMAIL: "Save a copy of what went out: the mail itself, the time, how many it reached.",
    Channel.PUSH_SMS: "Save a copy of what went out: a screenshot, the time, how many it reached.",
    Channel.PRINT_BROADCAST: "Save a copy of what went out: the page or the recording, the time, how many it reached.",
    Channel.IN_PERSON: "Write down what was said, when, and who was there; keep any recording.",
}


def _evidence(facts: Facts, level: Level) -> list[PlanTask]:
    """Screenshot and link, before anything is changed or deleted."""
    if level is Level.LET_IT_GO:
        return []
    text = "Before anything is changed or deleted: save a screenshot, the link, the time and the replies."
    if facts.undo in {Undo.CANNOT, Undo.ALREADY_GONE}:
        text = _COPY.get(
            facts.channel, "Save a copy of what went out: a screenshot, the link, the time, whom it reached."
        )
    return [_step("evidence", text, _POSTER, 5)]


def _end(facts: Facts, level: Level) -> list[PlanTask]:
    """End what goes on; of what is let go, only what a machine would do again or a stranger could still use."""
    if facts.mistake not in _GOING_ON:
        return []
    if level is Level.LET_IT_GO and facts.mistake is not Mistake.CONFIDENTIAL_INFO:
        is_machine = facts.mistake is Mistake.AUTOMATION
        return [_step("automation", _SENDS_AGAIN, _EDITOR, 60)] if is_machine else []
    name, text = _GOING_ON[facts.mistake]
    return [_step(name, text, _EDITOR, 10)]


def _is_paused(facts: Facts, level: Level) -> bool:
    is_grave = level.rank >= Level.APOLOGISE_PUBLICLY.rank or facts.is_vulnerable
    is_queue = facts.mistake is Mistake.BAD_TIMING or facts.is_outsider
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


def _undo(facts: Facts, level: Level, *, wait: int) -> list[PlanTask]:
    """Change it or take it back, as the channel allows."""
    if level is Level.LET_IT_GO:
        return []
    return _limit(facts) if facts.undo is Undo.CANNOT else _take_back(facts, wait)


_WAY_IN = {
    Channel.IN_PERSON: "",
    Channel.PRINT_BROADCAST: "Find out how it got in, and close that way before the next issue or programme.",
}
_GET_BACK = "Get the account back: change the password, sign out every session, remove apps nobody knows."


def _secure(facts: Facts) -> list[PlanTask]:
    """Shut the stranger out, before anything else that is done there: what is mended meanwhile can be undone."""
    text = _WAY_IN.get(facts.channel, _GET_BACK) if facts.is_outsider else ""
    return [_step("secure", text, _EDITOR, 5)] if text else []


def _limit(facts: Facts) -> list[PlanTask]:
    """Where it cannot be taken back: mend what it leads to, or stop what has not gone out yet."""
    row = channel_facts(facts.channel)
    if facts.mistake is Mistake.BROKEN_LINK_OR_IMAGE:
        text = "Mend it at the other end: redirect the dead address, or put the image where it is looked for."
        return [_step("redirect", text, _EDITOR, 15)]
    if row.recall:
        return [_step("queue", f"{row.recall[0].upper()}{row.recall[1:]}.", _EDITOR, 10)]
    return []


def _take_back(facts: Facts, wait: int) -> list[PlanTask]:
    """Edit, swap or delete; where a claim is in sight, only after asking, and what is said anew only after the call."""
    if facts.undo not in _UNDO_WORDS:
        return []
    row = channel_facts(facts.channel)
    what = _UNDO_WORDS[facts.undo]
    if facts.undo is Undo.EDIT and not row.edit and row.swap:
        what = f"swap what can be swapped: {row.swap}"
    if is_still_readable(facts.channel, facts.mistake, facts.undo):
        what = f"delete it instead of editing it, since {row.edited}"
    if facts.is_kept_for_counsel:
        return [_asked_first("take-back", f"{what}.", wait)]
    text = f"{what[0].upper()}{what[1:]}.{_what_stays(facts)}"
    if wait and facts.undo is Undo.DELETE_AND_REPOST:
        text = f"Delete it.{_what_stays(facts)}"
        repost = _step("repost", "After the call: post the right version.", _EDITOR, wait + 15)
        return [_step("take-back", text, _EDITOR, 15), repost]
    if wait and facts.undo is Undo.EDIT and facts.is_for_investors and not facts.is_danger_now:
        return [_step("take-back", after(text, wait), _EDITOR, wait + 15)]
    return [_step("take-back", text, _EDITOR, 15)]


def _asked_first(name: str, text: str, wait: int) -> PlanTask:
    """Return a step that could change what a claim is about, once counsel was asked."""
    minutes = wait + 15 if wait else 60
    return _step(name, f"Ask counsel first, then {text[0].lower()}{text[1:]}", _EDITOR, minutes)


def _what_stays(facts: Facts) -> str:
    row = channel_facts(facts.channel)
    if facts.undo is Undo.EDIT and not is_still_readable(facts.channel, facts.mistake, facts.undo):
        return f" Know that {row.edited}." if row.edited else ""
    return f" What remains: {row.remains}."


_UNDO_WORDS = {
    Undo.EDIT: "edit it where it stands",
    Undo.DELETE: "delete it",
    Undo.DELETE_AND_REPOST: "delete it and post the right version",
}


def _root(facts: Facts, level: Level, *, wait: int) -> list[PlanTask]:
    """Stop the next one of the same kind."""
    if level is Level.LET_IT_GO:
        return []
    if facts.mistake is Mistake.PRIVATE_INFO:
        text = after(_CONTAIN.get(facts.channel, _CONTAIN_COPIES), wait)
        return [_step("contain", text, _EDITOR, wait + 20)]
    return [
        _asked_first(name, text, wait)
        if facts.is_kept_for_counsel and name == _STOP_OFFER
        else _step(name, text, _EDITOR, 20)
        for name, text in _ROOT.get(facts.mistake, [])
        if not (facts.is_outsider and name in _OF_OUR_OWN_HAND)
    ]


def _agree(facts: Facts, level: Level) -> list[PlanTask]:
    """Agree on who speaks and on what is said, before anybody hears it."""
    if level is not Level.FULL_RESPONSE or facts.is_false_alarm:
        return []
    who = "Agree who gives their name to the apology, and what changes or is made good."
    line = "Write one line for the press, and agree who says it."
    minutes = facts.minutes_to_speak
    return [_step("name", who, _LEAD, minutes), _step("press-line", line, _LEAD, minutes)]


def _say(facts: Facts, level: Level, right_words: str, *, wait: int) -> list[PlanTask]:
    """Get the words out: which, and where. What is public waits for the calls that come first."""
    if facts.is_false_alarm:
        return _more_than_the_all_clear(facts, level)
    if level is Level.ESCALATE_FIRST:
        is_to_stay_small = facts.is_leak and not facts.is_seen
        return [_step("hold", _HOLD_QUIETLY if is_to_stay_small else _HOLD, _LEAD, 30)]
    gap = " Fill in what is right first." if facts.needs_right_words and not right_words else ""
    if level is Level.DIRECT_CONTACT:
        text = f"Approve the private note and send it to exactly the people it concerns.{gap}"
        return [_step("write", text, _LEAD, 2 * facts.minutes_to_speak + wait)]
    if level.rank < Level.CORRECT_PUBLICLY.rank:
        return []
    is_prepared = level is Level.FULL_RESPONSE and not facts.is_danger_now
    minutes = facts.minutes_to_speak * (2 if is_prepared else 1)
    return [_step("publish", _publishing(facts, level) + gap, _LEAD, minutes + wait)]


_HOLD = "Get the holding statement approved, so that it can go out as soon as the call allows it."
_HOLD_QUIETLY = "Get the holding statement approved and keep it back: few know of it, and it would tell more people where to look."


def _publishing(facts: Facts, level: Level) -> str:
    """Return what is published where."""
    place = _place(facts)
    if level is Level.CORRECT_PUBLICLY:
        return f"Approve one short line and publish it {place}."
    if level is Level.APOLOGISE_PUBLICLY:
        pin = " Pin it for a day." if facts.channel in _PINNED and "pinned" not in place else ""
        return f"Approve the apology and publish it once, {place}.{pin}"
    site = "" if facts.channel in _ON_THE_WEBSITE else ", and on the website"
    return f"Approve the apology and publish it {place}{site}."


def _place(facts: Facts) -> str:
    """Return where the words go: beside the original, or where those who saw it look once that is gone."""
    row = channel_facts(facts.channel)
    return row.same_place if facts.undo in {Undo.CANNOT, Undo.EDIT} else row.new_place


def _more_than_the_all_clear(facts: Facts, level: Level) -> list[PlanTask]:
    """Return what follows the all-clear, which is the only draft of a false alarm and says sorry already."""
    if level.rank < Level.APOLOGISE_PUBLICLY.rank:
        return []
    what = "that it was false" if facts.is_false_news else "the all-clear"
    text = f"Put {what}, with the apology, where people look for more, such as your website."
    return [_step("publish", text, _LEAD, 60)]


def _watch(facts: Facts, level: Level) -> list[PlanTask]:
    """Return what to look at, and what would be news. At let_it_go this is all there is to do."""
    where = what_to_watch(facts.channel)
    if level is Level.LET_IT_GO:
        return [
            _step("watch", f"Watch {where} at each check-in. News would be: a journalist, somebody who is hurt, somebody who acted on it, or clearly more mentions than now.", _LEAD, 24 * 60, TaskKind.WATCH),
            _step("if-asked", "If somebody asks, answer that one person, kindly and in one line; post nothing.", _EDITOR, 24 * 60, TaskKind.WATCH),
        ]  # fmt: skip
    text = f"Watch {where}; answer questions one by one and in private, and do not join an argument."
    return [_step("watch", text, _EDITOR, 24 * 60, TaskKind.WATCH)]
