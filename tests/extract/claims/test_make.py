from dataclasses import replace

from rashomon.extract.claims import make_claims
from rashomon.extract.parts import FoundVoice
from rashomon.lexicon import load_lexicon
from rashomon.records import Claim, Factuality, Naming, Realis, Speech, Stance, Voice
from tests.extract.sentences import events_of, sentence

ROOT = Voice(
    id="voi-root", document="doc-test", sentence=None, source=None, source_start=None, source_end=None,
    text="The Courier",
    cue_start=None, cue_end=None, cue="", contents=(), speech=Speech.NARRATED, naming=Naming.OUTLET, reason="",
    stance=Stance.NEUTRAL, commitment=Factuality.CERTAIN, medium="", time=None, via=None,
)  # fmt: skip


def voice(name: str, via: str, *contents: tuple[int, int], commitment: Factuality = Factuality.CERTAIN) -> FoundVoice:
    made = replace(ROOT, id=name, via=via, contents=contents, commitment=commitment, naming=Naming.GROUP, text=name)
    return FoundVoice(replace(made, stance=Stance.DOUBTED), None, None)


def claims(name: str, *voices: FoundVoice) -> tuple[tuple[Claim, ...], str]:
    annotated, document = sentence(name)
    events, _ = events_of(annotated, document)
    return make_claims(annotated, load_lexicon(), (FoundVoice(ROOT, None, None), *voices), events), document.text


def test_what_no_voice_holds_the_outlet_tells() -> None:
    (claim,), text = claims("active")
    assert (claim.voice, claim.factuality, claim.realis) == ("voi-root", Factuality.CERTAIN, Realis.PAST)
    assert text[claim.start : claim.end] == "Rebels attacked a police post near Goma on Friday"
    assert claim.origin == "events/assault#attack@1"


def test_the_innermost_voice_answers_with_its_commitment_and_stance() -> None:
    outer, inner = (
        voice("outer", "voi-root", (0, 50)),
        voice("inner", "outer", (0, 40), commitment=Factuality.NOT_CERTAIN),
    )
    (claim,), _text = claims("active", outer, inner)
    assert (claim.voice, claim.factuality, claim.stance) == ("inner", Factuality.NOT_CERTAIN, Stance.DOUBTED)
    assert claim.end == 40


def test_of_two_on_one_level_the_one_with_fewer_words_answers() -> None:
    (claim,), _ = claims("active", voice("long", "voi-root", (0, 50)), voice("short", "voi-root", (0, 30)))
    assert claim.voice == "short"


def test_joined_clauses_are_two_contents() -> None:
    (first, second), text = claims("shared-subject")
    assert text[first.start : first.end] == "The rebels captured 12 soldiers"
    assert text[second.start : second.end] == "killed 30 near Bunia"


def test_the_content_of_an_attack_holds_its_figures() -> None:
    (claim,), text = claims("participle")
    assert text[claim.start : claim.end] == "Soldiers opened fire on the crowd, killing two people"


def test_what_is_not_allowed_is_a_restriction_that_holds() -> None:
    (claim,), text = claims("not-allowed")
    assert (claim.factuality, text[claim.start : claim.end]) == (
        Factuality.CERTAIN,
        "she had not been allowed to visit him",
    )
