from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation.fakes_coding import code_report, same_place
from rashomon.evaluation.fakes_judged import DIFFER, OTHER, SAME
from rashomon.evaluation.running import Bench
from rashomon.evaluation.sets.fakes import in_one_cell, measure, read_reports
from rashomon.ingest import RawInput
from rashomon.pipeline import read_document
from rashomon.records import make_rows

HEADING = (
    "unit_id,article_title,article_content,source,date,location,actor,cause_of_death,"
    "nb_children,nb_civilians,nb_noncivilians,nb_women,label\n"
)
ROWS = (
    '1,Shells kill four in Homs,"5 May 2015 Shells killed four civilians in Homs on Tuesday, doctors said.",one,'
    "5/5/15,homs,unknown,shelling,1,4,0,0,0\n"
    '2,Shelling of Homs,"5 May 2015 Six civilians were killed by shells in Homs on Tuesday.",two,'
    "5/5/15,homs,armed opposition groups,shelling,0,6,0,0,0\n"
)


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench()


def test_the_dead_are_civilians_and_others_and_the_weak_are_among_the_civilians(tmp_path: Path) -> None:
    table = HEADING + '7,T,"X",s,1/2/15,homs,unknown,unknown,3,2,5,4,1\n'
    (tmp_path / "articles.csv").write_bytes(table.encode("latin-1"))
    (report,) = read_reports(tmp_path)
    assert (report.dead, report.place, report.cause) == (12, "homs", "unknown")


def test_a_cell_is_one_incident_unless_cause_or_actor_are_others(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text(HEADING + ROWS, encoding="utf-8")
    one, other = read_reports(tmp_path)
    assert in_one_cell(one, other)
    assert not in_one_cell(replace(one, actor="al-nusra front"), other)
    assert not in_one_cell(one, replace(other, day="6/5/15"))


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Gunmen killed ten soldiers and two shepherds near Homs.", 12),
        ("At least 22 people, including six civilians, were killed by shells in Homs.", 22),
        ("Shells killed dozens in Homs on Monday. Doctors said that 31 people were killed.", 31),
        ("The governor opened a bridge in Homs.", None),
    ],
)
def test_the_toll_of_a_report(text: str, dead: int | None, bench: Bench) -> None:
    ((document, outlet),) = bench.documents([RawInput("report.txt", None, text.encode())])
    reading = read_document(document, outlet, bench.kit)
    assert code_report(reading, make_rows(reading)).dead == dead


def test_governorates_are_told_by_either_spelling() -> None:
    assert same_place("Ar Raqqah", "raqqa")
    assert same_place("Rif-dimashq", "damascus")
    assert not same_place("Aleppo", "idlib")
    assert not same_place("", "idlib")


def test_a_set_is_measured_with_its_pairs(tmp_path: Path, bench: Bench) -> None:
    (tmp_path / "articles.csv").write_text(HEADING + ROWS, encoding="utf-8")
    scores, misses = measure(tmp_path, bench, None)
    assert [score.metric for score in scores] == ["dead exact", "place accuracy", "same-incident F1", "disagreement F1"]
    assert scores[0].value == scores[1].value == 100.0
    assert misses == []


def test_a_hundred_pairs_are_judged_each_once() -> None:
    pairs = [*SAME, *DIFFER, *OTHER]
    assert len(pairs) == len(set(pairs)) == 100


def test_another_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="unit_id"):
        read_reports(tmp_path)
