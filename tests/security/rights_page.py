"""The tables of docs/rights.md: `python -m tests.security.rights_page` writes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from tests.architecture import ROOT
from tests.security.rights import VERBS, Outcome, Role
from tests.security.rights_beside import DEEDS, Person

PAGE = ROOT / "docs" / "rights.md"
BEGIN, END = "<!-- {}: written by python -m tests.security.rights_page -->\n", "<!-- {} end -->"
Row = tuple[str, str, Mapping[Any, Outcome]]


def table(roles: Iterable[str], rows: Iterable[Row]) -> str:
    """Return what can be done by roles as Markdown; a row is what it does, its id, and the outcome for each role."""
    head = ["", *roles]
    lines = [[f"{does} (`{name}`)", *(outcomes[role] for role in head[1:])] for does, name, outcomes in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in [head, ["---"] * len(head), *lines])


def tables() -> dict[str, str]:
    """Return each table by its name in the page."""
    verbs = ((verb.does, verb.id, verb.outcomes) for verb in VERBS)
    deeds = ((deed.does, deed.id, deed.outcomes) for deed in DEEDS)
    return {"rights": table(Role, verbs), "rights beside a case": table(Person, deeds)}


def page_with(page: str) -> str:
    """Return the page with these tables in the place of its own."""
    for name, shown in tables().items():
        before, _, rest = page.partition(BEGIN.format(name))
        page = f"{before}{BEGIN.format(name)}{shown}{END.format(name)}{rest.partition(END.format(name))[2]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(page_with(PAGE.read_text()))
