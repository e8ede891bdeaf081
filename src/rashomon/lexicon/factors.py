"""Factors of a conflict's outcome and the words that judge them: factors/*.yaml and lang/<code>/judging.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rashomon.lexicon.files import check_keys, languages, read_folder, read_language
from rashomon.records import Direction

_NO_WORDS: dict[str, list[Any]] = {"goods": [], "ills": [], "states": []}
_SETS = ("objects", "complements", "agents", "adverbs", "not_with", "obliques", "cases")
_WORDS = (
    "have", "have_prepositions", "lack", "need", "lack_nouns", "lack_words", "lack_predicates", "good_predicates",
    "without", "suffer", "strong", "weak", "problems", "facing", "advantages", "owners", "existentials", "hedges",
    "bars", "raising", "lowering", "quantities", "negations", "state_negations", "falling", "rising", "harming",
    "helping", "backfiring", "well", "badly", "conditional", "giving", "depriving", "counting", "spreading",
    "over", "forecasting",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactorExample:
    """A sentence with the direction and the subject's words that must be found; direction None: nothing is found."""

    text: str
    direction: Direction | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor that bears on how a conflict ends.

    Attributes:
        name: name of its file.
        label: for people.
        definition: what it is.
        origin: who names it.
        examples: sentences that judge it.
        against: sentences that hold its words and judge nothing.
    """

    name: str
    label: str
    definition: str
    origin: str
    examples: tuple[FactorExample, ...]
    against: tuple[FactorExample, ...]


@dataclass(frozen=True, slots=True)
class Good:
    """A noun of something to have.

    Attributes:
        factor: factor that it bears on.
        ill: having it hinders.
        near: words of which one must stand in its noun phrase; empty: none is needed.
        country: a country in its noun phrase does as well.
    """

    factor: str
    ill: bool
    near: frozenset[str]
    country: bool


@dataclass(frozen=True, slots=True)
class State:
    """A predicate that judges by itself.

    Attributes:
        factor: factor that it bears on.
        direction: what it says for whom it is said of.
        of: of whom it is said: agent (or the subject of an adjective), patient, owner (whose the agent is), or the
            preposition before him ("the villagers turned against the army").
        objects: lemmas of which the object must be one; empty: any.
        particle: particle that must stand with it, or "".
        near_subject: it must be said of an actor.
        complements: lemmas of which the verb that completes it must be one ("unlikely to win"); empty: any.
        agents: lemmas of which its agent must be one ("villagers hate the army"); empty: any.
        adverbs: words of which one must stand beside it, unless it is negated; empty: none is needed.
        not_with: prepositions of its complements with which it says something else ("divided into committees").
        obliques: lemmas of which one must hang on it by a preposition ("slip across the border"); empty: none.
        cases: prepositions of which one must stand before it, where it is a noun ("on the brink"); empty: none.
        modal: it judges as a forecast alone ("will prevail", "cannot win").
        graded: an adverb beside it gives the direction ("poorly armed").
        bare: the object may be missing.
        alone: there must be none ("is cut off").
    """

    factor: str
    direction: Direction
    of: str
    objects: frozenset[str]
    particle: str
    near_subject: bool
    complements: frozenset[str]
    agents: frozenset[str]
    adverbs: frozenset[str]
    not_with: frozenset[str]
    obliques: frozenset[str]
    cases: frozenset[str]
    modal: bool
    graded: bool
    bare: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class FactorTable:
    """All factors with their words in one language.

    Attributes:
        factors: name -> factor.
        goods: noun lemma -> goods in order.
        states: predicate lemma -> states in order.
        have: verbs of having.
        have_prepositions: verbs that have through a preposition ("benefit from").
        lack: verbs of lacking.
        need: verbs of needing: the direction stays unclear.
        lack_nouns: "lack of".
        lack_words: "no", "little".
        lack_predicates: "X is insufficient".
        good_predicates: "X is forthcoming".
        without: prepositions of lacking.
        suffer: verbs of having an ill.
        strong: adjectives that make a mention a judgement.
        weak: the same, downwards.
        problems: "the problem facing X is".
        facing: verbs between a problem and whose it is.
        advantages: "the advantage is".
        owners: prepositions before whose it is.
        existentials: verbs of "there is".
        hedges: words that hedge.
        raising: verbs that make more of a good.
        lowering: verbs that make less of it.
        falling: verbs by which a good gets less ("support is waning").
        rising: verbs by which it gets more.
        harming: verbs of a good or an ill that hurts somebody ("a split weakens the junta").
        helping: verbs of one that helps somebody ("the terrain favours the rebels").
        backfiring: verbs of an ill that turns others against whose it is ("its brutality drives villagers away").
        well: adverbs by which a graded state favours.
        badly: adverbs by which it hinders.
        giving: verbs of giving ("gives the rebels an edge").
        depriving: verbs of taking away ("robbed the rebels of their refuge").
        counting: verbs of having for sure, with "on".
        spreading: predicates that tell among whom something is common.
        conditional: auxiliaries after which nothing is forecast ("would").
        particles: verb -> particles without one of which it is none of these ("set aside").
        quantities: nouns of how much ("a number of").
        negations: words that turn a holding round.
        forecasting: verbs whose infinitive is a forecast ("is expected to win").
        over: words that with "no" before them end a state ("no longer").
        state_negations: words that turn a state round.
        bars: nouns behind which a word is part of a name ("unity party").
    """

    factors: Mapping[str, Factor]
    goods: Mapping[str, tuple[Good, ...]]
    states: Mapping[str, tuple[State, ...]]
    have: frozenset[str]
    have_prepositions: frozenset[str]
    lack: frozenset[str]
    need: frozenset[str]
    lack_nouns: frozenset[str]
    lack_words: frozenset[str]
    lack_predicates: frozenset[str]
    good_predicates: frozenset[str]
    without: frozenset[str]
    suffer: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    problems: frozenset[str]
    facing: frozenset[str]
    advantages: frozenset[str]
    owners: frozenset[str]
    existentials: frozenset[str]
    hedges: frozenset[str]
    negations: frozenset[str]
    state_negations: frozenset[str]
    bars: frozenset[str]
    quantities: frozenset[str]
    raising: frozenset[str]
    lowering: frozenset[str]
    falling: frozenset[str]
    rising: frozenset[str]
    harming: frozenset[str]
    helping: frozenset[str]
    backfiring: frozenset[str]
    well: frozenset[str]
    badly: frozenset[str]
    conditional: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    giving: frozenset[str]
    depriving: frozenset[str]
    counting: frozenset[str]
    spreading: frozenset[str]
    over: frozenset[str]
    forecasting: frozenset[str]


def read_factors(root: Traversable, language: str) -> FactorTable:
    """Read all factors.

    Args:
        root: the folder of all resources.
        language: ISO 639-1 code.

    Raises:
        ResourceError: a file is wrong.
    """
    rows = read_folder(root / "factors")
    words = read_language(language, "judging.yaml")
    check_keys("judging.yaml", words, (*_WORDS, "particles"))
    for name, row in rows.items():
        _check(name, row, language)
    sets: Any = {key: frozenset(map(str, words[key])) for key in _WORDS}
    return FactorTable(
        factors={name: _factor(name, row) for name, row in rows.items()},
        goods=_by_lemma(_goods(rows, language)),
        states=_by_lemma(_states(rows, language)),
        particles={verb: frozenset(told) for verb, told in words["particles"].items()},
        **sets,
    )


def _check(name: str, row: Mapping[str, Any], language: str) -> None:
    where = f"factors/{name}.yaml"
    check_keys(where, row, ("label", "definition", "origin", "for", "against"), languages())
    words = row.get(language, _NO_WORDS)
    check_keys(where, words, ("goods", "ills", "states"))
    for good in (*words["goods"], *words["ills"]):
        check_keys(f"{where}: {good.get('lemmas')}", good, ("lemmas",), ("near", "country"))
    for state in words["states"]:
        optional = (*_SETS, "of", "particle", "near_subject", "modal", "graded", "bare", "alone")
        check_keys(f"{where}: {state.get('lemmas')}", state, ("lemmas", "direction"), optional)


def _factor(name: str, row: Mapping[str, Any]) -> Factor:
    examples = tuple(FactorExample(e["text"], Direction(e["direction"]), e.get("subject")) for e in row["for"])
    against = tuple(FactorExample(e["text"]) for e in row["against"])
    return Factor(name, row["label"], row["definition"], row["origin"], examples, against)


def _goods(rows: Mapping[str, Any], language: str) -> Iterable[tuple[str, Good]]:
    for name, row in rows.items():
        for key in ("goods", "ills"):
            for entry in row.get(language, _NO_WORDS)[key]:
                near = frozenset(entry.get("near", ()))
                good = Good(name, key == "ills", near, entry.get("country", False))
                yield from ((str(lemma), good) for lemma in entry["lemmas"])


def _states(rows: Mapping[str, Any], language: str) -> Iterable[tuple[str, State]]:
    for name, row in rows.items():
        for entry in row.get(language, _NO_WORDS)["states"]:
            state = State(
                factor=name,
                direction=Direction(entry["direction"]),
                of=entry.get("of", "agent"),
                particle=str(entry.get("particle", "")),
                near_subject=entry.get("near_subject", False),
                modal=entry.get("modal", False),
                graded=entry.get("graded", False),
                bare=entry.get("bare", False),
                alone=entry.get("alone", False),
                **{key: frozenset(entry.get(key, ())) for key in _SETS},
            )
            yield from ((str(lemma), state) for lemma in entry["lemmas"])


def _by_lemma(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, list[Any]] = {}
    for lemma, entry in pairs:
        found.setdefault(lemma, []).append(entry)
    return {lemma: tuple(entries) for lemma, entries in found.items()}
