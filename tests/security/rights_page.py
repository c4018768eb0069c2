"""The table of docs/rights.md: `python -m tests.security.rights_page` writes it."""

from tests.architecture import ROOT
from tests.security.rights import VERBS, Role

PAGE = ROOT / "docs" / "rights.md"
BEGIN, END = "<!-- rights: written by python -m tests.security.rights_page -->\n", "<!-- rights end -->"


def table() -> str:
    """Return verbs by roles as Markdown."""
    head = ["", *Role]
    rows = [[f"{verb.does} (`{verb.id}`)", *(verb.outcomes[role] for role in Role)] for verb in VERBS]
    return "".join(f"| {' | '.join(row)} |\n" for row in [head, ["---"] * len(head), *rows])


def page_with(page: str, shown: str) -> str:
    """Return the page with this table in the place of its own."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}{shown}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page_with(PAGE.read_text(), table()))
