from tests.ingest.reading import read_bytes

BODY = "Gunmen attacked a convoy near the town of Gao, killing four soldiers, the army said in a statement."


def _outlet(text: str, name: str = "a.txt") -> str:
    return read_bytes(text.encode(), name)[0][0][1].name


def test_printed_publisher() -> None:
    assert (
        _outlet(f"Convoy attacked near Gao\n\n{BODY}\n\n© 2020 Example Herald. All rights reserved.")
        == "Example Herald"
    )
    assert _outlet(f"The Guardian | World\n\nConvoy attacked near Gao\n\n{BODY}") == "The Guardian"
    bio = "Amina Example, analyst, exclusively for the magazine “Example Review”."
    assert _outlet(f"Convoy attacked near Gao\n\n{BODY}\n\n{bio}") == "Example Review"


def test_agency_in_the_dateline_counts_only_where_nothing_else_names_the_publisher() -> None:
    text = f"Convoy attacked near Gao\n\nGAO, Mali (Reuters) - {BODY}"
    assert _outlet(text) == "Reuters"
    assert _outlet(f"{text}\n\n© 2020 Example Herald") == "Example Herald"


def test_outlet_named_in_the_text_is_not_the_publisher() -> None:
    text = f"Convoy attacked near Gao\n\n{BODY}\n\nThe Guardian:\n\n{BODY} It said so."
    assert _outlet(text).startswith("unknown outlet")


def test_two_unknown_outlets_are_two() -> None:
    one, two = (read_bytes(BODY.encode(), name) for name in ("a.txt", "b.txt"))
    assert one[0][0][1].id != two[0][0][1].id
    assert "outlet-unknown" in {issue.code for issue in one[1]}


def test_register_fills_kind_country_owner() -> None:
    outlet = read_bytes(f'{{"text": "{BODY}", "url": "https://tass.com/world/1"}}'.encode(), "a.jsonl")[0][0][1]
    assert (outlet.name, outlet.kind, outlet.country, outlet.owner) == ("TASS", "wire", "RU", "Russian Federation")


def test_stated_outlet_is_known_by_the_first_part_of_its_address() -> None:
    lines = (f'{{"text": "{BODY}", "source": "{name}"}}' for name in ("manar", "jordantimes", "news", "gazette"))
    found = [read_bytes(line.encode(), "a.jsonl")[0][0][1] for line in lines]
    assert [outlet.name for outlet in found] == ["Al-Manar", "The Jordan Times", "news", "gazette"]
