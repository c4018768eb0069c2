"""Keeping the screenshots that a reporter gave: fetched with the bot's token, put into the thread, their hash in the record."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any, cast
from urllib.parse import urlsplit

import structlog
from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session, col, select

from bot.cases.timeline import note, say_in_thread
from bot.models import Case, Evidence, EvidenceState, Message, Surface
from bot.storage import Store, get, queries

LARGEST = 10 * 1024 * 1024
"""Bytes; what a file_input takes (docs.slack.dev, file input element)."""
CHUNK = 64 * 1024

log = structlog.get_logger()


class NotKept(Exception):
    """A file could not be fetched; the text says why, for the thread."""


class EvidenceKeeper:
    """Fetches what is wanted, one file at a time, once the case's plan is posted."""

    def __init__(
        self, store: Store, client: AsyncWebClient, http: ClientSession, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._client = client
        self._http = http
        self._now = now
        self._is_busy = False

    async def keep_wanted(self) -> None:
        """Fetch every file that is wanted and put it into its case's thread; a failure is said there."""
        if self._is_busy:
            return
        self._is_busy = True
        try:
            for row, root in await self._store.read(wanted_evidence):
                await self._keep(row, root)
        finally:
            self._is_busy = False

    async def _keep(self, row: Evidence, root: Message) -> None:
        try:
            name, content = await self._fetch(row.file_id)
            await self._client.files_upload_v2(
                channel=root.posted_to, thread_ts=root.ts, filename=name, title=name, content=content
            )
        except NotKept as problem:
            await self._store.run(mark_failed, cast("int", row.id), str(problem), now=self._now())
        except (SlackApiError, ClientError, TimeoutError) as error:
            log.warning("evidence_not_kept", case=row.case_id, error=type(error).__name__)
            problem_text = "Slack did not hand the file over."
            await self._store.run(mark_failed, cast("int", row.id), problem_text, now=self._now())
        else:
            digest = sha256(content).hexdigest()
            await self._store.run(
                mark_kept, cast("int", row.id), name=name, size=len(content), digest=digest, now=self._now()
            )

    async def _fetch(self, file_id: str) -> tuple[str, bytes]:
        answer: Any = await self._client.files_info(file=file_id)
        file = answer["file"]
        address = file.get("url_private_download") or file.get("url_private") or ""
        if not self._is_slacks(address):
            raise NotKept("The file is not one of Slack's own.")
        if int(file.get("size") or 0) > LARGEST:
            raise NotKept("The file is larger than 10 MB.")
        headers = {"Authorization": f"Bearer {self._client.token}"}
        async with self._http.get(address, headers=headers, allow_redirects=False) as response:
            is_page = response.content_type == "text/html" and file.get("mimetype") != "text/html"
            if response.status != 200 or is_page:  # noqa: PLR2004  HTTP: ok; Slack shows a sign-in page for a refusal
                raise NotKept("Slack did not let us read the file. The app needs the permission files:read.")
            content = bytearray()
            async for chunk in response.content.iter_chunked(CHUNK):
                content += chunk
                if len(content) > LARGEST:
                    raise NotKept("The file is larger than 10 MB.")
        return str(file.get("name") or file_id), bytes(content)

    def _is_slacks(self, address: str) -> bool:
        """Return whether an address is Slack's own: the bot's token is sent nowhere else."""
        host = urlsplit(address).hostname or ""
        own = urlsplit(self._client.base_url).hostname or ""
        return host in {own, "slack.com"} or host.endswith(".slack.com")


def wanted_evidence(session: Session) -> list[tuple[Evidence, Message]]:
    """Return the files that are still to be fetched, with the posted plan message of their case."""
    rows = session.exec(
        select(Evidence, Case)
        .join(Case, col(Case.id) == Evidence.case_id)
        .where(Evidence.state == EvidenceState.WANTED)
        .order_by(col(Evidence.id))
        .limit(20)
    ).all()
    found = [
        (row, queries.message_keyed(session, case.workspace_id, f"plan:{case.id}")) for row, case in rows
    ]
    return [(row, root) for row, root in found if root is not None and root.ts is not None]


def mark_kept(
    session: Session, evidence_id: int, *, name: str, size: int, digest: str, now: datetime
) -> None:
    """Write down that a file was kept, with its SHA-256."""
    row = get(session, Evidence, evidence_id)
    row.state, row.name, row.size, row.sha256, row.kept_at = EvidenceState.KEPT, name, size, digest, now
    case = get(session, Case, row.case_id)
    note(session, case, "evidence_kept", now=now, name=name, sha256=digest)


def mark_failed(session: Session, evidence_id: int, problem: str, *, now: datetime) -> None:
    """Write down why a file was not kept, and say it in the thread."""
    row = get(session, Evidence, evidence_id)
    row.state, row.problem = EvidenceState.FAILED, problem
    case = get(session, Case, row.case_id)
    note(session, case, "evidence_failed", now=now, name=row.name, problem=problem)
    say_in_thread(
        session,
        case,
        Surface.NOTE,
        "evidence_failed",
        now=now,
        subject_id=evidence_id,
        kind="evidence_failed",
        name=row.name,
        problem=problem,
    )
