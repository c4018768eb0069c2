"""Drafts: approve, edit, ask for changes, discard, say that it is out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from slack_bolt.app.async_app import AsyncApp

from bot import cases, gathering
from bot.cases.drafting import DraftMoved, NotClean
from bot.cases.keeping import Reasons
from bot.errors import InvalidAnswer
from bot.typed import clean
from bot.voice import Preset
from handlers.clicks import Click, on_click
from handlers.judging import prepare_later, prepared
from handlers.reading import turn_in
from handlers.showing import is_redrawn, show
from handlers.submissions import CLOSE, Reply, Submission, on_submit, row_carried
from messages import draft, draft_modals
from messages.differences import difference_view
from messages.draft_modals import changes_modal, edit_modal, published_modal, whole_view

LINK_START = re.compile(r"https?://", re.IGNORECASE)


def register(app: AsyncApp) -> None:
    """Listen to drafts and their modals."""
    app.action(draft_modals.PRESET)(on_click({draft_modals.PRESET: change_preset}))
    app.action(re.compile(r"^draft\.(?!preset)"))(on_click(CLICKS))
    app.view(draft_modals.EDIT_MODAL)(on_submit(submit_edit))
    app.view(draft_modals.CHANGES_MODAL)(on_submit(submit_changes))
    app.view(draft_modals.PUBLISHED_MODAL)(on_submit(submit_published))


async def approve(click: Click) -> None:
    """Approve exactly the version that was shown."""
    await click.run(cases.approve_draft)


async def discard(click: Click) -> None:
    """Put the draft aside."""
    await click.run(cases.discard_draft)


async def edit(click: Click) -> None:
    """Open the form that edits the draft; while somebody types, what judges their text is loaded."""
    card = await click.run(gathering.editable_draft_card_for)
    show(click, edit_modal(card, kept=card.version.kept_by(click.visit.user_id)))
    prepare_later(click)


async def ask_for_changes(click: Click) -> None:
    """Open the form that asks for changes."""
    show(click, changes_modal(await click.run(gathering.editable_draft_card_for)))


async def say_it_is_out(click: Click) -> None:
    """Open the form that says where the draft went out; before a call only to the lead."""
    show(click, published_modal(await click.run(gathering.publishable_draft_card_for)))


async def show_difference(click: Click) -> None:
    """Show what changed, word by word."""
    show(click, difference_view(await click.run(gathering.draft_card_for)))


async def read_whole(click: Click) -> None:
    """Show the whole text of a draft that is not used."""
    show(click, whole_view(await click.run(gathering.read_draft_card_for)))


async def change_preset(click: Click) -> None:
    """Put the text of another voice into the form; nothing is stored."""
    if click.value and click.view is not None:
        click.later(partial(_draw_preset, click, click.view, Preset(click.value)))


async def _draw_preset(click: Click, view: dict[str, Any], preset: Preset) -> None:
    visit = click.visit
    card, text = await visit.run(
        gathering.draft_in_preset, row_carried(view), preset, by=visit.user_id, now=visit.now()
    )
    # Of two that are chosen in one and the same form, each has its own number: else Slack would keep the other's text.
    turn = turn_in(view, draft_modals.TEXT) + 1 + list(Preset).index(preset)
    shown = edit_modal(card, text=text, preset=preset, turn=turn)
    if not await is_redrawn(click.client, view["id"], shown, view_hash=view.get("hash")):
        await is_redrawn(click.client, view["id"], shown)  # another voice was drawn meanwhile


async def submit_edit(submission: Submission) -> Reply:
    """Save a new version; what the lint found is shown in the form, and the text stays."""
    visit = submission.visit
    text = clean(submission.raw_text(draft_modals.TEXT)).strip()
    if not text:
        raise InvalidAnswer(draft_modals.TEXT, "The draft is empty. Write it, or discard it in the thread.")
    await prepared()
    try:
        await visit.run(
            cases.save_draft,
            submission.subject_id,
            text,
            kept=_reasons(submission),
            preset=submission.text("preset"),
            by=visit.user_id,
            now=visit.now(),
            pace=visit.settings.pace,
        )
    except NotClean as found:
        findings = [asdict(finding) for finding in found.findings]
        return await _again(submission, text, findings, kept=found.kept)
    except DraftMoved as moved:
        return await _again(submission, text, (), notice=str(moved))
    return CLOSE


def _reasons(submission: Submission) -> Reasons:
    """Return why findings are to stay, and which of the reasons stood in the form before."""
    given, standing = {}, set()
    for block_id in submission.view["state"]["values"]:
        if block_id.startswith(draft_modals.KEEP) and (reason := submission.text(block_id)):
            label = block_id.removeprefix(draft_modals.KEEP)
            given[label] = reason
            standing |= set() if submission.is_changed(block_id) else {label}
    return Reasons(given, frozenset(standing), submission.initial_text(draft_modals.TEXT))


async def _again(
    submission: Submission, text: str, findings: Sequence[Mapping[str, Any]], **shown: Any
) -> Reply:
    """Show the form again with what was typed, over the newest version."""
    visit = submission.visit
    card = await visit.run(gathering.draft_card_for, submission.subject_id, by=visit.user_id, now=visit.now())
    view = edit_modal(
        card,
        text=text,
        findings=findings,
        **shown,
        preset=submission.text("preset"),
        turn=turn_in(submission.view, draft_modals.TEXT) + 1,
    )
    return {"response_action": "update", "view": view}


async def submit_changes(submission: Submission) -> Reply:
    """Ask the author for changes."""
    reason = submission.text(draft_modals.REASON)
    if not reason:
        raise InvalidAnswer(draft_modals.REASON, "Please say what should be different.")
    await submission.visit.run(
        cases.request_changes,
        submission.subject_id,
        reason,
        by=submission.visit.user_id,
        now=submission.visit.now(),
    )
    return CLOSE


async def submit_published(submission: Submission) -> Reply:
    """Write down that the draft is out."""
    link = submission.text(draft_modals.LINK)
    if link and not LINK_START.match(link):
        raise InvalidAnswer(
            draft_modals.LINK, "Please give an address that starts with https://, or leave it empty."
        )
    await submission.visit.run(
        cases.publish_draft,
        submission.subject_id,
        by=submission.visit.user_id,
        now=submission.visit.now(),
        where=submission.text(draft_modals.WHERE),
        link=link,
        override=submission.text(draft_modals.OVERRIDE),
    )
    return CLOSE


CLICKS = {
    draft.APPROVE: approve,
    draft.EDIT: edit,
    draft.REQUEST_CHANGES: ask_for_changes,
    draft.DISCARD: discard,
    draft.PUBLISHED: say_it_is_out,
    draft.DIFFERENCE: show_difference,
    draft.READ: read_whole,
}
