"""The rules as tables, read from the code: python -m tests.judgement_table writes them into docs/judgement.md."""

import ast
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.decision import limits, points, raises, stops
from bot.decision.rule import SECOND, Effect, Rule
from bot.decision.sources import ARTICLE, FURTHER

PAGE = Path(__file__).parent.parent / "docs" / "judgement.md"
BEGIN, END = "<!-- rules: written by python -m tests.judgement_table -->", "<!-- end of rules -->"


def tables() -> str:
    """Return the tables of rules and sources as Markdown."""
    conditions = _conditions()
    parts = [
        "### Points\n\n" + _points(points.POINT_RULES, conditions),
        "### Raises, caps and floors\n\n"
        + _steps((*raises.RAISES, *limits.CAPS, *limits.FLOORS), conditions),
        "### Stops and calls\n\n" + _steps((*stops.STOPS, *stops.CALLS, *stops.AT_ONCE), conditions),
        "### Sources\n\n" + _sources(),
    ]
    return "\n\n".join(parts)


def page_with(text: str, written: str) -> str:
    """Return the page's text with ``written`` between the two marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{written}\n\n{END}{after}"


def _conditions() -> dict[str, str]:
    """Return each rule's condition by the rule's name: as it stands in the code (``f`` are the facts), or a function's words."""
    found = {}
    for module in (limits, points, raises, stops):
        tree = ast.parse(Path(str(module.__file__)).read_text())
        words = {
            each.name: ast.get_docstring(each) for each in tree.body if isinstance(each, ast.FunctionDef)
        }
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "Rule":
                name, when = call.args[0], call.args[1]
                if isinstance(name, ast.Constant):
                    found[str(name.value)] = _told(when, words)
                elif isinstance(name, ast.Name) and name.id.isupper():
                    found[str(getattr(module, name.id))] = _told(when, words)
    return found


def _told(when: ast.expr, words: Mapping[str, str | None]) -> str:
    if isinstance(when, ast.Name):
        return f"{words[when.id]} (`{when.id}`)"
    return f"`{ast.unparse(when.body if isinstance(when, ast.Lambda) else when)}`"


def _condition(rule: Rule, conditions: dict[str, str]) -> str:
    kind, _, value = rule.name.partition("-")
    return conditions.get(rule.name, f"`{kind} is {value.replace('-', '_')}`")


def _points(rules: Iterable[Rule], conditions: dict[str, str]) -> str:
    rows = [
        (rule.name, _condition(rule, conditions), f"{rule.weight:+d}", _reason(rule), rule.source)
        for rule in rules
    ]
    return _table(("rule", "when", "points", "reason", "source"), rows)


def _steps(rules: Iterable[Rule], conditions: dict[str, str]) -> str:
    rows = [
        (rule.name, _condition(rule, conditions), _effect(rule), _reason(rule), rule.source) for rule in rules
    ]
    return _table(("rule", "when", "effect", "reason", "source"), rows)


def _reason(rule: Rule) -> str:
    """Return what a rule says, and what it says instead at levels with which that is at odds."""
    levels: dict[str, list[str]] = {}
    for level, text in rule.text_at.items():
        levels.setdefault(text, []).append(level.value)
    return " ".join([rule.text, *(f"({' and '.join(at)}: {text})" for text, at in levels.items())])


def _effect(rule: Rule) -> str:
    if rule.effect in {Effect.STOP, Effect.CALL, Effect.AT_ONCE}:
        return str(rule.effect.value)
    level = "rank 2" if rule.rank == SECOND.rank else rule.level.value
    return f"{rule.effect.value} {level}"


def _sources() -> str:
    rows = [(name, text) for name, text in (ARTICLE | FURTHER).items()]
    return _table(("short", "what it is"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def main() -> None:
    """Write the tables into the page."""
    PAGE.write_text(page_with(PAGE.read_text(), tables()))
    sys.stdout.write(f"{PAGE} is up to date.\n")


if __name__ == "__main__":
    main()
