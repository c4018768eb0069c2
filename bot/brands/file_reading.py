"""Reading the file of settings: every problem is found in one pass, each with its line.

A scalar is taken as it is written, and the key says what it has to be: a name may be ``no`` and a time ``22:00``, which YAML
alone would read as a boolean and a number.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Self, TypeVar

import yaml

from bot.brand import LEADER, Relation, Reputation
from bot.brands import values
from bot.brands.answers import SLIDERS
from bot.errors import OopsError
from bot.report import Affected, RedFlag
from bot.voice import ApologyVerb, Emoji, Preset, Pronoun

LONGEST = 5_000_000
"""Characters: a hundred brands with two hundred key people each are about three million."""

BACKUP_LEADS = "The backup is the lead: name somebody else, or nobody."

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)
Read = Callable[["_Pass", yaml.Node], Any]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Four times as fast where PyYAML was built with libyaml; 20,000 key people take seconds."""
_NULL = "tag:yaml.org,2002:null"
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)
_YES, _NO = {"true", "yes", "on"}, {"false", "no", "off"}


class SettingsFileWrong(OopsError):
    """The file cannot be taken over; ``problems`` are sentences with their lines."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("Nothing was changed. What is wrong with the file:\n" + "\n".join(problems))

    @classmethod
    def at(cls, problems: Iterable[tuple[int, str]]) -> Self:
        """Return the error for sentences by their lines, from the top of the file down."""
        return cls([f"line {line}: {sentence}" for line, sentence in sorted(problems)])


@dataclass(frozen=True, slots=True)
class FileBrand:
    """What the file says of one brand: columns of its row, and the line of each key."""

    line: int
    name: str
    columns: dict[str, Any]
    lines: dict[str, int]
    contacts: list[dict[str, Any]] | None = None


@dataclass(slots=True)
class _Pass:
    """One reading of the file, with the problems found so far by their line."""

    problems: list[tuple[int, str]] = field(default_factory=list)

    def wrong(self, node: yaml.Node, sentence: str) -> None:
        self.problems.append((_line(node), sentence))


def read_settings_file(text: str) -> list[FileBrand]:
    """Return what the file says, brand by brand. Raises SettingsFileWrong with every problem at once."""
    if len(text) > LONGEST:
        raise SettingsFileWrong([f"The file is longer than {LONGEST:,} characters."])
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise SettingsFileWrong([_syntax(error)]) from None
    reading = _Pass()
    brands = _brands(reading, root)
    if reading.problems:
        raise SettingsFileWrong.at(reading.problems)
    return brands


def _brands(reading: _Pass, root: yaml.Node | None) -> list[FileBrand]:
    if root is None:
        reading.problems.append((1, "The file is empty. It begins with brands: and a list."))
        return []
    top = _mapping(reading, root, {"brands"}, "the file")
    if "brands" not in top:
        reading.wrong(root, "The key brands is missing, with the list of brands below it.")
        return []
    found = [_brand(reading, node) for node in _items(reading, top["brands"])]
    brands = [brand for brand in found if brand is not None]
    first: dict[str, int] = {}
    for brand in brands:
        if (line := first.setdefault(brand.name.casefold(), brand.line)) != brand.line:
            reading.problems.append(
                (brand.line, f"“{brand.name}” is named twice; the first one is in line {line}.")
            )
    return brands


def _brand(reading: _Pass, node: yaml.Node) -> FileBrand | None:
    given = _mapping(reading, node, {"name", "quiet_hours", "contacts", *COLUMNS}, "a brand")
    if "name" not in given:
        if isinstance(node, yaml.MappingNode):
            reading.wrong(node, "This brand has no name.")
        return None
    name = _scalar(reading, given["name"], values.name_of)
    columns = {column: read(reading, given[key]) for key, (column, read) in COLUMNS.items() if key in given}
    if "quiet_hours" in given:
        start, end = _scalar(reading, given["quiet_hours"], _quiet_hours) or (None, None)
        columns |= {"quiet_from": start, "quiet_until": end}
    if columns.get("lead") and columns.get("lead") == columns.get("backup"):
        reading.wrong(given["backup"], BACKUP_LEADS)
    contacts = (
        [_contact(reading, one) for one in _items(reading, given["contacts"])]
        if "contacts" in given
        else None
    )
    lines = {key: _line(one) for key, one in given.items()}
    return FileBrand(_line(node), name or "", columns, lines, contacts)


def _contact(reading: _Pass, node: yaml.Node) -> dict[str, Any]:
    given = _mapping(reading, node, {"name", "role", "reach", "affected"}, "a key person")
    found = {
        name: (_scalar(reading, given[name], values.line_of) or "") if name in given else ""
        for name in ("name", "role", "reach")
    }
    if not found["name"] and isinstance(node, yaml.MappingNode):
        reading.wrong(given.get("name", node), "This key person has no name.")
    affected = _choices(Affected)(reading, given["affected"]) if "affected" in given else []
    return {**found, "affected": [one.value for one in Affected if one.value in affected]}


def _voice(reading: _Pass, node: yaml.Node) -> dict[str, Any]:
    given = _mapping(reading, node, set(VOICE), "a voice")
    return {name: VOICE[name](reading, one) for name, one in given.items()}


def _calls(reading: _Pass, node: yaml.Node) -> dict[str, str]:
    parsers = {flag.value: values.line_of for flag in RedFlag} | {LEADER: values.leader_of}
    given = _mapping(reading, node, set(parsers), "call")
    said = {name: _scalar(reading, one, parsers[name]) for name, one in given.items()}
    return {name: said[name] or "" for name in parsers if said.get(name)}


def _one(parse: Callable[[str], T]) -> Read:
    return lambda reading, node: _scalar(reading, node, parse)


def _list(parse: Callable[[str], T]) -> Read:
    def read(reading: _Pass, node: yaml.Node) -> list[Any]:
        found = [_scalar(reading, one, parse) for one in _items(reading, node)]
        return list(dict.fromkeys(one for one in found if one is not None))

    return read


def _choice(enum: type[Choice]) -> Read:
    return _one(lambda text: _member(enum, text))


def _choices(enum: type[Choice]) -> Read:
    return _list(lambda text: _member(enum, text))


def _member(enum: type[Choice], text: str) -> Choice:
    known = {member.value: member for member in enum}
    if text not in known:
        raise OopsError(f"“{text}” is none of {', '.join(known)}.")
    return known[text]


def _flag(text: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise OopsError(f"“{text}” is neither true nor false.")
    return text.lower() in _YES


def _number(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if _WHOLE.fullmatch(text) and least <= int(text) <= most:
            return int(text)
        raise OopsError(f"“{text}” is no whole number from {least} to {most}.")

    return parse


def _quiet_hours(text: str) -> tuple[str | None, str | None]:
    if not text:
        return None, None
    start, dash, end = text.replace("\u2013", "-").partition("-")
    if not dash:
        raise OopsError(f"“{text}” are no quiet hours. Write them as 22:00-07:00.")
    hours = values.time_of_day(start), values.time_of_day(end)
    values.require_quiet_hours(*hours)
    return hours


def _words(text: str) -> str:
    return values.words_within([values.line_of(text)])[0]


def _scalar(reading: _Pass, node: yaml.Node, parse: Callable[[str], T]) -> T | None:
    if not isinstance(node, yaml.ScalarNode):
        reading.wrong(node, "Here is a list or a mapping; one value belongs here.")
        return None
    try:
        return parse("" if node.tag == _NULL else str(node.value).strip())
    except OopsError as error:
        reading.wrong(node, str(error))
        return None


def _items(reading: _Pass, node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if not (isinstance(node, yaml.ScalarNode) and node.tag == _NULL):
        reading.wrong(node, "A list belongs here: one thing on each line, after a dash.")
    return []


def _mapping(reading: _Pass, node: yaml.Node, known: set[str], where: str) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        if not (isinstance(node, yaml.ScalarNode) and node.tag == _NULL):
            reading.wrong(node, f"Keys and values belong here, as they describe {where}.")
        return {}
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" Known are {', '.join(sorted(known))}."
            reading.wrong(key, f"“{name}” is not known in {where}.{hint}")
        elif name in found:
            reading.wrong(key, f"“{name}” stands here twice.")
        else:
            found[name] = value
    return found


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _syntax(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}: " if mark is not None else ""
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return f"{where}This is not YAML: {reason}."


_APPROVALS = _number(1, 2)
_SLIDER = _number(-1, 1)
COLUMNS: Mapping[str, tuple[str, Read]] = {
    "archived": ("is_archived", _one(_flag)),
    "relation": ("relation", _choice(Relation)),
    "reputation": ("reputation", _choice(Reputation)),
    "response_channel": ("response_channel", _one(values.channel_of)),
    "lead": ("lead", _one(values.person_of)),
    "backup": ("backup", _one(values.person_of)),
    "approvers": ("approvers", _list(values.approver_of)),
    "approvals_needed": ("approvals_needed", _one(_APPROVALS)),
    "self_approval": ("self_approval", _one(_flag)),
    "timezone": ("timezone", _one(values.timezone_of)),
    "quiet_weekends": ("rests_on_weekends", _one(_flag)),
    "check_ins": ("check_ins", _one(values.check_ins_of)),
    "weekly_digest": ("weekly_digest", _one(_flag)),
    "keep_days": ("keep_days", _one(values.keep_days_of)),
    "voice": ("voice", _voice),
    "call": ("owners", _calls),
}
"""Each key of a brand with the column that it stands for."""
VOICE: Mapping[str, Read] = {
    "preset": _choice(Preset),
    **{name: _one(_SLIDER) for name in SLIDERS},
    "pronoun": _choice(Pronoun),
    "contractions": _one(_flag),
    "emoji": _choice(Emoji),
    "apology_verb": _choice(ApologyVerb),
    "sign_off": _one(lambda text: values.line_of(text, values.SIGN_OFF_LONGEST)),
    "words_to_use": _list(_words),
    "words_to_avoid": _list(_words),
}
