"""The command line. Each command imports what it needs when it runs: judging a line does not wait for Slack or a database."""

import asyncio
import json
import os
import sys
import webbrowser
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import structlog
import typer

from bot.errors import OopsError
from bot.garbage import collect_rarely
from bot.logs import write_logs_to
from bot.streams import (
    NotPrinted,
    drop_what_is_unprinted,
    print_anywhere,
    printable,
    read_bytes,
    read_lines,
    say,
    told_where_unprinted,
    write_privately,
)

EXIT_BLOCKED = EXIT_FAILED = 1
EXIT_UNREADABLE = 2
EXIT_CRASHED = 70  # EX_SOFTWARE of sysexits.h
EXIT_NOT_PRINTED = 74  # EX_IOERR
EXIT_TRY_AGAIN = 75  # EX_TEMPFAIL: a supervisor is to start it again

log = structlog.get_logger()

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class ExportForm(StrEnum):
    """How cases are written."""

    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"

    @classmethod
    def of_file(cls, file: Path | None) -> "ExportForm":
        """Return the form that a file's ending names, else JSON."""
        ending = file.suffix.lower() if file else ""
        return {".csv": cls.CSV, ".md": cls.MARKDOWN}.get(ending, cls.JSON)


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        say(f"oops {version('oops')}")
        raise typer.Exit


@app.callback(help="A plan with reasons for the morning something wrong went out.")
def oops(
    *,
    is_version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Take the options of oops itself."""


File = Annotated[
    Path | None, typer.Argument(help="A file; standard input when left out, or -.", metavar="FILE")
]


@app.command()
def serve(
    port: Annotated[
        int | None, typer.Option(help="The HTTP port (3000 unless OOPS_PORT says so).", min=0, max=65535)
    ] = None,
) -> None:
    """Run against Slack: Socket Mode when SLACK_APP_TOKEN is set, else HTTP."""
    collect_rarely()
    from bot.serving import serve as serve_slack
    from bot.settings import read_settings

    given = {} if port is None else {"oops_port": port}
    asyncio.run(serve_slack(read_settings(**given), environment=os.environ))


@app.command()
def playground(
    port: Annotated[int, typer.Option(help="The page's port on this machine.", min=0, max=65535)] = 8737,
    database: Annotated[Path, typer.Option(help="Where the playground keeps its data.")] = Path(
        "data/playground"
    ),
    *,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget everything first.")] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    fast_clock: Annotated[bool, typer.Option("--fast-clock", help="One second is a minute.")] = False,
) -> None:
    """Try oops without Slack: a workspace in the browser, with people to act as."""
    from bot.playground.launch import play

    def ready(url: str) -> None:
        say(f"The playground is at {url}\nStop it with Ctrl-C; everything is kept in {database}.")
        if open_page:
            webbrowser.open(url)

    asyncio.run(play(port=port, folder=database, is_fresh=fresh, is_fast=fast_clock, ready=ready))


@app.command()
def decide(file: File = None) -> None:
    """Turn reports into plans: one JSON object, or one on each line; the same way out. Exit 2 when a line was unreadable."""
    from bot.judge import decide_lines

    _print_lines(decide_lines(read_lines(file)))


@app.command()
def lint(
    file: File = None,
    *,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Lines of JSON in, lines of JSON out.")] = False,
) -> None:
    """Look a text over for what an apology should not say. Exit 1 when something blocks, 2 when a line was unreadable."""
    from bot.lint.lines import lint_bytes, lint_lines

    answers = list(lint_lines(read_lines(file)) if jsonl else lint_bytes(read_bytes(file)))
    is_blocked = any(finding["blocks"] for answer in answers for finding in answer.get("findings", ()))
    _print_lines(answers, otherwise=EXIT_BLOCKED if is_blocked else 0)


@app.command()
def manifest(
    url: Annotated[str, typer.Option(help="The public https address of `oops serve` over HTTP.")] = "",
) -> None:
    """Print the Slack app's manifest: for Socket Mode, or with --url for HTTP."""
    from bot.manifest import manifest_text

    say(manifest_text(url), nl=False)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema; nothing is lost."""
    from bot.schema import migrate as migrate_database
    from bot.settings import read_settings

    migrate_database(read_settings().oops_database_url)
    say("The database has the newest schema.")


@app.command()
def doctor(
    *, as_json: Annotated[bool, typer.Option("--json", help="For scripts: one JSON array.")] = False
) -> None:
    """Check tokens, scopes, channels, database, clock, outbox and the last tick. Exit 1 when something is to be done."""
    from bot.doctor import examine
    from bot.doctor.check import failed
    from bot.settings import read_settings

    try:
        settings = read_settings()
    except OopsError as error:
        checks = [failed("settings", str(error), "Change these variables in the environment.")]
    else:
        checks = asyncio.run(examine(settings, now=lambda: datetime.now(UTC), environment=os.environ))
    if as_json:
        say(printable(json.dumps([check.as_json() for check in checks], ensure_ascii=False)))
    else:
        say("\n".join(check.line for check in checks))
    raise typer.Exit(EXIT_FAILED if any(check.is_failed for check in checks) else 0)


@app.command()
def export(
    output: Annotated[
        Path | None, typer.Option(help="The file to write; standard output when left out, or -.")
    ] = None,
    form: Annotated[
        ExportForm | None,
        typer.Option("--format", help="By the file's ending, else json.", case_sensitive=False),
    ] = None,
    workspace: Annotated[str, typer.Option(help="The Slack team's id, where there are several.")] = "",
) -> None:
    """Write a workspace's cases as JSON, CSV (a line for each case) or Markdown (their records). Tokens are masked."""
    from bot.data_requests import export_text
    from bot.settings import read_settings

    chosen = form or ExportForm.of_file(output)
    text = export_text(read_settings().oops_database_url, chosen, team_id=workspace)
    _write_out(text, output)


@app.command()
def erase(
    case: Annotated[str, typer.Option(help="The case whose content goes, such as OOPS-7.")] = "",
    person: Annotated[
        str,
        typer.Option(
            help="The member id, such as U123, of whoever wrote what goes; their cases go as a whole."
        ),
    ] = "",
    workspace: Annotated[str, typer.Option(help="The Slack team's id, where there are several.")] = "",
    *,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do it; else it is only said what would be done.")
    ] = False,
) -> None:
    """Remove a case's or a person's content for good. Numbers, levels, answers and times stay, and so does what is in Slack."""
    from bot.data_requests import Erasure
    from bot.settings import read_settings

    if bool(case) == bool(person):
        raise typer.BadParameter("Name what goes, one of: --case OOPS-7, --person U123")
    erasure = Erasure(read_settings().oops_database_url, team_id=workspace, case=case, person=person)
    say(erasure.carried_out(now=datetime.now(UTC)) if yes else erasure.announced())
    raise typer.Exit(0 if yes else EXIT_FAILED)


@app.command()
def settings(
    export_to: Annotated[
        Path | None,
        typer.Option("--export", help="The file to write; - for standard output.", metavar="FILE"),
    ] = None,
    import_from: Annotated[
        Path | None,
        typer.Option("--import", help="The file to take over; - for standard input.", metavar="FILE"),
    ] = None,
    workspace: Annotated[str, typer.Option(help="The Slack team's id, where there are several.")] = "",
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Say what --import would change, and change nothing.")
    ] = False,
) -> None:
    """Write all brands and their settings into one YAML file, or take such a file over: all of it, or nothing."""
    from bot import settings_file
    from bot.settings import read_settings

    if (export_to is None) == (import_from is None) or (check and import_from is None):
        raise typer.BadParameter("Give either --export FILE or --import FILE; --check goes with --import.")
    url = read_settings().oops_database_url
    if import_from is not None:
        take = settings_file.check_settings if check else settings_file.take_settings
        given = settings_file.decoded(read_bytes(import_from))
        say(take(url, given, now=datetime.now(UTC), team_id=workspace))
        return
    _write_out(settings_file.export_settings(url, team_id=workspace), export_to)


def _write_out(text: str, file: Path | None) -> None:
    if file is None or str(file) == "-":
        say(printable(text), nl=False)
        return
    write_privately(file, printable(text))
    typer.echo(f"Written to {file}, for you alone to read.", err=True)


def _print_lines(answers: Iterable[dict[str, Any]], otherwise: int = 0) -> None:
    is_unreadable = False
    for answer in answers:
        is_unreadable |= "error" in answer
        say(printable(json.dumps(answer, ensure_ascii=False)))
    raise typer.Exit(EXIT_UNREADABLE if is_unreadable else otherwise)


def main() -> None:
    """Run the command line; what a person can put right is told in a sentence and an exit code: 2, 74 (no output), 75 (try again)."""
    write_logs_to(sys.stderr)
    print_anywhere()
    try:
        with told_where_unprinted():
            app(prog_name="oops")
    except NotPrinted as error:
        typer.echo(str(error), err=True)
        drop_what_is_unprinted()
        raise SystemExit(EXIT_NOT_PRINTED) from None
    except OopsError as error:
        typer.echo(error.for_operator, err=True)
        raise SystemExit(EXIT_TRY_AGAIN if error.is_passing else EXIT_UNREADABLE) from None
    except Exception:  # a traceback would quote what somebody typed
        log.exception("crashed")
        drop_what_is_unprinted()
        raise SystemExit(EXIT_CRASHED) from None


if __name__ == "__main__":
    main()
