"""Texts that are nothing but one thing, as many as fit: what a check looks for again and again in vain."""

PARTS = ("!", "\n", " \n ", "a: ", "sorry, ", "if you, ", "Teh. ", "12:00 ", "1,", "Anna ", "a@", "[[")
LONGEST = 20_000


def flood(part: str) -> str:
    """Return twenty thousand characters of it."""
    return (part * LONGEST)[:LONGEST]
