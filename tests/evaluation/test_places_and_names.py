import math
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation.scores import Counts
from rashomon.evaluation.sets.name_bench import Pair, count, read_pairs
from rashomon.evaluation.sets.toponyms import Toponym, distance_km, read_articles, read_gold, town_of
from rashomon.records import ActorKind, Place, PlaceKind
from tests.link.world import make_gazetteer


def test_gold_rows_are_parted_by_two_commas() -> None:
    found = read_gold("Mali,,Malian,,17.0,,-4.0,,10,,16\nGao,,Gao,,16.27,,-0.04,,20,,23,,86353\n")
    assert found == (Toponym(10, 16, "Malian", 17.0, -4.0), Toponym(20, 23, "Gao", 16.27, -0.04))


def test_one_degree_of_latitude_is_111_km_and_no_coordinates_are_infinitely_far() -> None:
    here = Place("geo-1", "A", ("A",), PlaceKind.TOWN, lat=10.0, lon=20.0)
    assert distance_km(here, Toponym(0, 1, "A", 11.0, 20.0)) == pytest.approx(111.195, abs=0.01)
    assert distance_km(None, Toponym(0, 1, "A", 11.0, 20.0)) == math.inf


def test_a_pair_counts_from_the_threshold_on() -> None:
    pair = Pair("g", ActorKind.PERSON, "A", "B", same=True)
    assert count(pair, 0.7) == Counts(1, 1, 1)
    assert count(pair, 0.69) == Counts(0, 0, 1)


def test_a_folder_without_gold_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gold"):
        read_articles(tmp_path)
    with pytest.raises(InputError, match=r"cases\.csv"):
        read_pairs(tmp_path)


def test_the_district_of_gold_is_that_of_the_town_at_its_position(tmp_path: Path) -> None:
    gazetteer = make_gazetteer(tmp_path / "small.sqlite")
    known = town_of(Toponym(0, 8, "Asadabad", 34.9, 71.2), gazetteer)
    assert known is not None
    assert (known.adm1, known.adm2) == (10, 22)
    assert town_of(Toponym(0, 8, "Asadabad", 33.0, 66.0), gazetteer) is None
    gazetteer.close()
