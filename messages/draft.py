"""A draft in its case's thread: the text exactly as it will be sent, and the buttons that can act on it now."""

from collections.abc import Mapping
from typing import Any

from bot.cards import DraftCard
from bot.draft_kinds import may_publish_before_approval, needs_approval
from bot.models import CaseState, DraftState
from messages.blocks import Block, Element, SlackMessage, actions, context, exact, message, section, sections
from messages.draft_words import publish_button_words, published_words, state_words
from messages.inputs import button, confirmation
from messages.texts import Marked, listed, person, say

APPROVE = "draft.approve"
EDIT = "draft.edit"
REQUEST_CHANGES = "draft.request_changes"
DISCARD = "draft.discard"
PUBLISHED = "draft.published"

GAP = "[["
_OPEN = (DraftState.PROPOSED, DraftState.CHANGES_REQUESTED, DraftState.APPROVED)
_UNAPPROVED = (DraftState.PROPOSED, DraftState.CHANGES_REQUESTED)


def draft_message(card: DraftCard) -> SlackMessage:
    """Return the draft as it is now, with only the buttons that can act."""
    words = state_words(card.draft.kind, card.draft.state)
    blocks = [
        section(say("draft.title", card=card, state=words)),
        *exact(card.version.text),
        context(say("draft.who", card=card, size=size_words(card))),
        *_findings(card),
        *_acted(card),
        *_buttons(card),
    ]
    return message(say("draft.fallback", card=card, state=words), blocks)


def size_words(card: DraftCard) -> str:
    """Return how much of its channel the text uses, empty where there is no limit."""
    return f"{card.length} of {card.limit}" if card.limit else ""


def finding_line(finding: Mapping[str, Any], text: str, kept: str = "") -> Marked:
    """Return what the lint found: the words it is about, why, and how to mend it."""
    return say("draft.finding", finding=finding, words=text[finding["start"] : finding["end"]], kept=kept)


def _findings(card: DraftCard) -> list[Block]:
    lines = [
        finding_line(finding, card.version.text, card.version.kept.get(finding["label"], ""))
        for finding in card.version.findings
        if finding["label"] != "gap"
    ]
    return [context(line) for line in lines[:8]] if _is_open(card) else []


def _acted(card: DraftCard) -> list[Block]:
    lines = [say("draft.acted", card=card, published=published_words(card.draft.kind))]
    if (_is_open(card) and needs_approval(card.draft.kind)) or card.approvals:
        lines.append(
            say(
                "draft.approvals",
                card=card,
                approved=listed([person(approval.by) for approval in card.approvals]),
                own=any(approval.is_own for approval in card.approvals),
                missing=card.approvals_needed - len(card.approvals),
            )
        )
    if _is_open(card) and GAP in card.version.text:
        lines.append(say("draft.gap"))
    if _is_open(card) and card.is_waiting_for_call:
        lines.append(say("draft.call"))
    return [context(line) for line in lines if line]


def _is_open(card: DraftCard) -> bool:
    return card.draft.state in _OPEN and card.case.state is not CaseState.CLOSED


def _buttons(card: DraftCard) -> list[Block]:
    if not _is_open(card):
        return []
    version, kind = card.version.id, card.draft.kind
    is_unapproved = card.draft.state in _UNAPPROVED and needs_approval(kind)
    has_gap = GAP in card.version.text
    may_go_out = not is_unapproved or may_publish_before_approval(kind)
    return [
        actions(
            button("Edit", EDIT, version, "primary") if is_unapproved and has_gap else None,
            _approve(card) if is_unapproved and not has_gap else None,
            button(publish_button_words(kind), PUBLISHED, version, None if is_unapproved else "primary")
            if may_go_out and not has_gap
            else None,
            None
            if is_unapproved and has_gap
            else button("Edit", EDIT, version, label=f"Edit the {kind.label}"),
            button("Ask for changes", REQUEST_CHANGES, version) if needs_approval(kind) else None,
            button(
                "Discard",
                DISCARD,
                version,
                None,
                confirmation("Discard this draft?", "Its text stays in the record.", "Discard"),
            ),
        )
    ]


def _approve(card: DraftCard) -> Element:
    return button(
        "Approve", APPROVE, card.version.id, "primary", label=f"Approve version {card.version.number}"
    )


def lint_blocks(findings: list[Mapping[str, Any]], text: str) -> list[Block]:
    """Return what was found in a text that is being edited: what blocks first."""
    blocks: list[Block] = []
    for name, is_blocking in (("draft.blocked", True), ("draft.hints", False)):
        lines = [finding_line(found, text) for found in findings if found["blocks"] is is_blocking]
        if lines:
            blocks += sections(Marked("\n".join([say(name), *lines])))
    return blocks
