"""Who rests on whom, and how many origins are left."""

from datetime import timedelta

import pytest

from rashomon.records import Actor, ActorKind, DependenceKind, Naming, Role
from rashomon.resolve import resolve
from tests.resolve.rows import (
    DAY,
    MILITIA,
    VALE,
    actor,
    card,
    claim,
    corpus,
    day,
    person,
    sentence,
    voice,
)  # fmt: skip

A = person("Ana Roe")


def taken(document="a", outlet="Gazette", **slots):
    return claim("territory-taken", document, outlet, **{"agents": (MILITIA,), "place": VALE, "time": day(), **slots})


def one_incident(lexicon, *rows, **parts):
    made = resolve(corpus(*rows, **parts), lexicon)
    assert len(made.incidents) == 1
    return made.incidents[0], made.dependences


def other_outlet(name: str):
    return voice(name, Naming.OTHER_OUTLET)


def test_two_outlets_are_two_origins(lexicon):
    incident, ties = one_incident(lexicon, taken("a"), taken("b", "Courier"))
    assert incident.origins == 2
    assert ties == ()


def test_one_speaker_in_two_outlets_is_one_origin(lexicon):
    ana = (voice("Ana Roe", actor=A.id),)
    rows = taken("a", voices=ana), taken("b", "Courier", voices=ana)
    incident, ties = one_incident(lexicon, *rows, actors=(actor(A), actor(MILITIA)))
    assert incident.origins == 1
    assert [(tie.kind, len(tie.evidence)) for tie in ties] == [(DependenceKind.SAME_VOICE, 2)]


def test_a_role_that_only_one_holds_is_that_speaker(lexicon):
    holder = actor(A, roles=(Role("head of the Ministry of Trade", qualifier="former"),))
    role = Role("trade minister", qualifier="former")
    nameless = Actor("act-~1", "a former trade minister", (), ActorKind.PERSON, roles=(role,), described=True)
    rows = (
        taken("a", voices=(voice("General Ana Roe", actor=A.id),)),
        taken("b", "Courier", voices=(voice("a former trade minister", Naming.ROLE, actor="act-~1"),)),
    )
    incident, ties = one_incident(lexicon, *rows, actors=(holder, nameless, actor(MILITIA)))
    assert incident.origins == 1
    assert "“a former trade minister”" in ties[0].why


def test_unnamed_voices_are_never_one_across_reports(lexicon):
    rows = [taken(d, o, voices=(voice("officials", Naming.GROUP),)) for d, o in (("a", "Gazette"), ("b", "Courier"))]
    assert one_incident(lexicon, *rows)[0].origins == 2


def test_what_an_outlet_passes_on_is_the_other_outlets(lexicon):
    passed = taken("b", "Courier", voices=(other_outlet("Gazette"),))
    incident, ties = one_incident(lexicon, taken("a"), passed)
    assert incident.origins == 1
    assert ties[0].kind is DependenceKind.QUOTES
    assert "Gazette" in ties[0].why


def test_two_that_pass_on_one_outlet_are_one_origin(lexicon):
    rows = [taken(d, o, voices=(other_outlet("Herald"),)) for d, o in (("a", "Gazette"), ("b", "Courier"))]
    assert one_incident(lexicon, *rows)[0].origins == 1


def test_own_words_beside_a_voice_are_no_origin_of_their_own(lexicon):
    quoted = taken("a", voices=(voice("officials", Naming.GROUP),))
    incident, _ = one_incident(lexicon, quoted, taken("a", at=1))
    assert incident.origins == 1


def test_a_private_witness_in_two_reports(lexicon):
    told = (voice("Ben Coe", actor="act-ben", private=True),)
    actors = (actor(person("Ben Coe"), id="act-ben", private=True), actor(MILITIA))
    incident, ties = one_incident(lexicon, taken("a", voices=told), taken("b", "Courier", voices=told), actors=actors)
    assert [tie.kind for tie in ties] == [DependenceKind.SAME_WITNESS]
    assert "Ben" not in ties[0].why
    assert incident.origins == 1


def test_state_media_of_one_state_are_one_origin(lexicon):
    state = {"outlet_kind": "state organ", "outlet_country": "AR"}
    cards = (card("a", **state), card("b", "Courier", **state))
    incident, ties = one_incident(lexicon, taken("a"), taken("b", "Courier"), cards=cards)
    assert incident.origins == 1
    assert ties[0].kind is DependenceKind.SAME_OWNER


def test_dailies_of_one_country_are_two(lexicon):
    daily = {"outlet_kind": "daily", "outlet_country": "AR"}
    cards = (card("a", **daily), card("b", "Courier", **daily))
    assert one_incident(lexicon, taken("a"), taken("b", "Courier"), cards=cards)[0].origins == 2


WORDS = "The fighters crossed the river at night and by morning the whole valley was in their hands"


def test_shared_passage_ties_documents_and_claims(lexicon):
    rows = taken("a", content=WORDS), taken("b", "Courier", content=WORDS)
    texts = sentence("a", 0, WORDS + "."), sentence("b", 0, f"Earlier, {WORDS[0].lower()}{WORDS[1:]}, they said.")
    incident, ties = one_incident(lexicon, *rows, sentences=texts)
    assert {(tie.kind, tie.first[:3]) for tie in ties} == {
        (DependenceKind.VERBATIM, "doc"),
        (DependenceKind.VERBATIM, "clm"),
    }
    assert incident.origins == 1
    for tie in ties:
        spots = {
            (text.document, text.text[start - text.start : end - text.start])
            for text in texts
            for doc, start, end in tie.evidence
            if doc == text.document
        }
        assert {words.lower() for _, words in spots} == {WORDS.lower()}


def test_quotation_with_a_gap_is_shared(lexicon):
    longer = (
        "We have kept arms and food in the hills since my youth, because we knew that this day might come, and it came"
    )
    shorter = "We have kept arms and food in the hills since my youth… this day might come"
    made = resolve(corpus(taken("a"), sentences=(sentence("a", 0, longer), sentence("b", 0, shorter))), lexicon)
    assert [tie.kind for tie in made.dependences] == [DependenceKind.VERBATIM]


@pytest.mark.parametrize(
    "other",
    ["The fighters crossed the river in the spring.", "In the north the whole valley was green by morning."],
)
def test_common_turns_of_phrase_are_no_copy(lexicon, other):
    made = resolve(corpus(taken("a"), sentences=(sentence("a", 0, WORDS), sentence("b", 0, other))), lexicon)
    assert made.dependences == ()


def test_a_report_printed_twice_is_one_text(lexicon):
    texts = [sentence(d, n, f"{WORDS} on day {n} of the long campaign number {n * 7}") for d in "ab" for n in range(4)]
    incident, ties = one_incident(lexicon, taken("a", at=7), taken("b", "Courier", at=8), sentences=texts)
    assert DependenceKind.SAME_WIRE in {tie.kind for tie in ties}
    assert incident.origins == 1


def opinion(document, medium, published=None):
    said = (voice("Ana Roe", actor=A.id, medium=medium),)
    return claim("appeal", document, document.upper(), voices=said, published=published)


def test_one_statement_in_one_medium_ties_documents(lexicon):
    rows = opinion("a", "op-ed for the Morning Gazette"), opinion("b", "comment piece in the Morning Gazette")
    made = resolve(corpus(*rows, actors=(actor(A),)), lexicon)
    assert [(tie.first[:3], tie.kind) for tie in made.dependences] == [("doc", DependenceKind.SAME_VOICE)]


@pytest.mark.parametrize(
    ("medium", "published"),
    [
        ("op-ed for the Evening Star", DAY),
        ("press conference", DAY),
        ("op-ed for the Morning Gazette", DAY + timedelta(days=300)),
    ],
)
def test_other_statements_tie_nothing(lexicon, medium, published):
    rows = opinion("a", "op-ed for the Morning Gazette", DAY), opinion("b", medium, published)
    assert resolve(corpus(*rows, actors=(actor(A),)), lexicon).dependences == ()


def test_words_of_an_outlet_passed_on_beside_its_voices_are_no_origin_of_their_own(lexicon):
    named = taken("a", voices=(other_outlet("Herald"), voice("Ana Roe", actor=A.id)))
    incident, _ = one_incident(
        lexicon, named, taken("a", at=1, voices=(other_outlet("Herald"),)), actors=(actor(A), actor(MILITIA))
    )
    assert incident.origins == 1
    apart, _ = one_incident(
        lexicon, named, taken("a", at=1, voices=(other_outlet("Star"),)), actors=(actor(A), actor(MILITIA))
    )
    assert apart.origins == 2
