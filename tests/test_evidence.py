"""Screenshots: fetched, put into the thread, their hash in the record; and what is said when that fails."""

import asyncio
from hashlib import sha256

import pytest
from sqlmodel import Session, col, select

from bot import evidence
from bot.data_requests import Erasure
from bot.erasing import ERASED
from bot.evidence import claim_evidence, wanted_evidence
from bot.models import Event, Evidence
from bot.states import EvidenceState
from tests.crash.processes import until
from tests.world import ORDINARY, TEAM_CHANNEL, Someone, World, shown

SHOT = b"\x89PNG what everybody could see"


def files_in_thread(world: World) -> list[str]:
    return [world.workspace.files[one].name for message in world.thread() for one in message.files]


def rows(session: Session) -> list[Evidence]:
    return list(session.exec(select(Evidence).order_by(col(Evidence.id))))


async def report_with_screenshot(someone: Someone) -> str:
    file_id = await someone.person.uploads("shot.png", SHOT)
    await someone.reports(evidence=[file_id])
    return file_id


async def test_a_screenshot_is_in_the_thread_and_its_hash_in_the_record(world: World, alice: Someone) -> None:
    await report_with_screenshot(alice)
    await alice.clicks(world.plan, "case.close")
    await alice.submits()

    digest = sha256(SHOT).hexdigest()
    record = next(file for file in world.workspace.files.values() if file.name.startswith("OOPS-1-record"))
    assert "shot.png" in files_in_thread(world)
    assert any("“shot.png” from the report" in shown(message) for message in world.thread() if message.files)
    assert digest in world.workspace.store.content(record.id).decode()
    (row,) = await world.oops.store.read(rows)
    assert (row.sha256, row.size) == (digest, len(SHOT))


async def test_a_screenshot_that_may_not_be_read_is_asked_for_in_the_thread(
    world: World, alice: Someone
) -> None:
    world.workspace.app.scopes -= {"files:read"}

    await report_with_screenshot(alice)

    said = [shown(message) for message in world.thread() if "could not keep the screenshot" in shown(message)]
    assert len(said) == 1
    assert "Please post it here" in said[0]
    assert files_in_thread(world) == []


async def test_a_screenshot_that_was_deleted_is_asked_for_in_the_thread(world: World, alice: Someone) -> None:
    file_id = await alice.person.uploads("shot.png", SHOT)
    await alice.types("We wrote Tuesday, the run is on Thursday")
    await alice.fills(
        channel="x", mistake="typo", harm="none", noticed="a_few", undo="edit", evidence=[file_id]
    )
    await alice.person.submit()
    del world.workspace.files[file_id]

    await world.oops.settle()

    said = "\n".join(shown(message) for message in world.thread())
    assert "I could not keep the screenshot “shot.png”: Slack did not hand the file over" in said
    assert "(file_not_found). Please post it here" in said


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("files.info", "server_error"),
        ("files.getUploadURLExternal", "ratelimited"),
        ("files.completeUploadExternal", "drop"),
    ],
)
async def test_a_passing_trouble_is_tried_again(
    world: World, alice: Someone, method: str, fault: str
) -> None:
    world.workspace.faults.add(method, fault)

    await report_with_screenshot(alice)
    await world.passes(minutes=1)

    assert files_in_thread(world) == ["shot.png"]
    assert not any("could not keep" in shown(message) for message in world.thread())


@pytest.mark.parametrize("status", [503, 429])
async def test_a_download_that_fails_for_a_moment_is_tried_again(
    world: World, alice: Someone, status: int
) -> None:
    world.workspace.faults.add("download", "answer", status=status, body="busy")

    await report_with_screenshot(alice)
    await world.passes(seconds=30)

    assert "shot.png" in files_in_thread(world)


async def test_while_the_app_is_removed_no_file_is_given_up(world: World, alice: Someone) -> None:
    world.workspace.faults.add("files.info", "error", times=9, error="token_revoked")
    await report_with_screenshot(alice)
    for _ in range(9):
        await world.passes(minutes=2)

    await world.passes(minutes=2)

    assert "shot.png" in files_in_thread(world)


async def test_a_file_whose_thread_was_deleted_stands_below_the_plan_that_is_posted_anew(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("files.info", "server_error")
    await report_with_screenshot(alice)
    world.workspace.erase(world.plan)

    for _ in range(2):
        await world.passes(seconds=31)

    assert "shot.png" in files_in_thread(world)


async def test_a_clock_that_is_set_back_holds_no_file_up(world: World, alice: Someone) -> None:
    await world.passes(days=1)
    world.workspace.faults.add("files.info", "server_error")
    await report_with_screenshot(alice)

    await world.passes(days=-1)
    await world.passes(minutes=2)

    assert files_in_thread(world) == ["shot.png"]


async def test_an_upload_whose_answer_was_lost_is_found_and_not_made_again(
    world: World, alice: Someone
) -> None:
    world.workspace.faults.add("files.completeUploadExternal", "accept_then_drop")

    await report_with_screenshot(alice)
    await world.passes(minutes=1)

    assert files_in_thread(world) == ["shot.png"]
    (row,) = await world.oops.store.read(rows)
    assert row.sha256 == sha256(SHOT).hexdigest()


async def test_after_several_troubles_the_thread_hears_of_it(world: World, alice: Someone) -> None:
    world.workspace.faults.add("files.info", "server_error", times=evidence.MOST_TRIES)

    await report_with_screenshot(alice)
    for _ in range(evidence.MOST_TRIES):
        await world.passes(minutes=3)

    assert sum("could not keep the screenshot" in shown(message) for message in world.thread()) == 1


async def test_of_two_processes_one_takes_a_file(world: World, alice: Someone) -> None:
    world.workspace.faults.add("files.info", "server_error")
    await report_with_screenshot(alice)
    world.clock.now = world.clock.now.replace(hour=12)
    store = world.oops.store

    ((first, _),) = await store.read(wanted_evidence, now=world.clock())
    ((second, _),) = await store.read(wanted_evidence, now=world.clock())
    taken = [await store.run(claim_evidence, row, now=world.clock()) for row in (first, second)]

    assert taken == [True, False]
    assert await store.read(wanted_evidence, now=world.clock()) == []


async def test_screenshots_of_a_case_without_a_plan_do_not_hold_up_others(
    world: World, alice: Someone, bob: Someone
) -> None:
    await bob.person.removes(TEAM_CHANNEL, "UOOPS")
    for _ in range(3):
        many = [await alice.person.uploads(f"{number}.png", SHOT) for number in range(8)]
        await alice.reports(evidence=many)
        await alice.closes()
    world.oops.settings = world.oops.settings.model_copy(update={"oops_response_channel": ""})

    await report_with_screenshot(bob)

    states = [row.state for row in await world.oops.store.read(rows)]
    assert states == ["wanted"] * 24 + ["kept"]


async def test_the_bots_token_goes_to_slack_only(world: World, alice: Someone) -> None:
    file_id = await alice.person.uploads("shot.png", SHOT)
    world.workspace.base_url = world.workspace.base_url.replace("127.0.0.1", "localhost")

    await alice.reports(evidence=[file_id])

    assert any("not one of Slack's own" in shown(message) for message in world.thread())


@pytest.mark.parametrize("fault", ["drop", "accept_then_drop", "server_error"])
async def test_a_passing_trouble_of_a_case_in_a_direct_message_is_tried_again(
    world: World, alice: Someone, fault: str
) -> None:
    world.oops.settings = world.oops.settings.model_copy(update={"oops_response_channel": ""})
    world.workspace.faults.add("files.completeUploadExternal", fault)

    await report_with_screenshot(alice)
    await world.passes(minutes=1)

    (row,) = await world.oops.store.read(rows)
    assert row.state == "kept"
    assert not any("could not keep" in words for words in alice.told())


async def test_what_was_erased_while_a_file_was_fetched_does_not_come_back(
    world: World, alice: Someone
) -> None:
    file_id = await alice.person.uploads("shot.png", SHOT)
    await alice.types("We wrote Tuesday, the run is on Thursday")
    await alice.fills(**ORDINARY, evidence=[file_id])
    world.workspace.faults.add("files.completeUploadExternal", "slow", seconds=5)
    await alice.person.submit()
    keeping = asyncio.create_task(world.oops.settle())

    async def is_up() -> bool:
        return any(message.files for message in world.said())

    await until("our copy is in the thread", is_up)
    Erasure(world.database_url, case="OOPS-1").carried_out(now=world.clock())
    await keeping

    (row,) = await world.oops.store.read(rows)
    kinds = await world.oops.store.read(
        lambda session: [line.kind for line in session.exec(select(Event)).all()]
    )
    assert (row.state, row.name, row.sha256) == (EvidenceState.FAILED, ERASED, "")
    assert "evidence_kept" not in kinds
    assert [(file.user, file.is_deleted) for file in world.workspace.files.values()] == [
        ("UALICE", False),
        ("UOOPS", True),
    ]
