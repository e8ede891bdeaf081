"""What the words before a name say of where something lies."""

import pytest

from rashomon.link.gazetteer import Gazetteer
from rashomon.link.places.beside import Beside, read_beside
from rashomon.records import PlaceKind
from tests.link.test_places import only
from tests.link.world import LEXICON


def beside(before: str) -> Beside:
    return read_beside(f"{before} Barwa", len(before) + 1, LEXICON.places)


@pytest.mark.parametrize(
    ("before", "km", "bearing"),
    [
        ("Clashes were reported 30 km north of", 30.0, 0.0),
        ("They camped 10 miles south-west of the town of", 16.1, 225.0),
        ("They camped 15 km from", 15.0, None),
        ("They camped 15 km away from", 15.0, None),
        ("Troops moved east of", None, 90.0),
        ("Troops moved to the north of", None, 0.0),
        ("The area west of", None, 270.0),
        ("Fighting spread near the village of", None, None),
        ("Fighting spread on the outskirts of", None, None),
    ],
)
def test_near_and_off(before: str, km: float | None, bearing: float | None) -> None:
    found = beside(before)
    assert (found.near, found.km, found.bearing) == (True, km, bearing)


@pytest.mark.parametrize("before", ["in the north of", "in the far north of"])
def test_with_an_article_a_direction_is_a_part(before: str) -> None:
    assert (beside(before).part, beside(before).near) == ("north", False)


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("on the road between", PlaceKind.REGION),
        ("the highway from", PlaceKind.REGION),
        ("the border between", PlaceKind.BORDER),
        ("near the border with", PlaceKind.BORDER),
    ],
)
def test_lines(before: str, kind: PlaceKind) -> None:
    assert beside(before).line is kind


@pytest.mark.parametrize("before", ["a man from", "the army of", "peace with", "talks between", "in the town of", "in"])
def test_nothing_is_beside_what_stands_there_itself(before: str) -> None:
    assert beside(before) == Beside()


def test_off_a_town_the_position_is_moved_and_what_is_not_known_is_left_out(gazetteer: Gazetteer) -> None:
    at = only(gazetteer, "Afghan officials said that Asadabad was calm.", "Asadabad")
    off = only(gazetteer, "Afghan officials said that a mine went off 40 km north of Asadabad.", "Asadabad")
    assert at.lat is not None
    assert off.lat == pytest.approx(at.lat + 40 / 111.32, abs=0.001)
    assert (off.lon, off.adm1, off.adm2, off.precision) == (pytest.approx(at.lon, abs=0.001), "Kunar", None, 2)
    assert off.name == "40 km north of Asadabad"
    assert off.id != at.id


def test_near_a_name_of_town_and_province_is_near_the_town(gazetteer: Gazetteer) -> None:
    near = only(gazetteer, "Fighting was heard near Kabul.", "Kabul")
    assert (near.kind, near.precision, near.name) == (PlaceKind.TOWN, 2, "Kabul")
