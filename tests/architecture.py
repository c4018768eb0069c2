"""Who may import whom, as data. `tests/test_architecture.py` holds every module to it."""

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

# Pure: the same in, the same out. They import each other, the parts of the standard library that compute, and these libraries.
PURE = frozenset(
    {
        "bot.attention",
        "bot.brand",
        "bot.brands.answers",
        "bot.brands.pages",
        "bot.brands.values",
        "bot.channel_table",
        "bot.channels",
        "bot.decision",
        "bot.differences",
        "bot.draft_kinds",
        "bot.event_kinds",
        "bot.drafts.calling_off",
        "bot.drafts.gestures",
        "bot.drafts.mending",
        "bot.drafts.situation",
        "bot.drafts.values",
        "bot.drafts.words",
        "bot.errors",
        "bot.judge",
        "bot.lengths",
        "bot.links",
        "bot.lint",
        "bot.menus",
        "bot.paging",
        "bot.plan",
        "bot.quiet_hours",
        "bot.readings",
        "bot.report",
        "bot.reporting.answers",
        "bot.reporting.prefill",
        "bot.reporting.questions",
        "bot.right_words",
        "bot.same_slip",
        "bot.states",
        "bot.typed",
        "bot.urgency",
        "bot.voice",
        "bot.zones",
    }
)
PURE_LIBRARIES = {
    "regex": "grapheme clusters, as Bluesky counts them",
    "twitter_text": "the weighted length, as X counts it",
}
COMPUTING = frozenset(
    {
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
        "hashlib",
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
    }
)

# What surfaces are drawn from: messages may read these, and nothing else of the core.
READ_BY_MESSAGES = frozenset(
    {
        "bot.models",
        "bot.cards",
        "bot.brands.cards",
    }
)
MESSAGE_LIBRARIES = {
    "jinja2": "the words of surfaces are templates",
    "pathlib": "says where they and the fonts are",
    "io": "holds a file while it is made",
    "threading": "one file is printed at a time",
    "xml.sax.saxutils": "escapes for reportlab",
    "reportlab": "lays out records as PDF, and draws their charts",
    "pypdfium2": "makes a chart a picture",
}

# The edge joins everything, or speaks with the world outside.
EDGES = {
    "bot.__main__": "the command line",
    "bot.app": "joins store, Bolt app, outbox and scheduler",
    "bot.bolt": "hands Slack's requests to the listeners",
    "bot.serving": "connects to Slack, and drains",
    "bot.http": "takes Slack's requests",
    "bot.slack.identity": "asks Slack who the bot is",
    "bot.slack.directory": "asks Slack about channels and people",
    "bot.slack.refusals": "reads why Slack refused",
    "bot.evidence": "fetches screenshots from Slack",
    "bot.slack.client": "calls Slack's Web API",
    "bot.sender": "takes outbox rows and calls Slack",
    "bot.outbox.calls": "makes the sender's calls to Slack",
    "bot.drawing": "hands a row to the builder of its message, for the sender",
    "bot.outbox.lookup": "looks in Slack for a message, for the sender",
    "bot.outbox.resolver": "settles what may or may not have been said, for the sender",
    "bot.janitor": "removes what stands twice in Slack",
    "bot.clock": "knows what time it is",
    "bot.intervals": "calls what runs at intervals",
    "bot.slack.socket_mode": "keeps the connection to Slack",
    "bot.watchdog": "notices a part that has died",
    "bot.manifest": "reads manifest.yml",
    "bot.doctor": "looks at everything that can be wrong",
    "bot.data_requests": "hands out and erases what people wrote, for the command line",
    "bot.playground": "Slack without Slack",
}
STARTS_OOPS_IN_THE_PLAYGROUND = "bot.playground.launch"
FOR_HANDLERS = {
    "bot.slack.directory": "a look-up is the one thing that a listener may await",
    "bot.slack.refusals": "a listener calls Slack too",
}
NOT_FOR_HANDLERS = frozenset(EDGES) - frozenset(FOR_HANDLERS)

# The lower layers of the core; everything else of it stands on them.
MAY_BE_IMPORTED_BY_MODELS = PURE | {"bot.columns", "bot.models"}
MAY_BE_IMPORTED_BY_STORAGE = PURE | {"bot.models", "bot.storage"}

MAY_USE_JINJA2 = "bot.drafts"
MEASURES_A_WAIT = "bot.storage.jobs"
"""Knows how long ago a crowd was, which no verb sees; what time it is, it does not."""
EXCEPTIONS = {
    ("bot.lint.spelling", "importlib.resources.files"): "reads codespell's list, on first use",
    ("bot.lint.scales", "importlib.resources.files"): "reads the weights of the second reader, on first use",
    ("handlers.context", "sqlmodel.Session"): "the type of a verb's first argument; the store opens it",
}
SLACK = frozenset({"slack_bolt", "slack_sdk"})
DATABASE = frozenset({"sqlalchemy", "sqlmodel", "alembic", "sqlite3", "psycopg"})
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
            start = package.split(".")[: 1 - node.level or None] if node.level else []
            base = ".".join([*start, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def calls(module: str, tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Yield the line and name of each call that reads a clock, and in pure modules of each that reads or writes."""
    if is_in(module, EDGES):
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr=name)) if name in CLOCKS and is_a_date(owner):
                yield (
                    node.lineno,
                    f"{ast.unparse(node.func)}()",
                    "only the edge reads a clock; take `now` as an argument",
                )
            case ast.Call(func=ast.Name(id=name)) if name in READING_OR_WRITING and is_in(module, PURE):
                yield node.lineno, f"{name}()", "a pure module reads and writes nothing"


def is_a_date(node: ast.expr) -> bool:
    return ast.unparse(node).rpartition(".")[2] in {"date", "datetime"}


def is_in(name: str, places: Collection[str]) -> bool:
    """Return whether the name is one of the places, or inside one of them."""
    parts = name.split(".")
    return any(".".join(parts[:length]) in places for length in range(1, len(parts) + 1))


def why_not(module: str, name: str) -> str | None:
    """Return why the module may not import the name, or None when it may."""
    if is_in(module, {"bot.playground"}):
        return why_not_in_the_playground(module, name)
    if is_in(module, EDGES) or (module, name) in EXCEPTIONS:
        return None
    if is_in(module, PURE):
        return why_not_pure(name)
    if is_in(module, {"messages"}):
        return why_not_messages(name)
    if is_in(module, {"handlers"}):
        return why_not_handlers(name)
    return why_not_core(module, name)


def why_not_in_the_playground(module: str, name: str) -> str | None:
    outside = is_in(name, OURS) and not is_in(name, {"bot.playground"})
    if outside and module != STARTS_OOPS_IN_THE_PLAYGROUND and name != "bot.playground":
        return (
            "the playground is Slack, which knows nothing of oops; only bot/playground/launch.py joins them"
        )
    return None


def why_not_pure(name: str) -> str | None:
    if is_in(name, OURS):
        return None if is_in(name, PURE) else "a pure module imports only pure ones"
    if is_in(name, COMPUTING | PURE_LIBRARIES.keys()):
        return None
    return "a pure module does no I/O; a library that only computes is named, with its use, in tests/architecture.py"


def why_not_messages(name: str) -> str | None:
    if is_in(name, OURS):
        may_be_read = is_in(name, PURE | READ_BY_MESSAGES | {"messages"})
        return None if may_be_read else "messages are drawn from cards and pure modules; they fetch nothing"
    if is_in(name, COMPUTING | MESSAGE_LIBRARIES.keys()):
        return None
    return "messages are drawn from what they are given: no database, no Slack"


def why_not_handlers(name: str) -> str | None:
    if is_in(name, DATABASE | {"jinja2", "apscheduler"}):
        return "a listener reads the payload and runs one verb; sessions, words and times are for the core"
    if is_in(name, NOT_FOR_HANDLERS):
        return "the edge imports handlers, not the other way round"
    return "nothing imports tests" if is_in(name, {"tests"}) else None


def why_not_core(module: str, name: str) -> str | None:
    if is_in(name, SLACK | {"aiohttp", "handlers", "messages", "tests"} | EDGES.keys()):
        return "the core knows nothing of Slack's payloads or of the words around a draft"
    if is_in(name, {"jinja2"}) and module != MAY_USE_JINJA2:
        return f"of the core only {MAY_USE_JINJA2} renders templates"
    if is_in(name, {"time"}) and module != MEASURES_A_WAIT:
        return "only the edge reads a clock; take `now` as an argument"
    if is_in(name, {"bot"}) and is_above(module, name):
        return "models stand below storage, and storage below everything else of the core"
    return None


def is_above(module: str, name: str) -> bool:
    """Return whether a module of the lower layers imports something that stands on it."""
    if is_in(module, {"bot.models"}):
        return not is_in(name, MAY_BE_IMPORTED_BY_MODELS)
    return is_in(module, {"bot.storage"}) and not is_in(name, MAY_BE_IMPORTED_BY_STORAGE)
