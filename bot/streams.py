"""What the command line reads and writes: files, and the standard streams."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

import typer

from bot.errors import OopsError

EXIT_UNREAD = 141  # as the shell tells of SIGPIPE: nobody reads any further, as with `| head`


class NotPrinted(OopsError):
    """Standard output takes nothing more."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            f"The answer cannot be printed: {error.strerror}. Make room there, or send it somewhere else."
        )


def print_anywhere() -> None:
    """Let what the terminal's encoding lacks be printed as an escape, and not end the command: a sentence may hold a quotation mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str | bytes, *, nl: bool = True) -> None:
    """Print what was asked for. Raises NotPrinted; ends as a process does whose reader has gone, where it has."""
    try:
        typer.echo(text, nl=nl)
    except BrokenPipeError:  # typer would end with 1, which says that something blocks
        drop_what_is_unprinted()
        raise typer.Exit(EXIT_UNREAD) from None
    except OSError as error:
        raise NotPrinted(error) from None


@contextmanager
def told_where_unprinted() -> Iterator[None]:
    """Raise NotPrinted where standard output takes nothing more of what others print: the help is typer's."""
    try:
        yield
    except OSError as error:
        if _takes_more():
            raise
        raise NotPrinted(error) from None


def _takes_more() -> bool:
    """Return whether standard output takes one line more: what it did not take is forgotten where it was long."""
    try:
        print(flush=True)  # noqa: T201  to try it, and to tell nobody anything
    except OSError:
        return False
    return True


def drop_what_is_unprinted() -> None:
    """Let Python's last flush of a standard output that takes nothing more not change the exit code to 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def read_bytes(file: Path | None) -> bytes:
    """Return what is in a file, or what comes in where none is named. Raises BadParameter that says what to do."""
    if file is not None and str(file) != "-":
        try:
            return file.read_bytes()
        except OSError as error:
            raise typer.BadParameter(
                f"{file} cannot be read: {error.strerror}. Name another file, or leave it out and pipe the text in."
            ) from None
    if sys.stdin is None:  # closed, as by `<&-`
        raise typer.BadParameter(
            "Nothing can be read: standard input is closed. Name a file, or pipe the text in."
        )
    if sys.stdin.isatty():
        typer.echo("Reading what you type; Ctrl-D on an empty line ends it.", err=True)
    return sys.stdin.buffer.read()


def read_lines(file: Path | None) -> list[str]:
    """Return the lines; one with bytes that are no text in UTF-8 keeps them as half characters, which its reader refuses."""
    return read_bytes(file).decode("utf-8-sig", errors="surrogateescape").split("\n")


def printable(text: str) -> bytes:
    """Return what is printed, whatever the terminal's encoding; in JSON half a character stays the escape that it came as."""
    return text.encode("utf-8", errors="backslashreplace")


def write_privately(file: Path, content: bytes) -> None:
    """Write a file that nobody else on the machine may read. Raises BadParameter that says what to do."""
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            opened.write(content)
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be written: {error.strerror}. Name another file.") from None
