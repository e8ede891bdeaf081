"""Tables for people: width, wrapping, alignment, and nothing that a terminal would obey."""

import pytest

from rashomon.cli.tables import draw_rows, draw_table, plain, shown_width

LONG = "a long sentence that has to be wrapped because no terminal is as wide as this, whatever its owner says"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_table_keeps_to_its_width(width: int) -> None:
    rows = [["clm-1a2b3c4d", "2026-03-03", LONG, LONG]]
    lines = list(draw_table(["id", "when", "first", "second"], rows, width))
    assert all(shown_width(line) <= max(width, 12 + 10 + 6 + 6 + 6) for line in lines)
    told = " ".join(" ".join(lines).split())
    assert all(word in told for word in LONG.split() if len(word) <= 6)


def test_short_columns_are_not_broken() -> None:
    lines = list(draw_table(["id", "words"], [["clm-1a2b3c4d", LONG]], 40))
    assert lines[2].startswith("clm-1a2b3c4d  ")
    assert lines[3].startswith(" " * 14)


def test_numbers_stand_to_the_right() -> None:
    lines = list(draw_table(["origins", "who"], [["2", "a"], ["11", "b"]], 80))
    assert lines[2].startswith("      2  a")
    assert lines[3].startswith("     11  b")


def test_wide_letters_take_two_columns() -> None:
    assert shown_width("報告") == 4
    assert shown_width("Dembe\u0301le\u0301") == 7
    lines = list(draw_table(["name", "x"], [["報告", "1"], ["ab", "2"]], 80))
    assert [shown_width(line) for line in lines[2:]] == [shown_width(lines[2])] * 2


@pytest.mark.parametrize("text", ["a\x1b[31mred", "a\u202eb", "a\x07", "a\u200fb", "a\r\nb", "a\u2028b"])
def test_nothing_that_a_terminal_would_obey_is_printed(text: str) -> None:
    assert plain(text).isprintable()


def test_no_rows_give_a_head() -> None:
    assert next(draw_table(["a", "b"], [], 80)).split() == ["a", "b"]


def test_rows_of_long_cells_are_cards_where_a_table_would_be_towers():
    titles, row = ["id", "status", "origins", "one", "other"], ["clm-1a2b3c4d", "claimed", "2", LONG, LONG]
    lines = list(draw_rows(titles, [row, row], 60))
    assert lines[0] == "clm-1a2b3c4d  claimed  origins 2"
    assert lines[1].startswith("  one    ")
    assert [line for line in lines if not line] == [""]
    assert all(shown_width(line) <= 60 for line in lines)
    assert list(draw_rows(titles, [row, row], 2000)) == list(draw_table(titles, [row, row], 2000))
