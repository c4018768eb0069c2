"""The report form: its questions, and how it adapts while it is being answered.

A form is answered in Slack, so its values are what Slack can hold: a value's name, a list of them, or text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import TypeVar

from bot.channels import undo_options, usual_undo
from bot.report import (
    Affected,
    Answer,
    Channel,
    Fault,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)

_T = TypeVar("_T")
_A = TypeVar("_A", bound=Answer)
Value = str | list[str]
Answers = dict[str, Value]
"""What a form holds: field -> value. What is not answered is not in it."""

WHAT_SHORTEST, WHAT_LONGEST = 10, 2000
TEXT_LONGEST = 3000  # docs.slack.dev: what a plain_text_input can hold


class Kind(StrEnum):
    """How a question is asked."""

    TEXT = "text"
    MENU = "menu"  # many values, one choice
    RADIO = "radio"  # few values, one tap
    TICKS = "ticks"
    LINK = "link"
    MOMENT = "moment"
    NUMBER = "number"
    FILES = "files"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form. ``is_told``: the form may adapt when it is answered, or has to know that a person did."""

    field: str
    text: str
    kind: Kind
    values: tuple[Answer, ...] = ()
    is_required: bool = False
    is_told: bool = False
    hint: str = ""


QUESTIONS: tuple[Question, ...] = (
    Question("brand", "Whose account?", Kind.MENU, is_required=True, is_told=True),
    Question("what", "What went wrong?", Kind.TEXT, is_required=True, hint="One sentence is enough."),
    Question("channel", "Where did it go out?", Kind.MENU, tuple(Channel), is_required=True, is_told=True),
    Question("mistake", "What kind of mistake?", Kind.MENU, tuple(Mistake), is_required=True, is_told=True),
    Question("harm", "Worst honest consequence for someone else?", Kind.MENU, tuple(Harm), is_required=True),
    Question("noticed", "Who has noticed?", Kind.RADIO, tuple(Noticed), is_required=True),
    Question("undo", "Can it still be taken back?", Kind.RADIO, tuple(Undo), is_required=True, is_told=True),
    Question("red_flags", "Tick any that fit", Kind.TICKS, tuple(RedFlag)),
    Question("affected", "Who is affected?", Kind.MENU, tuple(Affected)),
    Question(
        "still_misleading", "Can people still act on the wrong thing?", Kind.MENU, tuple(StillMisleading)
    ),
    Question("fault", "How did it happen?", Kind.MENU, tuple(Fault)),
    Question("should_have_said", "What should it have said?", Kind.TEXT, hint="It goes into the draft."),
    Question("link", "Link to it", Kind.LINK),
    Question("went_out_at", "When did it go out?", Kind.MOMENT),
    Question("reach", "About how many people saw it?", Kind.NUMBER),
    Question("evidence", "Screenshot", Kind.FILES),
    Question(
        "response_channel",
        "Where should the plan go?",
        Kind.CONVERSATION,
        is_told=True,
        hint="A private channel that oops is in. Empty: a direct message to you, which can be moved later.",
    ),
)
_QUESTIONS = {asked.field: asked for asked in QUESTIONS}

NOT_A_FACT = frozenset({"brand", "evidence", "response_channel"})
"""What is asked once, with the report: the facts of a case can be changed without them."""

_RED_FLAGS = {Mistake.PRIVATE_INFO: (RedFlag.PERSONAL_DATA,)}
_FAULT = {Mistake.AUTOMATION: Fault.SYSTEM}
# Only where the kind of mistake all but names the consequence; else the person should weigh it.
_HARM = {
    Mistake.PRIVATE_INFO: Harm.PRIVACY,
    Mistake.TONE_DEAF: Harm.OFFENCE,
    Mistake.WRONG_PRICE_OR_OFFER: Harm.MISLEADS_DECISION,
    Mistake.BROKEN_LINK_OR_IMAGE: Harm.INCONVENIENCE,
}
_TOUCHED = ""
"""Stands for "filled in by the app" once a person has changed it: equal to no answer, not even to one that was emptied."""
_SUGGESTED = ("undo", "harm", "red_flags", "fault", "still_misleading")


@dataclass(frozen=True, slots=True)
class Seen:
    """What Slack says an input holds; ``name`` tells which drawing of the field that was (``undo``, ``undo~2``)."""

    name: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class FormState:
    """A form as it stands. ``filled`` is what the app filled in under each input's name, ``notes`` are shown beside a field."""

    answers: Answers = field(default_factory=dict)
    filled: Answers = field(default_factory=dict)
    suffixes: dict[str, int] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def name_of(self, field_name: str) -> str:
        """Return the input's name: the field, with ``~2``, ``~3`` after the app has replaced its value."""
        suffix = self.suffixes.get(field_name, 1)
        return field_name if suffix == 1 else f"{field_name}~{suffix}"


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form as it is drawn. ``case_name`` is set where a case's facts are changed.

    ``brands`` are values with names: as many as one list holds (``bot.menus``), where there are more one more and the chosen one.
    """

    id: int
    state: FormState
    brands: tuple[tuple[str, str], ...] = ()
    asks_response_channel: bool = False
    case_name: str = ""
    is_flaring: bool = False

    def questions(self) -> tuple[Question, ...]:
        """Return the questions that are asked now."""
        hidden = set(NOT_A_FACT) if self.case_name else set()
        if len(self.brands) == 1 and self.state.answers.get("brand") in {None, self.brands[0][0]}:
            hidden.add("brand")  # where another was chosen and is gone by now, the person has to see it
        if not self.asks_response_channel:
            hidden.add("response_channel")
        return tuple(asked for asked in QUESTIONS if asked.field not in hidden)


def field_of(name: str) -> str:
    """Return the field of an input's name or block id (``undo~2`` is ``undo``)."""
    return name.partition("~")[0]


def choices(asked: Question, answers: Mapping[str, Value]) -> tuple[Answer, ...]:
    """Return the values that are offered: of ``undo`` only what can be done to this kind of mistake on the channel."""
    channel = member(Channel, answers.get("channel"))
    if asked.field != "undo" or channel is None:
        return asked.values
    return undo_options(channel, member(Mistake, answers.get("mistake")))


def suggested(answers: Mapping[str, Value]) -> Answers:
    """Return what the channel and the kind of mistake all but answer."""
    values: Answers = {"still_misleading": StillMisleading.UNSURE.value, "fault": Fault.UNSURE.value}
    if channel := member(Channel, answers.get("channel")):
        values["undo"] = usual_undo(channel, member(Mistake, answers.get("mistake"))).value
    if mistake := member(Mistake, answers.get("mistake")):
        values["fault"] = _FAULT.get(mistake, Fault.UNSURE).value
        values["red_flags"] = [flag.value for flag in _RED_FLAGS.get(mistake, ())]
        values["harm"] = _HARM[mistake].value if mistake in _HARM else ""
    return {name: value for name, value in values.items() if value}


def opened(answers: Answers) -> FormState:
    """Return a new form with ``answers`` in it, and what they suggest for the rest."""
    filled = {name: value for name, value in suggested(answers).items() if name not in answers}
    return FormState(answers={**answers, **filled}, filled=filled)


def reopened(report: Report) -> FormState:
    """Return a form that holds a case's facts; they count as answered by a person."""
    return FormState(answers=answers_of(report))


def answers_of(report: Report) -> Answers:
    """Return a report as a form holds it."""
    moment, reach = report.went_out_at, report.reach
    values: Answers = {
        "what": report.what,
        "channel": report.channel.value,
        "mistake": report.mistake.value,
        "harm": report.harm.value,
        "noticed": report.noticed.value,
        "undo": report.undo.value,
        "affected": report.affected.value if report.affected else "",
        "still_misleading": report.still_misleading.value,
        "fault": report.fault.value,
        "red_flags": [flag.value for flag in RedFlag if flag in report.red_flags],
        "should_have_said": report.should_have_said,
        "link": report.link,
        "went_out_at": "" if moment is None else str(int(moment.timestamp())),
        "reach": "" if reach is None else str(reach),
    }
    return {name: value for name, value in values.items() if value}


def adapted(form: FormState, seen: Mapping[str, Seen]) -> FormState:
    """Return the form after the answers in ``seen`` (by field) came in.

    A field that the person has not touched follows what is suggested; a choice that became impossible is cleared, with a note.
    """
    answered = form
    for name, entry in seen.items():
        answered = _taken(answered, name, entry)
    is_elsewhere = answered.answers.get("channel") != form.answers.get("channel")
    is_other_choice = choices(question("undo"), answered.answers) != choices(question("undo"), form.answers)
    if is_elsewhere or is_other_choice or answered.answers.get("undo"):
        answered = replace(answered, notes=_without(answered.notes, "undo"))
    return _following_suggestions(_without_the_impossible(answered))


def is_touched(form: FormState, name: str) -> bool:
    """Return whether a person has answered the field, or changed what the app filled in."""
    return form.answers.get(name) != form.filled.get(form.name_of(name))


def _taken(form: FormState, name: str, entry: Seen) -> FormState:
    """Take what a field held in the person's view. That view may be from before the app last replaced the value."""
    is_own = (entry.value or None) != form.filled.get(entry.name)
    if entry.name == form.name_of(name):
        taken = replace(form, answers=_with(form.answers, name, entry.value))
        return replace(taken, filled={**form.filled, entry.name: _TOUCHED}) if is_own else taken
    return _replaced(form, name, entry.value, is_suggestion=False) if is_own else form


def _without_the_impossible(form: FormState) -> FormState:
    undo, channel = form.answers.get("undo"), form.answers.get("channel")
    is_possible = undo is None or undo in choices(question("undo"), form.answers)
    if is_possible or not is_touched(form, "undo"):
        return form
    cleared = _replaced(form, "undo", None, is_suggestion=False)
    words = f"“{label(Undo, undo)}” is not possible here ({label(Channel, channel)}), so it was cleared."
    return replace(cleared, notes={**cleared.notes, "undo": f"{words} Please choose again."})


def _following_suggestions(form: FormState) -> FormState:
    values = suggested(form.answers)
    for name in _SUGGESTED:
        is_free = name not in form.notes and not is_touched(form, name)
        if is_free and form.answers.get(name) != values.get(name):
            form = _replaced(form, name, values.get(name), is_suggestion=True)
    return form


def _replaced(form: FormState, name: str, value: Value | None, *, is_suggestion: bool) -> FormState:
    """Put another value into a field. Its input gets a new name, or Slack would go on showing the old value."""
    anew = replace(
        form,
        answers=_with(form.answers, name, value),
        suffixes={**form.suffixes, name: form.suffixes.get(name, 1) + 1},
    )
    return replace(anew, filled=_with(form.filled, anew.name_of(name), value if is_suggestion else None))


def _with(values: Answers, name: str, value: Value | None) -> Answers:
    return {**values, name: value} if value else _without(values, name)


def _without(values: dict[str, _T], name: str) -> dict[str, _T]:
    return {key: value for key, value in values.items() if key != name}


def member(values: type[_A], value: Value | None) -> _A | None:
    """Return the answer with this value, or None when it is not one of them."""
    return _by_value(values).get(value) if isinstance(value, str) else None


@cache
def _by_value(values: type[_A]) -> dict[str, _A]:
    return {known.value: known for known in values}


def label(values: type[Answer], value: Value | None) -> str:
    """Return the words that people see for a value; an unknown one is shown as it is."""
    known = member(values, value)
    return known.label if known else str(value)


def question(name: str) -> Question:
    """Return the question of a field."""
    return _QUESTIONS[name]
