"""CONTRIBUTING and SECURITY name only what is there."""

import ast
import re
from collections.abc import Iterator

import pytest

from bot.slack.identity import OPTIONAL_SCOPES, REQUIRED_SCOPES
from tests.architecture import ROOT

PAGES = (".github/CONTRIBUTING.md", ".github/SECURITY.md", "docs/rights.md")
PAGES_TOO = ("Makefile", "README.md")
CODE = re.compile(r"`[^`\n]+`|ARGS=\S+")
PLACE = re.compile(
    r"(?<![\w/.-])(?:(?:bot|handlers|messages|tests|docs|\.ci|\.github)/[\w./-]*|(?:manifest\.yml|pyproject\.toml))(?![\w-])"
)


def names_of_tests() -> Iterator[str]:
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield node.name


@pytest.mark.parametrize("page", [*PAGES, *PAGES_TOO])
def test_every_file_that_is_named_is_there(page: str) -> None:
    named = [place for code in CODE.findall((ROOT / page).read_text()) for place in PLACE.findall(code)]

    assert named
    assert [place for place in named if not (ROOT / place).exists()] == []


def test_every_test_that_security_names_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / ".github/SECURITY.md").read_text()))

    assert len(named) > 10
    assert named - set(names_of_tests()) == set()


def test_security_says_what_each_scope_is_for() -> None:
    text = (ROOT / ".github/SECURITY.md").read_text()

    assert [scope for scope in (*REQUIRED_SCOPES, *OPTIONAL_SCOPES) if f"`{scope}`" not in text] == []
