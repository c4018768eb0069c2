"""The report form, the form for a case's facts, and the answer that a report turns into."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from bot.cards import AnswerCard, PlanPlace
from bot.cards.handling import SameCard
from bot.report import Answer
from bot.reporting.questions import (
    TEXT_LONGEST,
    WHAT_LONGEST,
    WHAT_SHORTEST,
    Kind,
    OpenForm,
    Question,
    choices,
    question,
)
from messages.blocks import (
    Block,
    Element,
    SlackMessage,
    context,
    divider,
    exact,
    input_block,
    message,
    modal,
    section,
)
from messages.inputs import (
    button,
    checkboxes,
    conversations_select,
    datetimepicker,
    file_input,
    name_select,
    number_input,
    option,
    plain_text_input,
    radio,
    static_select,
    url_input,
)
from messages.settings_guide import guide_button
from messages.texts import say

REPORT_MODAL = "report"
FACTS_MODAL = "case_facts"
ACTION_PREFIX = "report."
"""An input's action id is this and its name: ``report.undo``, ``report.undo~2``."""
BRAND = f"{ACTION_PREFIX}brand"
MERGE_INTO_SAME = "answer.merge"

_COPIED = 40_000  # of a typed text: what a message holds (docs.slack.dev, chat.postMessage)
_EVIDENCE_TYPES = ("png", "jpg", "jpeg", "gif", "webp", "heic", "pdf")


def report_modal(form: OpenForm) -> dict[str, Any]:
    """Return the form for a new report."""
    return modal(
        "Report a mistake",
        _inputs(form),
        callback_id=REPORT_MODAL,
        private_metadata=form.id,
        submit="Get the plan",
    )


def facts_modal(form: OpenForm) -> dict[str, Any]:
    """Return the form that changes a case's facts."""
    return modal(
        f"Facts of {form.case_name}",
        [section(say("report.facts_intro", form=form)), *_inputs(form)],
        callback_id=FACTS_MODAL,
        private_metadata=form.id,
        submit="Update the plan",
        close="Nothing is new" if form.is_flaring else "Cancel",
        notify_on_close=form.is_flaring,
    )


def form_modal(form: OpenForm) -> dict[str, Any]:
    """Return whichever of the two forms this is."""
    return facts_modal(form) if form.case_name else report_modal(form)


def _inputs(form: OpenForm) -> list[Block]:
    required = [_input(form, asked) for asked in form.questions() if asked.is_required]
    optional = [_input(form, asked) for asked in form.questions() if not asked.is_required]
    return [*required, divider(), context(say("report.optional")), *optional]


def _input(form: OpenForm, asked: Question) -> Block:
    action_id = ACTION_PREFIX + form.state.name_of(asked.field)
    return input_block(
        asked.text,
        _ELEMENTS[asked.kind](form, asked, action_id),
        block_id=asked.field,
        hint=form.state.notes.get(asked.field) or asked.hint,
        optional=not asked.is_required,
        dispatch_action=asked.is_told,
    )


def _text(form: OpenForm, asked: Question, action_id: str) -> Element:
    initial = _one(form, asked)
    if asked.field != "what":
        return plain_text_input(action_id, initial=initial, multiline=True, max_length=TEXT_LONGEST)
    # A text that came from a command or a message may be too short or too long as it stands: it is shown, and judged at submit.
    return plain_text_input(
        action_id,
        initial=initial,
        multiline=True,
        min_length=WHAT_SHORTEST if len(initial) >= WHAT_SHORTEST or not initial else None,
        max_length=WHAT_LONGEST if len(initial) <= WHAT_LONGEST else TEXT_LONGEST,
    )


def _menu(form: OpenForm, asked: Question, action_id: str) -> Element:
    if asked.field == "brand":
        return _brand_menu(form, action_id)
    return static_select(
        action_id,
        _options(form, asked),
        initial=_one(form, asked),
        placeholder="Choose one" if asked.is_required else "Not sure",
    )


def _brand_menu(form: OpenForm, action_id: str) -> Element:
    initial = _one(form, question("brand")) or None
    return name_select(action_id, form.brands, initial=initial, placeholder="Choose one")


def _radio(form: OpenForm, asked: Question, action_id: str) -> Element:
    return radio(action_id, _options(form, asked), initial=_one(form, asked))


def _ticks(form: OpenForm, asked: Question, action_id: str) -> Element:
    return checkboxes(action_id, _options(form, asked), initial=form.state.answers.get(asked.field, ()))


def _options(form: OpenForm, asked: Question) -> list[Element]:
    return list(_drawn(tuple(choices(asked, form.state.answers))))


@cache
def _drawn(values: tuple[Answer, ...]) -> tuple[Element, ...]:
    """Return options as they are in every form: drawing them takes half of a form's time."""
    return tuple(option(value.label, value.value) for value in values)


def _one(form: OpenForm, asked: Question) -> str:
    value = form.state.answers.get(asked.field, "")
    return value if isinstance(value, str) else ""


def _link(form: OpenForm, asked: Question, action_id: str) -> Element:
    return url_input(action_id, initial=_one(form, asked), placeholder="https://")


def _moment(form: OpenForm, asked: Question, action_id: str) -> Element:
    seconds = _one(form, asked)
    return datetimepicker(action_id, initial=datetime.fromtimestamp(int(seconds), UTC) if seconds else None)


def _number(form: OpenForm, asked: Question, action_id: str) -> Element:
    digits = _one(form, asked)
    return number_input(action_id, initial=int(digits) if digits.isdecimal() else None)


def _files(_form: OpenForm, _asked: Question, action_id: str) -> Element:
    return file_input(action_id, filetypes=_EVIDENCE_TYPES)


def _conversation(form: OpenForm, asked: Question, action_id: str) -> Element:
    return conversations_select(
        action_id, include=("private",), initial=_one(form, asked) or None, placeholder="A private channel"
    )


_ELEMENTS: dict[Kind, Callable[[OpenForm, Question, str], Element]] = {
    Kind.TEXT: _text,
    Kind.MENU: _menu,
    Kind.RADIO: _radio,
    Kind.TICKS: _ticks,
    Kind.LINK: _link,
    Kind.MOMENT: _moment,
    Kind.NUMBER: _number,
    Kind.FILES: _files,
    Kind.CONVERSATION: _conversation,
}


def answer_view(
    card: AnswerCard, *, link: str = "", same: SameCard | None = None, is_posted: bool = False
) -> dict[str, Any]:
    """Return what the form turns into: the level, the first tasks, and where the plan is.

    ``is_posted``: it is there. ``link`` is the plan message's address, given once it is posted and only to a member of its channel; so is ``same``.
    """
    is_archived = card.place is PlanPlace.ARCHIVED
    place = say(
        f"report.{PlanPlace.UNREACHED if is_archived else card.place}",
        link=link,
        is_posted=is_posted,
        channel_id=card.channel_id,
        is_archived=is_archived,
    )
    blocks = [section(say("report.verdict", card=card))]
    if same is not None:
        merge = button(f"Merge into {same.name}", MERGE_INTO_SAME, same.case_id)
        blocks.append(section(say("report.same", same=same), accessory=None if same.is_own else merge))
    if card.tasks:
        blocks.append(section(say("report.tasks", tasks=card.tasks)))
    blocks += [section(place), context(say("report.filed", name=card.name, brand=card.brand_name))]
    if card.guide_for is not None:
        told = say("settings.offer_guide_for", brand=card.brand_name)
        blocks.append(section(told, accessory=guide_button(card.guide_for)))
    return modal(card.name, blocks, close="Close")


def received_view() -> dict[str, Any]:
    """Return what the form turns into while many report at once: the report is kept, and the answer comes here."""
    return modal("Report kept", [section(say("report.received"))], close="Close")


def not_opened_message(typed: str, reason: str = "") -> SlackMessage:
    """Return what somebody reads whose form could not be opened: nothing that they typed is lost."""
    return _to_copy("report.not_opened", typed, has_text=bool(typed), reason=reason)


def cut_message(typed: str) -> SlackMessage:
    """Return the whole of a text that the form could only hold a part of."""
    return _to_copy("report.cut", typed)


def _to_copy(words: str, typed: str, **values: Any) -> SlackMessage:
    text = say(words, **values)
    return message(text, [section(text), *(exact(typed[:_COPIED]) if typed else [])])


def expired_view(typed: Mapping[str, str]) -> dict[str, Any]:
    """Return what stands in the place of a form that is no longer known, with what was typed into it, by field."""
    blocks = [section(say("report.expired", has_text=bool(typed)))]
    for label, text in typed.items():
        blocks += [section(say("report.typed", label=label)), *exact(text)]
    return modal("Form expired", blocks, close="Close")
