"""Places that a user puts in: GeoNames dumps, own tables, divisions with p-codes. All rows are invented."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli.main import cli
from rashomon.errors import GazetteerError, InputError
from rashomon.link.gazetteer import Entry, Gazetteer, install, open_gazetteer
from rashomon.link.gazetteer.build import Progress, write_gazetteer
from rashomon.link.gazetteer.derive import place_divisions
from rashomon.link.gazetteer.entries import Basis
from rashomon.link.gazetteer.fetch import fetch_dump
from rashomon.link.gazetteer.geonames import read_dump
from rashomon.link.gazetteer.merge import merge
from rashomon.link.gazetteer.sources import Addition, read_additions, read_sources, write_source
from rashomon.link.gazetteer.tables import read_table
from rashomon.records import PlaceKind
from tests.link.world import ENTRIES, LEXICON

TABLE = LEXICON.places


def feature(
    identity: int, name: str, code: str, adm1: str = "", adm2: str = "", people: int = 0, more: str = ""
) -> str:
    group, _, kind = code.partition(".")
    cells = [str(identity), name, name, more, "35.5", "70.5", group, kind, "AF", "", adm1, adm2, "", "", str(people)]
    return "\t".join([*cells, "", "", "Asia/Kabul", "2020-01-01"])


DUMP = (
    feature(10, "Kunar", "A.ADM1", "34"),
    feature(101, "Deh Rawsan", "P.PPL", "34", "3401", 120, "Dih Rawshan,ده روشن"),
    feature(102, "Rode Rawsan", "H.STM", "34"),
    feature(103, "Bagh-e Rawsan", "S.AIRP", "34"),
    feature(104, "Old Well", "H.WLL", "34"),
    feature(105, "Kalay", "P.PPL", "34", "", 40),
)


def zipped(path: Path, member: str, lines: tuple[str, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "\n".join(lines) + "\n")


def make_dump(folder: Path, lines: tuple[str, ...] = DUMP) -> Path:
    zipped(folder / "AF.zip", "AF.txt", lines)
    (folder / "admin1CodesASCII.txt").write_text("AF.34\tKunar\tKunar\t10\nZZ.01\tx\tx\t9\n", encoding="utf-8")
    (folder / "admin2Codes.txt").write_text("AF.34.3401\tAsadabad\tAsadabad\t22\n", encoding="utf-8")
    return folder


def test_a_dump_gives_places_with_their_divisions_and_leaves_the_rest(tmp_path: Path) -> None:
    source, additions = read_dump("AF", make_dump(tmp_path), TABLE)
    found = {one.entry.id: one for one in additions}
    assert set(found) == {10, 101, 102, 103, 105}
    assert (found[101].entry.adm1, found[101].entry.adm2, found[101].entry.kind) == (10, 22, PlaceKind.TOWN)
    assert found[101].names == ("Deh Rawsan", "Dih Rawshan")
    assert [found[i].entry.kind for i in (10, 102, 103)] == [PlaceKind.ADM1, PlaceKind.NATURAL, PlaceKind.FACILITY]
    assert [name for name, _ in source.files] == ["AF.zip", "admin1CodesASCII.txt", "admin2Codes.txt"]
    assert all(len(digest) == 64 for _, digest in source.files)


def test_more_names_and_the_hierarchy_are_used_where_they_are_there(tmp_path: Path) -> None:
    make_dump(tmp_path)
    names = ("1\t105\tps\tKelay\t\t\t\t", "2\t105\tlink\tKelay.example\t\t\t\t", "3\t105\ten\tOldkalay\t\t\t\t1")
    zipped(tmp_path / "alternatenames" / "AF.zip", "AF.txt", names)
    zipped(tmp_path / "hierarchy.zip", "hierarchy.txt", ("22\t105\tADM", "7\t105\tADM"))
    source, additions = read_dump("AF", tmp_path, TABLE)
    [place] = [one for one in additions if one.entry.id == 105]
    assert place.names == ("Kalay", "Kelay")
    assert place.entry.adm2 == 22
    assert "alternatenames/AF.zip" in dict(source.files)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "AF.zip").unlink(), r"AF\.zip: not there"),
        (lambda folder: (folder / "AF.zip").write_bytes(b"x"), r"AF\.zip: cannot be read"),
        (lambda folder: zipped(folder / "AF.zip", "readme.txt", ("x",)), r"holds no AF\.txt"),
        (lambda folder: zipped(folder / "AF.zip", "AF.txt", ("1\tA",)), r"AF\.txt line 1: 2 columns"),
        (lambda folder: zipped(folder / "AF.zip", "AF.txt", ("",)), "columns"),
        (lambda folder: make_dump(folder, (DUMP[0].replace("35.5", "x"),)), r"AF\.txt line 1"),
        (lambda folder: make_dump(folder, (DUMP[4],)), "no place of AF"),
        (lambda folder: (folder / "admin2Codes.txt").write_text("AF.34.1\tA"), r"admin2Codes\.txt: line 1"),
        (lambda folder: (folder / "admin1CodesASCII.txt").unlink(), r"admin1CodesASCII\.txt: not there"),
    ],
)
def test_what_is_wrong_in_a_dump_is_named_with_its_place(tmp_path: Path, spoil: object, told: str) -> None:
    make_dump(tmp_path)
    spoil(tmp_path)  # type: ignore[operator]
    with pytest.raises(InputError, match=told):
        read_dump("AF", tmp_path, TABLE)


def test_a_source_keeps_the_name_shown_and_gives_position_people_and_names() -> None:
    names: dict[int, set[str]] = {32: {"Banu"}}
    better = Entry(32, "Other", "Other", PlaceKind.TOWN, "AF", 11, 999, 36.0, 69.0, 800, False, Basis.OWN)
    merged = {entry.id: entry for entry in merge(ENTRIES, names, [Addition(better, ("Bano",))])}
    known = next(entry for entry in ENTRIES if entry.id == 32)
    assert merged[32] == replace(known, lat=36.0, lon=69.0, population=800, adm2=None)
    assert names[32] == {"Banu", "Bano"}
    province = replace(next(entry for entry in ENTRIES if entry.id == 11), lat=36.1, lon=69.4, basis=Basis.OWN)
    placed = place_divisions(merge(ENTRIES, {}, [Addition(province, ())]), TABLE)
    assert next(entry.lat for entry in placed if entry.id == 11) == 36.1


def test_a_source_survives_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    source, additions = read_dump("AF", make_dump(tmp_path / "dump"), TABLE)
    path = write_source(tmp_path / "g.sqlite", source, additions)
    assert read_sources(tmp_path / "g.sqlite") == (source,)
    assert list(read_additions(tmp_path / "g.sqlite")) == additions
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(GazetteerError, match=r"AF\.jsonl\.gz: is damaged"):
        list(read_additions(tmp_path / "g.sqlite"))


def test_an_own_table_may_name_divisions_instead_of_positions(tmp_path: Path, gazetteer: Gazetteer) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Name,Country,names,adm1,lat,lon\nShin Kalay,af,Shinkalai|Shin Kala,Kunar,,\nCamp X,AF,,,34,70\n")
    source, additions = read_table(path, gazetteer)
    assert (source.kind, source.places) == ("own", 2)
    first, second = additions
    assert first.names == ("Shin Kalay", "Shinkalai", "Shin Kala")
    assert (first.entry.adm1, first.entry.basis, second.entry.lat) == (10, Basis.PARENT, 34.0)
    assert first.entry.id < 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("place,land\nA,AF\n", "line 1: no column country or name"),
        ("name,country\nA,Afghanistan\n", "line 2: no country has the code"),
        ("name,country\nA,AF\n", "line 2: neither lat and lon nor a known adm1"),
        ("name,country,adm1\nA,AF,Xyzzyq\n", "line 2: the gazetteer knows no adm1 'Xyzzyq' in AF"),
        ("name,country,lat,lon\nA,AF,70.1,192\n", "line 2: .* is no position on earth"),
        ("name,country,lat,lon\nA,AF,here,2\n", "line 2: 'here', '2' is no position"),
        ("name,country,lat,lon,kind\nA,AF,3,2,hut\n", "line 2: 'hut' is no kind"),
        ("name,country,lat,lon,population\nA,AF,3,2,many\n", "line 2: 'many' is no number"),
        ("name,country\n", "holds no place"),
        ("ADM2_EN,ADM2_PCODE\nA,AF0101\n", "line 1: no columns for names and p-codes of level 1"),
        ("ADM1_EN,ADM1_PCODE\nKunar,15\n", "line 2: '15' is no p-code"),
    ],
)
def test_what_is_wrong_in_a_table_is_named_with_its_line(
    tmp_path: Path, gazetteer: Gazetteer, text: str, told: str
) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        read_table(path, gazetteer)


@pytest.mark.parametrize(
    "heading", ["ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE", "admin1Name,admin1Pcode,admin2Name,admin2Pcode"]
)
def test_p_codes_go_to_the_divisions_of_their_names(tmp_path: Path, gazetteer: Gazetteer, heading: str) -> None:
    path = tmp_path / "afg.csv"
    path.write_text(f"{heading}\nKunar,AF15,Asad Abad,AF1501\nKunar,AF15,Rawsan,AF1599\n", encoding="utf-8")
    source, additions = read_table(path, gazetteer)
    found = {one.names[-1]: one.entry for one in additions}
    assert source.kind == "p-codes"
    assert (found["AF15"].id, found["AF1501"].id, found["AF1501"].adm1) == (10, 22, 10)
    assert found["AF1599"].id < 0


def _small_build(
    path: Path, version: str, table: object, progress: Progress, additions: tuple[Addition, ...] = ()
) -> None:
    names: dict[int, set[str]] = {}
    entries = place_divisions(merge(ENTRIES, names, additions), TABLE)
    write_gazetteer(path, version, entries, names, TABLE)


def test_what_is_put_in_is_found_and_stands_in_the_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.sqlite"
    monkeypatch.setenv("RASHOMON_GAZETTEER", str(path))
    monkeypatch.setattr(install, "build", _small_build)
    folder = make_dump(tmp_path / "dump")
    own = tmp_path / "own.csv"
    own.write_text("name,country,lat,lon\nShin Kalay,AF,34.5,70.9\n", encoding="utf-8")
    ran = CliRunner().invoke(cli, ["gazetteer", "install", "af", "--from", str(folder)])
    assert (ran.exit_code, ran.stdout.startswith("AF: 5 places from AF.zip")) == (0, True)
    assert CliRunner().invoke(cli, ["gazetteer", "add", str(own)]).exit_code == 0
    shown = CliRunner().invoke(cli, ["gazetteer", "status"]).stdout
    assert "AF: geonames, 5 places from AF.zip (sha256 " in shown
    assert "own: own, 1 places" in shown
    found = open_gazetteer(path)
    assert [one.entry.name for one in found.find("Dih Rawshan")] == ["Deh Rawsan"]
    assert [one.entry.lat for one in found.find("Shin Kalay")] == [34.5]
    found.close()
    assert "own own.csv:" in install.gazetteer_version(path)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["install", "ZZ"], "no country has the code 'ZZ'"),
        (["install", "AF", "--from", "nowhere"], "nowhere: is no folder"),
        (["add", "nowhere.csv"], "nowhere.csv: there is no such file"),
    ],
)
def test_wrong_use_ends_with_status_2_and_one_line(arguments: list[str], told: str) -> None:
    ran = CliRunner().invoke(cli, ["gazetteer", *arguments])
    assert ran.exit_code == 2
    assert told in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_without_a_network_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="--from DIR"):
        fetch_dump("AF", tmp_path, lambda done, total, what: None, base=(tmp_path / "missing").as_uri())


def test_files_are_fetched_once_and_whole(tmp_path: Path) -> None:
    published = make_dump(tmp_path / "published")
    zipped(published / "alternatenames" / "AF.zip", "AF.txt", ("1\t105\tps\tKelay\t\t\t\t",))
    folder = tmp_path / "fetched"
    folder.mkdir()
    steps: list[str] = []
    fetch_dump("AF", folder, lambda done, total, what: steps.append(what), base=published.as_uri())
    assert len(steps) == 4
    assert read_dump("AF", folder, TABLE)[0].places == 5
    assert not list(folder.rglob("*.half"))
