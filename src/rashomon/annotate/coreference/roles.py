"""Roles told of a named person or group: the title before the name, an apposition, a predicate ("is the head of")."""

from collections.abc import Iterable, Iterator

from rashomon.annotate.coreference.clusters import Seen, description, left_words
from rashomon.lexicon.annotating import ChainTable
from rashomon.records import Annotated, ChainMention, Function


def add_roles(annotated: Annotated, seen: Iterable[Seen], table: ChainTable) -> Iterator[Seen]:
    """Write roles, role nouns and genders into the clusters.

    Returns:
        the described nouns that are mentions of their own ("the former minister, Karim Daud").
    """
    for mention in seen:
        if mention.cluster.label == "PLACE":
            _add_kind(annotated, mention, table)
        elif mention.cluster.label in {"PERSON", "ORG"}:
            _add_title(annotated, mention, table)
            for head in (*_appositions(annotated, mention, table), *_predicates(annotated, mention, table)):
                yield _add_description(annotated, mention, head, table)


def _add_kind(annotated: Annotated, mention: Seen, table: ChainTable) -> None:
    """Note the generic word in or beside a place's name: "the province" may go back to it."""
    tokens, last = annotated.tokens, mention.last
    told = [tokens[last - 1].text.lower()]
    if last < len(tokens):
        told.append(tokens[last].lemma)
    if mention.first >= 2 and tokens[mention.first - 1].does(Function.OF):
        told.append(tokens[mention.first - 2].lemma)
    mention.cluster.nouns.update(word for word in told if word in table.kinds)


def _add_title(annotated: Annotated, mention: Seen, table: ChainTable) -> None:
    words = list(left_words(annotated, mention.first, mention.head))
    while words and words[-1].upos in {"PUNCT", "ADV"}:
        words.pop()
    if not words or mention.cluster.label != "PERSON":
        return
    nouns = [_noun(token.text, token.lemma, table) for token in words]
    told = [noun for noun in nouns if noun in table.persons or noun in table.male or noun in table.female]
    if not told and not any(token.text.rstrip(".").lower() in table.titles for token in words):
        return
    _learn(mention, annotated.text[words[-1].start : words[0].end], told, table)


def _noun(text: str, lemma: str, table: ChainTable) -> str:
    low = text.rstrip(".").lower()
    return table.titles.get(
        low, low if low in table.persons or low in table.male or low in table.female else lemma.lower()
    )


def _learn(mention: Seen, text: str, nouns: Iterable[str], table: ChainTable) -> None:
    cluster = mention.cluster
    if text not in cluster.roles:
        cluster.roles.append(text)
    for noun in nouns:
        cluster.nouns.add(noun)
        if not cluster.gender and cluster.person:
            cluster.gender = "m" if noun in table.male else "f" if noun in table.female else ""


def _appositions(annotated: Annotated, mention: Seen, table: ChainTable) -> Iterator[int]:
    token = annotated.tokens[mention.head]
    for child in annotated.dependents(mention.head, "appos"):
        if _describes(annotated, child.index, mention, table):
            yield child.index
    if token.deprel == "appos":
        head = _described_noun(annotated, token.head)
        if _describes(annotated, head, mention, table):
            yield head


def _described_noun(annotated: Annotated, head: int) -> int:
    """Give the noun that a name stands beside, over a place inside its phrase ("envoy to Kenya, Karim Daud,")."""
    token = annotated.tokens[head]
    if annotated.entity_at[head] >= 0 and token.deprel in {"nmod", "obl"}:
        return token.head
    return head


def _predicates(annotated: Annotated, mention: Seen, table: ChainTable) -> Iterator[int]:
    """Give the definite noun that a name is said to be; nothing under a negation or a modal."""
    token = annotated.tokens[mention.head]
    if token.deprel != "nsubj" or token.head == token.index:
        return
    children = [annotated.tokens[k] for k in annotated.children[token.head]]
    if not any(t.deprel == "cop" and t.does(Function.SINGULAR, Function.POSSESSIVE) for t in children):
        return
    if any(t.deprel == "aux" or t.does(Function.NEGATION, Function.NO) for t in children):
        return
    if any(t.deprel == "det" and t.lemma in table.articles for t in children) and _describes(
        annotated, token.head, mention, table
    ):
        yield token.head


def _describes(annotated: Annotated, head: int, mention: Seen, table: ChainTable) -> bool:
    """Say whether a noun is a common noun for a person or group of one, not a name of its own."""
    token = annotated.tokens[head]
    if annotated.entity_at[head] >= 0 or token.upos not in {"NOUN", "PROPN"} or token.xpos in {"NNS", "NNPS"}:
        return False
    lemma = token.lemma.lower()
    if mention.cluster.label == "PERSON":
        return lemma in table.persons or lemma in table.male or lemma in table.female
    return lemma in table.groups or lemma in table.units


def _add_description(annotated: Annotated, mention: Seen, head: int, table: ChainTable) -> Seen:
    first, last = description(annotated, head)
    _learn(mention, annotated.words(first, last), [annotated.tokens[head].lemma.lower()], table)
    mention.cluster.mentions.append(ChainMention(first, last, head))
    return Seen(mention.cluster, head, annotated.tokens[head].sentence, mention.subject, first, last)
