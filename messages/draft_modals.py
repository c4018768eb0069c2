"""The modals of a draft: edit, ask for changes, say that it was published."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from bot.cards.drafts import DraftCard
from bot.lint import Label, called
from bot.typed import FIELD_LONGEST, REASON_LONGEST
from bot.voice import Preset
from messages.blocks import Block, actions, context, exact, input_block, modal, section, sections
from messages.draft import finding_line, is_still_open, people, size_words
from messages.draft_words import goes_to_the_channel, published_words, where_question
from messages.inputs import option, plain_text_input, static_select, url_input
from messages.texts import Marked, error_words, say, shorten

EDIT_MODAL = "draft_edit"
CHANGES_MODAL = "draft_changes"
PUBLISHED_MODAL = "draft_published"
PRESET = "draft.preset"
TEXT, REASON, WHERE, LINK, OVERRIDE = "text", "reason", "where", "link", "override"
KEEP = "keep_"

_FINDINGS_IN_MODAL = 30
_WHERE_LONGEST = 200
_WORDS_SHOWN = 120
_NOTHING: Mapping[str, str] = MappingProxyType({})


def edit_modal(
    card: DraftCard,
    *,
    text: str | None = None,
    findings: Sequence[Mapping[str, Any]] | None = None,
    kept: Mapping[str, str] = _NOTHING,
    notice: str = "",
    preset: str = "",
    turn: int = 1,
) -> dict[str, Any]:
    """Return the form that edits a draft, with what the lint found (None: what the version has) and what can be kept.

    ``kept`` are reasons that whoever edits has given. ``notice`` says that somebody was faster. ``turn`` grows when the app
    replaces what was typed, so that Slack shows the new one.
    """
    shown = card.version.text if text is None else text
    if findings is None:
        findings = card.version.findings if shown == card.version.text else ()
    suffix = "" if turn == 1 else f"~{turn}"
    blocks: list[Block] = [
        *(_moved(card, notice) if notice else []),
        *_lint_blocks(findings, shown),
        _presets(preset or card.version.preset),
        context(say("draft.presets")),
        input_block(
            card.draft.kind.label,
            plain_text_input(
                f"draft_edit.text{suffix}", initial=shown, multiline=True, max_length=FIELD_LONGEST
            ),
            block_id=TEXT,
            hint=_size_hint(card, shown),
        ),
        *_keeps(findings, shown, kept, suffix),
    ]
    return modal(
        f"Edit for {card.name}",
        blocks,
        callback_id=EDIT_MODAL,
        private_metadata=card.version.id,
        submit="Save",
    )


def _size_hint(card: DraftCard, shown: str) -> str | None:
    """Return how long the saved text is and, where the form shows another one, how long that is; None where there is no limit."""
    if not card.limit:
        return None
    now = None if shown == card.version.text else size_words(card, shown)
    return say("draft.size", before=size_words(card), now=now)


def _moved(card: DraftCard, notice: str) -> list[Block]:
    """Return who was faster, the text that a second press of Save would replace, and that one's own is still here."""
    is_replaced = is_still_open(card)
    told = section(say("draft.moved", card=card, is_replaced=is_replaced))
    return [*sections(error_words(notice)), told, *(exact(card.version.text) if is_replaced else [])]


def _presets(chosen: str) -> Block:
    options = [option(preset.value.capitalize(), preset.value) for preset in Preset]
    known = chosen if chosen in {preset.value for preset in Preset} else None
    return actions(static_select(PRESET, options, initial=known, placeholder="Voice"), block_id="preset")


def _keeps(
    findings: Sequence[Mapping[str, Any]], text: str, kept: Mapping[str, str], suffix: str
) -> list[Block]:
    """Return a question for each kind of finding that can be kept with a reason, which names all its words."""
    asked: dict[str, list[Mapping[str, Any]]] = {}
    for found in findings:
        if found["can_keep"]:
            asked.setdefault(str(found["label"]), []).append(found)
    return [_keep(label, found, text, kept.get(label), suffix) for label, found in asked.items()]


def _keep(
    label: str, found: Sequence[Mapping[str, Any]], text: str, reason: str | None, suffix: str
) -> Block:
    quoted = (text[one["start"] : one["end"]] or called(label) for one in found)
    words = shorten("”, “".join(dict.fromkeys(quoted)), _WORDS_SHOWN)
    return input_block(
        f"Keep “{words}”? Say why",
        plain_text_input(f"draft_edit.{KEEP}{label}{suffix}", initial=reason, max_length=REASON_LONGEST),
        block_id=f"{KEEP}{label}",
        optional=True,
        hint="Only somebody who may approve can keep this." if found[0]["blocks"] else None,
    )


def changes_modal(card: DraftCard) -> dict[str, Any]:
    """Return the form that asks the author for changes."""
    asked = input_block(
        "What should be different?",
        plain_text_input("draft_changes.reason", multiline=True, max_length=REASON_LONGEST),
        block_id=REASON,
        hint="The author is told at once.",
    )
    return modal(
        "Ask for changes", [asked], callback_id=CHANGES_MODAL, private_metadata=card.version.id, submit="Ask"
    )


def published_modal(card: DraftCard) -> dict[str, Any]:
    """Return the form that says where a draft went out, or to whom."""
    kind = card.draft.kind
    mark = f"Mark as {published_words(kind)}"
    place = card.case.channel.label if goes_to_the_channel(kind) else None
    blocks = [
        *([section(say("draft.not_taken_back", card=card))] if card.not_taken_back else []),
        *([section(say("draft.sent_early"))] if card.is_after_call else []),
        input_block(
            where_question(kind),
            plain_text_input("draft_published.where", max_length=_WHERE_LONGEST, initial=place),
            block_id=WHERE,
            optional=True,
        ),
        input_block("Link to it", url_input("draft_published.link"), block_id=LINK, optional=True),
    ]
    if card.is_waiting_for_call:
        reason = plain_text_input("draft_published.override", max_length=REASON_LONGEST)
        blocks += [
            section(say("draft.override")),
            input_block("Why it cannot wait", reason, block_id=OVERRIDE),
        ]
    return modal(
        mark,
        blocks,
        callback_id=PUBLISHED_MODAL,
        private_metadata=card.version.id,
        submit=mark,
    )


def _lint_blocks(findings: Sequence[Mapping[str, Any]], text: str) -> list[Block]:
    """Return what was found in a text that is being edited: what blocks first. A gap may be saved, but not approved."""
    blocks: list[Block] = []
    gaps = [finding for finding in findings if finding["label"] == Label.GAP]
    others = [finding for finding in findings if finding["label"] != Label.GAP]
    for name, found in (
        ("draft.blocked", [finding for finding in others if finding["blocks"]]),
        ("draft.gaps", gaps),
        ("draft.hints", [finding for finding in others if not finding["blocks"]]),
    ):
        if found:
            lines = [finding_line([finding], text) for finding in found[:_FINDINGS_IN_MODAL]]
            more = len(found) - len(lines)
            rest = [say("draft.more_findings", more=more)] if more else []
            blocks += sections(Marked("\n".join([say(name), *lines, *rest])))
    return blocks


def whole_view(card: DraftCard) -> dict[str, Any]:
    """Return a text in full, to be read and copied."""
    said = context(say("draft.who", card=card, size="", others=people(card.facts_from)))
    return modal(card.draft.kind.label, [said, *exact(card.version.text)], close="Close")
