"""What every store must do: one body, every implementation."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rashomon.records import Comparison, Judgement, Ledger, Query, Verdict, make_rows
from rashomon.store import open_ledger
from tests.ledgers import (
    ANSONGO,
    ARMY,
    BAKER,
    FRONT_FR,
    RIVER_FRONT,
    first_reading,
    numbered_reading,
    resolution,
    second_reading,
)

STORES: dict[str, Callable[[Path], Ledger]] = {"sqlite": lambda path: open_ledger(path / "l.db", create=True)}


@pytest.fixture(params=list(STORES))
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    return STORES[request.param](tmp_path)


@pytest.fixture
def ledger(empty: Ledger) -> Ledger:
    empty.append((first_reading(), second_reading()))
    empty.resolve(resolution())
    return empty


def test_what_goes_in_comes_out(empty: Ledger) -> None:
    empty.append((second_reading(), first_reading()))
    expected = (*make_rows(first_reading()), *make_rows(second_reading()))
    assert set(empty.claims()) == set(expected)
    assert [row.document_name for row in empty.claims()] == ["alpha.txt"] * 3 + ["beta.txt"]
    assert list(empty.documents()) == [first_reading().document, second_reading().document]
    assert empty.document("alpha.txt") == first_reading().document
    assert empty.document(second_reading().document.id) == second_reading().document
    assert empty.document("none") is None
    assert list(empty.issues()) == list(first_reading().issues)
    links = first_reading().links
    assert set(empty.links(link.mention for link in links)) == set(links)


def test_appending_twice_is_appending_once(empty: Ledger) -> None:
    assert empty.append((first_reading(),)) == 1
    assert empty.holds(first_reading().document.id)
    assert not empty.holds(second_reading().document.id)
    assert empty.append((first_reading(), second_reading())) == 1
    before = empty.corpus()
    assert empty.append((second_reading(), first_reading())) == 0
    assert empty.corpus() == before


def test_the_corpus_does_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    readings = [first_reading(), second_reading(), numbered_reading(1), numbered_reading(2)]
    corpora = []
    for name, order in (("a", readings), ("b", readings[::-1])):
        ledger = open_ledger(tmp_path / f"{name}.db", create=True)
        ledger.append(order)
        corpora.append(ledger.corpus())
    assert corpora[0] == corpora[1]


def test_the_corpus_keeps_actors_as_their_documents_know_them(ledger: Ledger) -> None:
    corpus = ledger.corpus()
    agents = {ref.id for row in corpus.rows for ref in row.agents}
    assert {RIVER_FRONT.id, FRONT_FR.id} <= agents
    assert {actor.id for actor in corpus.actors} == {RIVER_FRONT.id, FRONT_FR.id, ARMY.id, BAKER.id, "act-spokesman"}
    assert all(row.incident is None for row in corpus.rows)


def test_an_actor_of_two_documents_keeps_both_spellings_and_is_private_only_if_both_say_so(empty: Ledger) -> None:
    first, second = numbered_reading(1), numbered_reading(2)
    witness = replace(BAKER, names=("M. Dembélé",), private=True)
    official = replace(BAKER, names=("Moussa Dembele",), private=False, roles=())
    empty.append((replace(first, actors=(witness,)), replace(second, actors=(official,))))
    (actor,) = empty.corpus().actors
    assert set(actor.names) == {"M. Dembélé", "Moussa Dembele"}
    assert not actor.private
    assert actor.roles == BAKER.roles


def test_resolving_shows_canonical_actors_and_incidents(ledger: Ledger) -> None:
    rows = list(ledger.claims(Query(outlet="wire")))
    assert [ref.id for ref in rows[0].agents] == [RIVER_FRONT.id]
    assert rows[0].agents[0].text == "Front du Fleuve"
    assert rows[0].incident == "inc-ansongo"
    assert list(ledger.rows([rows[0].id])) == rows
    assert list(ledger.incidents()) == list(resolution().incidents)
    assert list(ledger.dependences()) == list(resolution().dependences)


def test_a_new_resolution_takes_the_place_of_the_last(ledger: Ledger) -> None:
    before = list(ledger.claims())
    ledger.resolve(replace(resolution(), incidents=(), comparisons=(), dependences=()))
    assert not list(ledger.incidents())
    assert not list(ledger.comparisons())
    assert [replace(row, incident=None) for row in before] == list(ledger.claims())
    ledger.resolve(resolution())
    assert list(ledger.claims()) == before


def test_an_incident_that_is_told_otherwise_keeps_its_claims(ledger: Ledger) -> None:
    before = list(ledger.claims())
    (incident,) = resolution().incidents
    ledger.resolve(replace(resolution(), incidents=(replace(incident, title="Another line"),)))
    assert list(ledger.claims()) == before


def test_contradictions_come_first(ledger: Ledger) -> None:
    found = list(ledger.comparisons())
    assert [c.verdict for c in found] == [Verdict.CONTRADICTS, Verdict.AGREES]
    assert all(isinstance(c, Comparison) for c in ledger.comparisons(Query(limit=1)))
    assert len(list(ledger.comparisons(Query(limit=1)))) == 1


@pytest.mark.parametrize(
    ("query", "claims", "incidents"),
    [
        (Query(actor="river front"), 2, 1),
        (Query(actor="FRONT DU FLEUVE"), 2, 1),
        (Query(actor=FRONT_FR.id), 2, 1),
        (Query(actor="dembele"), 1, 0),
        (Query(actor="spokesman"), 0, 0),
        (Query(place="Ansango"), 2, 1),
        (Query(place="gao"), 2, 1),
        (Query(place="Mali"), 2, 1),
        (Query(place="ml"), 2, 1),
        (Query(place=ANSONGO.id), 2, 1),
        (Query(place="Kidal"), 0, 0),
        (Query(type="capture"), 2, 1),
        (Query(type="COERCE"), 3, 1),
        (Query(type="coerce.seize"), 3, 1),
        (Query(type="abduction/forced disappearance"), 3, 1),
        (Query(type="holds-office"), 1, 0),
        (Query(start=date(2026, 3, 3), end=date(2026, 3, 3)), 1, 1),
        (Query(end=date(2026, 3, 2)), 0, 0),
        (Query(start=date(2026, 3, 4)), 0, 0),
        (Query(voice="army"), 1, 1),
        (Query(voice="Malian Armed"), 1, 1),
        (Query(voice="courier"), 3, 1),
        (Query(outlet="wire"), 1, 1),
        (Query(status="contested"), 2, 1),
        (Query(status="corroborated"), 0, 0),
        (Query(text="captured soldiers"), 2, 1),
        (Query(text='"captured soldiers"'), 0, 0),
        (Query(text="dembélé"), 2, 0),
        (Query(text="Dembele"), 2, 0),
        (Query(actor="front", voice="army"), 1, 1),
        (Query(limit=1), 1, 1),
    ],
)
def test_filters(ledger: Ledger, query: Query, claims: int, incidents: int) -> None:
    assert len(list(ledger.claims(query))) == claims
    assert len(list(ledger.incidents(query))) == incidents


def test_actors_and_places_name_their_documents(ledger: Ledger) -> None:
    actors = {actor.id: documents for actor, documents in ledger.actors()}
    assert actors[RIVER_FRONT.id] == ("alpha.txt", "beta.txt")
    assert actors[BAKER.id] == ("alpha.txt",)
    assert FRONT_FR.id not in actors
    assert [actor.id for actor, _ in ledger.actors(Query(actor="fleuve"))] == [RIVER_FRONT.id]
    places = {place.id: (place, documents) for place, documents in ledger.places()}
    assert places[ANSONGO.id][1] == ("alpha.txt", "beta.txt")
    assert "Ansongo" in places[ANSONGO.id][0].names
    assert ANSONGO.id in {place.id for place, _ in ledger.places(Query(place="Mali"))}


def test_voices_come_with_their_chain(ledger: Ledger) -> None:
    rows = list(ledger.voices())
    assert [len(row.chain) for row in rows] == [1, 2, 2, 1, 2]
    assert rows[-1].chain[-1].name == ARMY.name
    assert rows[-1].claims == 1
    assert [row.voice.text for row in ledger.voices(Query(voice="army"))] == ["The army"]


def test_search_finds_all_words_best_first(ledger: Ledger) -> None:
    assert {s.document for s in ledger.sentences("soldiers captured")} == {
        first_reading().document.id, second_reading().document.id}  # fmt: skip
    assert list(ledger.sentences("")) == []
    assert len(list(ledger.sentences("captured", limit=1))) == 1


def test_judgements_are_kept_until_withdrawn(ledger: Ledger) -> None:
    made = Judgement("jud-1", "act-a", "act-b", "different", "me", "2026-03-05T10:00:00+00:00")
    ledger.judge(made)
    ledger.judge(made)
    assert ledger.corpus().judgements == (made,)
    ledger.judge(replace(made, withdrawn="2026-03-06T10:00:00+00:00"))
    assert ledger.corpus().judgements == ()


def test_issues_of_what_could_not_be_read_are_noted_once(empty: Ledger) -> None:
    issue = replace(first_reading().issues[0], document="broken.bin", code="input-binary", stage="ingest")
    empty.note((issue,))
    empty.note((issue,))
    assert list(empty.issues(Query(type="ingest"))) == [issue]
    assert list(empty.issues(Query(type="input-binary"))) == [issue]
    assert list(empty.issues(Query(type="other"))) == []
