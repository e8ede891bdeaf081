from pathlib import Path

import pytest

from rashomon.errors import GazetteerError
from rashomon.link.gazetteer import Gazetteer, install, open_gazetteer
from rashomon.link.gazetteer.entries import Basis
from rashomon.link.gazetteer.spelling import display_name, usable
from rashomon.records import PlaceKind


def test_a_name_is_found_as_printed_by_sound_and_without_generic_words(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Kunar Province")[0].how == "name"
    assert {found.entry.country for found in gazetteer.find("Asad Abad")} == {"AF", "IR"}
    assert {found.how for found in gazetteer.find("Puli Khesar")} == {"sound"}


def test_likeness_is_looked_for_in_one_country_only(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Asadabed") == ()
    found = gazetteer.find("Asadabed", "AF")
    assert {one.entry.country for one in found} == {"AF"}
    assert {one.how for one in found} == {"fuzzy"}


def test_knows_takes_spelling_seriously(gazetteer: Gazetteer) -> None:
    assert gazetteer.knows("KUNAR")
    assert gazetteer.knows("Kunar province")
    assert not gazetteer.knows("Puli Khesar")
    assert not gazetteer.knows("Gao")  # too short to be told from a word


def test_divisions_lie_where_their_seat_or_towns_lie(gazetteer: Gazetteer) -> None:
    seat, bare = gazetteer.entry(20), gazetteer.entry(23)
    assert seat is not None
    assert (seat.lat, seat.basis) == (35.62, Basis.NAMESAKE)
    assert bare is not None
    assert bare.basis is Basis.PARENT
    country = gazetteer.country("AF")
    assert country is not None
    assert country.kind is PlaceKind.COUNTRY


def test_a_file_of_another_version_is_built_anew_and_half_a_file_is_never_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "places.sqlite"
    path.write_bytes(b"no database")
    steps: list[str] = []

    def fail(target: Path, *_: object) -> None:
        steps.append(target.name)
        assert target != path
        raise OSError("disk full")

    monkeypatch.setattr(install, "build", fail)
    with pytest.raises(GazetteerError, match="disk full"):
        open_gazetteer(path)
    assert steps
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"no database"


@pytest.mark.parametrize(
    ("local", "aliases", "shown"),
    [
        ("Panjshayr", ("Panjsher viloyati", "Panjshir Province"), "Panjshir"),
        ("Herāt", (), "Herat"),
        ("São Paulo", (), "São Paulo"),
        ("Pul-e Ḩişār", (), "Pul-e Hisar"),
        ("Herat District", (), "Herat"),
    ],
)
def test_names_are_shown_as_english_reports_print_them(local: str, aliases: tuple[str, ...], shown: str) -> None:
    assert display_name(local, aliases) == shown


@pytest.mark.parametrize(("alias", "kept"), [("Kaboul", True), ("KBL", False), ("ka bu er", False), ("Кабул", False)])
def test_aliases_that_nobody_prints_are_left_out(alias: str, kept: bool) -> None:
    assert usable(alias) is kept
