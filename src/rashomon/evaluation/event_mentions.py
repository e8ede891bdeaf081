"""Joins mentions of events of any sort, in and out of conflict, where gold gives the mentions and nothing else.

ECB+ marks hirings, awards and matches beside killings, so most of its mentions have no type of ours. What stands here
is therefore glue of the evaluation, kept apart from the product, and no weight of it was fitted on gold:

- two mentions of one cluster of news join if their words have one root ("attacked", "the attacker's attack");
- words of saying (neutral cues of resources/lang/en/cues.yaml that trigger no event) join only with one speaker;
- roots whose words trigger types of one family (resources/events) join if they share arguments and hardly a sentence
  tells both: a report that says "killed" and "attack" in one sentence means two things.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from rashomon.evaluation.coreference import Clusters
from rashomon.lexicon import Lexicon
from rashomon.lexicon.triggers import Trigger
from rashomon.records import Annotated, Factuality, Stance, Token

_ENDINGS = ("ings", "ing", "ed", "es", "ers", "er", "ions", "ion", "ment", "ments", "al", "ance", "s", "y", "e")
_SHORTEST = 3  # letters that an ending must leave
_SHARED = 0.25  # cosine of the arguments of two roots
_TOGETHER = 0.1  # share of sentences that tell both
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "nmod", "obl", "compound"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_LETTERS = re.compile("[^a-z]")

Root = tuple[str, ...]
"""Root of a word; of a word of saying with its speaker."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event.

    Attributes:
        id: document and mention.
        near: cluster of documents that it stands in.
        sentence: document and sentence number.
        lemma: of its head word, lower case.
        arguments: lemmas of what depends on the head as subject, object or complement.
        speaker: lemma of its subject, "" if it has none or a pronoun.
    """

    id: str
    near: str
    sentence: tuple[str, int]
    lemma: str
    arguments: tuple[str, ...]
    speaker: str

    @classmethod
    def of(cls, ident: str, near: str, sentence: tuple[str, int], head: Token, annotated: Annotated) -> "Mention":
        """Make it from its head word."""
        first = annotated.sentences[head.sentence]
        under = [t for t in annotated.tokens[first.first : first.last] if t.head == head.index != t.index]
        named = (t for t in under if t.deprel.partition(":")[0] in _ARGUMENTS and t.upos in _NAMING)
        subject = next((t for t in under if t.deprel.startswith("nsubj") or t.deprel == "obl:agent"), None)
        speaker = "" if subject is None or subject.upos == "PRON" else subject.lemma.lower()
        arguments = tuple(sorted({t.lemma.lower() for t in named}))
        return cls(ident, near, sentence, head.lemma.lower(), arguments, speaker)

    @property
    def document(self) -> str:
        """Give the name of its document."""
        return self.sentence[0]

    @property
    def root(self) -> str:
        """Give the root of its word."""
        return find_root(self.lemma)


def find_root(lemma: str) -> str:
    """Take one ending off, a doubled last letter and a last e: "shooting" and "shoot" are one, "killer" and "kill"."""
    word = _LETTERS.sub("", lemma)
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    word = word.removesuffix(ending)
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("e")


class Words:
    """What the product's tables know of words, in and out of conflict."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def families(self) -> Mapping[str, frozenset[str]]:
        """Give word -> families of the event types that it triggers by itself, without a certain word beside it."""
        found: dict[str, set[str]] = defaultdict(set)
        table = self._lexicon.events
        for part in (table.verbs, table.nouns):
            for word, triggers in part.items():
                found[word] |= {table.types[trigger.type].family for trigger in triggers if _is_plain(trigger)}
        return {word: frozenset(families) for word, families in found.items()}

    @cached_property
    def saying(self) -> frozenset[str]:
        """Give the verbs that pass on what somebody says and nothing else."""
        return frozenset(
            word
            for word, row in self._lexicon.cues.verbs.items()
            if row.stance is Stance.NEUTRAL
            and row.commitment is Factuality.CERTAIN
            and "clause" in {frame.value for frame in row.frames}
            and word not in self.families
        )


def join_mentions(mentions: Iterable[Mention], lexicon: Lexicon) -> Clusters:
    """Join mentions; every one stands in one cluster."""
    words = Words(lexicon)
    news: dict[str, dict[Root, list[Mention]]] = {}
    for mention in sorted(mentions, key=lambda m: m.id):
        news.setdefault(mention.near, {}).setdefault(_root(mention, words), []).append(mention)
    return [cluster for _, roots in sorted(news.items()) for cluster in _join_roots(roots, words)]


def _root(mention: Mention, words: Words) -> Root:
    if mention.lemma in words.saying:
        return "", mention.root, mention.speaker or mention.id
    return (mention.root,)


def _join_roots(roots: Mapping[Root, Sequence[Mention]], words: Words) -> Iterator[frozenset[str]]:
    """Join the roots of one cluster of news that tell one sort of happening of the same participants."""
    home = {root: root for root in roots}
    told = [root for root in sorted(roots) if root[0] and _families(roots[root], words)]
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            if _families(roots[one], words) & _families(roots[other], words) and _alike(roots[one], roots[other]):
                gone, kept = home[other], home[one]
                home = {root: kept if into == gone else into for root, into in home.items()}
    for kept in sorted(set(home.values())):
        yield frozenset(m.id for root, into in home.items() if into == kept for m in roots[root])


def _is_plain(trigger: Trigger) -> bool:
    """Say whether no certain word must stand beside a trigger ("strike a deal", "issue a statement")."""
    asked = (trigger.object, trigger.object_with, trigger.prep_object, trigger.with_words)
    return not (any(asked) or trigger.particle or trigger.support)


def _families(mentions: Sequence[Mention], words: Words) -> frozenset[str]:
    counts = Counter(mention.lemma for mention in mentions)
    main = min(counts, key=lambda lemma: (-counts[lemma], lemma))
    return words.families.get(main, frozenset())


def _alike(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    one, other = ({m.sentence for m in mentions} for mentions in (left, right))
    if len(one & other) >= _TOGETHER * min(len(one), len(other)):
        return False
    return _cosine(*(Counter(a for m in mentions for a in m.arguments) for mentions in (left, right))) >= _SHARED


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    lengths = sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(n * other[word] for word, n in one.items()) / lengths if lengths else 0.0
