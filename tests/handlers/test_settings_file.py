"""`oops settings`: all settings out as one file, and in again, by the command line."""

from pathlib import Path

import pytest
import yaml
from sqlmodel import Session, select
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.brands import file_reading
from bot.brands.file_reading import SettingsFileWrong, read_settings_file
from bot.models import VOICE, Brand, BrandContact
from bot.schema import migrate
from bot.settings_file import check_settings, export_settings
from bot.voice import Preset
from tests.architecture import ROOT
from tests.handlers.brands import (
    BRAND,
    add_brands,
    add_contacts,
    brand_of,
    contacts,
    import_stopped,
    open_brand,
)
from tests.world import TEAM_CHANNEL, Someone, World, shown

EVERYTHING = f"""
brands:
  - name: Harbour Café
    archived: false
    relation: client
    reputation: good
    response_channel: {TEAM_CHANNEL}
    lead: UALICE
    backup: UBOB
    approvers: [UBOB, SRUNNERS]
    approvals_needed: 2
    self_approval: yes
    timezone: Berlin
    quiet_hours: 22:00-07:00
    quiet_weekends: true
    check_ins: 20m, 1h, 4h
    keep_days: 30
    voice:
      preset: playful
      serious: -1
      sign_off: "The café: open"
      words_to_avoid: [whoops, "no"]
    call:
      leader: Ana Lopes, managing director
      personal_data: Dana Field, +44 20 7946 0018
    contacts:
      - name: no
        role: Main sponsor
        reach: +44 20 7946 0019
        affected: [investors, few_known]
      - name: 'Ola "the boss" Nordmann'
"""


def run(url: str, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(
        app, ["settings", *arguments], input=given, env={"OOPS_DATABASE_URL": url, "COLUMNS": "200"}
    )


def problems_of(text: str) -> list[str]:
    with pytest.raises(SettingsFileWrong) as refused:
        read_settings_file(text)
    return refused.value.problems


async def test_everything_that_a_file_says_is_kept(world: World) -> None:
    told = await import_stopped(world, EVERYTHING)

    brand = await brand_of(world, "Harbour Café")
    voice = VOICE.validate_python(brand.voice)
    assert told == "added: Harbour Café"
    assert (brand.relation, brand.reputation, brand.response_channel) == ("client", "good", TEAM_CHANNEL)
    assert (brand.lead, brand.backup, brand.approvers) == ("UALICE", "UBOB", ["UBOB", "SRUNNERS"])
    assert (brand.approvals_needed, brand.self_approval) == (2, True)
    assert (brand.timezone, brand.quiet_from, brand.quiet_until) == ("Europe/Berlin", "22:00", "07:00")
    assert (brand.rests_on_weekends, brand.check_ins, brand.keep_days) == (True, "20m,1h,4h", 30)
    assert (voice.preset, voice.sign_off, voice.words_to_avoid) == (
        Preset.PLAYFUL,
        "The café: open",
        ("whoops", "no"),
    )
    assert brand.owners == {
        "leader": "Ana Lopes, managing director",
        "personal_data": "Dana Field, +44 20 7946 0018",
    }
    assert [(one.name, one.reach, one.affected) for one in await contacts(world)] == [
        ('Ola "the boss" Nordmann', "", []),
        ("no", "+44 20 7946 0019", ["few_known", "investors"]),
    ]


async def test_what_is_written_and_taken_over_is_written_again_the_same(world: World) -> None:
    await import_stopped(world, EVERYTHING)
    await add_brands(world, 3)
    first = export_settings(world.database_url)

    told = await import_stopped(world, first)

    assert told == "as they were: 5"
    assert export_settings(world.database_url) == first


async def test_a_file_makes_the_same_settings_in_another_database(world: World, tmp_path: Path) -> None:
    await import_stopped(world, EVERYTHING)
    text = export_settings(world.database_url)
    other = World(f"sqlite:///{tmp_path}/other.sqlite")
    migrate(other.database_url)
    await other.start()

    await import_stopped(other, text)

    assert export_settings(other.database_url) == text
    await other.stop()


async def test_brands_and_keys_that_are_not_named_are_left_alone(world: World, alice: Someone) -> None:
    await add_contacts(world, 2)
    await add_brands(world, 1)

    told = await import_stopped(world, f"brands:\n  - name: {BRAND.upper()}\n    keep_days: 7\n")

    brand = await brand_of(world, BRAND.upper())
    assert told == f"changed: {BRAND.upper()} (name, keep_days)"
    assert brand.keep_days == 7
    assert len(await contacts(world)) == 2
    assert len(await world.oops.store.read(lambda session: session.exec(select(Brand)).all())) == 2
    await alice.types("settings")
    await alice.clicks(alice.view, "settings.brand", str(brand.id))
    assert "the command line imported" in shown(alice.view)


def test_the_example_in_the_readme_can_be_taken_over_and_shows_every_key() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = readme.split("<!-- settings file:")[1].split("```yaml\n")[1].split("```")[0]

    [brand] = read_settings_file(example)

    shown = set(yaml.safe_load(example)["brands"][0])
    assert shown == {"name", "quiet_hours", "contacts", *file_reading.COLUMNS}
    assert set(brand.columns["voice"]) == set(file_reading.VOICE)
    assert brand.contacts == [
        {
            "name": "Ola Nordmann",
            "role": "Main sponsor",
            "reach": "+47 22 00 00 00",
            "affected": ["few_known", "investors"],
        }
    ]


def test_every_problem_is_told_at_once_with_its_line() -> None:
    text = """brands:
  - name: Acme
    relation: friend
    lead: Alice
    timezone: Berlinn
    check_ins: 1h,20m
    approvals_needed: 3
    quiet_hours: 22:00
    colour: red
  - relation: own
  - name: ACME
    contacts:
      - role: Sponsor
      - name: Dana
        affected: [everybody]
    voice:
      formal: 7
      presett: formal
    lead: UALICE
    lead: UBOB
"""

    problems = problems_of(text)

    lines = [int(problem.split(":")[0].removeprefix("line ")) for problem in problems]
    assert lines == [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 18, 20]
    assert "“friend” is none of own, client, personal" in problems[0]
    assert "Did you mean Europe/Berlin?" in problems[2]
    assert "Did you mean preset?" in problems[12]
    assert "the first one is in line 2" in problems[8]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "empty"),
        ("brands:\n  - name: ]\n", 2, "not YAML"),
        ("- name: Acme\n", 1, "Keys and values belong here"),
        ("brands: Acme\n", 1, "A list belongs here"),
        ("brands:\n  - Acme\n", 2, "Keys and values belong here"),
        ("brands:\n  - name: Acme\n    voice: formal\n", 3, "Keys and values belong here"),
        ("brands:\n  - name: [Acme]\n", 2, "one value belongs here"),
        ("brands:\n\t- name: Acme\n", 2, "not YAML"),
        ("a: 1\n---\nb: 2\n", 2, "not YAML"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_the_line(text: str, line: int, words: str) -> None:
    problems = problems_of(text)

    assert problems[0].startswith(f"line {line}: ")
    assert words in problems[0]


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("approvals_needed: --1", "no whole number from 1 to 2"),
        (f"approvals_needed: {'1' * 5000}", "no whole number from 1 to 2"),
        (f"keep_days: {'9' * 5000}", "a whole number of days from 1 to 3650"),
    ],
)
def test_what_only_looks_like_a_number_is_refused_with_its_line(setting: str, words: str) -> None:
    problems = problems_of(f"brands:\n  - name: Acme\n    {setting}\n")

    assert problems[0].startswith("line 3: ")
    assert words in problems[0]


async def test_nothing_is_taken_over_when_one_line_is_wrong(world: World) -> None:
    before = export_settings(world.database_url)

    with pytest.raises(SettingsFileWrong):
        await import_stopped(world, EVERYTHING + "  - name: Acme\n    lead: nobody\n")

    assert export_settings(world.database_url) == before


async def test_a_brand_with_open_cases_is_not_archived_and_never_every_brand(
    world: World, alice: Someone
) -> None:
    all_archived = f"brands:\n  - name: {BRAND}\n    archived: true\n"
    with pytest.raises(SettingsFileWrong, match="Every brand would be archived"):
        await import_stopped(world, all_archived)
    await alice.reports()

    with pytest.raises(SettingsFileWrong, match="line 3: Riverside Runners has open cases"):
        await import_stopped(world, all_archived)

    assert not (await brand_of(world)).is_archived


async def test_a_public_channel_is_refused_where_slack_has_said_so(world: World) -> None:
    await world.oops.directory.look_up_channel(world.oops.workspace_id, "CGENERAL")

    with pytest.raises(SettingsFileWrong, match="line 3: CGENERAL is a public channel"):
        await import_stopped(world, f"brands:\n  - name: {BRAND}\n    response_channel: CGENERAL\n")


async def test_a_check_says_what_would_be_done_and_does_nothing(world: World) -> None:
    before = export_settings(world.database_url)

    told = check_settings(world.database_url, EVERYTHING, now=world.clock())

    assert told == "added: Harbour Café\nNothing was saved: this was only a check."
    assert export_settings(world.database_url) == before


async def test_the_command_writes_checks_and_takes_over(world: World, tmp_path: Path) -> None:
    await world.oops.stop()
    url, file = world.database_url, tmp_path / "settings.yaml"

    written = run(url, "--export", str(file))
    file.write_text(EVERYTHING, encoding="utf-8")
    checked = run(url, "--import", str(file), "--check")
    taken = run(url, "--import", "-", given=EVERYTHING)
    shown_again = run(url, "--export", "-")

    await world.start_bot()
    assert (written.exit_code, file.stat().st_mode & 0o777) == (0, 0o600)
    assert "added: Harbour Café" in checked.stdout
    assert taken.stdout == "added: Harbour Café\n"
    assert [brand["name"] for brand in yaml.safe_load(shown_again.stdout)["brands"]] == [
        "Harbour Café",
        BRAND,
    ]


@pytest.mark.parametrize(
    "arguments", [(), ("--export", "a", "--import", "b"), ("--check",), ("--export", "a", "--check")]
)
def test_a_command_that_is_unclear_says_what_to_give(
    bare_sqlite_url: str, arguments: tuple[str, ...]
) -> None:
    result = run(bare_sqlite_url, *arguments)

    assert result.exit_code == 2
    assert "--import" in result.stderr


async def test_a_sqlite_file_in_use_is_left_alone_and_written_out_all_the_same(
    world: World,
) -> None:
    result = run(world.database_url, "--import", "-", given=EVERYTHING)
    written = run(world.database_url, "--export", "-")

    is_shared = world.database_url.startswith("postgresql")
    assert (result.exit_code == 0) is is_shared
    assert ("Another oops is using" in str(result.exception)) is not is_shared
    assert BRAND in written.stdout


async def test_a_hundred_brands_and_two_hundred_key_people_go_out_and_in(world: World) -> None:
    await add_brands(world, 99)

    def add_many(session: Session) -> None:
        session.add_all(
            BrandContact(brand_id=1, name=f"Person {number}", reach="+44 20 7946 0018")
            for number in range(200)
        )

    await world.oops.store.run(add_many)
    text = export_settings(world.database_url)

    assert await import_stopped(world, text) == "as they were: 100"


async def test_what_was_imported_is_shown_inside_slack(world: World, alice: Someone) -> None:
    await import_stopped(
        world, f"brands:\n  - name: {BRAND}\n    approvers: [SRUNNERS, UBOB]\n    lead: UBOB\n"
    )

    await open_brand(alice)

    assert "Lead <@UBOB>" in shown(alice.view)
