"""A draft in its case's thread: the text exactly as it will be sent, and the buttons that can act on it now."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from bot.cards.drafts import DraftCard
from bot.draft_kinds import may_publish_before_approval, needs_approval
from bot.lengths import measure
from bot.lint import Label, called
from bot.states import EDITABLE, PUT_ASIDE, UNAPPROVED, CaseState, DraftState
from messages.blocks import (
    Block,
    Element,
    SlackMessage,
    actions,
    context,
    exact,
    message,
    section,
)
from messages.differences import changes_in_short
from messages.draft_words import publish_button_words, published_words, state_words
from messages.inputs import button, confirmation
from messages.texts import Marked, counted, listed, person, say

APPROVE = "draft.approve"
EDIT = "draft.edit"
REQUEST_CHANGES = "draft.request_changes"
DISCARD = "draft.discard"
PUBLISHED = "draft.published"
DIFFERENCE = "draft.difference"
READ = "draft.read"

_FINDINGS_SHOWN = 12  # kinds of them: a message holds 50 blocks
_WORDS_SHOWN = 6  # of one kind
_LETTERS_FOLDED = 200
_HIDDEN_CATEGORIES = ("Cf", "Cc")
# Written on purpose: line ends, tabs, the joiners that emoji and several scripts need, and the soft marks of direction.
_MEANT_HIDDEN = "\n\t\u200c\u200d\u200e\u200f"
_TAGS = range(0xE0000, 0xE0080)  # what the flags of England, Scotland and Wales are written with


def draft_message(card: DraftCard) -> SlackMessage:
    """Return the draft as it is now, with only the buttons that can act; one that is put aside is folded."""
    is_over = card.case.state is CaseState.CLOSED
    words = state_words(card.draft.kind, card.draft.state, has_gap=card.has_gap, is_over=is_over)
    title = section(say("draft.title", card=card, state=words))
    if card.draft.state in PUT_ASIDE:
        blocks = [title, *_acted(card), *_folded(card)]
    else:
        blocks = [
            title,
            *exact(card.version.text),
            context(say("draft.who", card=card, size=size_words(card), others=people(card.facts_from))),
            *(changes_in_short(card) if is_still_open(card) and card.draft.state in UNAPPROVED else []),
            *_hidden(card.version.text),
            *_findings(card),
            *_acted(card),
            *_needs(card),
            *_buttons(card),
        ]
    return message(say("draft.fallback", card=card, state=words), blocks)


def _folded(card: DraftCard) -> list[Block]:
    """Return the beginning of a text that is not used, with a way to read the rest."""
    text = card.version.text
    folded = context(say("draft.folded", text=text, most=_LETTERS_FOLDED))
    is_whole = len(text) <= _LETTERS_FOLDED and "\n" not in text
    return [folded] if is_whole else [folded, actions(_button(card, "Read it all", READ))]


def people(user_ids: Sequence[str]) -> Marked:
    """Return the mentions of several people."""
    return listed([person(user_id) for user_id in user_ids])


def size_words(card: DraftCard, text: str | None = None) -> str:
    """Return how much of its channel a text uses, as in "212 of 280 characters"; empty where there is no limit.

    ``text`` is one that is being edited; without it the version's.
    """
    if not card.limit:
        return ""
    size = measure(text or "", card.case.channel)
    used, limit = (card.length, card.limit) if text is None else (size.used, size.limit)
    return f"{used} of {limit} {size.unit}"


def hidden_characters(text: str) -> list[str]:
    """Return the code points in a text that nobody can see, such as ``U+202E``, each once."""
    found = {
        character
        for character in text
        if unicodedata.category(character) in _HIDDEN_CATEGORIES
        and character not in _MEANT_HIDDEN
        and ord(character) not in _TAGS
    }
    return [f"U+{ord(character):04X}" for character in sorted(found)]


def _hidden(text: str) -> list[Block]:
    codes = hidden_characters(text)
    return [context(say("draft.hidden", codes=", ".join(codes[:10])))] if codes else []


def finding_line(alike: Sequence[Mapping[str, Any]], text: str, kept: str = "") -> Marked:
    """Return what the lint found, once for all that is alike: the words it is about, why, and how to mend it."""
    words = [text[one["start"] : one["end"]] for one in alike]
    return say(
        "draft.finding",
        label=called(alike[0]["label"]),
        finding=alike[0],
        words=[*dict.fromkeys(one for one in words if one)],
        most=_WORDS_SHOWN,
        kept=kept,
    )


def _alike(found: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Return the findings that say the same, together; what stops an approval comes first."""
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for one in sorted(found, key=lambda one: not one["blocks"]):
        groups.setdefault((one["label"], one["why"], one["mend"]), []).append(one)
    return list(groups.values())


def _findings(card: DraftCard) -> list[Block]:
    """Return what was found in an open text: in full for the main draft and for what no longer fits, in one line for the others."""
    found = [finding for finding in card.version.findings if finding["label"] != Label.GAP]
    if not found or not is_still_open(card):
        return []
    if not card.draft.is_main and not card.is_misfit:
        return [context(say("draft.findings_counted", found=counted(len(found), "thing")))]
    kept, alike = card.version.kept, _alike(found)
    lines = [
        finding_line(these, card.version.text, kept.get(these[0]["label"], ""))
        for these in alike[:_FINDINGS_SHOWN]
    ]
    more = sum(len(these) for these in alike[_FINDINGS_SHOWN:])
    return [context(line) for line in [*lines, *([say("draft.findings_left", more=more)] if more else [])]]


def _acted(card: DraftCard) -> list[Block]:
    acted = say("draft.acted", card=card, published=published_words(card.draft.kind))
    return [context(acted)] if acted else []


def _needs(card: DraftCard) -> list[Block]:
    """Return what the draft still waits for: a gap, approvals and who can give them, a call; what cannot wait comes first."""
    is_open, is_early = is_still_open(card), _is_out_unapproved(card)
    is_wanted = needs_approval(card.draft.kind)
    is_unread = bool(card.unread) and is_wanted and bool(card.missing) and (is_open or is_early)
    lines = [
        say("draft.early", card=card) if _may_go_first(card) or is_early else Marked(),
        say("draft.gap", needs_approval=is_wanted) if is_open and card.has_gap else Marked(),
        say("draft.misfit", card=card) if is_open and card.is_misfit else Marked(),
        say("draft.unread", card=card) if is_unread else Marked(),
        _approvals(card) if is_wanted and (is_open or is_early or card.approvals) else Marked(),
        _lacking(card) if is_wanted and card.lacking and (is_open or is_early) else Marked(),
        say("draft.older", card=card)
        if is_open and card.is_of_older_facts and not card.is_misfit
        else Marked(),
        say("draft.outside_plan")
        if is_open and card.is_outside_plan and not (card.is_misfit or card.is_of_older_facts)
        else Marked(),
        say("draft.not_taken_back", card=card) if card.not_taken_back else Marked(),
        say("draft.call", card=card) if is_open and card.is_waiting_for_call else Marked(),
        say("draft.after_call") if is_open and card.is_after_call else Marked(),
    ]
    return [context(line) for line in lines if line]


def _approvals(card: DraftCard) -> Marked:
    """Return who approved and who is still needed. Only the main draft names the approvers, so that they hear it once; nobody is asked to approve their own text who may not."""
    if card.is_nobody_left and is_still_open(card):
        return Marked()
    barred = {card.version.author} if card.is_author_barred else set()
    known = [one for one in card.brand.approvers if one not in card.unread and one not in barred]
    by_name = known or ([card.stand_in] if card.stand_in else [])
    named = by_name if card.draft.is_main and not card.approvals else []
    return say(
        "draft.approvals",
        card=card,
        approved=listed([person(approval.by) for approval in card.approvals]),
        given=len(card.approvals),
        own=any(approval.is_own for approval in card.approvals),
        approvers=listed([person(user_id) for user_id in named], last="or"),
    )


def _lacking(card: DraftCard) -> Marked:
    """Return that too few people in the channel may approve, and whom to ask for more."""
    may_be_missed = not (card.who_may or card.approvals) and card.stand_in != card.version.author
    return say(
        "draft.lacking",
        card=card,
        who_may=people(card.who_may),
        is_none_known=bool(card.unread) and card.unread.keys() >= {*card.brand.approvers},
        to_invite=card.stand_in if may_be_missed else None,
    )


def is_still_open(card: DraftCard) -> bool:
    """Return whether something can still be done with the draft."""
    return card.draft.state in EDITABLE and card.case.state is not CaseState.CLOSED


def _buttons(card: DraftCard) -> list[Block]:
    if is_still_open(card):
        return [actions(*_open_buttons(card))]
    return [actions(_approve(card))] if _is_out_unapproved(card) else []


def _is_out_unapproved(card: DraftCard) -> bool:
    """Return whether the text went out at once, and its approval is still asked for."""
    is_out = card.draft.state is DraftState.PUBLISHED and card.case.state is not CaseState.CLOSED
    is_early = may_publish_before_approval(card.draft.kind)
    return is_out and is_early and bool(card.missing)


def _may_go_first(card: DraftCard) -> bool:
    """Return whether the text should go out now, and be approved afterwards."""
    is_new = is_still_open(card) and card.draft.state is DraftState.PROPOSED
    return is_new and may_publish_before_approval(card.draft.kind) and not _is_to_edit(card)


def _open_buttons(card: DraftCard) -> list[Element | None]:
    """Return what can be done with an open draft, the next step first."""
    is_wanted = needs_approval(card.draft.kind)
    is_unapproved = card.draft.state in UNAPPROVED and is_wanted
    is_first = card.has_gap or (is_unapproved and _is_to_edit(card))
    edit, publish = _edit(card, is_wanted=is_unapproved), _publish(card, is_unapproved=is_unapproved)
    return [
        edit if is_first else None,
        publish if _may_go_first(card) else None,
        _approve(card) if is_unapproved else None,
        None if _may_go_first(card) else publish,
        None if is_first else edit,
        _button(card, "Ask for changes", REQUEST_CHANGES) if is_wanted else None,
        _button(card, "See what changed", DIFFERENCE) if card.before is not None else None,
        _discard(card),
    ]


def _button(card: DraftCard, words: str, action_id: str, style: Literal["primary"] | None = None) -> Element:
    return button(words, action_id, card.version.id, style, label=_label(card, words))


def _edit(card: DraftCard, *, is_wanted: bool) -> Element:
    return _button(card, "Edit", EDIT, "primary" if is_wanted and _is_to_edit(card) else None)


def _publish(card: DraftCard, *, is_unapproved: bool) -> Element | None:
    """Return the button that says that the text is out, where it may be."""
    kind = card.draft.kind
    if card.has_gap or (is_unapproved and not may_publish_before_approval(kind)):
        return None
    is_next = (not is_unapproved or _may_go_first(card)) and not card.is_outside_plan
    style: Literal["primary"] | None = "primary" if is_next else None
    return _button(card, publish_button_words(kind), PUBLISHED, style)


def _approve(card: DraftCard) -> Element:
    is_next = not _is_to_edit(card) and not _may_go_first(card)
    return _button(card, "Approve", APPROVE, "primary" if is_next else None)


def _is_to_edit(card: DraftCard) -> bool:
    """Return whether the text has to be changed before anything else."""
    is_doubtful = card.is_misfit or card.is_of_older_facts
    return card.has_gap or is_doubtful or card.draft.state is DraftState.CHANGES_REQUESTED


def _discard(card: DraftCard) -> Element:
    sure = confirmation("Discard this draft?", "Its text stays in the record.", "Discard")
    return button("Discard", DISCARD, card.version.id, confirm=sure, label=_label(card, "Discard"))


def _label(card: DraftCard, verb: str) -> str:
    """Return what a screen reader says: a thread holds several drafts with the same buttons."""
    return f"{verb}: {card.draft.kind.label}, version {card.version.number}"
