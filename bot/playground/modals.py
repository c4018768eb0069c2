"""Modals and home views: opening, stacking, replacing and closing them."""

import random
from typing import Any

from bot.playground.inputs import initial_values
from bot.playground.limits_of_values import LIMITS
from bot.playground.limits_of_views import check_view
from bot.playground.refused import Json, Refused
from bot.playground.state import Trigger, View
from bot.playground.workspace import Workspace


def stack(workspace: Workspace, user: str) -> list[View]:
    """Return a person's open modals, the top one last."""
    views = [view for view in workspace.views.values() if view.user == user and view.type == "modal"]
    return sorted(views, key=lambda view: view.id)


def home_of(workspace: Workspace, user: str) -> View | None:
    for view in workspace.views.values():
        if view.user == user and view.type == "home":
            return view
    return None


def use_trigger(workspace: Workspace, trigger_id: Any) -> Trigger:
    """Return a trigger that was never used and is at most 3 s old; raises Refused with Slack's three names."""
    trigger = workspace.triggers.get(str(trigger_id))
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if trigger.is_used:
        raise Refused("exchanged_trigger_id")
    if workspace.now > trigger.expires_at:
        raise Refused("expired_trigger_id")
    trigger.is_used = True
    workspace.save(trigger)
    return trigger


def open_view(workspace: Workspace, trigger_id: Any, definition: Any) -> View:
    """Open a person's first modal; one that was open from an earlier click makes room."""
    check_view(definition, "modal")
    _check_external_id(workspace, definition)
    trigger = use_trigger(workspace, trigger_id)
    for view in stack(workspace, trigger.user):
        workspace.forget(view)
    return _add(workspace, trigger.user, definition, None)


def push_view(workspace: Workspace, trigger_id: Any, definition: Any) -> View:
    """Put a modal on top of the one the trigger came from."""
    check_view(definition, "modal")
    _check_external_id(workspace, definition)
    trigger = use_trigger(workspace, trigger_id)
    if trigger.view_id not in workspace.views:
        raise Refused("invalid_trigger_id", ["views.push needs a trigger from a modal that is still open"])
    return push_onto(workspace, trigger.user, definition)


def push_onto(workspace: Workspace, user: str, definition: Json) -> View:
    """Put a checked modal on a person's stack; raises Refused("push_limit_reached") at the fourth."""
    views = stack(workspace, user)
    if len(views) >= LIMITS["views"]["max_stack"]:
        raise Refused(LIMITS["views"]["max_stack_error"])
    return _add(workspace, user, definition, views[-1] if views else None)


def update_view(workspace: Workspace, view: View, definition: Any, view_hash: str = "") -> View:
    """Replace an open view's content. Entries stay where block id and action id stay."""
    if view_hash and view_hash != view.hash:
        raise Refused("hash_conflict")
    check_view(definition, view.type)
    _check_external_id(workspace, definition, but=view)
    view.view = {**definition, "blocks": workspace.with_ids(definition["blocks"])}
    view.values = initial_values(view.blocks, kept=view.values)
    view.hash, view.errors, view.notice = _new_hash(workspace), {}, ""
    workspace.save(view)
    workspace.changed_for([view.user])
    return view


def publish_home(workspace: Workspace, user: str, definition: Any, view_hash: str = "") -> View:
    """Show a person's home view, a first or a new one."""
    if not workspace.app.is_home_enabled:
        raise Refused("not_enabled")
    home = home_of(workspace, workspace.user(user).id)
    if home is not None:
        return update_view(workspace, home, definition, view_hash)
    check_view(definition, "home")
    _check_external_id(workspace, definition)
    return _add(workspace, user, definition, None)


def find_open(workspace: Workspace, view_id: Any, external_id: Any) -> View:
    """Return a view that is still open, by either id; raises Refused("not_found")."""
    for view in workspace.views.values():
        if view.id == view_id or (external_id and view.view.get("external_id") == external_id):
            return view
    raise Refused("not_found")


def close(workspace: Workspace, views: list[View]) -> None:
    for view in views:
        workspace.forget(view)
        workspace.changed_for([view.user])


def _add(workspace: Workspace, user: str, definition: Json, below: View | None) -> View:
    filled = {**definition, "blocks": workspace.with_ids(definition["blocks"])}
    view = View(workspace.serial("V"), user, definition["type"], filled, _new_hash(workspace))
    view.root_view_id = below.root_view_id if below else view.id
    view.previous_view_id = below.id if below else ""
    view.values = initial_values(view.blocks)
    workspace.save(view)
    workspace.changed_for([user])
    return view


def _new_hash(workspace: Workspace) -> str:
    return f"{int(workspace.now)}.{random.getrandbits(32):08x}"


def _check_external_id(workspace: Workspace, definition: Json, but: View | None = None) -> None:
    wanted = definition.get("external_id")
    for view in workspace.views.values():
        if wanted and view is not but and view.view.get("external_id") == wanted:
            raise Refused("duplicate_external_id")
