"""What to do, as tasks: one action each, with an owner and a time, that fit the channel and what can still be undone."""

from dataclasses import replace
from datetime import timedelta

from bot.brand import BrandProfile
from bot.channels import SOCIAL, channel_facts, edit_words, is_still_readable, what_to_watch
from bot.decision.calls import call_tasks
from bot.decision.facts import Facts
from bot.decision.people import COUNSEL_FIRST, after, client_tasks, reach_tasks
from bot.decision.speaking import agree, all_clear, say
from bot.decision.steps import EDITOR, LEAD, POSTER, step
from bot.decision.words import may_do_harm
from bot.plan import RESUME_TEXT, Level, PlanTask, TaskId, TaskKind
from bot.report import Channel, Harm, Mistake, Undo

_SCHEDULED = SOCIAL | {Channel.EMAIL, Channel.PUSH_SMS}
_STOP_OFFER, _ACCOUNTS, _UNPUBLISH = "stop-offer", "accounts", "unpublish"
_OF_OUR_OWN_HAND = {_ACCOUNTS, _UNPUBLISH}
"""What keeps us from doing it again, and no stranger."""
_ROOT = {
    Mistake.WRONG_ACCOUNT: [(_ACCOUNTS, "Sign out of this account on the device that it came from.")],
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
    Mistake.AUTOMATION: [("automation", "Switch the automation off until somebody has read what it will send next.")],
    Mistake.CONFIDENTIAL_INFO: [
        ("contain", "Close the link or the file."),
        ("access", "Change what it gave access to, such as a password."),
    ],
    Mistake.ARGUMENT: [("stop-arguing", "Stop answering in public now, on every account.")],
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
    """Return the tasks of a plan, in the order they are done. Ids are unique in the plan. Those of one person's account are all theirs, so no role has them."""
    calls = call_tasks(facts, level, brand, is_first=call_first and not facts.is_false_alarm)
    wait = _minutes_of_calls(calls)
    if facts.is_false_alarm:
        tasks = [all_clear(facts), *_secure(facts), *calls]
    else:
        at_once = [*_ask_if_false_alarm(facts), *_secure(facts)]
        tasks = [*calls, *at_once] if wait else [*at_once, *calls]
    tasks += _evidence(facts, level)
    tasks += _end(facts, level)
    tasks += _pause(facts, level)
    tasks += _undo(facts, level, wait=wait)
    tasks += client_tasks(facts, brand)
    tasks += _root(facts, level, wait=wait)
    words = [*agree(facts, level, brand), *reach_tasks(facts, level, brand, wait=wait)]
    words += say(facts, level, right_words, wait=wait)
    tasks += sorted(words, key=lambda task: task.due)
    tasks += _acted(facts, level)
    tasks += _resume(facts, level)
    tasks += _watch(facts, level)
    return tuple(replace(task, owner="") for task in tasks) if brand.is_one_person else tuple(tasks)


def _minutes_of_calls(tasks: list[PlanTask]) -> int:
    """Return by when the last call that comes first is made, in minutes: what is public waits for it."""
    calls = [task.due for task in tasks if task.kind is TaskKind.CALL_FIRST]
    return int(max(calls, default=timedelta(0)).total_seconds() // 60)


_COPY = {
    Channel.EMAIL: "Save a copy of what went out: the mail itself, the time, how many it reached.",
    Channel.PUSH_SMS: "Save a copy of what went out: a screenshot, the time, how many it reached.",
    Channel.PRINT_BROADCAST: "Save a copy of what went out: the page or the recording, the time, how many it reached.",
    Channel.IN_PERSON: "Write down what was said, when, who was there, and where there is a recording.",
}


def _evidence(facts: Facts, level: Level) -> list[PlanTask]:
    """Screenshot and link, before anything is changed or deleted; of what is let go, only while it stands and may do harm."""
    if level is Level.LET_IT_GO and not (facts.is_removable and may_do_harm(facts)):
        return []
    text = "Before anything is changed or deleted: save a screenshot, the link, the time and the replies."
    if facts.undo in {Undo.CANNOT, Undo.ALREADY_GONE}:
        text = _COPY.get(
            facts.channel, "Save a copy of what went out: a screenshot, the link, the time, whom it reached."
        )
    return [step(TaskId.EVIDENCE, text, POSTER, 5)]


def _end(facts: Facts, level: Level) -> list[PlanTask]:
    """End what goes on; of what is let go, only what a machine would do again or a stranger could still use."""
    if facts.mistake not in _GOING_ON:
        return []
    if level is Level.LET_IT_GO and facts.mistake is not Mistake.CONFIDENTIAL_INFO:
        is_machine = facts.mistake is Mistake.AUTOMATION
        return [step("automation", _SENDS_AGAIN, EDITOR, 60)] if is_machine else []
    return [step(name, text, EDITOR, 10) for name, text in _GOING_ON[facts.mistake]]


def _is_paused(facts: Facts, level: Level) -> bool:
    is_grave = level.rank >= Level.APOLOGISE_PUBLICLY.rank or facts.is_vulnerable
    is_queue = facts.mistake is Mistake.BAD_TIMING or facts.is_outsider
    return (facts.channel in _SCHEDULED or is_queue) and (is_grave or is_queue)


def _pause(facts: Facts, level: Level) -> list[PlanTask]:
    if not _is_paused(facts, level):
        return []
    return [
        step(
            TaskId.PAUSE,
            "Pause everything that is scheduled, in every tool and on every account.",
            EDITOR,
            10,
        )
    ]


def _resume(facts: Facts, level: Level) -> list[PlanTask]:
    if not _is_paused(facts, level):
        return []
    return [step(TaskId.RESUME, RESUME_TEXT, EDITOR, 24 * 60)]


def _undo(facts: Facts, level: Level, *, wait: int) -> list[PlanTask]:
    """Change it or take it back, as the channel allows."""
    if level is Level.LET_IT_GO:
        return []
    return _limit(facts) if facts.undo is Undo.CANNOT else _take_back(facts, wait)


_WAY_IN = {
    Channel.IN_PERSON: "",
    Channel.PRINT_BROADCAST: "Close the way by which it got in, before the next issue or programme.",
}
_GET_BACK = "Get the account back: change the password, sign out every session, remove apps nobody knows."


def _secure(facts: Facts) -> list[PlanTask]:
    """Shut the stranger out, before anything else that is done there: what is mended meanwhile can be undone."""
    text = _WAY_IN.get(facts.channel, _GET_BACK) if facts.is_outsider else ""
    return [step("secure", text, EDITOR, 5)] if text else []


_IF_FALSE_ALARM = (
    "If it told people of a danger that there is not, it is a false alarm: press “New facts” and choose that."
    " The all-clear is drafted then, and goes out before its approval."
)


def _ask_if_false_alarm(facts: Facts) -> list[PlanTask]:
    return [step("false-alarm", _IF_FALSE_ALARM, LEAD, 5)] if facts.may_be_false_alarm else []


def _limit(facts: Facts) -> list[PlanTask]:
    """Where it cannot be taken back: mend what it leads to, or stop what has not gone out yet."""
    row = channel_facts(facts.channel)
    if facts.mistake is Mistake.BROKEN_LINK_OR_IMAGE:
        text = "Mend it at the other end: redirect the dead address, or put the image where it is looked for."
        return [step("redirect", text, EDITOR, 15)]
    if row.recall:
        return [step("queue", f"{row.recall[0].upper()}{row.recall[1:]}.", EDITOR, 10)]
    return [step("promotion", _PROMOTED, EDITOR, 10)] if _may_be_promoted(facts) else []


def _take_back(facts: Facts, wait: int) -> list[PlanTask]:
    """Edit, swap or delete; where a claim is in sight, only after asking, and what is said anew only after the call."""
    if facts.undo not in _UNDO_WORDS:
        return []
    what = _how_to_take_back(facts)
    text = f"{what[0].upper()}{what[1:]}.{_what_stays(facts)}"
    if facts.is_kept_for_counsel:
        taken = _asked_first(TaskId.TAKE_BACK, f"{what}.", wait)
    elif wait and facts.undo is Undo.EDIT and facts.is_for_investors and not facts.is_danger_now:
        taken = step(TaskId.TAKE_BACK, after(text, wait), EDITOR, wait + 15)
    else:
        taken = step(TaskId.TAKE_BACK, text, EDITOR, 15)
    return [taken, *_repost(facts, taken, wait)]


def _how_to_take_back(facts: Facts) -> str:
    row = channel_facts(facts.channel)
    if is_still_readable(facts.channel, facts.mistake, facts.undo):
        return f"delete it instead of editing it, since {row.edited}"
    if facts.undo is Undo.EDIT and not row.edit and row.swap:
        return f"swap what can be swapped: {row.swap}"
    in_place = edit_words(facts.channel, facts.mistake) if facts.undo is Undo.EDIT else ""
    return in_place or _UNDO_WORDS[facts.undo]


def _repost(facts: Facts, taken: PlanTask, wait: int) -> list[PlanTask]:
    """Post the right version, behind the task that deletes the wrong one."""
    if facts.undo is not Undo.DELETE_AND_REPOST:
        return []
    minutes = max(int(taken.due.total_seconds() // 60), wait + 15 if wait else 0)
    return [step(TaskId.REPOST, after("Post the right version.", wait), EDITOR, minutes)]


def _asked_first(name: str, text: str, wait: int) -> PlanTask:
    """Return a step that could change what a claim is about, once counsel was asked."""
    minutes = wait + 15 if wait else 60
    return step(name, f"{COUNSEL_FIRST}{text[0].lower()}{text[1:]}", EDITOR, minutes)


def _what_stays(facts: Facts) -> str:
    row = channel_facts(facts.channel)
    if facts.undo is Undo.EDIT and not is_still_readable(facts.channel, facts.mistake, facts.undo):
        known = f" Know that {row.edited}." if row.edited else ""
        return f"{known} {_PROMOTED}" if _may_be_promoted(facts) else known
    return f" What remains: {row.remains}."


_PROMOTED = "If money is behind it, stop that first: an ad goes on being shown."


def _may_be_promoted(facts: Facts) -> bool:
    """Return whether a post that stays up would do more harm while it is paid to be shown."""
    return facts.channel in SOCIAL and may_do_harm(facts)


_UNDO_WORDS = {
    Undo.EDIT: "edit it where it stands",
    Undo.DELETE: "delete it",
    Undo.DELETE_AND_REPOST: "delete it",
}


def _root(facts: Facts, level: Level, *, wait: int) -> list[PlanTask]:
    """Stop the next one of the same kind."""
    if level is Level.LET_IT_GO:
        return []
    if facts.mistake is Mistake.PRIVATE_INFO:
        text = after(_CONTAIN.get(facts.channel, _CONTAIN_COPIES), wait)
        return [step("contain", text, EDITOR, wait + 20)]
    return [
        _asked_first(name, text, wait)
        if facts.is_kept_for_counsel and name == _STOP_OFFER
        else step(name, text, EDITOR, 20)
        for name, text in _ROOT.get(facts.mistake, [])
        if not (facts.is_outsider and name in _OF_OUR_OWN_HAND)
    ]


_ACTED = (
    "Look whether somebody has acted on it already: orders, bookings, payments, questions since it went out."
)
_TELL_WHO_ACTED = "If somebody has, write to each of them what is right and what you do for them; where they are more than a few, choose “Contact the people affected”."


def _acted(facts: Facts, level: Level) -> list[PlanTask]:
    """Ask after those for whom a quiet fix comes too late: that nobody has noticed does not say that nobody has acted."""
    is_quiet = level is Level.QUIET_FIX and facts.harm is Harm.MISLEADS_DECISION
    return (
        [step("acted", _ACTED, LEAD, 60), step("tell-acted", _TELL_WHO_ACTED, LEAD, 90)] if is_quiet else []
    )


def _watch(facts: Facts, level: Level) -> list[PlanTask]:
    """Return what to look at, and what would be news. At let_it_go this is all there is to do."""
    where = what_to_watch(facts.channel)
    if level is Level.LET_IT_GO:
        return [
            step("watch", f"Watch {where} at each check-in. News would be: a journalist, somebody who is hurt, somebody who acted on it, or clearly more mentions than now.", LEAD, 24 * 60, TaskKind.WATCH),
            step("if-asked", "If somebody asks, answer that one person, kindly and in one line; post nothing.", EDITOR, 24 * 60, TaskKind.WATCH),
        ]  # fmt: skip
    text = (
        f"Watch {where} for questions, which are answered one by one and in private; do not join an argument."
    )
    return [step("watch", text, EDITOR, 24 * 60, TaskKind.WATCH)]
