"""The borders between the parts, and a few habits that keep them readable."""

import ast
import re

import pytest

from tests.architecture import (
    EDGES,
    EXCEPTIONS,
    PURE,
    PURE_LIBRARIES,
    ROOT,
    crossings,
    imports,
    is_in,
    modules,
)

LONGEST_MODULE = 300
LONGEST_TABLE = 1000  # of sentences and cases, which are read a line at a time, as tests often are
LONGEST_FUNCTION = (
    40  # lines without its docstring: blocks of a form, and values of a template, are as many as they are
)
TABLES = frozenset({"bot/channel_table.py", "bot/lint/shrinking.py"})
VAGUE_NAMES = frozenset(
    {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "base", "core", "tools"}
)
MIGRATIONS = "bot/migrations/versions"  # written once, with every table in one place

PYTHON_FILES = sorted(
    path for top in ("bot", "handlers", "messages", "tests") for path in (ROOT / top).rglob("*.py")
)


def test_no_module_goes_over_a_border() -> None:
    found = [
        str(crossing)
        for module, path in modules()
        for crossing in crossings(module, path.read_text(), is_package=path.name == "__init__.py")
    ]

    assert found == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("bot.decision", "import sqlite3"),
        ("bot.decision.rules", "from pathlib import Path"),
        ("bot.lint.words", "import os.path"),
        ("bot.report", "from bot.models import Case"),
        ("bot.report", "from bot import storage"),
        ("bot.plan", "from . import outbox"),
        ("bot.voice", "from .storage import Store"),
        ("bot.attention", "import time"),
        ("bot.attention", "def due():\n    import time"),
        ("bot.attention", "import urllib.request"),
        ("bot.channels", "import regex_of_somebody_else"),
        ("bot.errors", "open('errors.txt')"),
        ("bot.errors", "print('no')"),
        ("bot.attention", "datetime.now(UTC)"),
        ("bot.attention", "datetime.date.today()"),
    ],
)
def test_a_pure_module_reaches_nothing_outside_itself(module: str, source: str) -> None:
    assert len(crossings(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("bot.models", "from bot.storage import Store"),
        ("bot.models", "from bot import cases"),
        ("bot.storage.queries", "from bot import access"),
        ("bot.storage.queries", "from bot.cases.opening import open_case"),
        ("bot.cases", "from slack_sdk.errors import SlackApiError"),
        ("bot.cases.opening", "import slack_bolt"),
        ("bot.cases.opening", "from messages import plan"),
        ("bot.outbox", "from handlers.errors import explained"),
        ("bot.outbox", "from bot.sender import Sender"),
        ("bot.schedule", "from bot import app"),
        ("bot.schedule", "from time import time"),
        ("bot.schedule", "datetime.now(tz=UTC)"),
        ("bot.cases.drafting", "import jinja2"),
        ("bot.access", "from tests.world import World"),
        ("bot.not_thought_of_yet", "from slack_sdk import WebClient"),
    ],
)
def test_the_core_knows_neither_slack_nor_words_nor_a_clock(module: str, source: str) -> None:
    assert len(crossings(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("messages.plan", "from bot.storage import Store"),
        ("messages.plan", "from bot import cases"),
        ("messages.plan", "from slack_sdk.models.blocks import SectionBlock"),
        ("messages.plan", "import sqlalchemy"),
        ("messages.plan", "from handlers import plan"),
        ("messages.plan", "datetime.now(UTC)"),
        ("handlers.report", "from sqlmodel import Session"),
        ("handlers.report", "import jinja2"),
        ("handlers.report", "from apscheduler.job import Job"),
        ("handlers.report", "from bot import sender"),
        ("handlers.report", "from bot.app import build_app"),
        ("handlers.report", "datetime.utcnow()"),
        ("bot.playground.web_api", "from bot.models import Case"),
        ("bot.playground.web_api", "from bot import errors"),
        ("bot.playground", "from messages import blocks"),
    ],
)
def test_messages_handlers_and_the_playground_keep_to_their_side(module: str, source: str) -> None:
    assert len(crossings(module, source, is_package=module == "bot.playground")) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "bot.decision.rules",
            "from bot.report import Report\nfrom . import facts\nimport json\nimport regex",
        ),
        ("bot.drafts", "import jinja2"),
        ("bot.models", "from bot.plan import Level"),
        ("bot.storage.store", "from .queries import case\nfrom bot import models"),
        ("bot.cases.opening", "from bot import access, outbox\nfrom sqlmodel import Session"),
        (
            "messages.plan",
            "from bot.cards import PlanCard\nfrom .blocks import section\nfrom jinja2 import Environment",
        ),
        ("handlers.report", "from bot import cases, directory\nfrom slack_bolt import Ack"),
        ("bot.sender", "import slack_sdk, time, messages.plan\ndatetime.now(UTC)"),
        ("bot.playground.server", "from bot.playground import state\nfrom .web_api import call"),
        ("bot.playground.launch", "from bot.app import build_app"),
    ],
)
def test_what_is_meant_to_be_imported_may_be(module: str, source: str) -> None:
    assert crossings(module, source) == []


def test_every_module_named_in_the_rules_is_there() -> None:
    there = {module for module, _ in modules()}

    assert (PURE | EDGES.keys()) - there == set()


def test_every_library_named_in_the_rules_is_used() -> None:
    pure = [path for module, path in modules() if is_in(module, PURE)]
    imported = {name for path in pure for _, name in imports(ast.parse(path.read_text()), "")}

    unused = {library for library in PURE_LIBRARIES if not any(is_in(name, {library}) for name in imported)}

    assert unused == set()


def test_every_exception_in_the_rules_is_made_use_of() -> None:
    imported = {
        (module, name) for module, path in modules() for _, name in imports(ast.parse(path.read_text()), "")
    }

    assert EXCEPTIONS.keys() - imported == set()


def test_a_module_fits_in_one_head() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in PYTHON_FILES}

    too_long = {
        name: length
        for name, length in lengths.items()
        if length > (LONGEST_TABLE if name.startswith("tests/") or name in TABLES else LONGEST_MODULE)
        and not name.startswith(MIGRATIONS)
    }

    assert too_long == {}


def test_a_function_fits_on_a_screen() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}:{found.name}": lines_of(found)
        for path in PYTHON_FILES
        for found in ast.walk(ast.parse(path.read_text()))
        if isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    too_long = {
        name: length
        for name, length in lengths.items()
        if length > LONGEST_FUNCTION and not name.startswith(("tests/", MIGRATIONS))
    }

    assert too_long == {}


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has below its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_a_module_is_named_for_what_is_in_it() -> None:
    vague = [
        str(path.relative_to(ROOT)) for path in PYTHON_FILES if {path.stem, path.parent.name} & VAGUE_NAMES
    ]

    assert vague == []


def test_what_several_tests_need_is_no_test() -> None:
    borrowed = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in PYTHON_FILES
        for _, name in imports(ast.parse(path.read_text()), "")
        if name.startswith("tests.") and any(part.startswith("test_") for part in name.split(".")[:-1])
    ]

    assert borrowed == []


def test_every_silenced_check_names_which_one() -> None:
    blanket = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in PYTHON_FILES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"#\s*(type:\s*ignore(?!\[)|noqa(?!:))", line)
    ]

    assert blanket == []


def test_what_slack_did_not_answer_to_is_spelt_in_one_place() -> None:
    """Else one place forgets what another knows: a call ends in a reset as well as in a timeout."""
    spelt = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for name, path in modules()
        if name != "bot.slack.refusals"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Tuple | ast.BinOp) and re.search(r"ClientError\b", ast.unparse(node))
    ]

    assert spelt == []
