"""Who may import whom, as data. `tests/test_architecture.py` holds every module to it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

# Pure: the same in, the same out. They import each other, the computing parts of the standard library, and these libraries.
PURE = frozenset(
    f"bot.{name}"
    for name in [
        "answers",
        "attention",
        "brand",
        "channels",
        "decision",
        "draft_kinds",
        "errors",
        "lengths",
        "lint",
        "plan",
        "prefill",
        "quiet_hours",
        "readings",
        "report",
        "report_form",
        "typed",
        "voice",
    ]
)
PURE_LIBRARIES = {
    "regex": "grapheme clusters, as Bluesky counts them",
    "twitter_text": "the weighted length, as X counts it",
}
COMPUTING = frozenset(
    [
        "__future__",
        "abc",
        "bisect",
        "collections",
        "contextlib",
        "dataclasses",
        "datetime",
        "decimal",
        "difflib",
        "enum",
        "fractions",
        "functools",
        "heapq",
        "html",
        "itertools",
        "json",
        "math",
        "operator",
        "re",
        "statistics",
        "string",
        "textwrap",
        "types",
        "typing",
        "unicodedata",
        "urllib.parse",
        "warnings",
        "zoneinfo",
    ]
)

# What surfaces are drawn from: messages may read these, and nothing else of the core.
READ_BY_MESSAGES = frozenset({"bot.models", "bot.cards"})
MESSAGE_LIBRARIES = {
    "jinja2": "the words of Slack's surfaces are templates",
    "markupsafe": "marks text that we built ourselves",
    "importlib.resources": "finds the templates",
    "pathlib": "finds the templates",
}

# The edge joins everything, or speaks with Slack.
EDGES = {
    "bot.__main__": "the command line",
    "bot.app": "joins store, Bolt app, outbox and scheduler",
    "bot.sender": "takes outbox rows and calls Slack",
    "bot.drawing": "hands a row to the builder of its message, for the sender",
    "bot.outbox_lookup": "looks in Slack for a message, for the sender",
    "bot.directory": "asks Slack about channels and people",
    "bot.playground": "Slack without Slack",
}
PLAYGROUND_THAT_STARTS_OOPS = "bot.playground.launch"
NOT_FOR_HANDLERS = frozenset({"bot.__main__", "bot.app", "bot.sender", "bot.playground"})

MAY_USE_JINJA2 = "bot.drafts"
MAY_USE_ALEMBIC = frozenset({"bot.migrations", "bot.storage"})
SLACK = frozenset({"slack_bolt", "slack_sdk"})
SQL = frozenset({"sqlalchemy", "sqlmodel", "alembic", "sqlite3", "psycopg"})
OURS = frozenset({"bot", "handlers", "messages", "tests"})
CLOCKS = frozenset({"now", "utcnow", "today"})
READING_OR_WRITING = frozenset({"open", "print", "input", "eval", "exec", "__import__"})


@dataclass(frozen=True)
class Crossing:
    """An import or a call that its module may not make, and why not."""

    module: str
    line: int
    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.module}, line {self.line}: {self.name} ({self.reason})"


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module of the project, by name and file, tests left out."""
    for top in ("bot", "handlers", "messages"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def crossings(module: str, source: str, *, is_package: bool = False) -> list[Crossing]:
    """Return what in the module's source goes over a border."""
    tree = ast.parse(source)
    package = module if is_package else module.rpartition(".")[0]
    found = [
        Crossing(module, line, name, reason)
        for line, name in imports(tree, package)
        if (reason := why_not(module, name)) is not None
    ]
    return found + [Crossing(module, line, name, reason) for line, name, reason in calls(module, tree)]


def imports(tree: ast.Module, package: str) -> Iterator[tuple[int, str]]:
    """Yield the line and full name of everything that is imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = (
                ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            )
            base = ".".join(part for part in (start, node.module) if part)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def calls(module: str, tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Yield the line and name of each call that reads a clock, and in pure modules of each that reads or writes."""
    if is_in(module, EDGES):
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Attribute(value=owner, attr=name) if name in CLOCKS and last_name(owner) in {
                "datetime",
                "date",
            }:
                yield (
                    node.lineno,
                    f"{last_name(owner)}.{name}()",
                    "only the edge reads a clock; take `now` as an argument",
                )
            case ast.Name(id=name) if name in READING_OR_WRITING and is_in(module, PURE):
                yield node.lineno, f"{name}()", "a pure module reads and writes nothing"


def last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def is_in(name: str, places: object) -> bool:
    """Return whether a module or a name in it is, or is inside, one of the places."""
    parts = name.split(".")
    return any(".".join(parts[:length]) in places for length in range(1, len(parts) + 1))  # type: ignore[operator]  # any container


def why_not(module: str, name: str) -> str | None:
    """Return why the module may not import the name, or None when it may."""
    if is_in(module, {"bot.playground"}):
        return why_not_playground(module, name)
    if is_in(module, EDGES):
        return None
    if is_in(module, PURE):
        return why_not_pure(name)
    if is_in(module, {"messages"}):
        return why_not_messages(name)
    if is_in(module, {"handlers"}):
        return why_not_handlers(name)
    return why_not_core(module, name)
