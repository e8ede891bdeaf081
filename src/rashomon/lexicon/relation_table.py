"""The patterns of relations and the words around them, as the rules use them."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.lexicon.relation_patterns import GripPattern, NounPattern, PhrasePattern, VerbPattern


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation.

    Attributes:
        name: key in relations.yaml.
        label: for people.
        definition: what it says of its two ends.
        subject: what stands at its first end.
        object: what stands at its other end.
        origin: whose definition it follows, or "".
    """

    name: str
    label: str
    definition: str
    subject: str
    object: str
    origin: str


@dataclass(frozen=True, slots=True)
class RelationTable:
    """All patterns of one language by lemma, and the words around them.

    Attributes:
        kinds: name -> kind.
        verbs: lemma -> patterns in order.
        nouns: lemma -> patterns in order.
        phrases: lemma -> patterns in order.
        grips: lemma -> patterns in order.
        copulas: verbs that tie a noun to its subject ("become", "remain").
        negations: words that negate.
        qualifiers: word -> qualifier ("ex" -> former).
        reflexives: "himself".
        titles: nouns that stand before a name without an article.
        plurals: tags of plural nouns, whose holder is nobody in particular.
        statives: verbs beside which a phrase tells a state ("remain under the control of").
        ethnic: words before a people's name that make it an ethnicity.
        place_nouns: nouns that mean a stretch of land.
        actor_nouns: nouns that mean people or bodies that act.
        naming_verbs: verbs with "as": "refer to X as the leader".
        vague_heads: nouns that need their complement to be an office ("head", "chief", "member").
        institution_nouns: words of places of learning.
        ruler_words: words that say as what somebody is recognised.
        terror_words: words that say as what somebody is listed.
        part_words: words of a share ("most of the country").
        state_nouns: nouns that mean a state or its government.
        unique_words: words that say that a place is the only one of its sort.
        companions: prepositions before somebody who does the same as a verb's agent.
        unheld: nouns of land that are no place to be held by themselves.
        pointing: words beside a noun of land that make it one known stretch.
        keeping: verbs whose object is in the state ("keep the town under siege").
        shares: words for a part of those named behind ("one of the leaders").
        office_bodies: words in the complement of "head" that make it a public office.
        no_longer: adverbs that with "no" before them end a state ("longer", "more").
        refusing: verbs that deny what they govern ("refuses to recognise").
        wishing: verbs under which nothing is said to hold ("wants to become").
        leaving: verbs after which an office is a former one.
        people_nouns: nouns that mean people one by one.
        force_nouns: nouns that mean a body of people under arms.
        captive_words: what a held person is called.
        goods_nouns: arms, supplies, money and resources.
        settled_nouns: stretches of land that people live in.
        inhabitants: words for those who live there.
        having: verbs of having inhabitants.
        dwellers: nouns that by themselves mean those who live there.
        homes: "home" in "home to 300 people".
        living_verbs: verbs of living somewhere.
        seats: prepositions of being in a place.
        mostly: adverbs of a majority ("mostly Kurdish").
        affixes: word before a hyphen and a name -> relation kind ("pro-Russian").
        alias_words: nouns of another name.
        calling: verbs by which somebody calls himself.
        knowing: verbs of "known as".
        dead_words: words for the dead.
        among: prepositions of being one of several.
        ours: pronouns by which a speaker owns ("the town is ours").
        standing: nouns of a force that lasts; a "group of four" is none.
        sizes: nouns of a force's size ("its strength is put at").
        putting: verbs of estimating.
        putting_at: prepositions before what something is estimated at.
        strong: "strong" in "3,000-strong".
        carriers: adverbs that only say that a state holds again ("back in the hands of").
        growing: verbs of a size that changes ("have swollen to").
        ranks: nouns of a size that such verbs tell.
        succeeding: verbs of taking another's office or place.
        fleets: nouns of a quantity of goods ("a fleet of trucks").
        holdings: nouns of all that somebody has ("the arsenal includes").
        peoples: nouns of a people ("the Zaghawa tribe").
        folk: nouns of those who live somewhere or serve in something, of whom a people's name is told.
        between: prepositions before two who share a state ("an alliance between").
        armed_by: prepositions before arms ("2,000 under arms").
        describing: verbs of naming that put nobody in office ("describes X as the leader").
        numbering: verbs of being so many ("number about 800").
        claiming: verbs of saying how many one has ("claims 2,000 fighters").
        nicknaming: verbs of giving another name ("dubbed the Hawk").
        majorities: words behind a people's name and a hyphen ("Pashtun-majority").
    """

    kinds: Mapping[str, RelationKind]
    verbs: Mapping[str, tuple[VerbPattern, ...]]
    nouns: Mapping[str, tuple[NounPattern, ...]]
    phrases: Mapping[str, tuple[PhrasePattern, ...]]
    grips: Mapping[str, tuple[GripPattern, ...]]
    copulas: frozenset[str]
    negations: frozenset[str]
    qualifiers: Mapping[str, str]
    reflexives: frozenset[str]
    titles: frozenset[str]
    plurals: frozenset[str]
    statives: frozenset[str]
    ethnic: frozenset[str]
    place_nouns: frozenset[str]
    actor_nouns: frozenset[str]
    naming_verbs: frozenset[str]
    vague_heads: frozenset[str]
    institution_nouns: frozenset[str]
    ruler_words: frozenset[str]
    terror_words: frozenset[str]
    companions: frozenset[str]
    unheld: frozenset[str]
    pointing: frozenset[str]
    keeping: frozenset[str]
    shares: frozenset[str]
    office_bodies: frozenset[str]
    unique_words: frozenset[str]
    part_words: frozenset[str]
    state_nouns: frozenset[str]
    affixes: Mapping[str, str]
    no_longer: frozenset[str]
    refusing: frozenset[str]
    wishing: frozenset[str]
    leaving: frozenset[str]
    people_nouns: frozenset[str]
    force_nouns: frozenset[str]
    captive_words: frozenset[str]
    goods_nouns: frozenset[str]
    settled_nouns: frozenset[str]
    inhabitants: frozenset[str]
    homes: frozenset[str]
    having: frozenset[str]
    dwellers: frozenset[str]
    living_verbs: frozenset[str]
    seats: frozenset[str]
    mostly: frozenset[str]
    alias_words: frozenset[str]
    calling: frozenset[str]
    knowing: frozenset[str]
    dead_words: frozenset[str]
    among: frozenset[str]
    ours: frozenset[str]
    standing: frozenset[str]
    sizes: frozenset[str]
    putting: frozenset[str]
    putting_at: frozenset[str]
    strong: frozenset[str]
    carriers: frozenset[str]
    growing: frozenset[str]
    ranks: frozenset[str]
    succeeding: frozenset[str]
    fleets: frozenset[str]
    holdings: frozenset[str]
    peoples: frozenset[str]
    folk: frozenset[str]
    between: frozenset[str]
    armed_by: frozenset[str]
    describing: frozenset[str]
    majorities: frozenset[str]
    nicknaming: frozenset[str]
    numbering: frozenset[str]
    claiming: frozenset[str]
