"""A like or a share of somebody else's post: the words must not say that we published it."""

import re

from bot.channels import SOCIAL
from bot.report import Report

_TOLD = re.compile(
    r"\b(?:we|i|somebody|someone|intern|colleague|manager|account|page|profile|team|brand|club|ceo)\b"
    r"(?: (?!(?:and|but|or|that|which|who|when|after|before|post|posted|wrote|said)\b)[\w'’]+){0,5}?"
    r" (?P<verb>liked|hearted|favou?rited|shared|reshared|re-?posted|retweeted|boosted)"
    r" (?:an?|another|the|this|that|some|two|several|[\w-]+['’]s) (?!(?:wrong|draft|link|password|number|file|address|name|list)\b)",
    re.IGNORECASE,
)
_LIKES = ("like", "heart", "favo")


def gesture_of(report: Report, brand_name: str) -> str:
    """Return what was done with somebody else's post on a platform: "liked" or "shared"; empty where it was our own."""
    what = report.what.replace(brand_name.strip() or "we", "we")
    told = _TOLD.search(what) if report.channel in SOCIAL else None
    if told is None:
        return ""
    return "liked" if told["verb"].lower().startswith(_LIKES) else "shared"
