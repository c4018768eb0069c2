"""The log: one line of JSON for each thing that happened, on standard error, without anything that a person typed.

Our own lines carry ids. What a library has to say may quote a whole request, so only its level and place are kept; and the text
of an exception may quote the value that it tripped over, so it is told by its types and places.
"""

import logging
import traceback
from asyncio import CancelledError
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import structlog
from structlog.typing import ExcInfo

LIBRARIES_SPEAK_FROM = logging.WARNING
ASKED_BY_THE_SDK = ("slack_sdk.web.async_base_client", "slack_sdk.webhook.async_client")
"""Loggers whose own level slack_sdk compares with DEBUG, not the one they inherit: at 0 it writes out each call for nobody."""

log = structlog.get_logger()


def write_logs_to(stream: TextIO) -> None:
    """Have everything that is logged in this process written to ``stream``."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(exceptions_without_words),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(stream),
    )
    logging.basicConfig(handlers=[_Libraries()], level=LIBRARIES_SPEAK_FROM, force=True)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # else a line each second while a tick waits
    tell_the_sdk_that_nobody_debugs()


def name_the_workspace(team_id: str) -> None:
    """Have each line from here on, and of every task that is started from here, say whose workspace it is about."""
    structlog.contextvars.bind_contextvars(workspace=team_id)


def tell_the_sdk_that_nobody_debugs() -> None:
    """Have slack_sdk write out no call."""
    for name in ASKED_BY_THE_SDK:
        logging.getLogger(name).setLevel(LIBRARIES_SPEAK_FROM)


class _Libraries(logging.Handler):
    """Writes that a library had something to say, and where in it."""

    def emit(self, record: logging.LogRecord) -> None:
        if _is_about_our_own_arguments(record) or _is_about_a_stop(record):
            return
        log.log(
            record.levelno,
            "library",
            logger=record.name,
            where=f"{record.module}:{record.lineno} {record.funcName}",
            exc_info=record.exc_info,
        )


def _is_about_our_own_arguments(record: logging.LogRecord) -> bool:
    """Return whether Bolt comments on how the app was made: that ``authorize`` goes before the client's token is meant."""
    return record.name == "slack_bolt.AsyncApp" and record.funcName == "__init__"


def _is_about_a_stop(record: logging.LogRecord) -> bool:
    """Return whether something was cut short because the process ends, as APScheduler does with a tick: it is still due after a start."""
    return record.exc_info is not None and isinstance(record.exc_info[1], CancelledError)


def exceptions_without_words(exc_info: ExcInfo) -> list[dict[str, Any]]:
    """Return the exception and what led to it, the last first: type and places.

    Only an OSError tells its text too, which names no more than a file or an address.
    """
    return [_told(error) for error in _chain(exc_info[1])]


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> dict[str, Any]:
    told: dict[str, Any] = {"type": type(error).__name__}
    if isinstance(error, OSError):
        told["text"] = str(error)
    told["where"] = [
        f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__, limit=-20)
    ]
    return told
