"""The command line."""

import asyncio
import json
import logging
import sys
import webbrowser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import structlog
import typer

from bot.errors import OopsError
from bot.judge import decide_lines
from bot.lint.lines import lint_lines, lint_text
from bot.manifest import manifest_text
from bot.schema import migrate as migrate_database
from bot.settings import read_settings

EXIT_BLOCKED = 1
EXIT_UNREADABLE = 2

app = typer.Typer(
    help="A plan with reasons for the morning something wrong went out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
File = Annotated[Path | None, typer.Argument(help="A file; standard input when left out.", exists=True)]


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="The HTTP port (3000 unless OOPS_PORT says so).")] = None,
) -> None:
    """Run against Slack: Socket Mode when SLACK_APP_TOKEN is set, else HTTP."""
    from bot.serving import serve as serve_slack  # noqa: PLC0415  the quick commands do not need Bolt

    given = {} if port is None else {"oops_port": port}
    asyncio.run(serve_slack(read_settings(**given)))


@app.command()
def playground(
    port: Annotated[int, typer.Option(help="The page's port on this machine.")] = 8737,
    database: Annotated[Path, typer.Option(help="Where the playground keeps its data.")] = Path(
        "data/playground"
    ),
    *,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget everything first.")] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    fast_clock: Annotated[bool, typer.Option("--fast-clock", help="One second is a minute.")] = False,
) -> None:
    """Try oops without Slack: a workspace in the browser, with people to act as."""
    from bot.playground.launch import play  # noqa: PLC0415  the quick commands do not need Bolt

    def ready(url: str) -> None:
        typer.echo(f"The playground is at {url}\nStop it with Ctrl-C; everything is kept in {database}.")
        if open_page:
            webbrowser.open(url)

    asyncio.run(play(port=port, folder=database, is_fresh=fresh, is_fast=fast_clock, ready=ready))


@app.command()
def decide(file: File = None) -> None:
    """Turn reports into plans: one JSON object, or one on each line; the same way out."""
    _print_lines(decide_lines(_lines(file)))


@app.command()
def lint(
    file: File = None,
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Lines of JSON in, lines of JSON out.")] = False,
) -> None:
    """Look a text over for what an apology should not say; exit 1 when something blocks."""
    answers = list(lint_lines(_lines(file)) if jsonl else lint_text(_text(file)))
    is_blocked = any(finding["blocks"] for answer in answers for finding in answer.get("findings", ()))
    _print_lines(answers, otherwise=EXIT_BLOCKED if is_blocked else 0)


@app.command()
def manifest(
    url: Annotated[str, typer.Option(help="The public https address of `oops serve` over HTTP.")] = "",
) -> None:
    """Print the Slack app's manifest: for Socket Mode, or with --url for HTTP."""
    typer.echo(manifest_text(url), nl=False)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema; nothing is lost."""
    settings = read_settings()
    migrate_database(settings.oops_database_url)
    typer.echo("The database has the newest schema.")


def _text(file: Path | None) -> str:
    raw = sys.stdin.buffer.read() if file is None else file.read_bytes()
    return raw.decode("utf-8", errors="replace")


def _lines(file: Path | None) -> Iterator[str]:
    yield from _text(file).split("\n")


def _print_lines(answers: Iterable[dict[str, Any]], otherwise: int = 0) -> None:
    is_unreadable = False
    for answer in answers:
        is_unreadable |= "error" in answer
        typer.echo(json.dumps(answer, ensure_ascii=False))
    raise typer.Exit(EXIT_UNREADABLE if is_unreadable else otherwise)


def main() -> None:
    """Run the command line; what a person can put right is told in one sentence, with exit code 2."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.getLogger("slack_bolt").setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    try:
        app()
    except OopsError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(EXIT_UNREADABLE) from None


if __name__ == "__main__":
    main()
