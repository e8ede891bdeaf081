import pytest

from rashomon.records import make_id
from tests.conllu import read
from tests.extract.sentences import conllu, events_of, sentence, told

FOUND = {
    "active": ("assault", ["Rebels"], ["police post near Goma"], "Goma", {}),
    "passive": ("killing", ["gunmen in Mopti"], ["Four farmers"], "Mopti", {"killed": 4}),
    "nominal": ("assault", ["army"], ["camp"], "", {}),
    "killing-of": ("killing", ["militiamen"], ["judge"], "", {}),
    "relative": ("capture", ["rebels"], ["commander"], "Sake", {}),
    "reduced": ("killing", ["bandits"], ["mayor"], "", {}),
    "light": ("assault", ["Militants"], ["barracks in Jos"], "Jos", {}),
    "came-under": ("assault", [], ["garrison"], "", {}),
    "control": ("arrest", ["police"], ["captain"], "", {}),
    "particle": ("territory-taken", ["Militiamen"], ["garrison"], "", {}),
    "districts": ("territory-taken", ["brigade"], [], "Kunduz", {"districts": 3}),
    "list-places": ("territory-taken", ["army"], [], "Imam Sahib", {}),
    "fell": ("territory-taken", ["paramilitaries"], ["city"], "", {}),
    "handed": ("territory-handed-over", ["militia"], ["police"], "", {"villages": 5}),
    "drone": ("drone-strike", [], ["fuel depot near El Obeid"], "El Obeid", {}),
    "metonym": ("troop-movement", ["Moscow"], ["500 soldiers"], "", {"troops": 500}),
}


@pytest.mark.parametrize("name", FOUND)
def test_type_agent_patient_place_figures(name: str) -> None:
    assert told(name) == [FOUND[name]]


def test_who_is_called_on_to_do_it_does_it_and_the_call_is_told_too() -> None:
    call, attack = told("called")
    assert call == ("demand", ["captain"], ["his men"], "", {})
    assert attack == ("assault", ["his men"], ["port"], "", {})


@pytest.mark.parametrize("name", ["proposal", "speech", "mood", "fired-workers", "hours"])
def test_other_senses_tell_nothing(name: str) -> None:
    assert told(name) == []


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("participle", ("shooting", ["Soldiers"], ["crowd", "two people"], "", {"killed": 2})),
        ("clash-between", ("clash", ["army", "militia"], ["nine people"], "Aden", {"killed": 9})),
        ("killed-in", ("assault", [], ["mosque in Herat", "Seven people"], "Herat", {"killed": 7})),
        ("aim", ("assault", [], [], "", {"villages": 2})),
    ],
)
def test_an_outcome_or_aim_is_told_with_its_attack(name: str, event: tuple[object, ...]) -> None:
    assert told(name) == [event]


@pytest.mark.parametrize(("name", "doer"), [("accused-of", "Uganda"), ("accused-by-of", "rebels")])
def test_whoever_is_accused_did_it_and_not_who_accuses(name: str, doer: str) -> None:
    *_, (_, agents, *_) = told(name)
    assert agents == [doer]


def test_joined_verbs_share_subject_place_and_the_noun_left_out() -> None:
    first, second = told("shared-subject")
    assert first == ("capture", ["rebels"], ["12 soldiers"], "Bunia", {"captured": 12})
    assert second == ("killing", ["rebels"], ["12 soldiers"], "Bunia", {"killed": 30})


def test_where_somebody_goes_is_not_where_he_fought_before() -> None:
    fight, withdrawal = told("fought-and-withdrew")
    assert (fight[0], fight[3]) == ("clash", "")
    assert (withdrawal[0], withdrawal[3]) == ("withdrawal", "Goma")


def test_joined_passives_share_the_patient_and_keep_their_own_numbers() -> None:
    assert [figures for *_, figures in told("ellipsis-passive")] == [{"captured": 6}, {"killed": 2}]


def test_joined_nouns_are_two_events() -> None:
    assert [(kind, patients) for kind, _, patients, _, _ in told("joined-nouns")] == [
        ("search", []),
        ("arrest", ["students"]),
    ]


def test_the_time_of_the_clause_and_the_rule_are_kept() -> None:
    (event,), _ = events_of(*sentence("active"))
    assert event.time is not None
    assert (event.time.text, event.time_rule, event.place_rule) == ("Friday", "syntax", "syntax")


def test_no_time_told_gives_none() -> None:
    (event,), _ = events_of(*sentence("nominal"))
    assert event.place is None
    assert event.place_rule == ""


def test_a_sentence_goes_on_at_the_place_and_day_of_the_one_before() -> None:
    events, mentions = events_of(*read(conllu("active", "negated")))
    assert [(mentions[e.place].text if e.place else None, e.place_rule) for e in events] == [
        ("Goma", "syntax"),
        ("Goma", "paragraph"),
    ]


def test_a_new_paragraph_does_not() -> None:
    events, _ = events_of(*read(conllu("active") + "\n\n# newpar\n" + conllu("negated")))
    assert events[1].place is None


def test_ids_and_offsets_stand_on_the_trigger() -> None:
    annotated, document = sentence("particle")
    (event,), mentions = events_of(annotated, document)
    assert document.text[event.start : event.end] == "drove out"
    assert event.id == make_id("evt", document.id, "territory-taken", event.start, event.end)
    assert set(event.agents + event.patients) <= mentions.keys()


def test_the_month_of_march_is_no_march() -> None:
    text = """
1 Nurses nurse NOUN NNS 3 nsubj:pass
2 were be AUX VBD 3 aux:pass
3 abducted abduct VERB VBN 0 root
4 on on ADP IN 6 case
5 9 9 NUM CD 6 nummod Entity=DATE:2
6 March March PROPN NNP 3 obl
"""
    events, _ = events_of(*read(text))
    assert [event.type for event in events] == ["abduction"]


def test_the_bomb_that_explodes_is_the_means() -> None:
    rows = "1 A a DET DT 2 det\n2 bomb bomb NOUN NN 3 nsubj\n3 exploded explode VERB VBD 0 root\n4 . . PUNCT . 3 punct"
    annotated, document = read(rows)
    ((event,), _) = events_of(annotated, document)
    assert (event.type, event.instruments, event.agents) == ("bombing", ("bomb",), ())
