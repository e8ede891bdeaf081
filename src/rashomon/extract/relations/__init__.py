"""Relations: states that sentences tell (who controls, leads, holds office, is kin, studied, has how many fighters).

One walk over the tokens; a token's lemma gives the patterns to try.

1. verbs: verbs and predicate adjectives.
2. nouns: leaders, offices, kin, strongholds.
3. grips and phrases: "control of", "under the control of".
4. people: ages, peoples, alive or dead; aliases: other names; seats: where somebody is; counts: strength, population.
"""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.parts import FoundFigure, FoundPlace, FoundTime
from rashomon.extract.relations.aliases import find_by_alias, find_by_name
from rashomon.extract.relations.bars import may_stand
from rashomon.extract.relations.counts import find_by_count
from rashomon.extract.relations.drafts import Draft
from rashomon.extract.relations.ends import Text, make_text
from rashomon.extract.relations.grips import find_by_grip
from rashomon.extract.relations.nouns import find_by_noun
from rashomon.extract.relations.people import (
    find_ages,
    find_bare_age,
    find_by_affix,
    find_by_people,
    find_living,
    find_majority,
)
from rashomon.extract.relations.phrases import find_by_phrase
from rashomon.extract.relations.seats import find_ours, find_seat
from rashomon.extract.relations.verbs import find_by_verb
from rashomon.lexicon import Lexicon
from rashomon.records import Annotated, Document, Mention, Relation, TimeSpan, Token, make_id

_STEPS = 3
_COPULA = "cop"


def find_relations(
    annotated: Annotated,
    document: Document,
    lexicon: Lexicon,
    times: tuple[FoundTime, ...],
    figures: tuple[FoundFigure, ...],
    places: tuple[FoundPlace, ...],
) -> tuple[tuple[Relation, ...], tuple[Mention, ...]]:
    """Find the relations that a document tells.

    A state that the words deny ("does not control", "the last area unconquered by") has the qualifier "not".

    Args:
        annotated: the document as tokens.
        document: the document.
        lexicon: patterns.
        times: time expressions, for when a state holds.
        figures: numbers, for strength, population and age.
        places: place mentions, which become ends as they are.

    Returns:
        The relations in text order, and the mentions at their ends.
    """
    text = make_text(annotated, lexicon.relations, places, figures)
    found: dict[str, Relation] = {}
    drafts = tuple(_find_drafts(text))
    counted = {(draft.kind, draft.subject, draft.figures) for draft in drafts}
    counts = (draft for draft in find_by_count(text) if (draft.kind, draft.subject, draft.figures) not in counted)
    for draft in (*drafts, *find_ages(text), *counts):
        if not may_stand(text, draft):
            continue
        relation = _make(text, draft, document.id, times)
        if relation.id in found and found[relation.id].object != relation.object:
            relation = replace(relation, id=make_id("rel", relation.id, relation.object))
        found.setdefault(relation.id, relation)
    relations = tuple(sorted(found.values(), key=lambda relation: (relation.start, relation.end, relation.id)))
    return relations, _used(text, relations)


def _find_drafts(text: Text) -> Iterator[Draft]:
    for token in text.annotated.tokens:
        lemma = token.lemma.lower()
        if token.upos in {"VERB", "ADJ", "AUX"}:
            yield from _by_verb(text, token, lemma)
        elif token.upos in {"NOUN", "PROPN"}:
            yield from _by_noun(text, token, lemma)
        yield from _by_word(text, token, lemma)


def _by_verb(text: Text, token: Token, lemma: str) -> Iterator[Draft]:
    if lemma in text.table.verbs:
        yield from find_by_verb(text, token, text.table.verbs[lemma])
    if lemma in text.table.calling | text.table.knowing | text.table.nicknaming:
        yield from find_by_name(text, token)


def _by_noun(text: Text, token: Token, lemma: str) -> Iterator[Draft]:
    table = text.table
    if lemma in table.nouns and not _in_name(text, token.index):
        yield from find_by_noun(text, token, table.nouns[lemma])
    if lemma in table.grips and not _in_name(text, token.index):
        yield from find_by_grip(text, token, table.grips[lemma])
    if lemma in table.phrases:
        yield from find_by_phrase(text, token, table.phrases[lemma])


def _by_word(text: Text, token: Token, lemma: str) -> Iterator[Draft]:
    """What single words tell, whatever part of speech they are taken for."""
    table = text.table
    if lemma in table.ethnic or lemma in table.mostly:
        yield from find_by_people(text, token)
    if lemma in table.alias_words:
        yield from find_by_alias(text, token)
    if lemma in table.affixes:
        yield from find_by_affix(text, token)
    if lemma in table.ours:
        yield from find_ours(text, token)
    if lemma in table.among:
        yield from find_living(text, text.annotated.tokens[token.head])
    if lemma in table.majorities:
        yield from find_majority(text, token)
    if token.upos == "NUM" and token.deprel == "appos":
        yield from find_bare_age(text, token)
    if token.deprel == _COPULA:
        yield from find_seat(text, text.annotated.tokens[token.head])
        yield from find_bare_age(text, text.annotated.tokens[token.head])


def _in_name(text: Text, index: int) -> bool:
    """Say whether a word is part of an organisation's name ("Office of the President")."""
    entity = text.annotated.entity_at[index]
    return entity >= 0 and text.annotated.entities[entity].label != "PERSON"


def _make(text: Text, draft: Draft, document: str, times: tuple[FoundTime, ...]) -> Relation:
    tokens = text.annotated.tokens
    start, end = tokens[draft.first].start, tokens[draft.last - 1].end
    return Relation(
        id=make_id("rel", document, draft.kind, start, end, draft.subject),
        document=document,
        sentence=tokens[draft.trigger].sentence,
        kind=draft.kind,
        start=start,
        end=end,
        trigger=draft.trigger,
        subject=draft.subject,
        object=draft.object,
        value=draft.value,
        qualifier=draft.qualifier,
        time=_find_time(text, draft, times),
        figures=draft.figures,
    )


def _find_time(text: Text, draft: Draft, times: tuple[FoundTime, ...]) -> TimeSpan | None:
    """Give the time that hangs on the trigger or on the verb that carries it; a duration is no time."""
    tokens = text.annotated.tokens
    sentence = text.annotated.sentences[tokens[draft.trigger].sentence]
    for time in times:
        if not sentence.first <= time.first < sentence.last or _is_length(time):
            continue
        index = time.head
        for _ in range(_STEPS):
            index = tokens[index].head
            if index in {draft.trigger, draft.anchor}:
                return time.span
            if tokens[index].upos in {"VERB", "AUX"}:
                break
    return None


def _is_length(time: FoundTime) -> bool:
    return not time.span.resolved and time.value.startswith("P")


def _used(text: Text, relations: tuple[Relation, ...]) -> tuple[Mention, ...]:
    ids = {end for relation in relations for end in (relation.subject, relation.object) if end is not None}
    return tuple(
        sorted((text.mentions[end] for end in ids), key=lambda mention: (mention.start, mention.end, mention.id))
    )
