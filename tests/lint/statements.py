"""The files of labelled statements: what the lint is made on, and what it is measured with."""

import hashlib
from pathlib import Path

_HERE = Path(__file__).parent
STATEMENTS = _HERE / "statements.jsonl"
"""What the phrases were made on."""
HELD_OUT = _HERE / "held_out.jsonl"
"""Odd lines were looked at while phrases were mended, and the weights are learned from them; the even ones are kept apart."""
LEARNED_FROM = _HERE / "learned_from.jsonl"
"""What the weights are learned from, besides; no phrase was made on it, but some that it showed to be loose were dropped."""
PUBLIC_LEARNED = _HERE / "public_learned.jsonl"
"""Public statements in other words, with the pages where they stand: the weights are learned from them, no phrase was made on them."""
PUBLIC_READ = _HERE / "public_read.jsonl"
"""More of them: the first 430 were read while phrases were mended, and the weights are learned from them all."""
UNSEEN = _HERE / "unseen.jsonl"
"""Written together with ``LEARNED_FROM`` and kept apart from it."""
PUBLIC = _HERE / "public.jsonl"
"""Public statements once more, kept apart as well: the first 262 have one judge, the others two. The last 441 were said after a post, a newsletter or an alert had gone wrong."""


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def digest() -> str:
    """Return what tells whether the weights were learned from the statements as they are."""
    read = hashlib.sha256()
    for path in (STATEMENTS, HELD_OUT, LEARNED_FROM, PUBLIC_LEARNED, PUBLIC_READ):
        read.update(path.read_bytes())
    return read.hexdigest()[:16]
