"""Resolving in any order gives the same; comparing is symmetric; resolving again changes nothing."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon import load_lexicon
from rashomon.records import Corpus, Factuality
from rashomon.resolve import resolve
from rashomon.resolve.accounts import make_accounts
from rashomon.resolve.canon import Canon
from rashomon.resolve.compare import compare_accounts
from rashomon.resolve.kit import make_kit
from rashomon.resolve.pairs import score_pair
from rashomon.resolve.vetoes import find_veto
from rashomon.resolve.when import find_meet
from rashomon.resolve.where import find_lie
from tests.resolve.rows import (
    ARMY,
    CIVILIANS,
    COUNTRY,
    DAY,
    FORD,
    HILL,
    MILITIA,
    NORTH,
    REBELS,
    SOUTH,
    VALE,
    actor,
    claim,
    corpus,
    count,
    day,
    person,
    relation,
    sentence,
    unresolved,
    voice,
)  # fmt: skip

LEXICON = load_lexicon()
KIT = make_kit(LEXICON)
PEOPLE = (person("Ana Roe"), person("Anna Roe"), person("Ben Coe"))
ACTORS = (MILITIA, ARMY, REBELS, CIVILIANS, *PEOPLE)
VOICES = (
    (),
    (voice("Ana Roe", actor=PEOPLE[0].id),),
    (voice("officials", naming="group"),),
    (voice("Courier", naming="other-outlet"), voice("the army", actor=ARMY.id)),
)
PLACES = st.sampled_from((None, NORTH, SOUTH, VALE, HILL, FORD, COUNTRY))
TIMES = st.one_of(
    st.sampled_from((None, unresolved("Friday"), unresolved("Monday"))),
    st.builds(lambda n, days: day(DAY + timedelta(days=n), days), st.integers(0, 3), st.sampled_from((1, 1, 7, 31))),
)
REFS = st.lists(st.sampled_from(ACTORS), max_size=2, unique=True).map(tuple)
FIGURES = st.lists(st.builds(count, st.sampled_from(("killed", "districts")), st.integers(1, 4)), max_size=1).map(tuple)
OUTLETS = ("Gazette", "Courier")
TYPES = ("assault", "territory-taken", "killing", "clash", "surrender")


def happenings():
    return st.builds(
        lambda type_, n, at, voices, **slots: claim(type_, f"d{n}", OUTLETS[n % 2], voices=voices, at=at, **slots),
        st.sampled_from(TYPES),
        st.integers(0, 3),
        st.integers(0, 5),
        st.sampled_from(VOICES),
        agents=REFS,
        patients=REFS,
        place=PLACES,
        time=TIMES,
        figures=FIGURES,
        factuality=st.sampled_from((Factuality.CERTAIN, Factuality.CERTAIN, Factuality.NOT_CERTAIN)),
    )  # fmt: skip


def states():
    return st.builds(
        lambda kind, n, **slots: relation(kind, f"d{n}", OUTLETS[n % 2], **slots),
        st.sampled_from(("controls", "leads", "holds-office")),
        st.integers(0, 3),
        agents=REFS,
        patients=REFS,
        place=PLACES,
        qualifier=st.sampled_from(("", "not", "former")),
        value=st.sampled_from(("", "trade minister")),
    )


ROWS = st.lists(st.one_of(happenings(), happenings(), states()), max_size=12, unique_by=lambda row: row.id)
TEXTS = tuple(
    sentence(f"d{n}", n, "the fighters crossed the river at night and took the valley by morning") for n in range(3)
)


def made(rows, order=None) -> Corpus:
    whole = corpus(*rows, sentences=TEXTS, actors=tuple(actor(ref) for ref in (*PEOPLE, MILITIA, ARMY)))
    if order is None:
        return whole
    return replace(
        whole,
        documents=whole.documents[::-1],
        rows=tuple(order),
        sentences=whole.sentences[::-1],
        actors=whole.actors[::-1],
    )


@settings(max_examples=60, deadline=None)
@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_order_never_shows(pair):
    rows, order = pair
    assert resolve(made(rows), LEXICON) == resolve(made(rows, order), LEXICON)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_resolution_is_whole(rows):
    found = resolve(made(rows), LEXICON)
    claims = [claim_id for incident in found.incidents for claim_id in incident.claims]
    assert len(claims) == len(set(claims))
    assert set(claims) <= {row.id for row in rows}
    incidents = {incident.id for incident in found.incidents}
    assert all(incident.part_of in incidents | {None} for incident in found.incidents)
    assert all(incident.origins >= 1 for incident in found.incidents)
    for incident in found.incidents:
        for figure in incident.figures:
            assert figure.low is None or figure.high is None or figure.low <= figure.high
            assert figure.best is None or figure.low <= figure.best
    assert all(c.first < c.second and c.reason for c in found.comparisons)
    assert len({c.id for c in found.comparisons}) == len(found.comparisons)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_no_incident_holds_a_veto(rows):
    found = resolve(made(rows), LEXICON)
    refs = {ref.id: actor(ref) for ref in (*PEOPLE, MILITIA, ARMY)}
    accounts = {a.id: a for a in make_accounts(rows, Canon(found.actors or refs.values(), found.merges), KIT)}
    for incident in found.incidents:
        told = [accounts[key] for key in incident.claims if not accounts[key].negated]
        assert not any(find_veto(one, other, KIT) for one in told for other in told if one.id < other.id)


@settings(max_examples=100, deadline=None)
@given(happenings(), happenings())
def test_pairs_are_symmetric(one, other):
    left, right = (make_accounts((row,), Canon((), ()), KIT)[0] for row in (one, other))
    assert score_pair(left, right, KIT) == score_pair(right, left, KIT)
    assert bool(find_veto(left, right, KIT)) == bool(find_veto(right, left, KIT))
    assert find_meet(left, right, KIT) == find_meet(right, left, KIT)
    assert compare_accounts(left, right, KIT) == compare_accounts(right, left, KIT)
    if left.place and right.place:
        assert find_lie(left.place, right.place, KIT) == find_lie(right.place, left.place, KIT)


@settings(max_examples=30, deadline=None)
@given(ROWS)
def test_resolving_again_changes_nothing(rows):
    first = resolve(made(rows), LEXICON)
    home = {claim_id: incident.id for incident in first.incidents for claim_id in incident.claims}
    again = resolve(made([replace(row, incident=home.get(row.id)) for row in rows]), LEXICON)
    assert first == again
