"""The README says what the code says."""

from pathlib import Path

from pydantic_core import PydanticUndefined
from typer.main import get_command

from bot.__main__ import app
from bot.settings import Settings
from bot.states import MOVES

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def rows_between(name: str) -> list[str]:
    """Return the table rows between two marks, without the head."""
    part = README.split(f"<!-- {name}:")[1].split(f"<!-- {name} end -->")[0]
    return [line for line in part.splitlines() if line.startswith("| ")][1:]


def settings_rows() -> list[str]:
    """Return the settings as the README shows them."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = field.default
        assert default is not PydanticUndefined
        shown = "" if not default or "Secret" in type(default).__name__ else f"`{default}`"
        rows.append(f"| `{name.upper()}` | {shown} | {field.description} |")
    return rows


def states_rows() -> list[str]:
    """Return the moves of every state as the README shows them."""
    rows = []
    for kind, moves in MOVES.items():
        for state, following in moves.items():
            names = ", ".join(f"`{after}`" for after in kind if after in following)
            rows.append(f"| {kind.__name__.removesuffix('State').lower()} | `{state}` | {names} |")
    return rows


def test_the_table_of_settings_is_the_settings() -> None:
    assert rows_between("settings") == settings_rows()


def test_the_table_of_states_is_the_states() -> None:
    assert rows_between("states") == states_rows()


def test_the_table_of_commands_names_every_command() -> None:
    part = README.split("| command | does |")[1].split("\n\n")[0]
    told = [line.split("`")[1].split()[1] for line in part.splitlines() if line.startswith("| `oops ")]

    commands = get_command(app).commands  # type: ignore[attr-defined]  # a group: there are several
    assert sorted(told) == sorted(commands)


def test_every_picture_and_page_that_is_named_is_there() -> None:
    named = [part.split(")")[0] for part in README.split("](")[1:]]
    local = [name for name in named if not name.startswith("http")]

    assert [name for name in local if not (Path(__file__).parent.parent / name).exists()] == []
