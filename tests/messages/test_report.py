"""The form and its answer as Slack is given them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.brand import BrandProfile
from bot.cards import AnswerCard, FirstTask, PlanCard, PlanPlace
from bot.decision import decide
from bot.models import Brand, Case, CasePlan, Task
from bot.playground.limits_of_views import check_view
from bot.report import Channel, Harm, History, Mistake, Noticed, Report, Undo
from bot.reporting.questions import FormState, OpenForm, Seen, Value, adapted, opened, reopened
from bot.states import CaseState, TaskState
from messages.report import (
    answer_view,
    cut_message,
    expired_view,
    facts_modal,
    not_opened_message,
    report_modal,
)

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
LATE_TYPO = Report("“leaky budket” typo", Channel.X, Mistake.TYPO, Harm.NONE, Noticed.NOBODY_YET, Undo.DELETE)
WRONG_PRICE = Report(
    "We offered sofas at £98 <!channel>",
    Channel.WEBSITE,
    Mistake.WRONG_PRICE_OR_OFFER,
    Harm.MISLEADS_DECISION,
)


def form(state: FormState | None = None, **more: Any) -> OpenForm:
    return OpenForm(**{"id": 7, "state": state or opened({}), "brands": (("1", "Acme"),), **more})


def inputs(view: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}


def element(view: Mapping[str, Any], block_id: str) -> dict[str, Any]:
    found: dict[str, Any] = inputs(view)[block_id]["element"]
    return found


def card(report: Report, *, channel_id: str = "CRESPONSE") -> PlanCard:
    brand = BrandProfile(name="Acme & Sons")
    plan = decide(report, history=History.FIRST_TIME, brand=brand)
    case = Case(
        id=3,
        workspace_id=1,
        number=7,
        brand_id=1,
        report_key="V1",
        state=CaseState.OPEN,
        level=plan.level,
        reporter="UALICE",
        channel_id=channel_id,
        channel=report.channel,
        mistake=report.mistake,
        harm=report.harm,
        opened_at=NOW,
        check_ins_since=NOW,
    )
    tasks = [
        Task(
            id=place,
            case_id=3,
            plan_id=1,
            key=task.id,
            position=place,
            kind=task.kind,
            text=task.text,
            owner=task.owner,
            due_at=NOW + task.due,
            state=TaskState.OPEN,
        )
        for place, task in enumerate(plan.tasks)
    ]
    row = CasePlan(id=1, case_id=3, number=1, level=plan.level, created_at=NOW)
    return PlanCard(
        case=case,
        brand=Brand(id=1, workspace_id=1, name="Acme & Sons", created_at=NOW),
        row=row,
        plan=plan,
        report=report,
        tasks=tuple(tasks),
        next_check_in=None,
        drafts=(),
        evidence=(),
        latest=None,
        seen_at=NOW,
    )


def words(view: Mapping[str, Any]) -> str:
    return "\n".join(
        part["text"]
        for block in view["blocks"]
        for part in [block.get("text"), *block.get("elements", [])]
        if part and "text" in part
    )


def test_an_empty_form_is_taken_by_slack() -> None:
    view = report_modal(form())

    check_view(view, "modal")
    assert (view["callback_id"], view["private_metadata"]) == ("report", "7")


def test_each_field_has_its_own_block_and_action() -> None:
    view = report_modal(form(brands=(("1", "Acme"), ("2", "Beta")), asks_response_channel=True))

    assert {name: block["element"]["action_id"] for name, block in inputs(view).items()} == {
        name: f"report.{name}" for name in inputs(view)
    }
    assert len(inputs(view)) == 17


def test_what_has_to_be_answered_comes_first() -> None:
    optional = [block["optional"] for block in inputs(report_modal(form())).values()]

    assert optional == sorted(optional)
    assert optional.count(False) == 6


def test_only_answers_that_others_follow_from_or_that_others_may_clear_are_told_at_once() -> None:
    view = report_modal(form(brands=(("1", "Acme"), ("2", "Beta")), asks_response_channel=True))

    told = {name for name, block in inputs(view).items() if block.get("dispatch_action")}

    assert told == {"brand", "channel", "mistake", "undo", "response_channel"}


def test_what_is_known_is_filled_in() -> None:
    state = opened({"what": "We wrote Tuesday", "link": "https://x.com/a", "channel": "x", "mistake": "typo"})

    view = report_modal(form(state))

    check_view(view, "modal")
    assert element(view, "what")["initial_value"] == "We wrote Tuesday"
    assert element(view, "link")["initial_value"] == "https://x.com/a"
    assert element(view, "channel")["initial_option"]["value"] == "x"
    assert element(view, "undo")["initial_option"]["value"] == "delete"


def test_a_value_that_was_replaced_gets_a_new_action_id_in_the_same_block() -> None:
    state = adapted(opened({}), {"channel": Seen("channel", "email")})

    view = report_modal(form(state))

    assert element(view, "undo")["action_id"] == "report.undo~2"
    assert [option["value"] for option in element(view, "undo")["options"]] == ["already_gone", "cannot"]


def test_a_cleared_choice_says_why_beside_the_field() -> None:
    state = FormState(notes={"undo": "It was cleared. Please choose again."})

    assert "cleared" in inputs(report_modal(form(state)))["undo"]["hint"]["text"]


@pytest.mark.parametrize("length", [1, 9, 10, 2000, 2001, 3000, 9000])
def test_a_text_of_any_length_from_a_command_opens_the_form(length: int) -> None:
    view = report_modal(form(opened({"what": "a" * length})))

    check_view(view, "modal")
    shown = element(view, "what")
    assert len(shown["initial_value"]) == min(length, 3000)
    assert shown.get("min_length", 0) <= len(shown["initial_value"]) <= shown["max_length"]


@pytest.mark.parametrize("count", [2, 100])
def test_brands_that_fit_into_a_list_are_listed(count: int) -> None:
    brands = tuple((str(number), f"Brand <{number:03}> " + "x" * 100) for number in range(count))

    view = report_modal(form(brands=brands))

    check_view(view, "modal")
    assert [option["value"] for option in element(view, "brand")["options"]] == [value for value, _ in brands]


@pytest.mark.parametrize(("chosen", "initial"), [("450", "450"), ("", None), ("4711", None)])
def test_more_brands_are_loaded_and_the_chosen_one_is_in_the_form(chosen: str, initial: str | None) -> None:
    brands = tuple((str(number), f"Brand <{number:03}> " + "x" * 100) for number in range(500))

    view = report_modal(form(opened({"brand": chosen}), brands=brands))

    check_view(view, "modal")
    menu = element(view, "brand")
    assert (menu["type"], menu["action_id"], menu["min_query_length"]) == (
        "external_select",
        "report.brand",
        0,
    )
    assert menu.get("initial_option", {}).get("value") == initial


def test_the_facts_of_a_case_are_the_same_form_with_its_answers() -> None:
    view = facts_modal(form(reopened(WRONG_PRICE), case_name="OOPS-7"))

    check_view(view, "modal")
    assert view["callback_id"] == "case_facts"
    assert not {"brand", "evidence", "response_channel"} & set(inputs(view))
    assert element(view, "harm")["initial_option"]["value"] == "misleads_decision"


@pytest.mark.parametrize(
    "values",
    [
        {
            "went_out_at": "1772524800",
            "reach": "1200",
            "red_flags": ["minors"],
            "response_channel": "CRESPONSE",
        },
        {"reach": "0"},
    ],
)
def test_answers_of_every_kind_are_drawn_again(values: dict[str, Value]) -> None:
    view = report_modal(form(opened(values), asks_response_channel=True))

    check_view(view, "modal")
    assert element(view, "reach")["initial_value"] == values["reach"]


def answer(report: Report, place: PlanPlace = PlanPlace.CHANNEL) -> AnswerCard:
    plan = card(report).plan
    tasks = tuple(FirstTask(task.text, task.owner) for task in plan.tasks[:3])
    return AnswerCard(7, "Acme & Sons", "CRESPONSE", plan.level, plan.headline, tasks, place)


def test_the_answer_says_the_level_three_tasks_and_where_the_plan_is() -> None:
    view = answer_view(answer(WRONG_PRICE, PlanPlace.CHANNEL))

    check_view(view, "modal")
    assert view["title"]["text"] == "OOPS-7"
    assert card(WRONG_PRICE).plan.headline in words(view)
    assert "goes to your response team's private channel" in words(view)
    assert "3. " in words(view)
    assert "4. " not in words(view)


def test_doing_nothing_is_as_plain_an_answer() -> None:
    letting_go = card(LATE_TYPO)

    view = answer_view(answer(LATE_TYPO))

    check_view(view, "modal")
    assert letting_go.plan.level.label in words(view)


def test_a_member_gets_the_link_once_the_plan_is_posted() -> None:
    view = answer_view(answer(WRONG_PRICE, PlanPlace.CHANNEL), link="https://acme.slack.com/archives/C1/p1")

    assert "is in your response team's private channel: <https://acme.slack.com/archives/C1/p1|" in words(
        view
    )


def test_a_channel_that_cannot_be_reached_is_told_with_what_to_do() -> None:
    view = answer_view(answer(WRONG_PRICE, PlanPlace.UNREACHED))

    assert "/invite @oops" in words(view)
    assert "<#CRESPONSE>" in words(view)


def test_an_archived_channel_is_told_as_such() -> None:
    assert "unarchiving" in words(answer_view(answer(WRONG_PRICE, PlanPlace.ARCHIVED)))


def test_a_plan_in_the_direct_message_is_told_as_such() -> None:
    link = "https://acme.slack.com/archives/D1/p1"

    shown = words(answer_view(answer(WRONG_PRICE, PlanPlace.DIRECT_MESSAGE), link=link))

    assert f"in your direct messages with oops: <{link}|open it>. It can be moved" in shown


def test_a_brands_name_cannot_break_the_answer() -> None:
    assert "Acme &amp; Sons" in words(answer_view(answer(WRONG_PRICE, PlanPlace.CHANNEL)))


def test_a_form_that_did_not_open_gives_the_words_back_letter_by_letter() -> None:
    told = not_opened_message("We *wrote* <Tuesday> & more\nthan that")

    copied = told["blocks"][1]["elements"][0]["elements"][0]["text"]
    assert copied == "We *wrote* <Tuesday> & more\nthan that"
    assert "/oops" in told["text"]


def test_nothing_to_copy_shows_nothing_to_copy() -> None:
    assert len(not_opened_message("")["blocks"]) == 1
    assert "to copy" not in not_opened_message("")["text"]


def test_a_text_that_was_too_long_for_the_form_comes_back_whole() -> None:
    told = cut_message("a" * 7000)

    copied = "".join(block["elements"][0]["elements"][0]["text"] for block in told["blocks"][1:])
    assert copied == "a" * 7000


def test_an_expired_form_keeps_what_was_typed_field_by_field() -> None:
    view = expired_view({"What went wrong": "We wrote Tuesday", "What should it have said?": "Thursday"})

    check_view(view, "modal")
    assert view["blocks"][1]["text"]["text"] == "*What went wrong*"
    assert view["blocks"][2]["elements"][0]["elements"][0]["text"] == "We wrote Tuesday"
    assert view["blocks"][4]["elements"][0]["elements"][0]["text"] == "Thursday"
