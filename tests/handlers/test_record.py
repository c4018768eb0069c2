"""The record in a closed case's thread: a few lines, and two files, each exactly once."""

import io
import re

import pypdf

from bot.playground.state import File
from tests.said import record_of
from tests.world import Someone, World, shown


def files(world: World) -> list[File]:
    """Return the files that the bot put into the case's thread, oldest first."""
    return [world.workspace.files[file_id] for message in world.thread() for file_id in message.files]


async def close(world: World, alice: Someone, bob: Someone) -> None:
    await alice.reports()
    await alice.edits(world.draft(), "The run is on Thursday, not Tuesday. Sorry for the mix-up.")
    await bob.clicks(world.draft(), "draft.approve")
    await alice.publishes(world.draft(), link="https://example.org/p/2")
    await world.next_check_in()
    await bob.clicks(world.check_in(), "checkin.numbers")
    await bob.submits(mentions="12", replies="3")
    await bob.clicks(world.check_in(), "checkin.quiet")
    await alice.clicks(world.plan, "case.close")
    await alice.submits(cause="Nobody read it twice", change="Two people read every date")


async def test_closing_puts_markdown_and_pdf_into_the_thread(
    world: World, alice: Someone, bob: Someone
) -> None:
    await close(world, alice, bob)

    markdown, pdf = files(world)
    assert re.fullmatch(r"OOPS-1-record-[0-9a-f]{8}\.md", markdown.name)
    assert re.fullmatch(r"OOPS-1-record-[0-9a-f]{8}\.pdf", pdf.name)
    assert (markdown.title, pdf.mimetype) == ("Record of OOPS-1", "application/pdf")
    assert "files: PDF, and Markdown" in "\n".join(shown(message) for message in world.thread())


async def test_the_pdf_tells_what_the_markdown_tells(world: World, alice: Someone, bob: Someone) -> None:
    await close(world, alice, bob)

    markdown, pdf = (world.workspace.store.content(file.id) for file in files(world))
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    for text in (markdown.decode(), " ".join(printed.split())):
        assert "The run is on Thursday, not Tuesday. Sorry for the mix-up." in text
        assert "Approved by Bob" in text
        assert "Version 2 by Alice" in text
        assert "Alice published the public correction" in text
        assert "It has died down (Bob" in text
        assert "do not join an argument. (dropped)" in text
        assert "Cause: Nobody read it twice" in text
        assert "What will change: Two people read every date" in text
    assert "Mentions and replies that were counted" in printed
    assert "15 (the peak)" in markdown.decode()


async def test_a_file_whose_upload_was_not_answered_is_found_by_its_name_and_not_doubled(
    world: World, alice: Someone, bob: Someone
) -> None:
    world.workspace.faults.add("files.completeUploadExternal", "accept_then_drop", times=2)

    await close(world, alice, bob)
    for _ in range(4):
        await world.passes(seconds=40)

    assert sorted(file.name.rpartition(".")[2] for file in files(world)) == ["md", "pdf"]


async def test_a_record_goes_nowhere_but_into_the_thread(
    world: World, alice: Someone, bob: Someone, carol: Someone
) -> None:
    await close(world, alice, bob)

    shared = {channel for file in files(world) for channel in file.channels}
    assert shared == {world.plan.channel}
    assert carol.told() == []


async def test_the_record_says_what_went_out_and_that_what_the_plan_was_about_did_not(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(
        "We sent the club's prices to the wrong members", affected="few_known", should_have_said="90 euros"
    )
    await bob.clicks(world.draft("Private note"), "draft.edit")
    await bob.submits(text="We sent you the wrong prices. The right price is 90 euros. We are sorry.")
    await alice.clicks(world.draft("Private note"), "draft.approve")
    await alice.publishes(world.draft("Private note"))

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    record = next(shown(message) for message in world.thread() if "*Record of OOPS-1*" in shown(message))
    assert "1 text went out (private note)" in record
    assert "*The public correction, which the plan was about, did not go out.*" in record
    assert "The public correction, which the plan was about, did not go out." in record_of(world)


async def test_the_record_misses_nothing_where_what_the_plan_was_about_is_out(
    world: World, alice: Someone, bob: Someone
) -> None:
    await close(world, alice, bob)

    assert "1 text went out (public correction)" in "\n".join(shown(message) for message in world.thread())
    assert "did not go out" not in record_of(world)


async def test_words_of_a_later_plan_that_never_went_out_are_told_though_earlier_ones_of_their_kind_did(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(mistake="false_alarm", harm="safety", channel="push_sms", undo="cannot")
    await alice.publishes(world.draft("All-clear"))
    await bob.clicks(world.plan, "case.facts")
    assert await bob.submits(should_have_said="The siren was a test of the new mast") == {}
    await alice.clicks(world.draft("All-clear"), "draft.approve")

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    assert "The all-clear, which the plan was about, did not go out." in record_of(world)


async def test_notes_for_a_call_are_no_text_that_went_out(world: World, alice: Someone) -> None:
    await alice.reports(
        "The mail showed ten people each other's address",
        mistake="private_info",
        harm="privacy",
        channel="email",
        undo="cannot",
    )
    await alice.publishes(world.draft("Phone notes"))

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    record = next(shown(message) for message in world.thread() if "*Record of OOPS-1*" in shown(message))
    assert "0 texts went out" in record


async def test_a_dropped_task_is_not_in_the_record_where_its_text_went_out_later(
    world: World, alice: Someone, bob: Someone
) -> None:
    await alice.reports(
        "We gave nine people a wrong price", affected="few_known", should_have_said="90 euros"
    )
    for level in ("direct_contact", "apologise_publicly"):
        await world.passes(minutes=1)
        await alice.clicks(world.plan, "case.level")
        await alice.submits(level=level, reason="Agreed")
    await bob.clicks(world.draft("Private note"), "draft.approve")
    await alice.publishes(world.draft("Private note"))

    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    assert "Send the approved private note" not in record_of(world)
    assert "Private note: sent" in record_of(world)
