"""Assessments: judgements and forecasts, each with the factor that it bears on and whom it favours or hinders.

One walk over the tokens; a lemma gives the factors to try.

1. goods and ills: nouns that somebody has, lacks or needs (holding).
2. states: predicates that judge by themselves ("outnumbered").
A mere mention of a factor's word gives nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.extract.assessments.hedges import find_hedge
from rashomon.extract.assessments.holding import find_holding, find_within
from rashomon.extract.assessments.states import find_states
from rashomon.extract.assessments.subjects import find_subject
from rashomon.extract.assessments.ties import find_owner
from rashomon.extract.assessments.verdicts import Verdict
from rashomon.extract.mentions import make_mention
from rashomon.lexicon import Lexicon
from rashomon.lexicon.factors import FactorTable, Good
from rashomon.records import Annotated, Assessment, Direction, Mention, MentionKind, Token, make_id

_FAR = 14


@dataclass(frozen=True, slots=True)
class _Subject:
    """The last subject judged, for sentences that go on about it without naming it."""

    mention: Mention
    paragraph: int


def find_assessments(annotated: Annotated, lexicon: Lexicon) -> tuple[tuple[Assessment, ...], tuple[Mention, ...]]:
    """Find the judgements and forecasts that a document tells.

    What the words deny or lack is in the direction: "lacks unity" hinders. A subject that a sentence leaves out
    ("There is no foreign support.") is the one judged just before in the same paragraph, else None.

    Args:
        annotated: the document as tokens.
        lexicon: factors and the words that judge them.

    Returns:
        The assessments in text order, and the mentions of their subjects.
    """
    found: dict[str, Assessment] = {}
    mentions: dict[str, Mention] = {}
    last: _Subject | None = None
    for verdict in _find_verdicts(annotated, lexicon):
        paragraph = annotated.sentences[annotated.tokens[verdict.trigger].sentence].paragraph
        if verdict.subject is not None:
            last = _Subject(_name_subject(annotated, verdict.subject, verdict.trigger), paragraph)
        known = last if last is not None and last.paragraph == paragraph else None
        subject = known.mention if known is not None and (verdict.subject is not None or verdict.goes_on) else None
        made = _make(annotated, lexicon.factors, verdict, subject)
        if made.id not in found and subject is not None:
            mentions.setdefault(subject.id, subject)
        found.setdefault(made.id, made)
    assessments = tuple(sorted(found.values(), key=lambda one: (one.start, one.end, one.id)))
    return assessments, tuple(sorted(mentions.values(), key=lambda one: (one.start, one.end, one.id)))


def _name_subject(annotated: Annotated, subject: int, trigger: int) -> Mention:
    """Make the mention of a subject without what is judged: "robbed the rebels of their refuge" tells of the rebels."""
    mention = make_mention(annotated, subject, MentionKind.ACTOR)
    first = annotated.subtree(trigger)[0]
    if not subject < first or annotated.tokens[first].start >= mention.end:
        return mention
    end = annotated.tokens[first - 1].end
    made = make_id("men", mention.document, mention.start, end, mention.kind.value)
    return replace(mention, id=made, end=end, text=annotated.text[mention.start : end])


def _find_verdicts(annotated: Annotated, lexicon: Lexicon) -> Iterator[Verdict]:
    table = lexicon.factors
    for token in annotated.tokens:
        lemma = token.lemma.lower()
        if token.upos in {"NOUN", "PROPN"} and lemma in table.goods:
            verdict = _judge_noun(annotated, lexicon, token, table.goods[lemma])
            if verdict is not None:
                yield verdict
        elif lemma in table.states or token.upos in {"VERB", "ADJ"}:
            yield from find_states(annotated, lexicon, token)


def _judge_noun(annotated: Annotated, lexicon: Lexicon, noun: Token, goods: tuple[Good, ...]) -> Verdict | None:
    table = lexicon.factors
    if noun.deprel in {"compound", "flat"} or _is_named(annotated, table, noun):
        return None
    good = next((good for good in goods if _is_near(annotated, noun, good)), None)
    holding = None if good is None else find_holding(annotated, table, noun)
    if good is None or holding is None:
        return None
    subject = _subject_of(annotated, lexicon, holding.owner)
    if holding.owner is None:
        subject = find_subject(annotated, lexicon, find_within(annotated, table, annotated.tokens[holding.governor]))
    if subject is None and holding.owner is not None and not _is_pronoun(annotated, holding.owner):
        return None
    first, last = sorted((holding.governor, noun.index))
    span = (first, last + 1) if last - first <= _FAR else (noun.index, noun.index + 1)
    direction = _direction(holding.has, good.ill)
    if holding.helps is not None:
        direction = Direction.FAVOURS if holding.helps else Direction.HINDERS
    return Verdict(
        good.factor, direction, subject, noun.index, span[0], span[1], holding.owner is None, holding.governor
    )


def _subject_of(annotated: Annotated, lexicon: Lexicon, owner: int | None) -> int | None:
    """Give the owner if it can be an actor, else whose it is ("the hope of the rebels")."""
    subject = find_subject(annotated, lexicon, owner)
    if subject is not None or owner is None:
        return subject
    return find_subject(annotated, lexicon, find_owner(annotated, lexicon.factors, annotated.tokens[owner]))


def _is_pronoun(annotated: Annotated, index: int) -> bool:
    return annotated.tokens[index].upos == "PRON"


def _is_named(annotated: Annotated, table: FactorTable, noun: Token) -> bool:
    """Say whether the word is part of a name or of a compound ("unity party")."""
    entity = annotated.entity_at[noun.index]
    if entity >= 0 and annotated.entities[entity].label in {"ORG", "PERSON"}:
        found = annotated.entities[entity]
        opens = noun.index == annotated.sentences[noun.sentence].first and found.last - found.first == 1
        return not opens or found.label != "PERSON"
    return annotated.tokens[noun.head].lemma in table.bars and noun.head == noun.index + 1


def _is_near(annotated: Annotated, noun: Token, good: Good) -> bool:
    """Say whether a word that a good needs stands in its noun phrase."""
    if not good.near:
        return True
    for index in _around(annotated, noun):
        token = annotated.tokens[index]
        if token.lemma.lower() in good.near or token.text.lower() in good.near:
            return True
        entity = annotated.entity_at[index]
        if good.country and entity >= 0 and _is_abroad(annotated.entities[entity].label, token):
            return True
    return False


def _is_abroad(label: str, token: Token) -> bool:
    """Say whether a word names a country or is its adjective ("Russian support")."""
    return label == "PLACE" or (label == "NORP" and token.upos == "ADJ" and token.deprel == "amod")


def _around(annotated: Annotated, noun: Token) -> tuple[int, ...]:
    """The noun phrase; of a subject whose predicate is an adjective, the whole clause ("aid is likely from abroad")."""
    head = annotated.tokens[noun.head]
    return annotated.subtree(head.index if noun.deprel == "nsubj" and head.upos == "ADJ" else noun.index)


def _direction(has: bool | None, ill: bool) -> Direction:
    if has is None:
        return Direction.UNCLEAR
    return Direction.FAVOURS if has != ill else Direction.HINDERS


def _make(annotated: Annotated, table: FactorTable, verdict: Verdict, subject: Mention | None) -> Assessment:
    start, end = annotated.tokens[verdict.first].start, annotated.tokens[verdict.last - 1].end
    return Assessment(
        id=make_id("ass", annotated.document, verdict.factor, start, end),
        document=annotated.document,
        sentence=annotated.tokens[verdict.trigger].sentence,
        factor=verdict.factor,
        direction=verdict.direction,
        subject=None if subject is None else subject.id,
        start=start,
        end=end,
        trigger=verdict.trigger,
        hedge=find_hedge(annotated, table, verdict.governor),
        time=None,
    )
