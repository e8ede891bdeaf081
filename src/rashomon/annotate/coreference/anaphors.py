"""Pronouns and definite descriptions, from left to right. What two antecedents fit equally well stays unresolved."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rashomon.annotate.coreference.clusters import Cluster, Seen, description, is_subject
from rashomon.lexicon.annotating import ChainTable
from rashomon.records import Annotated, ChainMention, Token

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_DEFINITE = frozenset({"the", "this", "that"})
_FAR = 3  # sentences back in which a pronoun finds its antecedent
_FAR_DESCRIPTION = 12


class Resolver:
    """Walks the tokens of a document with the mentions seen so far."""

    def __init__(self, annotated: Annotated, named: Iterable[Seen], table: ChainTable) -> None:
        self._annotated = annotated
        self._table = table
        self._waiting = sorted(named, key=lambda seen: seen.head)
        self._heads = {seen.head for seen in self._waiting}
        self._recent: list[Seen] = []
        self.seen: list[Seen] = list(self._waiting)
        self._quote_starts = [quote.start for quote in annotated.quotes]

    def resolve(self) -> None:
        """Resolve all anaphors of the document."""
        waiting = iter([*self._waiting, None])
        following = next(waiting)
        for token in self._annotated.tokens:
            while following is not None and following.head <= token.index:
                self._recent.append(following)
                following = next(waiting)
            if token.index in self._heads:
                continue
            if token.upos == "PRON" or token.xpos == "PRP$":
                self._pronoun(token)
            elif token.upos == "NOUN":
                self._noun(token)
            if len(self._recent) > 120:
                del self._recent[:60]

    def _pronoun(self, token: Token) -> None:
        low = token.text.lower()
        if low in _MALE or low in _FEMALE:
            self._attach(token, self._person(token, "m" if low in _MALE else "f"))
        elif low in _PLURAL:
            self._attach(token, self._subject_before(token, plural=True))
        elif low in _NEUTER and not self._pleonastic(token):
            self._attach(token, self._subject_before(token, plural=False))
        elif token.xpos in {"WP", "WDT"}:
            self._attach(token, self._relative(token))

    def _attach(self, token: Token, cluster: Cluster | None, first: int = -1, last: int = -1) -> None:
        if cluster is None:
            return
        first, last = (token.index, token.index + 1) if first < 0 else (first, last)
        cluster.mentions.append(ChainMention(first, last, token.index))
        subject = is_subject(self._annotated, token.index) and token.xpos not in {"WP", "WDT"}
        seen = Seen(cluster, token.index, token.sentence, subject, first, last)
        self.seen.append(seen)
        self._recent.append(seen)

    def _person(self, token: Token, gender: str) -> Cluster | None:
        """Give the best scored person of the gender; None if two score alike."""
        scores: dict[int, tuple[float, Cluster]] = {}
        for seen in self._near(token, _FAR):
            cluster = seen.cluster
            if not cluster.person or not _agrees(cluster, gender) or self._barred(token, seen):
                continue
            score = self._score(token, seen) + (0.5 if cluster.gender == gender else 0)
            if score > scores.get(id(cluster), (-9.0, cluster))[0]:
                scores[id(cluster)] = (score, cluster)
        ranked = sorted(scores.values(), key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.5):
            return None
        ranked[0][1].gender = ranked[0][1].gender or gender
        return ranked[0][1]

    def _score(self, token: Token, seen: Seen) -> float:
        """Weigh nearness against the rank of the subject; a sentence is worth two points."""
        distance = token.sentence - seen.sentence
        score = 3.0 - 2.0 * distance + (2.0 if seen.subject else 0.0)
        if seen.subject and is_subject(self._annotated, token.index):
            score += 0.5
        deprel = self._annotated.tokens[seen.head].deprel
        return score - (1.0 if deprel in {"nmod", "nmod:poss", "compound", "appos"} else 0.0)

    def _barred(self, token: Token, seen: Seen) -> bool:
        """Say whether a pronoun cannot mean a mention: an argument of its verb, or the speaker of its quotation."""
        tokens = self._annotated.tokens
        same_verb = token.head == tokens[seen.head].head and seen.sentence == token.sentence
        if same_verb and token.xpos == "PRP" and token.text.lower() not in _REFLEXIVE:
            return True
        if seen.first <= token.index < seen.last or token.index in self._annotated.children[seen.head]:
            return True
        quoted, inside = self._quote(token.start), self._quote(tokens[seen.head].start)
        return quoted >= 0 and inside != quoted and seen.subject and token.sentence - seen.sentence <= 1

    def _quote(self, offset: int) -> int:
        at = bisect_right(self._quote_starts, offset) - 1
        return at if at >= 0 and offset < self._annotated.quotes[at].end else -1

    def _near(self, token: Token, far: int) -> Iterator[Seen]:
        for seen in reversed(self._recent):
            if token.sentence - seen.sentence > far:
                return
            if seen.head < token.index:
                yield seen

    def _subject_before(self, token: Token, plural: bool) -> Cluster | None:
        """Give what the nearest subject before the pronoun, in this sentence or the one before, stands for.

        A subject that is no mention and disagrees in number is passed over; one that agrees ends the search.
        """
        tokens = self._annotated.tokens
        recent = {seen.head: seen for seen in self._near(token, 1)}
        for index in range(token.index - 1, -1, -1):
            candidate = tokens[index]
            if token.sentence - candidate.sentence > 1:
                return None
            if candidate.deprel not in {"nsubj", "nsubj:pass"} or self._same_clause(token, candidate):
                continue
            seen = recent.get(index)
            if seen is not None and not seen.cluster.person:
                return seen.cluster if self._fits_number(seen, candidate, plural) else None
            same_side = self._quote(candidate.start) == self._quote(token.start)
            if candidate.upos == "NOUN" and (candidate.xpos == "NNS") == plural and same_side:
                return self._described(candidate) if plural and self._is_crowd(candidate.lemma) else None
        return None

    def _is_crowd(self, lemma: str) -> bool:
        table = self._table
        return any(lemma in words for words in (table.persons, table.crowds, table.groups, table.units, table.male))

    def _fits_number(self, seen: Seen, candidate: Token, plural: bool) -> bool:
        if candidate.upos == "PRON":
            return (candidate.text.lower() in _PLURAL) == plural
        return seen.cluster.plural if plural else seen.cluster.label in {"ORG", "PLACE"}

    def _same_clause(self, token: Token, candidate: Token) -> bool:
        """Say whether the pronoun is another argument of the candidate's verb ("the army left them")."""
        return token.head == candidate.head and token.xpos == "PRP" and token.text.lower() not in _REFLEXIVE

    def _described(self, noun: Token) -> Cluster:
        cluster = Cluster("", plural=True)
        first, last = description(self._annotated, noun.index)
        self._attach(noun, cluster, first, last)
        return cluster

    def _pleonastic(self, token: Token) -> bool:
        """Say whether "it" stands for a clause: "it is claimed that", "it seems", "it is time to"."""
        if token.text.lower() != "it" or token.deprel not in {"nsubj", "nsubj:pass", "expl"}:
            return token.deprel == "expl"
        children = [self._annotated.tokens[k] for k in self._annotated.children[token.head]]
        clausal = any(t.deprel in {"ccomp", "xcomp", "csubj", "advcl", "acl"} for t in children)
        copular = any(t.deprel in {"cop", "aux:pass"} for t in children)
        return clausal and (copular or self._annotated.tokens[token.head].lemma in {"seem", "appear", "take", "remain"})

    def _relative(self, token: Token) -> Cluster | None:
        """Give the cluster of the noun that a relative clause hangs under."""
        verb = self._annotated.tokens[token.head]
        if verb.deprel != "acl:relcl" or verb.head >= token.index:
            return None
        for seen in self._near(token, 0):
            if seen.head == verb.head:
                return seen.cluster if seen.cluster.person == (token.text.lower() in {"who", "whom"}) else None
        return None

    def _noun(self, token: Token) -> None:
        lemma, table = token.lemma, self._table
        if token.xpos != "NN" or self._modified(token):
            return
        definite = any(t.lemma in _DEFINITE for t in self._annotated.dependents(token.index, "det"))
        if lemma in table.persons or lemma in table.male or lemma in table.female:
            self._role_noun(token, definite)
        elif definite and lemma in table.groups:
            self._attach_phrase(token, self._group(token))
        elif definite:
            self._attach_phrase(token, self._named_after(token))

    def _modified(self, token: Token) -> bool:
        """Say whether a noun is part of a name or a compound, or told apart by a name or a clause of its own."""
        if self._annotated.entity_at[token.index] >= 0 or token.deprel == "compound":
            return True
        for child in self._annotated.children[token.index]:
            deprel = self._annotated.tokens[child].deprel
            if deprel in {"appos", "acl", "acl:relcl"} and self._annotated.tokens[child].upos == "PROPN":
                return True
        return False

    def _role_noun(self, token: Token, definite: bool) -> None:
        """Resolve "the general"; else a person described ("a former soldier") may be an antecedent later on."""
        outside = self._annotated.dependents(token.index, "nmod", "compound", "acl", "appos")
        alone = next(outside, None) is None
        cluster = self._nearest_with(token, token.lemma) if definite and alone else None
        if cluster is None:
            gender = "m" if token.lemma in self._table.male else "f" if token.lemma in self._table.female else ""
            cluster = Cluster("", nouns={token.lemma}, gender=gender, person=True)
        self._attach_phrase(token, cluster)

    def _attach_phrase(self, token: Token, cluster: Cluster | None) -> None:
        if cluster is not None:
            self._attach(token, cluster, *description(self._annotated, token.index))

    def _nearest_with(self, token: Token, noun: str) -> Cluster | None:
        """Give the nearest person of that role; None if another of the same role stands in the same sentence."""
        found: Seen | None = None
        for seen in self._near(token, _FAR_DESCRIPTION):
            if noun not in seen.cluster.nouns or not seen.cluster.person:
                continue
            if found is None:
                found = seen
            elif seen.cluster is not found.cluster:
                return found.cluster if found.sentence > seen.sentence or found.subject > seen.subject else None
        return None if found is None else found.cluster

    def _group(self, token: Token) -> Cluster | None:
        for seen in self._near(token, 2):
            if seen.cluster.label == "ORG" and (seen.subject or self._one_organisation(token)):
                return seen.cluster
        return None

    def _one_organisation(self, token: Token) -> bool:
        near = {id(seen.cluster) for seen in self._near(token, 2) if seen.cluster.label == "ORG"}
        return len(near) == 1

    def _named_after(self, token: Token) -> Cluster | None:
        """Give the organisation or place that this noun is the last word of, or stands beside ("the province")."""
        if any(True for _ in self._annotated.dependents(token.index, "nmod", "amod", "compound", "nmod:poss")):
            return None
        for seen in self._near(token, _FAR_DESCRIPTION):
            cluster = seen.cluster
            if cluster.label == "ORG" and token.lemma in self._table.units:
                if any(token.lemma in name.lower().split()[-4:] for name in cluster.names if " " in name):
                    return cluster
            elif cluster.label == "PLACE" and token.lemma in cluster.nouns:
                return cluster
        return None


def _agrees(cluster: Cluster, gender: str) -> bool:
    return cluster.gender == gender or (
        not cluster.gender and (gender == "m" or bool(cluster.names) or not cluster.nouns)
    )
