"""Names of a document into clusters: exact names, surnames, abbreviations. Two different full names never join."""

from collections import defaultdict
from collections.abc import Iterator

from rashomon.annotate.coreference.clusters import Cluster, Seen, head_of, is_subject
from rashomon.annotate.naming.memory import one_edit
from rashomon.lexicon.annotating import ChainTable
from rashomon.records import Annotated, ChainMention, Entity

_NAMED = frozenset({"PERSON", "ORG", "PLACE", "NORP"})
_OFTEN = 3  # times a name is told to be known for one
_Key = tuple[str, ...]


def cluster_names(annotated: Annotated, table: ChainTable) -> tuple[Seen, ...]:
    """Put every named entity into a cluster.

    Returns:
        the mentions in text order.
    """
    return tuple(_Names(annotated, table).seen())


class _Names:
    """Clusters by label and name."""

    def __init__(self, annotated: Annotated, table: ChainTable) -> None:
        self._annotated = annotated
        self._table = table
        self._entities = [entity for entity in annotated.entities if entity.label in _NAMED]
        self._keys = [self._key(entity) for entity in self._entities]
        self._by_key: dict[tuple[str, _Key], Cluster] = {}
        self._persons: defaultdict[str, set[_Key]] = defaultdict(set)
        self._foreground: set[_Key] = set()
        self._organisations: set[_Key] = set()
        self._short: dict[str, _Key] = {}
        self._counts: defaultdict[tuple[str, _Key], int] = defaultdict(int)
        self._look_over()
        self._starting: defaultdict[tuple[str, str], list[_Key]] = defaultdict(list)
        self._frequent: defaultdict[str, list[_Key]] = defaultdict(list)
        for (label, key), count in self._counts.items():
            self._starting[label, key[0]].append(key)
            if count >= _OFTEN and len(key) == 1:
                self._frequent[label].append(key)

    def seen(self) -> Iterator[Seen]:
        found: list[Seen] = []
        for entity, key in zip(self._entities, self._keys, strict=True):
            head = head_of(self._annotated, entity.first, entity.last)
            cluster = self._cluster(entity, key, found)
            cluster.mentions.append(ChainMention(entity.first, entity.last, head))
            name = self._annotated.words(entity.first, entity.last)
            if name not in cluster.names:
                cluster.names.append(name)
            sentence = self._annotated.tokens[head].sentence
            found.append(Seen(cluster, head, sentence, is_subject(self._annotated, head), entity.first, entity.last))
            yield found[-1]

    def _key(self, entity: Entity) -> _Key:
        return tuple(token.text.lower() for token in self._annotated.tokens[entity.first : entity.last])

    def _look_over(self) -> None:
        """Learn full names by surname, and abbreviations by what they stand for, before any name is placed."""
        for entity, key in zip(self._entities, self._keys, strict=True):
            self._counts[entity.label, key] += 1
            if entity.label == "ORG" and len(key) > 1:
                self._organisations.add(key)
            if entity.label == "PERSON" and len(key) > 1:
                self._persons[key[-1]].add(key)
                if not self._is_relative(entity):
                    self._foreground.add(key)
        for position, (entity, key) in enumerate(zip(self._entities, self._keys, strict=True)):
            if entity.label in {"ORG", "NORP"} and len(key) == 1:
                full = self._bracketed(position) or self._initials(entity)
                if full is not None:
                    self._short.setdefault(key[0], full)

    def _bracketed(self, position: int) -> _Key | None:
        """Give the name before "(ABC)", or the one in brackets after "ABC", if the letters fit."""
        entity, tokens = self._entities[position], self._annotated.tokens
        if position and entity.first >= 2 and tokens[entity.first - 1].text == "(":
            before = self._entities[position - 1]
            if before.last == entity.first - 1 and _letters_fit(tokens[entity.first].text, self._keys[position - 1]):
                return self._keys[position - 1]
        if position + 1 < len(self._entities) and entity.last < len(tokens) and tokens[entity.last].text == "(":
            after = self._entities[position + 1]
            if after.first == entity.last + 1 and _letters_fit(tokens[entity.first].text, self._keys[position + 1]):
                return self._keys[position + 1]
        return None

    def _initials(self, entity: Entity) -> _Key | None:
        """Give the one organisation of the document whose initials these are ("UNAMA")."""
        text = self._annotated.tokens[entity.first].text
        if not text.isupper() or len(text) < 3:
            return None
        fitting = {
            key
            for other, key in zip(self._entities, self._keys, strict=True)
            if other.label == "ORG" and len(key) > 2 and _initials(key, self._table.joints) == text.lower()
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _cluster(self, entity: Entity, key: _Key, found: list[Seen]) -> Cluster:
        label = entity.label
        if label == "PERSON":
            return self._person(entity, key, found)
        if len(key) == 1 and label in {"ORG", "NORP"} and key[0] in self._short:
            key, label = self._short[key[0]], "ORG"
        return self._named(label, self._longer(label, key) or self._fuller(entity, key) or key)

    def _fuller(self, entity: Entity, key: _Key) -> _Key | None:
        """Give the only organisation whose head noun this is with its article ("the Front", "the Ministry")."""
        if entity.label != "ORG" or len(key) > 1 or not self._has_article(entity):
            return None
        fitting = {
            name for name in self._organisations if key[0] in {name[-1], _before_small(name, self._table.joints)}
        }
        return fitting.pop() if len(fitting) == 1 and not self._is_known_before(key, min(fitting)) else None

    def _is_known_before(self, key: _Key, full: _Key) -> bool:
        """Say whether a word is a name on its own, told often and before the longer one ("the Tajik Taliban")."""
        often = self._counts["ORG", key] >= _OFTEN
        return often and self._keys.index(key) < self._keys.index(full)

    def _has_article(self, entity: Entity) -> bool:
        before = entity.first - 1
        return before >= 0 and self._annotated.tokens[before].lemma in self._table.articles

    def _longer(self, label: str, key: _Key) -> _Key | None:
        """Give the only name that this one shortens ("... Front" of "... Front of Kunar"), or that it misspells."""
        if label == "ORG" and len(key) > 1:
            size, starting = len(key), self._starting[label, key[0]]
            fitting = [n for n in starting if len(n) > size + 1 and n[:size] == key and n[size] in self._table.joints]
            return fitting[0] if len(fitting) == 1 else None
        if len(key) == 1 and self._counts[label, key] == 1 and len(key[0]) >= 5:
            return next((n for n in self._frequent[label] if one_edit(key[0], n[0])), None)
        return None

    def _named(self, label: str, key: _Key) -> Cluster:
        cluster = self._by_key.get((label, key))
        if cluster is None:
            cluster = Cluster(label, plural=label in {"ORG", "NORP"}, person=label == "PERSON")
            cluster.gender = self._gender(key) if label == "PERSON" else ""
            self._by_key[label, key] = cluster
        return cluster

    def _is_relative(self, entity: Entity) -> bool:
        """Say whether a name is told as a relative of somebody ("son of X", "his father, X")."""
        tokens = self._annotated.tokens
        head = tokens[head_of(self._annotated, entity.first, entity.last)]
        around = [tokens[head.head]] if head.deprel in {"nmod", "nmod:poss", "appos", "compound"} else []
        around += [t for t in self._annotated.dependents(head.index, "appos", "compound") if t.upos == "NOUN"]
        for noun in around:
            if noun.lemma in self._table.kin and noun.index != head.index:
                return head.deprel == "nmod" or any(True for _ in self._annotated.dependents(noun.index, "nmod:poss"))
        return False

    def _person(self, entity: Entity, key: _Key, found: list[Seen]) -> Cluster:
        if len(key) > 1:
            return self._named("PERSON", key)
        if self._is_relative(entity):
            return self._named("PERSON", (*key, "kin-of"))
        full = self._persons.get(key[0], set())
        full = {name for name in full if name in self._foreground} or full
        if full and _all_spellings(sorted(full)):
            return self._named("PERSON", min(full, key=lambda name: (-self._counts["PERSON", name], name)))
        if not full:
            return self._named("PERSON", self._longer("PERSON", key) or key)
        return self._nearest(key, full, found)

    def _nearest(self, key: _Key, full: set[_Key], found: list[Seen]) -> Cluster:
        """Take the nearest person of that surname who was a subject; else the bare surname stands for itself."""
        fitting = {id(self._named("PERSON", name)) for name in full}
        for seen in reversed(found):
            if id(seen.cluster) in fitting and seen.subject:
                return seen.cluster
        return self._named("PERSON", key)

    def _gender(self, key: _Key) -> str:
        if len(key) < 2:
            return ""
        return "m" if key[0] in self._table.male_names else "f" if key[0] in self._table.female_names else ""


def _all_spellings(names: list[_Key]) -> bool:
    """Say whether the names are one in several spellings ("Ahmad Daud", "Ahmed Daud"); one name is."""
    return all(
        len(name) == len(names[0]) and all(a == b or one_edit(a, b) for a, b in zip(name, names[0], strict=True))
        for name in names
    )


def _before_small(name: _Key, small: frozenset[str]) -> str:
    """Give the word before the first small one: the head of "Ministry of Defence"."""
    return next((name[at - 1] for at, word in enumerate(name) if at and word in small), name[-1])


def _initials(key: _Key, small: frozenset[str]) -> str:
    return "".join(word[0] for word in key if word not in small)


def _letters_fit(short: str, key: _Key) -> bool:
    """Say whether the letters of an abbreviation are initials of a name, in order and beginning with the first."""
    if not (short.isupper() and 2 <= len(short) <= 8) or key[0][0] != short[0].lower():
        return False
    rest = iter("".join(word[0] for word in key))
    return all(letter in rest for letter in short.lower())
