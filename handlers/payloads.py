"""What Slack sends, as far as listeners read it: a request of another shape is refused before anything reads it.

Checked by pydantic, in some 30 µs for the largest form. What is not named here may be anything.
"""

from typing import Annotated, Any, NotRequired

from annotated_types import Len
from pydantic import ConfigDict, InstanceOf, StringConstraints, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

Id = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9_]+$", max_length=40)]
Name = Annotated[str, StringConstraints(max_length=255)]
Text = InstanceOf[str]  # what a person typed: also half a character, which pydantic's own str does not take
strictly = with_config(ConfigDict(strict=True))


@strictly
class _Named(TypedDict):
    id: Id
    team_id: NotRequired[Id | None]


@strictly
class _Option(TypedDict):
    value: Text


@strictly
class _File(TypedDict):
    id: Id
    name: NotRequired[Text | None]


@strictly
class _Entry(TypedDict):
    type: NotRequired[Name]
    value: NotRequired[Text | None]
    selected_option: NotRequired[_Option | None]
    selected_options: NotRequired[list[_Option] | None]
    selected_conversation: NotRequired[Id | None]
    selected_user: NotRequired[Id | None]
    selected_users: NotRequired[list[Id] | None]
    selected_date: NotRequired[Name | None]
    selected_time: NotRequired[Name | None]
    selected_date_time: NotRequired[int | None]
    files: NotRequired[list[_File] | None]


@strictly
class _Action(_Entry):
    action_id: Name
    block_id: NotRequired[Name]
    action_ts: NotRequired[Name]


@strictly
class _Element(TypedDict):
    type: NotRequired[Name]
    action_id: NotRequired[Name]


@strictly
class _Block(TypedDict):
    type: Name
    block_id: NotRequired[Name]
    element: NotRequired[_Element]


@strictly
class _State(TypedDict):
    values: dict[Name, dict[Name, _Entry]]


@strictly
class _View(TypedDict):
    id: Annotated[str, StringConstraints(max_length=80)]
    type: Name
    callback_id: NotRequired[Name | None]
    private_metadata: NotRequired[Text | None]
    blocks: list[_Block]
    hash: NotRequired[Name | None]
    app_installed_team_id: NotRequired[Id | None]


@strictly
class _Shown(_View):
    state: NotRequired[_State]


@strictly
class _Filled(_View):
    state: _State


@strictly
class _Interaction(TypedDict):
    user: _Named
    team: NotRequired[_Named | None]
    response_url: NotRequired[Text | None]
    enterprise: NotRequired[dict[str, Any] | None]
    channel: NotRequired[dict[str, Any] | None]
    message: NotRequired[dict[str, Any] | None]


@strictly
class _Click(_Interaction):
    trigger_id: NotRequired[Name | None]
    actions: Annotated[list[_Action], Len(1)]
    view: NotRequired[_Shown | None]


@strictly
class _Search(_Interaction):
    action_id: Name
    value: Text
    view: NotRequired[_Shown | None]


@strictly
class _Form(_Interaction):
    view: _Filled
    response_urls: NotRequired[list[dict[str, Any]]]


@strictly
class _Closed(_Interaction):
    view: _Shown


@strictly
class _Shortcut(_Interaction):
    callback_id: Name
    trigger_id: Name


@strictly
class _OwnEvent(TypedDict):
    type: Name
    user: NotRequired[Id | _Named | None]
    channel: NotRequired[Id | _Named | None]
    tab: NotRequired[Name | None]
    team: NotRequired[Id | None]
    view: NotRequired[_Shown | None]


@strictly
class _Event(TypedDict):
    event: _OwnEvent
    team_id: NotRequired[Id | None]
    authorizations: NotRequired[list[dict[str, Any]] | None]


@strictly
class _Command(TypedDict):
    command: Name
    user_id: Id
    team_id: Id
    text: NotRequired[Text]
    channel_id: NotRequired[Id]
    trigger_id: Name
    response_url: NotRequired[Text]


_SHORTCUTS = TypeAdapter[Any](_Shortcut)
_SHAPES: dict[str, TypeAdapter[Any]] = {
    "block_actions": TypeAdapter(_Click),
    "block_suggestion": TypeAdapter(_Search),
    "view_submission": TypeAdapter(_Form),
    "view_closed": TypeAdapter(_Closed),
    "shortcut": _SHORTCUTS,
    "message_action": _SHORTCUTS,
    "event_callback": TypeAdapter(_Event),
}
ANSWERED_BY_BOLT = frozenset({"url_verification", "app_rate_limited"})
_OF_SOMEBODY = frozenset({"user", "team", "enterprise", "channel", "view", "message", "item", "event", "authorizations", "function_data"})  # fmt: skip
"""What Bolt looks into to see from whom a request comes; those that it answers by itself come from nobody."""
_COMMANDS = TypeAdapter[Any](_Command)


def is_readable(body: dict[str, Any]) -> bool:
    """Return whether a request has the shape that listeners read, or is one of those that Bolt answers by itself."""
    kind = body.get("type")
    shape = _COMMANDS if "command" in body else _SHAPES.get(kind) if isinstance(kind, str) else None
    if shape is None:
        return ("ssl_check" in body or kind in ANSWERED_BY_BOLT) and not body.keys() & _OF_SOMEBODY
    try:
        shape.validate_python(body)
    except ValidationError:
        return False
    return True
