"""The record of a closed case: a few lines, and a Markdown file."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.overview import DraftHistory
from bot.draft_kinds import DraftKind
from bot.states import CaseState, CheckInState, DraftState, EvidenceState
from messages.markdown import escape_markdown
from messages.record import bars_of, record_markdown, record_message
from tests.messages.cards import (
    NOW,
    REPORT,
    answered,
    approval,
    brand,
    case,
    check_in,
    draft,
    event,
    evidence,
    hostile,
    record_card,
    version,
)
from tests.messages.looking import words


def test_the_message_tells_level_and_what_was_learned() -> None:
    closed = case(
        state=CaseState.CLOSED, closed_at=NOW, closed_by="UBOB", cause="Haste", change="Two people read it"
    )

    shown = words(record_message(record_card(case=closed)))

    assert "Record of OOPS-7" in shown
    assert "Level: Correct it publicly. 1 plan, 1 task done, 0 texts went out" in shown
    assert "Cause: Haste" in shown
    assert "What will change: Two people read it" in shown


def test_texts_of_one_kind_that_went_out_are_counted_and_named_once() -> None:
    out = [
        DraftHistory(draft(id=at, kind=DraftKind.ALL_CLEAR, state=DraftState.PUBLISHED), (), ())
        for at in (1, 2)
    ]

    shown = words(record_message(record_card(drafts=tuple(out))))

    assert "2 texts went out (2 × all-clear)" in shown


def test_people_are_shown_by_name_and_an_unknown_one_by_id() -> None:
    closed = case(state=CaseState.CLOSED, closed_at=NOW, closed_by="UCAROL")

    text = record_markdown(record_card(case=closed))

    assert "Reported 2026-03-03 09:00 UTC by Alice, closed 2026-03-03 09:00 UTC by @UCAROL." in text


def test_the_facts_and_the_decision_with_its_sources_are_in_it() -> None:
    card = record_card()

    text = record_markdown(card)

    assert "- What went wrong: We wrote Tuesday, the run is on Thursday." in text
    assert "- The link: <https://example.org/p/1>" in text
    (_row, plan, _report) = card.plans[0]
    assert "### Plan 1: Correct it publicly" in text
    assert all(f"- {escape_markdown(reason.text)} ({reason.source})" in text for reason in plan.reasons)


def test_every_version_is_in_it_with_who_approved_which() -> None:
    history = DraftHistory(
        draft(state=DraftState.PUBLISHED, newest=2, acted_by="UALICE", acted_at=NOW, published_where="X"),
        (version(text="The first text."), version(id=901, number=2, text="The second text.", author="UBOB")),
        (approval("UALICE", version_id=901),),
    )

    text = record_markdown(record_card(drafts=(history,)))

    first, second = text.split("Version 2 by Bob")
    assert "### Public correction: published" in first
    assert "Version 1, drafted from the report of Alice" in first
    assert "The first text." in first
    assert "Approved by" not in first
    assert "The second text.\n```\n\nApproved by Alice, 2026-03-03 09:00 UTC." in second
    assert "Published: “X”, says Alice" in second


def test_an_approval_of_ones_own_text_and_a_kept_hint_are_told() -> None:
    history = DraftHistory(
        draft(),
        (version(kept={"non_apology": "Counsel asked for it"}),),
        (approval("UALICE", is_own=True),),
    )

    text = record_markdown(record_card(drafts=(history,)))

    assert "Approved by Alice, 2026-03-03 09:00 UTC (their own text)." in text
    assert "Kept by Alice in spite of “sorry for something else”: “Counsel asked for it”" in text


def test_words_that_went_out_before_the_call_are_told_with_the_reason() -> None:
    closed = case(state=CaseState.CLOSED, closed_at=NOW, call_override="Lives were at stake")

    assert "before the call, with this reason: “Lives were at stake”" in record_markdown(
        record_card(case=closed)
    )


def test_counts_are_drawn_against_the_cases_own_peak() -> None:
    rows = (
        answered(1, "flaring", mentions=30, replies=10),
        answered(2, "simmering", mentions=4),
        answered(3, "quiet", mentions=0),
        answered(4, "quiet"),
    )

    bars = bars_of(rows)

    assert bars == {1: f"`{'█' * 20}` 40 (the peak)", 2: "`██` 4 (10% of the peak)", 3: "`·` 0"}


def test_a_count_says_whether_it_is_much_for_this_case_by_the_hour() -> None:
    rows = (
        answered(1, "flaring", mentions=30),
        answered(2, "quiet", replies=3),
        answered(3, "quiet", mentions=4),
    )

    told = [
        line for line in record_markdown(record_card(check_ins=rows)).splitlines() if "mentions" not in line
    ]

    assert [
        line.partition("peak hour: ")[2] for line in told if line.startswith(("- 1. ", "- 2. ", "- 3. "))
    ] == [
        "",
        "",
        "it has died down",
    ]


def test_check_ins_tell_who_answered_what_and_what_was_not_answered() -> None:
    rows = (
        answered(1, "flaring", mentions=30),
        check_in(2),
        check_in(3, state=CheckInState.CANCELLED, asked_at=None),
        check_in(4, state=CheckInState.PLANNED),
    )

    text = record_markdown(record_card(check_ins=rows))

    assert "- 1. 2026-03-03 10:00 UTC: It is flaring up (Bob, 2026-03-03 10:05 UTC) `████" in text
    assert "- 2. 2026-03-03 11:00 UTC: not answered" in text
    assert "- 3. 2026-03-03 12:00 UTC: not needed" in text
    assert "- 4." not in text


def test_evidence_is_told_with_its_hash_and_what_was_lost_with_the_reason() -> None:
    files = (
        evidence(),
        evidence(
            name="",
            file_id="F2",
            state=EvidenceState.FAILED,
            sha256="",
            kept_at=None,
            problem="It was deleted.",
        ),
    )

    text = record_markdown(record_card(evidence=files))

    assert f"- post.png: SHA-256 {'a' * 64}, kept 2026-03-03 09:00 UTC" in text
    assert "- F2: not kept: It was deleted." in text


def test_the_timeline_tells_everything_that_happened() -> None:
    events = (
        event("case_opened", by="UALICE", brand="Riverside Runners"),
        event("check_in_asked", by=None),
        event("draft_published", draft="public_correction", where="X", link="https://example.org/p/2"),
        event("lead_taken", before="UALICE"),
    )

    text = record_markdown(record_card(events=events))

    assert "- 2026-03-03 09:00 UTC: Alice reported it for Riverside Runners." in text
    assert "- 2026-03-03 09:00 UTC: oops asked: has it died down?" in text
    assert "Bob published the public correction (X): <https://example.org/p/2>" in text
    assert "Bob took the lead, over from Alice." in text


def test_a_record_without_anything_says_so_and_has_no_empty_parts() -> None:
    text = record_markdown(record_card(tasks=(), drafts=()))

    assert text.count("None.") == 2
    assert "None was due." in text
    assert "None was given." in text
    assert "Cause: not given" in text
    assert "\n\n\n" not in text


def test_a_draft_is_copied_letter_by_letter_whatever_it_holds() -> None:
    tricky = "```\n# not a title\n````\n*now* <b>"

    text = record_markdown(record_card(drafts=(DraftHistory(draft(), (version(text=tricky),), ()),)))

    assert f"`````text\n{tricky}\n`````" in text


def test_nothing_that_was_typed_makes_a_title_a_list_or_a_tag() -> None:
    typed = "# Title\n- item\n<script>alert(1)</script> [a](javascript:x) | a | b | ![i](x) &copy;"
    plans = record_card().plans
    (row, plan, _report) = plans[0]

    text = record_markdown(
        record_card(
            brand=brand(name=typed), plans=((row, plan, replace(REPORT, what=typed, link="javascript:x")),)
        )
    )

    assert "\n# Title" not in text
    assert "<script>" not in text
    assert "\\[a\\](javascript:x)" in text
    assert "\\&copy;" in text


@pytest.mark.parametrize("length", [10, 3000])
def test_hostile_text_breaks_no_record(length: int) -> None:
    typed = hostile(length)
    histories = tuple(
        DraftHistory(draft(id=n, kind=kind), (version(text=typed),), ()) for n, kind in enumerate(DraftKind)
    )

    text = record_markdown(record_card(brand=brand(name=typed), drafts=histories, names={"UALICE": typed}))

    assert text.encode()
    assert text.count("\n## ") == 8


@given(st.text())
def test_markdown_finds_nothing_to_format_in_escaped_text(text: str) -> None:
    shown = escape_markdown(text)

    assert "\n" not in shown
    assert not {"*", "_", "`", "<", "[", "#", "|", "&"} & set(_without_escapes(shown))


def _without_escapes(text: str) -> str:
    return "".join(
        text[at] for at in range(len(text)) if text[at] != "\\" and (at == 0 or text[at - 1] != "\\")
    )
