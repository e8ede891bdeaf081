"""Pronouns and definite descriptions, from left to right. What two antecedents fit equally well stays unresolved."""

from collections.abc import Iterable, Iterator

from rashomon.annotate.coreference.clusters import Cluster, Seen, description, is_subject
from rashomon.annotate.coreference.pronouns import Pronouns
from rashomon.lexicon.annotating import ChainTable
from rashomon.records import Annotated, ChainMention, Token

_FAR_DESCRIPTION = 12
_FAR_CONJUNCT = 4  # tokens to a noun that is one mention with the noun before


class Resolver:
    """Walks the tokens of a document with the mentions seen so far."""

    def __init__(self, annotated: Annotated, named: Iterable[Seen], table: ChainTable) -> None:
        self._annotated = annotated
        self._table = table
        self._third = table.he | table.she | table.they | table.it
        self._waiting = sorted(named, key=lambda seen: seen.head)
        self._heads = {seen.head for seen in self._waiting}
        self._recent: list[Seen] = []
        self.seen: list[Seen] = list(self._waiting)
        self._cluster_at = {seen.head: seen.cluster for seen in self._waiting}
        self._pronouns = Pronouns(annotated, table, self._cluster_at, self._near)

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
        if token.text.lower() in self._third:
            choice = self._pronouns.choose(token)
            if choice is not None:
                noun, gender = choice.noun, "m" if token.text.lower() in self._table.he else "f"
                cluster = choice.cluster if noun is None else self._described(noun)
                if cluster is not None and cluster.person:
                    cluster.gender = cluster.gender or gender
                self._attach(token, cluster)
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
        self._cluster_at[token.index] = cluster

    def _near(self, token: Token, far: int) -> Iterator[Seen]:
        for seen in reversed(self._recent):
            if token.sentence - seen.sentence > far:
                return
            if seen.head < token.index:
                yield seen

    def _described(self, noun: Token) -> Cluster:
        """Make a cluster of a noun; coordinated nouns are one mention ("police and protesters")."""
        cluster = Cluster("", plural=True)
        first, last = description(self._annotated, noun.index)
        for other in self._annotated.dependents(noun.index, "conj"):
            if other.index - noun.index <= _FAR_CONJUNCT:
                last = max(last, description(self._annotated, other.index)[1])
        self._attach(noun, cluster, first, last)
        return cluster

    def _relative(self, token: Token) -> Cluster | None:
        """Give the cluster of the noun that a relative clause hangs under."""
        verb = self._annotated.tokens[token.head]
        if verb.deprel != "acl:relcl" or verb.head >= token.index:
            return None
        for seen in self._near(token, 0):
            if seen.head == verb.head:
                who, cluster = token.text.lower() in self._table.who, seen.cluster
                return cluster if cluster.person == who or (who and cluster.plural) else None
        return None

    def _noun(self, token: Token) -> None:
        lemma, table = token.lemma, self._table
        if token.xpos != "NN" or self._modified(token):
            return
        definite = any(t.lemma in self._table.definites for t in self._annotated.dependents(token.index, "det"))
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
        """Give the only organisation named before in the sentence; else the last that was a subject."""
        here = {id(seen.cluster): seen.cluster for seen in self._near(token, 0) if seen.cluster.label == "ORG"}
        if len(here) == 1:
            return next(iter(here.values()))
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
