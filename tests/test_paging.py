"""Pages of a long list."""

import pytest

from bot.paging import list_page


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (40, 2), (41, 3)])
def test_a_page_begins_where_the_one_before_is_full(total: int, pages: int) -> None:
    assert list_page(0, total=total, size=20).count == pages


@pytest.mark.parametrize(("wanted", "shown"), [(-1, 0), (0, 0), (2, 2), (3, 2), (99, 2)])
def test_a_page_that_is_not_there_is_the_nearest_that_is(wanted: int, shown: int) -> None:
    assert list_page(wanted, total=45, size=20).number == shown


def test_every_row_stands_on_exactly_one_page() -> None:
    rows = list(range(45))

    pages = [list_page(number, total=len(rows), size=20).of(rows) for number in range(3)]

    assert [row for page in pages for row in page] == rows
