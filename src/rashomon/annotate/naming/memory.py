"""What a document says of a name in one place holds for the name in all of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.annotate.naming.words import Words
from rashomon.lexicon.naming import NamingTable
from rashomon.records import Entity

_NAMES = frozenset({"PERSON", "ORG", "PLACE", "NORP"})
_Key = tuple[str, ...]


class NameMemory:
    """Names of one document with the label that rules, else the model's majority, give them."""

    def __init__(
        self,
        words: Words,
        runs: Sequence[tuple[int, int]],
        strong: Iterable[Entity],
        model: Iterable[Entity],
        table: NamingTable,
    ) -> None:
        self._words = words
        self._runs = runs
        self._table = table
        self._told: dict[_Key, tuple[str, str]] = {}
        model = [entity for entity in model if entity.label in _NAMES]
        strong = tuple(strong)
        self._learn_rules(strong)
        self._learn_surnames([*strong, *model])
        self._learn_led(strong)
        self._learn_majority(model)

    def occurrences(self, inside: bool = False) -> Iterator[Entity]:
        """Give the names wherever they stand in a run of capitalised words, longest first.

        Args:
            inside: whether a single name of a person counts within a longer run, where it may be part of a full name.
        """
        longest = max((len(key) for key in self._told), default=0)
        for first, last in self._runs:
            at = first
            while at < last:
                end = self._longest_at(at, last, longest)
                if end > at:
                    label, rule = self._told[self._words.key(at, end)]
                    part = label == "PERSON" and end - at == 1 and last - first > 1
                    if inside or not part or self._after_title(first, at):
                        yield Entity(at, end, label, rule)
                    at = end
                else:
                    at += 1

    def relabel(self, entity: Entity) -> Entity | None:
        """Give the model's entity with the label that the document gives its name."""
        if entity.label not in _NAMES:
            return entity
        told = self._told.get(self._words.key(entity.first, entity.last))
        return entity if told is None else Entity(entity.first, entity.last, *told)

    def _longest_at(self, at: int, last: int, longest: int) -> int:
        for end in range(min(last, at + longest), at, -1):
            if self._words.key(at, end) in self._told:
                return end
        return at

    def _after_title(self, first: int, at: int) -> bool:
        return at > first and self._words.lows[at - 1].rstrip(".") in self._table.titles

    def _learn_rules(self, strong: Iterable[Entity]) -> None:
        for rank in ("register", "place-word", "institution", "abbreviation", "title"):
            for entity in strong:
                if entity.rule == rank:
                    key = self._words.key(entity.first, entity.last)
                    self._told.setdefault(key, (entity.label, f"{rank}, elsewhere"))
                    if rank == "place-word" and len(key) > 1 and key[-1] in self._table.places:
                        self._told.setdefault(key[:-1], (entity.label, f"{rank}, elsewhere"))

    def _learn_led(self, strong: Iterable[Entity]) -> None:
        for entity in strong:
            if entity.rule.startswith("gazetteer"):
                key = self._words.key(entity.first, entity.last)
                self._told.setdefault(key, (entity.label, "gazetteer, elsewhere"))

    def _learn_surnames(self, entities: Iterable[Entity]) -> None:
        for entity in entities:
            if entity.label != "PERSON" or entity.last - entity.first < 2:
                continue
            surname = self._words.key(entity.last - 1, entity.last)
            known = surname[0] in self._table.peoples or surname in self._table.countries
            if not known and len(surname[0]) > 2 and self._words.named[entity.last - 1]:
                self._told.setdefault(surname, ("PERSON", "surname"))

    def _learn_majority(self, model: Iterable[Entity]) -> None:
        votes: defaultdict[_Key, Counter[str]] = defaultdict(Counter)
        for entity in model:
            votes[self._words.key(entity.first, entity.last)][entity.label] += 1
        for key, labels in votes.items():
            label, count = labels.most_common(1)[0]
            if count >= 2 and 3 * count >= 2 * labels.total():
                self._told.setdefault(key, (label, "model, elsewhere"))


def mend_near_misses(words: Words, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give a rare word that is one edit away from a frequent name ("Talban") that name's label."""
    single = [e for e in entities if e.last - e.first == 1 and e.label in _NAMES]
    counts = Counter(words.lows[e.first] for e in single)
    labels = {words.lows[e.first]: e.label for e in single}
    frequent = [name for name, count in counts.items() if count >= 3 and len(name) >= 6]
    taken = {index: e for e in entities for index in range(e.first, e.last)}
    found = {(e.first, e.last): e for e in entities}
    for index, named in enumerate(words.named):
        known, low = taken.get(index), words.lows[index]
        if not named or counts[low] >= 3 or low in words.plain or words.tokens[index].xpos != "NNP":
            continue
        if known is not None and (known.last - known.first > 1 or not known.rule.startswith("model")):
            continue
        near = next((name for name in frequent if one_edit(low, name)), None)
        if near is not None:
            found[index, index + 1] = Entity(index, index + 1, labels[near], f"near miss of {near}")
    return tuple(found[key] for key in sorted(found))


def one_edit(word: str, name: str) -> bool:
    """Say whether one letter put in, left out, changed or two swapped make one of the other; words of six and more."""
    if word == name or abs(len(word) - len(name)) > 1 or min(len(word), len(name)) < 5 or word[0] != name[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    if len(word) == len(name):
        swapped = word[at : at + 2] == name[at : at + 2][::-1] and word[at + 2 :] == name[at + 2 :]
        return swapped or word[at + 1 :] == name[at + 1 :]
    return word[at + 1 :] == name[at:] if len(word) > len(name) else word[at:] == name[at + 1 :]
