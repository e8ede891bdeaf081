"""What a personal pronoun stands for: scored antecedents; two that fit about equally well leave it unresolved."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rashomon.annotate.coreference.clauses import SUBJECTS, excluded, first_conjunct, prominence, subject_of
from rashomon.annotate.coreference.clusters import Cluster, Seen
from rashomon.lexicon.annotating import ChainTable
from rashomon.records import Annotated, Function, Token

_FAR = 3  # sentences back in which a person's pronoun finds its antecedent
_MARGIN = 0.75  # by how much the best antecedent must outdo the next one
_LEAST = -1.5  # the weakest antecedent of a subject or possessive, and of another pronoun
_LEAST_OBJECT = -0.5
_SPEAKS = 1.5  # by how much who spoke last outdoes who is spoken of
_NAMED = 0.5  # by how much somebody with a name outdoes somebody only described
_NOMINAL_PARTS = frozenset({"NOUN", "PRON"})
_NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj"})


@dataclass(frozen=True, slots=True)
class Choice:
    """An antecedent: a cluster, or a noun that would become one; with neither it only keeps others from winning."""

    key: int
    score: float
    cluster: Cluster | None = None
    noun: Token | None = None


class Pronouns:
    """Chooses antecedents among the mentions seen so far.

    Attributes:
        cluster_at: head of a mention -> its cluster, those to come included where names tell them.
    """

    def __init__(
        self,
        annotated: Annotated,
        table: ChainTable,
        cluster_at: dict[int, Cluster],
        near: Callable[[Token, int], Iterator[Seen]],
    ) -> None:
        self._annotated = annotated
        self._table = table
        self.cluster_at = cluster_at
        self._near = near
        self._quote_starts = [quote.start for quote in annotated.quotes]

    def choose(self, token: Token) -> Choice | None:
        """Give what a personal pronoun of the third person stands for, or None."""
        low = token.text.lower()
        table = self._table
        if low in table.he or low in table.she:
            return _best(self._persons(token, "m" if low in table.he else "f"), -9.0)
        if low in table.it and self._pleonastic(token):
            return None
        object_like = token.xpos == "PRP" and first_conjunct(self._annotated, token.index).deprel not in SUBJECTS
        return _best(self._groups(token, low in table.they), _LEAST_OBJECT if object_like else _LEAST)

    def _persons(self, token: Token, gender: str) -> Iterator[Choice]:
        barred, lemmas = self._barred(token)
        for seen in self._near(token, _FAR):
            cluster = seen.cluster
            if not cluster.person or not _agrees(cluster, gender) or self._is_barred(token, seen.head, barred, lemmas):
                continue
            score = self._score(token, seen.head) + (0.5 if cluster.gender == gender else 0)
            score += self._speaks_on(token, seen.head)
            yield Choice(id(cluster), score + (_NAMED if cluster.names else 0), cluster)
        yield from self._unresolved(token)

    def _speaks_on(self, token: Token, head: int) -> float:
        """Give back what distance takes, to who spoke before in the paragraph, where "he said" stands behind the words.

        Who is told of between is whom the speaker speaks of ("Amin said ... Saleh fled. It was a surprise, he said").
        """
        candidate = self._annotated.tokens[head]
        behind = token.deprel == "nsubj" and candidate.deprel == "nsubj" and self._tells(token.head, token.index)
        if not behind or not self._tells(candidate.head, None) or not self._same_paragraph(token, candidate):
            return 0.0
        return 2.0 * max(0, token.sentence - candidate.sentence - 1) + _SPEAKS

    def _tells(self, verb: int, behind: int | None) -> bool:
        """Say whether a verb has words told by it; with `behind`, whether they stand before that token."""
        token = self._annotated.tokens[verb]
        if token.deprel == "parataxis":
            return behind is None or token.head < behind
        return any(behind is None or told.index < behind for told in self._annotated.dependents(verb, "ccomp"))

    def _same_paragraph(self, token: Token, candidate: Token) -> bool:
        sentences = self._annotated.sentences
        return sentences[token.sentence].paragraph == sentences[candidate.sentence].paragraph

    def _unresolved(self, token: Token) -> Iterator[Choice]:
        """Weigh the same pronoun, told before of nobody known ("He is the son of X. He was born in 1970.")."""
        annotated = self._annotated
        first = annotated.sentences[max(0, token.sentence - 1)].first
        for other in annotated.tokens[first : token.index]:
            same = other.upos == "PRON" and other.text.lower() == token.text.lower() and other.deprel in SUBJECTS
            if same and other.index not in self.cluster_at and token.deprel in SUBJECTS:
                yield Choice(-other.index, self._score(token, other.index) + _NAMED)

    def _groups(self, token: Token, plural: bool) -> Iterator[Choice]:
        barred, lemmas = self._barred(token)
        mentions = {seen.head: seen.cluster for seen in self._near(token, 1)}
        first = self._annotated.sentences[max(0, token.sentence - 1)].first
        for head in range(first, token.index):
            candidate = self._annotated.tokens[head]
            if candidate.upos not in _NOMINAL_PARTS and head not in mentions:
                continue
            if not self._same_zone(token, candidate) or self._is_barred(token, head, barred, lemmas):
                continue
            cluster = mentions.get(head)
            if cluster is not None:
                if not cluster.person and self._fits(token, candidate, cluster, plural, mentions):
                    yield Choice(id(cluster), self._score(token, head), cluster)
                elif cluster.person and plural and self._coordinated(candidate):
                    yield Choice(-head, self._score(token, head))
            elif candidate.upos in {"NOUN", "PRON"} and first_conjunct(self._annotated, head).deprel in _NOMINAL:
                yield from self._unnamed(token, candidate, plural)

    def _unnamed(self, token: Token, candidate: Token, plural: bool) -> Iterator[Choice]:
        """Weigh a noun or pronoun that is no mention yet."""
        score = self._score(token, candidate.index)
        if candidate.upos == "PRON":
            if (
                candidate.text.lower() in (self._table.they if plural else self._table.it)
                and candidate.deprel in SUBJECTS
            ):
                yield Choice(-candidate.index, score)
            return
        many = candidate.xpos == "NNS" or (plural and self._coordinated(candidate))
        collective = candidate.xpos == "NN" and self._is_collective(candidate.lemma)
        if many != plural and not (plural and collective):
            return
        known = self._is_crowd(candidate.lemma) if many else collective and (plural or self._acts(token))
        same_side = self._quote(candidate.start) == self._quote(token.start)
        if candidate.deprel == "conj" or not same_side or self._annotated.entity_at[candidate.index] >= 0:
            return
        agrees = not collective or not plural or self._annotated.tokens[candidate.head].xpos == "VBP"
        score -= 0 if agrees else 1.5
        yield Choice(-candidate.index, score, noun=candidate if known else None)

    def _fits(
        self, token: Token, candidate: Token, cluster: Cluster, plural: bool, mentions: dict[int, Cluster]
    ) -> bool:
        """Say whether a mention agrees in number, as all pronouns of its cluster in the same sentence must."""
        for head, other in mentions.items():
            low = self._annotated.tokens[head].text.lower()
            same = other is cluster and self._annotated.tokens[head].sentence == token.sentence
            if same and low in (self._table.it if plural else self._table.they):
                return False
        if candidate.upos == "PRON":
            return (candidate.text.lower() in self._table.they) == plural or candidate.xpos in {"WP", "WDT"}
        if candidate.deprel in {"compound", "amod"}:
            return False
        return cluster.plural if plural else cluster.label in {"ORG", "PLACE"} or self._is_collective(candidate.lemma)

    def _score(self, token: Token, head: int) -> float:
        """Weigh nearness against prominence; a sentence is worth two points."""
        annotated = self._annotated
        candidate = first_conjunct(annotated, head)
        score = prominence(annotated, head) - 2.0 * (token.sentence - candidate.sentence)
        score -= 1.0 if self._quote(candidate.start) >= 0 > self._quote(token.start) else 0.0
        place = first_conjunct(annotated, token.index)
        if place.deprel == "nsubj:pass":
            score += 1.0 if candidate.deprel in {"obj", "nsubj:pass"} else 0.0
        elif place.deprel == "nsubj" and candidate.deprel in SUBJECTS:
            score += 0.5 if candidate.deprel == "nsubj" else -0.5
            above = annotated.tokens[candidate.head]
            score += 1.0 if above.lemma == annotated.tokens[place.head].lemma else 0.0  # "he said ... he said"
            if above.deprel == "advcl" and above.head == place.head:  # "If the rebels want help, they must ask"
                score += 1.5
        elif token.xpos == "PRP$" and self._own_subject(token) == candidate.index:
            score += 1.0
        return score

    def _own_subject(self, token: Token) -> int | None:
        verb = self._annotated.tokens[token.head]
        for _ in range(3):
            if verb.deprel in {"obj", "iobj", "obl", "nmod", "conj"} and verb.upos in {"NOUN", "PROPN"}:
                verb = self._annotated.tokens[verb.head]
        return subject_of(self._annotated, verb.index)

    def _barred(self, token: Token) -> tuple[frozenset[int], frozenset[str]]:
        """Give the clusters and the nouns that a pronoun cannot mean."""
        if token.xpos != "PRP" or token.text.lower() in self._table.reflexives:
            return frozenset(), frozenset()
        heads = excluded(self._annotated, token, self._table)
        clusters = frozenset(id(self.cluster_at[head]) for head in heads if head in self.cluster_at)
        nouns = frozenset(self._annotated.tokens[h].lemma for h in heads if self._annotated.tokens[h].upos == "NOUN")
        return clusters | heads, nouns

    def _is_barred(self, token: Token, head: int, barred: frozenset[int], lemmas: frozenset[str]) -> bool:
        candidate = self._annotated.tokens[head]
        cluster = self.cluster_at.get(head)
        if head in barred or (cluster is not None and id(cluster) in barred) or candidate.lemma in lemmas:
            return True
        if token.index in self._annotated.children[head]:
            return True
        quoted, inside = self._quote(token.start), self._quote(candidate.start)
        subject = first_conjunct(self._annotated, head).deprel in SUBJECTS
        return quoted >= 0 and inside != quoted and subject and token.sentence - candidate.sentence <= 1

    def _quote(self, offset: int) -> int:
        at = bisect_right(self._quote_starts, offset) - 1
        return at if at >= 0 and offset < self._annotated.quotes[at].end else -1

    def _same_zone(self, token: Token, candidate: Token) -> bool:
        sentences = self._annotated.sentences
        return sentences[token.sentence].zone is sentences[candidate.sentence].zone

    def _coordinated(self, candidate: Token) -> bool:
        return any(t.upos in {"NOUN", "PROPN"} for t in self._annotated.dependents(candidate.index, "conj"))

    def _acts(self, token: Token) -> bool:
        """Say whether a pronoun is the subject of something done, as a group is rather than a thing."""
        return token.deprel == "nsubj" and not any(True for _ in self._annotated.dependents(token.head, "cop"))

    def _is_crowd(self, lemma: str) -> bool:
        table = self._table
        return any(lemma in words for words in (table.persons, table.crowds, table.groups, table.units, table.male))

    def _is_collective(self, lemma: str) -> bool:
        return lemma in self._table.groups or lemma in self._table.units or lemma in self._table.collectives

    def _pleonastic(self, token: Token) -> bool:
        """Say whether "it" stands for a clause: "it is claimed that", "it seems", "it is time to"."""
        if not token.does(Function.EXPLETIVE) or token.deprel not in {"nsubj", "nsubj:pass", "expl"}:
            return token.deprel == "expl"
        children = [self._annotated.tokens[k] for k in self._annotated.children[token.head]]
        verb, table = self._annotated.tokens[token.head].lemma, self._table
        if verb in table.comings and any(t.lemma in table.whens for t in children):
            return True  # "when it comes to"
        clausal = any(t.deprel in {"ccomp", "xcomp", "csubj", "advcl", "acl"} for t in children)
        copular = any(t.deprel in {"cop", "aux:pass"} for t in children)
        return clausal and (copular or verb in table.seeming)


def _best(choices: Iterator[Choice], least: float) -> Choice | None:
    """Give the choice that outdoes all others clearly."""
    best: dict[int, Choice] = {}
    for choice in choices:
        if choice.key not in best or choice.score > best[choice.key].score:
            best[choice.key] = choice
    ranked = sorted(best.values(), key=lambda choice: -choice.score)
    if not ranked or ranked[0].score < least or (ranked[0].cluster is None and ranked[0].noun is None):
        return None
    return None if len(ranked) > 1 and ranked[0].score - ranked[1].score < _MARGIN else ranked[0]


def _agrees(cluster: Cluster, gender: str) -> bool:
    return cluster.gender == gender or (
        not cluster.gender and (gender == "m" or bool(cluster.names) or not cluster.nouns)
    )
