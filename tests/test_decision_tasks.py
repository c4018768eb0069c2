"""Tasks that fit what happened: no two contradict each other, and none asks for what the channel cannot do."""

import re
from dataclasses import replace

import pytest

from bot.brand import BrandProfile, Relation
from bot.decision import choose_level, decide
from bot.plan import Expects, Level, TaskKind
from bot.report import (
    Affected,
    Channel,
    Harm,
    Mistake,
    Noticed,
    RedFlag,
    Report,
    StillMisleading,
    Undo,
)
from tests.decision_reports import JOKE, OPEN_LIST, TYPO, due_of, ids, text_of

ACCUSED = Report(
    "We named the wrong man as the suspect",
    channel=Channel.MASTODON,
    harm=Harm.LEGAL_FINANCIAL,
    noticed=Noticed.MANY_REPLIES,
    undo=Undo.DELETE,
    affected=Affected.FEW_KNOWN,
    still_misleading=StillMisleading.YES,
)
SUED = replace(ACCUSED, red_flags=frozenset({RedFlag.LAWSUIT_OR_REGULATOR}))


def test_what_comes_down_at_once_is_not_forbidden_by_the_call_to_counsel() -> None:
    standing = decide(ACCUSED)
    over = decide(replace(ACCUSED, still_misleading=StillMisleading.NO))

    assert text_of(standing, "take-back").startswith("Delete it.")
    assert "delete nothing" not in text_of(standing, "call-counsel")
    assert not any("deleted" in reason.text for reason in standing.reasons)
    assert text_of(over, "take-back") == "Once counsel was asked: delete it."
    assert "change and delete nothing before" in text_of(over, "call-counsel")


@pytest.mark.parametrize("answer", StillMisleading)
@pytest.mark.parametrize("undo", [Undo.EDIT, Undo.DELETE, Undo.DELETE_AND_REPOST])
def test_what_a_lawsuit_is_about_is_saved_and_changed_only_after_the_call_to_counsel(
    answer: StillMisleading, undo: Undo
) -> None:
    plan = decide(replace(SUED, channel=Channel.LINKEDIN, undo=undo, still_misleading=answer))

    call = due_of(plan, "call-lawsuit-or-regulator")
    assert text_of(plan, "take-back").startswith("Once counsel was asked: ")
    assert due_of(plan, "evidence") < call < due_of(plan, "take-back")
    assert "change and delete nothing before" in text_of(plan, "call-lawsuit-or-regulator")
    assert "Do not change or delete anything before counsel was asked." in plan.do_not


@pytest.mark.parametrize("report", [JOKE, SUED, TYPO], ids=["at once", "after counsel", "quietly"])
def test_what_is_deleted_is_posted_anew_as_a_task_of_its_own_behind_it(report: Report) -> None:
    plan = decide(replace(report, channel=Channel.LINKEDIN, undo=Undo.DELETE_AND_REPOST))
    names = ids(plan)

    assert "post the right version" not in text_of(plan, "take-back").lower()
    assert "post the right version" in text_of(plan, "repost").lower()
    assert names.index("take-back") < names.index("repost")
    assert due_of(plan, "take-back") <= due_of(plan, "repost")
    assert "repost" not in ids(decide(replace(report, channel=Channel.LINKEDIN, undo=Undo.DELETE)))


def test_a_price_that_a_lawsuit_is_about_is_changed_nowhere_before_the_call() -> None:
    plan = decide(replace(SUED, mistake=Mistake.WRONG_PRICE_OR_OFFER, channel=Channel.WEBSITE))

    assert text_of(plan, "stop-offer").startswith("Once counsel was asked: take the wrong price")
    assert due_of(plan, "call-lawsuit-or-regulator") < due_of(plan, "stop-offer")
    assert text_of(plan, "list").startswith("Save the list")


def test_what_puts_people_in_danger_or_exposes_them_comes_down_before_counsel_is_asked() -> None:
    dangerous = replace(SUED, harm=Harm.SAFETY)
    exposed = replace(SUED, mistake=Mistake.PRIVATE_INFO, harm=Harm.PRIVACY)

    for plan in (decide(dangerous), decide(exposed)):
        assert text_of(plan, "take-back").startswith("Delete it.")
        assert not any("counsel was asked" in text for text in plan.do_not)


def test_a_deletion_is_told_in_public_only_after_the_call() -> None:
    stopped = decide(ACCUSED)
    called = decide(replace(JOKE, red_flags=frozenset({RedFlag.DISCRIMINATION})))

    for plan in (stopped, called):
        assert plan.call_first
        assert plan.delete_or_keep.endswith(
            "take it down after saving a copy, and say so in public once the call is made."
        )


def test_the_right_version_is_posted_after_the_call_and_the_wrong_one_deleted_before() -> None:
    plan = decide(replace(ACCUSED, undo=Undo.DELETE_AND_REPOST))

    assert text_of(plan, "take-back").startswith("Delete it. What remains:")
    assert due_of(plan, "take-back") < due_of(plan, "call-counsel") < due_of(plan, "repost")
    assert text_of(plan, "repost") == "After the call: post the right version."


def test_a_figure_for_investors_is_not_changed_in_public_before_the_call() -> None:
    profit = replace(ACCUSED, channel=Channel.PRESS_RELEASE, affected=Affected.INVESTORS, undo=Undo.EDIT, red_flags=frozenset({RedFlag.MARKET_INFORMATION}))  # fmt: skip
    price = replace(profit, affected=Affected.MANY_CUSTOMERS, red_flags=frozenset({RedFlag.FALSE_PRICE_OR_PRIZE}))  # fmt: skip

    assert text_of(decide(profit), "take-back").startswith("After the call: edit it where it stands.")
    assert due_of(decide(profit), "take-back") > due_of(decide(profit), "call-market-information")
    assert text_of(decide(price), "take-back").startswith("Edit it where it stands.")


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (Channel.EMAIL, "ask those who got it to delete it"),
        (Channel.FACEBOOK, "ask for every copy of it that you find elsewhere"),
        (Channel.IN_PERSON, "ask those who were there to keep it to themselves"),
    ],
)
def test_what_leaked_is_contained_as_the_channel_allows_once_the_privacy_officer_was_asked(
    channel: Channel, words: str
) -> None:
    plan = decide(replace(OPEN_LIST, channel=channel))

    assert text_of(plan, "contain").startswith(f"After the call: {words}")
    assert due_of(plan, "contain") > due_of(plan, "call-personal-data")


@pytest.mark.parametrize(
    ("channel", "standing"),
    [
        (Channel.X, "as a reply to the original"),
        (Channel.FACEBOOK, "as an edit"),
        (Channel.TIKTOK, "pinned comment"),
        (Channel.YOUTUBE, "in the description"),
        (Channel.REDDIT, "as an edit at the top"),
        (Channel.WEBSITE, "on the same page"),
    ],
)
def test_words_are_not_put_beside_what_is_deleted(channel: Channel, standing: str) -> None:
    public = replace(JOKE, channel=channel)

    assert standing in text_of(decide(replace(public, undo=Undo.EDIT)), "publish")
    assert standing not in text_of(decide(public), "publish")
    assert standing not in text_of(decide(replace(public, undo=Undo.ALREADY_GONE)), "publish")


def test_an_apology_is_pinned_once_and_only_where_posts_can_be() -> None:
    standing = replace(JOKE, undo=Undo.CANNOT)

    told = {channel: text_of(decide(replace(standing, channel=channel)), "publish") for channel in Channel}

    assert told[Channel.X].endswith(", pinned for a day.")
    assert all(text.lower().count("pin") <= 1 for text in told.values())
    assert "pinned for a day" not in told[Channel.REDDIT] + told[Channel.YOUTUBE]


def test_an_apology_is_asked_for_with_a_correction_only_where_one_is_due() -> None:
    picture = replace(JOKE, mistake=Mistake.WRONG_IMAGE)

    assert decide(picture).headline == "Apologise once, briefly, in the same place."
    assert "with the correction" in decide(replace(picture, mistake=Mistake.WRONG_FACT)).headline


def test_the_private_note_goes_to_those_it_concerns_not_to_all_who_saw_it() -> None:
    advert = Report("The advert has somebody else's number", channel=Channel.PRINT_BROADCAST, harm=Harm.INCONVENIENCE, affected=Affected.FEW_KNOWN, still_misleading=StillMisleading.YES)  # fmt: skip

    plan = decide(advert)

    assert plan.level is Level.DIRECT_CONTACT
    assert plan.headline == "Tell exactly the people it concerns, and nobody else."
    assert "to exactly the people it concerns" in text_of(plan, "write")


@pytest.mark.parametrize(
    ("channel", "kept"),
    [
        (Channel.X, "a screenshot, the link"),
        (Channel.EMAIL, "the mail itself"),
        (Channel.PUSH_SMS, "a screenshot, the time"),
        (Channel.PRINT_BROADCAST, "the page or the recording"),
        (Channel.IN_PERSON, "Write down what was said"),
    ],
)
def test_evidence_is_what_the_channel_leaves(channel: Channel, kept: str) -> None:
    plan = decide(replace(JOKE, channel=channel, undo=Undo.CANNOT))

    assert kept in text_of(plan, "evidence")


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.PUSH_SMS])
def test_what_goes_to_inboxes_and_phones_is_watched_by_what_comes_back(channel: Channel) -> None:
    text = text_of(decide(replace(JOKE, channel=channel, undo=Undo.CANNOT)), "watch")

    assert "complaints and calls" in text
    assert "shares" not in text


@pytest.mark.parametrize("channel", [Channel.X, Channel.FACEBOOK, Channel.MASTODON])
def test_what_leaked_is_not_left_in_the_history_of_an_edit(channel: Channel) -> None:
    child = replace(OPEN_LIST, channel=channel, undo=Undo.EDIT)

    text = text_of(decide(child), "take-back")

    assert text.startswith("Delete it instead of editing it, since ")
    assert "What remains:" in text
    assert text_of(decide(replace(child, channel=Channel.LINKEDIN)), "take-back").startswith("Edit it")


def test_a_password_that_is_let_go_is_changed_all_the_same() -> None:
    secret = Report("A password on the wall behind the speaker", channel=Channel.X, mistake=Mistake.CONFIDENTIAL_INFO, harm=Harm.EMBARRASSMENT, still_misleading=StillMisleading.NO)  # fmt: skip

    plan = decide(secret)

    assert plan.level is Level.LET_IT_GO
    assert text_of(plan, "access").startswith("Change what it gave access to")


@pytest.mark.parametrize(
    ("mistake", "first"),
    [
        (Mistake.ARGUMENT, "stop-arguing"),
        (Mistake.AUTOMATION, "automation"),
        (Mistake.CONFIDENTIAL_INFO, "contain"),
    ],
)
def test_what_does_more_harm_by_the_minute_is_ended_before_anything_is_mended(
    mistake: Mistake, first: str
) -> None:
    plan = decide(replace(JOKE, mistake=mistake, undo=Undo.DELETE))
    names = [task.id for task in plan.tasks]

    assert names.index("evidence") < names.index(first) < names.index("pause") < names.index("take-back")
    assert due_of(plan, first) < due_of(plan, "take-back")


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (Channel.PRINT_BROADCAST, "Hold back the copies"),
        (Channel.PUSH_SMS, "Stop what is still being sent of it"),
    ],
)
def test_what_cannot_be_taken_back_is_kept_from_reaching_more_people(channel: Channel, words: str) -> None:
    plan = decide(replace(JOKE, channel=channel, undo=Undo.CANNOT))

    assert text_of(plan, "queue").startswith(words)


def test_of_a_false_alarm_nobody_is_asked_who_is_in_danger() -> None:
    alarm = replace(JOKE, mistake=Mistake.FALSE_ALARM, harm=Harm.SAFETY)
    flagged = replace(alarm, red_flags=frozenset({RedFlag.SAFETY}))

    for plan in (decide(alarm), decide(flagged)):
        assert "who came to harm because of the alarm" in text_of(plan, "call-safety")
        assert "could be in danger" not in text_of(plan, "call-safety")


@pytest.mark.parametrize("mistake", [Mistake.SENT_BY_ACCIDENT, Mistake.WRONG_AUDIENCE])
def test_for_what_hurt_and_misled_nobody_only_an_apology_is_due(mistake: Mistake) -> None:
    hurt = replace(JOKE, mistake=mistake, harm=Harm.HURTS_PEOPLE, still_misleading=StillMisleading.NO)

    assert decide(hurt).expects == {Expects.APOLOGY}
    assert Expects.CORRECTION in decide(replace(hurt, still_misleading=StillMisleading.YES)).expects


def test_who_speaks_is_agreed_before_the_press_is_phoned() -> None:
    called = decide(replace(JOKE, noticed=Noticed.PRESS, red_flags=frozenset({RedFlag.DISCRIMINATION})))
    plan = choose_level(called, Level.FULL_RESPONSE, replace(JOKE, noticed=Noticed.PRESS))
    names = [task.id for task in plan.tasks]

    assert names.index("name") < names.index("press-line") < names.index("reach-press")
    assert names.index("reach-press") < names.index("publish") < names.index("watch")


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        (Channel.YOUTUBE, "Cut the passage out of the video, the title and the description"),
        (Channel.TIKTOK, "Correct the caption."),
        (Channel.FACEBOOK, "Edit it where it stands."),
    ],
)
def test_what_was_said_in_a_video_is_mended_as_its_channel_allows(channel: Channel, words: str) -> None:
    claim = replace(JOKE, channel=channel, mistake=Mistake.WRONG_FACT, undo=Undo.EDIT, red_flags=frozenset())

    assert text_of(decide(claim), "take-back").startswith(words)
    assert "Cut" not in text_of(decide(replace(claim, mistake=Mistake.TYPO, harm=Harm.TRUST)), "take-back")


@pytest.mark.parametrize(("undo", "task"), [(Undo.EDIT, "take-back"), (Undo.CANNOT, "promotion")])
def test_a_post_that_stays_up_and_may_do_harm_is_not_paid_to_be_shown_meanwhile(
    undo: Undo, task: str
) -> None:
    claim = replace(JOKE, channel=Channel.INSTAGRAM, mistake=Mistake.WRONG_FACT, harm=Harm.MISLEADS_DECISION, undo=undo)  # fmt: skip
    page, light = replace(claim, channel=Channel.WEBSITE), replace(claim, harm=Harm.CONFUSION)
    advice = "If money is behind it, stop that first"

    assert advice in text_of(decide(claim), task)
    for other in (page, replace(light, red_flags=frozenset())):
        assert all(advice not in one.text for one in decide(other).tasks)


def test_whoever_writes_to_those_whom_a_mail_exposed_is_told_of_bcc_and_a_second_look() -> None:
    few = replace(OPEN_LIST, channel=Channel.EMAIL, affected=Affected.FEW_KNOWN, noticed=Noticed.A_FEW)
    wrong_day = replace(few, mistake=Mistake.WRONG_FACT, harm=Harm.MISLEADS_DECISION, red_flags=frozenset())

    assert "Bcc, with an address line that somebody else has looked at" in text_of(decide(few), "write")
    assert "Bcc" not in text_of(decide(wrong_day), "write")


@pytest.mark.parametrize("flags", [frozenset(), *({flag} for flag in RedFlag)])
def test_one_person_is_told_to_be_read_by_somebody_else_and_never_to_reach_for_an_organisation(
    flags: frozenset[RedFlag],
) -> None:
    alice = BrandProfile(name="Alice Writes", relation=Relation.PERSONAL)

    plan = choose_level(
        decide(JOKE, brand=alice), Level.FULL_RESPONSE, replace(JOKE, red_flags=frozenset(flags)), brand=alice
    )

    told = " ".join([plan.headline, *(task.text for task in plan.tasks), *(why.text for why in plan.fired)])
    assert not re.search("leader|[Ww]hoever leads|give their name|responsibility|officer|safeguarding", told)
    assert {task.owner for task in plan.tasks} == {""}
    assert plan.headline.startswith("Apologise by name")
    assert any(task.kind in {TaskKind.CALL, TaskKind.CALL_FIRST} for task in plan.tasks)


ACCOUNT = Report(
    "The wrong bank account in our mail to donors",
    channel=Channel.EMAIL,
    mistake=Mistake.WRONG_FACT,
    harm=Harm.MISLEADS_DECISION,
    affected=Affected.MANY_CUSTOMERS,
    still_misleading=StillMisleading.YES,
)


def test_where_people_may_pay_or_travel_on_it_somebody_agrees_what_is_done_for_those_who_have() -> None:
    over = decide(replace(ACCOUNT, still_misleading=StillMisleading.NO))
    price = decide(replace(ACCOUNT, mistake=Mistake.WRONG_PRICE_OR_OFFER))
    quiet = choose_level(decide(ACCOUNT), Level.QUIET_FIX, ACCOUNT)

    assert text_of(decide(ACCOUNT), "help").startswith("Agree with whoever pays for it")
    assert not any(task.id == "help" for plan in (over, price, quiet) for task in plan.tasks)


@pytest.mark.parametrize("noticed", [Noticed.MANY_REPLIES, Noticed.PRESS])
def test_what_the_world_knows_already_is_not_to_be_kept_from_it(noticed: Noticed) -> None:
    fare = replace(ACCOUNT, channel=Channel.PUSH_SMS, noticed=noticed)

    seen, unseen = (
        choose_level(decide(report), Level.DIRECT_CONTACT, report)
        for report in (fare, replace(fare, noticed=Noticed.A_FEW))
    )

    assert seen.headline == "Tell exactly the people it concerns, each of them directly."
    assert not any("world" in line for line in (*seen.do_not, *(reason.text for reason in seen.fired)))
    assert "Do not tell the world what only these people need to know." in unseen.do_not


@pytest.mark.parametrize("flags", [frozenset(), frozenset({RedFlag.DEATH_OR_INJURY})])
def test_a_false_alarm_asks_for_a_call_only_where_its_tasks_have_one(flags: frozenset[RedFlag]) -> None:
    light = Report(
        "The test alert went to everybody",
        channel=Channel.PUSH_SMS,
        mistake=Mistake.FALSE_ALARM,
        harm=Harm.CONFUSION,
        red_flags=flags,
    )

    plan = decide(light)

    is_calling = any(task.kind is TaskKind.CALL for task in plan.tasks)
    assert is_calling is bool(flags)
    assert ("Call whoever must know meanwhile." in plan.headline) is is_calling


@pytest.mark.parametrize(
    "mistake", [Mistake.UNFINISHED_OR_TEST, Mistake.SENT_BY_ACCIDENT, Mistake.AUTOMATION]
)
def test_of_what_nobody_meant_to_send_it_is_asked_first_whether_it_was_a_false_alarm(
    mistake: Mistake,
) -> None:
    drill = replace(
        JOKE, mistake=mistake, harm=Harm.SAFETY, still_misleading=StillMisleading.YES, red_flags=frozenset()
    )

    first, *_ = decide(drill).tasks

    assert "it is a false alarm: press “New facts”" in first.text
    for other in (
        replace(drill, mistake=Mistake.FALSE_ALARM),
        replace(drill, mistake=Mistake.WRONG_FACT),
        replace(drill, harm=Harm.MISLEADS_PUBLIC),
        replace(drill, still_misleading=StillMisleading.NO),
    ):
        assert "false-alarm" not in {task.id for task in decide(other).tasks}
