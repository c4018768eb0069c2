"""Keeping the screenshots that a reporter gave: fetched with the bot's token, put into the thread, their hash in the record.

A file is claimed for a lease before it is fetched, so that of several processes one keeps it, and a killed one's is taken up
again. What may be a passing trouble is tried again a few times before the thread hears of it.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import ClientError, ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import outbox
from bot.evidence.rows import (
    AGAIN,
    LEASE,
    Copy,
    claim_evidence,
    mark_failed,
    mark_kept,
    postpone,
    wait_for_thread,
    wanted_evidence,
)
from bot.models import Evidence, Message, key
from bot.outbox.settling import THREAD_GONE
from bot.slack.refusals import CALL_FAILED, FILE_UNANSWERED, SERVER_ERROR, TOO_MANY_REQUESTS, refusal_of
from bot.storage import Store, StoreBusy
from bot.typed import is_person_id
from messages.note import evidence_words

LARGEST = 10 * 1024 * 1024
"""Bytes; what a file_input takes (docs.slack.dev, file input element)."""
TYPES = frozenset(
    {"image/png", "image/jpeg", "image/gif", "image/webp", "image/heic", "image/heif", "application/pdf"}
)
"""As the form asks for; what it asks is only a hint to Slack's client."""
FILES = ("https", "files.slack.com", None)
"""Where Slack keeps files (docs.slack.dev, file object, url_private)."""
CHUNK = 64 * 1024
MOST_TRIES = 5

log = structlog.get_logger()


class NotKept(Exception):
    """A file cannot be kept; the text says why, for the thread."""


class TooLarge(NotKept):
    """A file is larger than what is kept, as Slack says before or as it turns out."""

    def __init__(self) -> None:
        super().__init__("The file is larger than 10 MB.")


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

    async def keep_wanted(self) -> int:
        """Fetch every file that is wanted and put it into its case's thread; a failure is said there. Return how many there were."""
        if self._is_busy:
            return 0
        self._is_busy = True
        try:
            wanted = await self._store.read(wanted_evidence, now=self._now())
            for row, root in wanted:
                if await self._store.run_behind(claim_evidence, row, now=self._now()):
                    await self._keep(row, root)
            return len(wanted)
        except StoreBusy:  # what is wanted is still wanted at the next tick, or when its lease has ended
            return 0
        finally:
            self._is_busy = False

    async def _keep(self, row: Evidence, root: Message) -> None:
        try:
            name, content = await self._fetch(row.file_id)
            copy = await self._copy_in(row, root) if row.tries > 1 else ""
            copy = copy or await self._put(row, root, name, content)
        except NotKept as problem:
            await self._store.run_behind(mark_failed, row, str(problem), now=self._now())
        except SlackApiError as error:
            await self._refused(row, error)
        except FILE_UNANSWERED as error:
            await self._again(row, type(error).__name__)
        else:
            await self._note_kept(row, Copy(copy, name, len(content), sha256(content).hexdigest()))

    async def _note_kept(self, row: Evidence, copy: Copy) -> None:
        """Write down what was kept; where it is no longer wanted, take our copy out of Slack again."""
        if await self._store.run_behind(mark_kept, row, copy, now=self._now()) or not copy.file_id:
            return
        log.info("evidence_not_wanted", case=row.case_id)
        try:
            await self._client.files_delete(file=copy.file_id)
        except CALL_FAILED as error:
            log.warning("evidence_not_removed", case=row.case_id, error=type(error).__name__)

    async def _put(self, row: Evidence, root: Message, name: str, content: bytes) -> str:
        """Put a file into the thread, and return the id of what stands there."""
        answer: Any = await self._client.files_upload_v2(
            channel=root.posted_to,
            thread_ts=root.ts,
            filename=name,
            title=f"{name}{_mark(row)}",
            initial_comment=evidence_words(name),
            content=content,
        )
        return next((str(file.get("id") or "") for file in answer.get("files") or ()), "")

    async def _copy_in(self, row: Evidence, root: Message) -> str:
        """Return the id of the file that an earlier try, whose end is not known, has put into the thread; empty where there is none.

        A direct message is not looked up, since oops may not read it: there a rare double is accepted.
        """
        if is_person_id(root.channel_id):
            return ""
        thread: Any = await self._client.conversations_replies(
            channel=root.posted_to or "", ts=root.ts or "", limit=1000
        )
        files = [file for said in thread["messages"] for file in said.get("files", ())]
        return next(
            (str(file["id"]) for file in files if str(file.get("title") or "").endswith(_mark(row))), ""
        )

    async def _refused(self, row: Evidence, error: SlackApiError) -> None:
        refusal = refusal_of(error)
        if refusal.is_passing:
            await self._again(row, refusal.text)
        elif refusal.code in outbox.CHANNEL_LOST or refusal.is_app_removed:
            await self._store.run_behind(postpone, key(row), until=self._now() + LEASE, counts=False)
        elif refusal.code in THREAD_GONE and row.tries < MOST_TRIES:
            await self._store.run_behind(wait_for_thread, row, now=self._now())
        else:
            log.warning("evidence_not_kept", case=row.case_id, error=refusal.code)
            sentence = f"Slack did not hand the file over ({refusal.code})."
            await self._store.run_behind(mark_failed, row, sentence, now=self._now())

    async def _again(self, row: Evidence, error: str) -> None:
        log.warning("evidence_not_kept_yet", case=row.case_id, error=error, tries=row.tries)
        if row.tries >= MOST_TRIES:
            sentence = "Slack could not be reached for it, several times."
            await self._store.run_behind(mark_failed, row, sentence, now=self._now())
        else:
            await self._store.run_behind(postpone, key(row), until=self._now() + AGAIN * row.tries)

    async def _fetch(self, file_id: str) -> tuple[str, bytes]:
        answer: Any = await self._client.files_info(file=file_id)
        file = answer["file"]
        address = file.get("url_private_download") or file.get("url_private") or ""
        if not self._is_slacks(address):
            raise NotKept("The file is not one of Slack's own.")
        if file.get("mimetype") not in TYPES:
            raise NotKept("Only pictures and PDF files are kept.")
        if int(file.get("size") or 0) > LARGEST:
            raise TooLarge
        headers = {"Authorization": f"Bearer {self._client.token}"}
        async with self._http.get(address, headers=headers, allow_redirects=False) as response:
            is_page = response.content_type == "text/html"
            if response.status >= SERVER_ERROR or response.status == TOO_MANY_REQUESTS:
                raise ClientError
            if response.status != 200 or is_page:  # noqa: PLR2004  HTTP: ok; Slack shows a sign-in page for a refusal
                raise NotKept("Slack did not let us read the file. The app needs the permission files:read.")
            content = bytearray()
            async for chunk in response.content.iter_chunked(CHUNK):
                content += chunk
                if len(content) > LARGEST:
                    raise TooLarge
        return str(file.get("name") or file_id), bytes(content)

    def _is_slacks(self, address: str) -> bool:
        """Return whether an address is Slack's own: the bot's token is sent nowhere else."""
        return _origin(address) in {_origin(self._client.base_url), FILES}


def _origin(address: str) -> tuple[str, str | None, int | None] | None:
    """Return scheme, host and port; None for what is no address, or has a name or password before its host."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    return None if "@" in parts.netloc else (parts.scheme, parts.hostname, port)


def _mark(row: Evidence) -> str:
    """Return how the title of a kept file ends, so that it can be found in the thread."""
    return f" (evidence {row.id})"
