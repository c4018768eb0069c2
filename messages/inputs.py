"""What somebody presses, picks or types: Block Kit's buttons, choices and fields as plain dicts."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

from bot.menus import LISTED, Choice
from bot.typed import MOST_FILES
from messages.blocks import TEXT, Element, plain, present, within
from messages.texts import sendable, shorten_marked, without_hidden

BUTTON = 75
TYPED = {"plain_text_input", "url_text_input", "number_input"}
"""The fields that somebody types into, beside those in which they choose."""
_PLACEHOLDER = 150
_OPTION = 75


def button(
    text: str,
    action_id: str,
    value: str | int | None = None,
    style: Literal["primary", "danger"] | None = None,
    confirm: Element | None = None,
    *,
    label: str | None = None,
) -> Element:
    """Return a button. ``label`` is what a screen reader says where several buttons carry the same words."""
    return present(
        type="button",
        text=plain(text, BUTTON),
        action_id=action_id,
        value=None if value is None else str(value),
        style=style,
        confirm=confirm,
        accessibility_label=shorten_marked(without_hidden(label), BUTTON) if label else None,
    )


def confirmation(
    title: str, text: str, yes: str, no: str = "Keep it", style: Literal["primary", "danger"] = "danger"
) -> Element:
    """Return a question before something that nobody can take back."""
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
        "style": style,
    }


def option(text: str, value: str | int, description: str | None = None) -> Element:
    """Return one choice. Values stay within 75 characters, since Slack's sources disagree on more."""
    within("option value", len(str(value)), _OPTION)
    return present(
        text=plain(text, _OPTION),
        value=str(value),
        description=plain(description, _OPTION) if description else None,
    )


def chosen(options: Sequence[Element], value: str | None) -> Element | None:
    """Return the option with this value, if there is one."""
    return next((choice for choice in options if choice["value"] == value), None)


def plain_text_input(
    action_id: str,
    *,
    initial: str | None = None,
    placeholder: str | None = None,
    multiline: bool = False,
    min_length: int | None = None,
    max_length: int = TEXT,
    focus: bool = False,
) -> Element:
    """Return a text field. An initial text that is longer than the field is cut, since Slack refuses it."""
    return present(
        type="plain_text_input",
        action_id=action_id,
        initial_value=sendable(initial)[:max_length] or None if initial else None,
        placeholder=_hint(placeholder),
        multiline=multiline or None,
        min_length=min_length,
        max_length=max_length,
        focus_on_load=focus or None,
    )


def _hint(text: str | None) -> Element | None:
    return plain(text, _PLACEHOLDER) if text else None


def static_select(
    action_id: str, options: Sequence[Element], *, initial: str | None = None, placeholder: str | None = None
) -> Element:
    """Return a menu of up to 100 options; ``initial`` is a value."""
    within("options", len(options), LISTED)
    return present(
        type="static_select",
        action_id=action_id,
        options=list(options),
        initial_option=chosen(options, initial),
        placeholder=_hint(placeholder),
    )


def options(choices: Iterable[Choice]) -> list[Element]:
    """Return choices as options."""
    return [option(name, value) for value, name in choices]


def name_select(
    action_id: str, choices: Sequence[Choice], *, initial: str | None = None, placeholder: str | None = None
) -> Element:
    """Return a menu of any number of names. More than a list holds are loaded as somebody types, with ``handlers.brand_menus``."""
    if len(choices) <= LISTED:
        return static_select(action_id, options(choices), initial=initial, placeholder=placeholder)
    first = [choice for choice in choices if choice[0] == initial][:1]
    return present(
        type="external_select",
        action_id=action_id,
        min_query_length=0,
        initial_option=chosen(options(first), initial),
        placeholder=_hint("Choose one, or type a part of the name"),
    )


def radio(action_id: str, options: Sequence[Element], *, initial: str | None = None) -> Element:
    """Return up to ten options, of which one can be chosen; ``initial`` is a value."""
    within("options", len(options), 10)
    return present(
        type="radio_buttons",
        action_id=action_id,
        options=list(options),
        initial_option=chosen(options, initial),
    )


def checkboxes(action_id: str, options: Sequence[Element], *, initial: Sequence[str] = ()) -> Element:
    """Return up to ten options that can be ticked; ``initial`` are values."""
    within("options", len(options), 10)
    ticked = [choice for choice in options if choice["value"] in initial]
    return present(
        type="checkboxes", action_id=action_id, options=list(options), initial_options=ticked or None
    )


def conversations_select(
    action_id: str,
    *,
    include: Sequence[Literal["im", "mpim", "private", "public"]] = (),
    initial: str | None = None,
    placeholder: str | None = None,
) -> Element:
    """Return a menu of channels of the kinds in ``include`` (empty: all); channels shared with others are left out."""
    filtering = {
        "include": list(include),
        "exclude_external_shared_channels": True,
        "exclude_bot_users": True,
    }
    return present(
        type="conversations_select",
        action_id=action_id,
        filter=filtering if include else None,
        initial_conversation=initial,
        placeholder=_hint(placeholder),
    )


def users_select(action_id: str, *, initial: str | None = None, placeholder: str | None = None) -> Element:
    """Return a menu of people."""
    return present(
        type="users_select", action_id=action_id, initial_user=initial, placeholder=_hint(placeholder)
    )


def multi_users_select(
    action_id: str, *, initial: Sequence[str] = (), placeholder: str | None = None
) -> Element:
    """Return a menu of people of whom several can be chosen."""
    return present(
        type="multi_users_select",
        action_id=action_id,
        initial_users=list(initial) or None,
        placeholder=_hint(placeholder),
    )


def multi_static_select(
    action_id: str, options: Sequence[Element], *, initial: Sequence[str] = (), placeholder: str | None = None
) -> Element:
    """Return a menu of up to 100 options of which several can be chosen; ``initial`` are values."""
    within("options", len(options), LISTED)
    picked = [choice for choice in options if choice["value"] in initial]
    return present(
        type="multi_static_select",
        action_id=action_id,
        options=list(options),
        initial_options=picked or None,
        placeholder=_hint(placeholder),
    )


def datetimepicker(action_id: str, *, initial: datetime | None = None) -> Element:
    """Return a field for a moment; Slack shows it in the person's zone and gives seconds since 1970."""
    unix = None if initial is None else int(initial.timestamp())
    return present(type="datetimepicker", action_id=action_id, initial_date_time=unix)


def timepicker(action_id: str, *, initial: str | None = None) -> Element:
    """Return a field for a time of day such as ``22:00``."""
    return present(type="timepicker", action_id=action_id, initial_time=initial)


def number_input(
    action_id: str, *, least: int | None = 0, most: int | None = None, initial: int | None = None
) -> Element:
    """Return a field for a whole number from ``least`` to ``most``; Slack wants them as text."""
    low, high, first = (None if number is None else str(number) for number in (least, most, initial))
    return present(
        type="number_input",
        action_id=action_id,
        is_decimal_allowed=False,
        min_value=low,
        max_value=high,
        initial_value=first,
    )


def url_input(action_id: str, *, initial: str | None = None, placeholder: str | None = None) -> Element:
    """Return a field for an address."""
    return present(
        type="url_text_input",
        action_id=action_id,
        initial_value=sendable(initial) or None if initial else None,
        placeholder=_hint(placeholder),
    )


def file_input(action_id: str, *, filetypes: Sequence[str]) -> Element:
    """Return a field for files of 10 MB each, as many as Slack takes; only a modal may hold it."""
    return present(type="file_input", action_id=action_id, max_files=MOST_FILES, filetypes=list(filetypes))
