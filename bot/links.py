"""What addresses lead to: the same thing as another one, or the inside of a workspace, which the public neither may nor can open."""

import re
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

_SAME_HOST = {"twitter.com": "x.com", "old.reddit.com": "reddit.com", "fb.com": "facebook.com"}
_PREFIXES = ("www.", "m.", "mobile.")
_TRACKING = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "igsh", "igshid", "mc_cid", "mc_eid", "si", "ref", "ref_src", "ref_url"}
)  # fmt: skip
"""Parameters that say who shared an address, not what it leads to; so do those that begin with ``utm_``."""
_SHARED_FROM_X = frozenset({"s", "t"})

_INSIDE = re.compile(
    r"(?<![\w.+-])(?:https?://)?(?:[\w.+-]+@)?(?!(?:www|join|status|docs|api)\.)"
    r"(?:(?:[\w-]+\.)+slack(?:-gov)?\.com|slack(?:-gov)?\.com/(?:archives|client|app_redirect|files))(?![\w-]|\.\w)(?::\d+)?"
    r"(?:/(?:[^\s<>|]*[^\s<>|.,;:!?)\]}'\"])?)?"
    r"|(?<!\w)slack://[^\s<>|]*",
    re.IGNORECASE,
)
"""Messages, files and people of a workspace, and a channel's own mail address; not what Slack publishes or an invitation to join."""


def inside_links(text: str) -> list[tuple[int, int]]:
    """Return where in the text addresses inside Slack stand."""
    return [found.span() for found in _INSIDE.finditer(text)] if "slack" in text.lower() else []


def without_inside_links(text: str, instead: str) -> str:
    """Return the text with ``instead`` in the place of every address inside Slack."""
    for start, end in reversed(inside_links(text)):
        text = text[:start] + instead + text[end:]
    return text


def one_spelling(link: str) -> str:
    """Return an address without scheme, ``www.``, fragment, tracking parameters and a last slash; empty for none."""
    if not link:
        return ""
    parts = urlsplit(link.strip())
    host = _host(parts.hostname or "")
    path, given = parts.path.rstrip("/"), parse_qsl(parts.query, keep_blank_values=True)
    if host == "youtu.be":
        host, path, given = "youtube.com", "/watch", [("v", path.strip("/")), *given]
    dropped = _TRACKING | (_SHARED_FROM_X if host == "x.com" else frozenset())
    kept = sorted(
        (name, value) for name, value in given if name not in dropped and not name.startswith("utm_")
    )
    return f"{host}{path}{'?' + urlencode(kept) if kept else ''}"


def link_key(link: str) -> str:
    """Return what two addresses of the same thing have in common, without saying what it is; empty for none."""
    spelt = one_spelling(link)
    return sha256(spelt.encode(errors="replace")).hexdigest() if spelt else ""


def _host(name: str) -> str:
    for prefix in _PREFIXES:
        if name.count(".") > 1:
            name = name.removeprefix(prefix)
    return _SAME_HOST.get(name, name)
