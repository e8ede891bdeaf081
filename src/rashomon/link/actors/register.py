"""The register of actors with its look-ups."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from rashomon.lexicon import Lexicon
from rashomon.lexicon.actors import ActorTable, RegisteredActor
from rashomon.lexicon.names import NameTable
from rashomon.lexicon.places import PlaceTable, plural
from rashomon.names import PARTICLES, SAME_BODY, compare_names, consonants, fold, person_tokens, sound
from rashomon.records import Actor, ActorKind, Role, make_id

_TYPO_LENGTH = 6
_SHORT = 3  # letters up to which an abbreviation is printed in capitals only; outlets print "Nato" and "Farc"
_LONGEST = 8  # letters of an abbreviation
_TELLING = 6  # consonants and breaks of a name that are enough to know its spellings by
_WORD = re.compile(r"[^\s(),;:“”\"]+")


def actor_id(key: str) -> str:
    """Give the id of a registered actor."""
    return make_id("act", key)


class Register:
    """Finds rows of the register; built once for its tables."""

    def __init__(self, table: ActorTable, places: PlaceTable, names: NameTable) -> None:
        self.table = table
        self._names = names
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_token: dict[str, set[str]] = defaultdict(set)
        self._by_word: dict[str, list[RegisteredActor]] = defaultdict(list)
        self._by_spelling: dict[str, set[str]] = defaultdict(set)
        self._abbreviated: set[str] = set()
        self._typable: dict[int, list[tuple[str, str]]] = defaultdict(list)
        self.seats = {fold(seat): f"state-{c.iso}" for c in places.countries.values() for seat in c.seats}
        self.people = {fold(word): iso for word, iso in _people(places)}
        self._key_of = {actor_id(key): key for key in table.actors}
        self._silent = places.parts
        for row in table.actors.values():
            self._index(row)

    def _index(self, row: RegisteredActor) -> None:
        self._abbreviated.update(fold(n) for n in (row.name, *row.names) if _is_abbreviation(n))
        if row.kind in _COLLECTIVE:
            for key in {self._spelling(name) for name in (row.name, *row.names)} - {""}:
                self._by_spelling[key].add(row.key)
        for name in dict.fromkeys(map(fold, _written(row))):
            self._by_name[name].append(row.key)
            if row.kind is ActorKind.GROUP and " " not in name and len(name) >= _TYPO_LENGTH:
                self._typable[len(name)].append((name, row.key))
        if row.kind is ActorKind.GROUP:
            names = [fold(name).split() for name in (row.name, *row.names)]
            single = {words[0] for words in names if len(words) == 1}
            names = [words for words in names if words[0] not in single]  # "M23 rebels" tells nothing of "rebels"
            for word in {word for words in names for word in words if len(word) > 4} - single:
                self._by_word[word].append(row)
        if row.kind is ActorKind.PERSON:
            for token in {sound(t) for name in (row.name, *row.names) for t in person_tokens(name, self._names)}:
                self._by_token[token].add(row.key)

    def row(self, key: str) -> RegisteredActor:
        """Give the row of a key."""
        return self.table.actors[key]

    def holds(self, identity: str | None) -> bool:
        """Say whether an actor's id is that of a row."""
        return identity in self._key_of

    def key_of(self, identity: str) -> str:
        """Give the key of a registered actor's id."""
        return self._key_of[identity]

    def exact(self, folded: str, focus: Mapping[str, float]) -> RegisteredActor | None:
        """Give the row with this folded name; of several, the one whose country the text speaks of most."""
        keys = self._by_name.get(folded)
        if not keys:
            return None
        return max(map(self.row, keys), key=lambda row: (focus.get(row.country or "", 0.0), row.key))

    def is_printed(self, folded: str, printed: str) -> bool:
        """Say whether a word is printed as the abbreviation that it may be ("a tip", "Ana" and "let" are none).

        Args:
            folded: the word.
            printed: words of the text that hold it.
        """
        if folded not in self._abbreviated:
            return True
        found = next((word for word in _WORD.findall(printed) if fold(word) == folded), printed)
        return _is_abbreviation(found) if len(folded) <= _SHORT else not found.islower()

    def persons(self, name: str) -> Iterator[RegisteredActor]:
        """Give the persons that share a word with a name, sorted by key."""
        tokens = map(sound, person_tokens(name, self._names))
        for key in sorted({key for token in tokens for key in self._by_token.get(token, ())}):
            yield self.row(key)

    def spelt(self, printed: str, lexicon: Lexicon) -> RegisteredActor | None:
        """Give the one group or body of which a printed name of several words is another spelling."""
        key = self._spelling(printed) if printed[:1].isupper() else ""
        keys = self._by_spelling.get(key, ())
        if len(keys) != 1:
            return None
        row = self.row(next(iter(keys)))
        scores = (compare_names(printed, name, row.kind, lexicon).value for name in (row.name, *row.names))
        return row if key.count(" ") > 1 or max(scores) >= SAME_BODY else None

    def _spelling(self, name: str) -> str:
        """Give what all spellings of a name of several words have in common; "" if that is too little."""
        words = [word for word in fold(name).split() if word not in PARTICLES and word not in self._names.articles]
        key = " ".join(consonants(word.removesuffix("s")) for word in words)
        return key if len(words) > 1 and len(key) >= _TELLING else ""

    def groups_with(self, word: str) -> list[RegisteredActor]:
        """Give the groups that bear a telling word in one of their names."""
        silent = (self._names.generic, self.people, self.table.whole_state, self._silent)
        telling = not any(word in words for words in silent)
        return self._by_word.get(word, []) if telling else []

    def typo(self, folded: str) -> RegisteredActor | None:
        """Give the one group whose one-word name is a single slip away from a word that is itself no name."""
        if folded in self._by_name or folded in self.people or len(folded) < _TYPO_LENGTH - 1:
            return None
        near = {
            key
            for length in range(len(folded) - 1, len(folded) + 2)
            for name, key in self._typable.get(length, ())
            if name[0] == folded[0] and OSA.distance(name, folded, score_cutoff=1) == 1
        }
        return self.row(next(iter(near))) if len(near) == 1 else None

    def groups_in(self, words: Iterable[str], printed: bool = False) -> RegisteredActor | None:
        """Give the group or body whose name stands as a run inside these folded words, the longest name first.

        Args:
            words: in their order.
            printed: whether those that are common words, too, were seen to be printed as abbreviations.
        """
        listed = [word if printed or word not in self.table.words_too else "" for word in words]
        for length in range(min(4, len(listed)), 0, -1):
            for first in range(len(listed) - length + 1):
                keys = self._by_name.get(" ".join(listed[first : first + length]), ())
                rows = [row for row in map(self.row, keys) if row.kind in _COLLECTIVE]
                if rows and not self._vetoed(rows[0], listed, first):
                    return rows[0]
        return None

    def _vetoed(self, row: RegisteredActor, words: list[str], first: int) -> bool:
        """Say whether a people's name before a group's makes it another group ("Tajik Taliban")."""
        printed = " ".join(words)
        if any(fold(veto) in printed for veto in row.vetoes):
            return True
        before = words[first - 1] if first else ""
        country = self.people.get(before)
        return before == "anti" or (country is not None and row.country is not None and country != row.country)

    def telling(self, name: str) -> frozenset[str]:
        """Give the words of a group's name that many groups do not share."""
        return frozenset(fold(name).split()) - self._names.generic - self._names.articles - self._silent

    def actor(self, key: str) -> Actor:
        """Make the Actor of a row."""
        return _actor(self.row(key))


def _written(row: RegisteredActor) -> Iterator[str]:
    """Give the names of a row, those with "'s" also without the apostrophe, which texts lose."""
    for name in (row.name, *row.names):
        yield name
        if "'s" in name:
            yield name.replace("'s", "s")


def _is_abbreviation(name: str) -> bool:
    return " " not in name and sum(letter.isupper() for letter in name) > 1 and len(name) <= _LONGEST


_COLLECTIVE = frozenset({ActorKind.GROUP, ActorKind.FORCES, ActorKind.ORGANISATION})


def _people(places: PlaceTable) -> Iterator[tuple[str, str]]:
    for country in places.countries.values():
        for word in (country.name, *country.also, *country.people, *map(plural, country.people)):
            yield word, country.iso


@lru_cache(4096)
def _actor(row: RegisteredActor) -> Actor:
    roles = tuple(Role(role.title, role.start, role.until, role.qualifier) for role in row.roles)
    return Actor(
        id=actor_id(row.key),
        name=row.name,
        names=(row.name, *row.names),
        kind=row.kind,
        acled=row.acled,
        country=row.country,
        parent=None if row.parent is None else actor_id(row.parent),
        roles=roles,
        private=False,
        private_rule="registered as a public figure" if row.kind is ActorKind.PERSON else "",
        registered=True,
    )


@lru_cache(4)
def make_register(table: ActorTable, places: PlaceTable, names: NameTable) -> Register:
    """Make the look-ups of the tables; once for each."""
    return Register(table, places, names)
