import pytest

from rashomon.extract.factuality import find_told
from rashomon.lexicon import load_lexicon
from tests.extract.sentences import events_of, sentence

STANDING = {
    "active": (False, "", "past"),
    "negated": (True, "", "past"),
    "failed": (True, "", "past"),
    "no-subject": (True, "", "past"),
    "may": (False, "possible", "hypothetical"),
    "will": (False, "", "future"),
    "if": (False, "unknown", "hypothetical"),
    "vowed": (False, "unknown", "future"),
    "unlikely": (True, "probable", "future"),
    "untrue": (True, "", "past"),
    "ongoing": (False, "", "ongoing"),
    "generic": (False, "", "generic"),
    "called": (False, "unknown", "future"),
    "alleged": (False, "probable", "past"),
    "no-existential": (True, "", "past"),
    "unless": (False, "unknown", "hypothetical"),
    "would-have": (False, "unknown", "hypothetical"),
    "asked": (False, "unknown", "past"),
}


@pytest.mark.parametrize("name", STANDING)
def test_what_the_sentence_does_to_its_event(name: str) -> None:
    annotated, document = sentence(name)
    *_, event = events_of(annotated, document)[0]  # before it only who calls for it
    told = find_told(annotated, event.trigger, load_lexicon())
    assert (told.negated, told.hedged, told.realis.value) == STANDING[name]


def test_each_of_two_events_has_its_own_standing() -> None:
    annotated, document = sentence("without")
    taken, fired = events_of(annotated, document)[0]
    assert not find_told(annotated, taken.trigger, load_lexicon()).negated
    assert find_told(annotated, fired.trigger, load_lexicon()).negated


def test_no_denies_joined_nouns_too() -> None:
    annotated, document = sentence("no-joined")
    assert [find_told(annotated, e.trigger, load_lexicon()).negated for e in events_of(annotated, document)[0]] == [
        True,
        True,
    ]


def test_a_finite_verb_joined_behind_an_infinitive_has_happened() -> None:
    annotated, document = sentence("conj-infinitive")
    arrest, killing = events_of(annotated, document)[0]
    assert find_told(annotated, arrest.trigger, load_lexicon()).hedged == "unknown"
    assert find_told(annotated, killing.trigger, load_lexicon()).hedged == ""


def test_what_stands_above_a_voices_cue_is_not_its_own() -> None:
    annotated, document = sentence("vowed")
    (event,), _ = events_of(annotated, document)
    cue = next(token.index for token in annotated.tokens if token.lemma == "vow")
    told = find_told(annotated, event.trigger, load_lexicon(), cue)
    assert (told.hedged, told.realis.value) == ("unknown", "future")
