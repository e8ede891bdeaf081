"""Reads resources/actors/: the register of actors, and the words by which unnamed ones are described.

States and their ordinary forces are not written out: they are made from places/countries.yaml.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rashomon.errors import ResourceError
from rashomon.lexicon.files import check_keys, check_unique, read_yaml, resources
from rashomon.lexicon.places import Country, load_places, plural
from rashomon.records import ActorKind

_FILES = {"groups": "group", "factions": "group", "forces": "", "bodies": "", "people": "person"}
_OPTIONAL = ("en", "not", "kind", "acled", "country", "parent", "roles")
_WORDS = (
    "public_roles", "private_roles", "qualifiers", "pronouns", "determiners", "whole_state", "cuts", "courtesy",
    "state_offices", "partitives", "other_sides", "namesakes", "kin", "heads", "titles", "words_too",
    "rebels", "backing", "joining", "foreign", "own_people", "speakers", "leading", "unofficial",
    "behalf", "body_owners", "person_owners", "former",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RegisteredRole:
    """An office with its time; `until` is the day after the last one."""

    title: str
    start: date | None = None
    until: date | None = None
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class RegisteredActor:
    """One row of the register.

    Attributes:
        key: stable name; the actor's id is made of it.
        name: name it is shown by.
        names: other names, as printed in English.
        vetoes: names that hold one of its names and mean somebody else.
        kind: what it is.
        acled: ACLED actor class, or None.
        country: ISO 3166-1 alpha-2, or None.
        parent: key of what it belongs to, or None.
        roles: offices.
        why: why it stands here.
    """

    key: str
    name: str
    names: tuple[str, ...]
    vetoes: tuple[str, ...]
    kind: ActorKind
    acled: int | None
    country: str | None
    parent: str | None
    roles: tuple[RegisteredRole, ...]
    why: str


@dataclass(frozen=True, slots=True)
class DescribingWord:
    """What a noun says of the actor that it describes: its kind, and its ACLED class where it tells one."""

    kind: ActorKind
    acled: int | None


@dataclass(frozen=True, slots=True, eq=False)
class ActorTable:
    """The register and the describing words.

    Attributes:
        actors: key -> row.
        nouns: folded noun -> what a group so called is.
        named: folded word in the name of an organisation -> what it is.
        organs: bodies of a state that stand alone ("the army"), folded -> what they are.
        public_roles: words of roles that make a person public.
        private_roles: words of roles that keep a person private.
        qualifiers: words before a role that limit it ("former").
        pronouns: words that stand for somebody named elsewhere.
        determiners: words before a description that tell nothing of it.
        whole_state: nouns that with a people's name mean the state.
        cuts: words after which a description goes on to something else.
        courtesy: titles that tell no office or rank.
        state_offices: roles that with a people's name belong to the state.
        other_sides: words for armed opponents who need not be the group that a report names.
        heads: nouns by which a group with a longer name is called alone.
        titles: the same where they are printed with a capital only ("the Observatory").
        words_too: abbreviations of the register that are common words, too.
        rebels: words for the whole of a state's armed opponents; a party's words for them are none.
        backing: words after whom the fighters are led or paid by, who are not theirs ("Turkish-backed").
        joining: words between two bodies.
        foreign: words before soldiers who are not those of the state that a report speaks of.
        own_people: nouns for those who fight for whoever they are said to be of ("his men").
        speakers: those who speak for the body that their own words name.
        unofficial: words before officials and speakers who serve no state.
        behalf: what stands between a speaker and whom he speaks for.
        body_owners: what opens the words for those who belong to a body told before ("its fighters").
        person_owners: the same of a person ("his men").
        former: what makes an office one that somebody had before.
        leading: roles by which whoever leads others is called.
        kin: roles towards somebody else in the text.
        namesakes: words by which a report says that a name is another person's.
        partitives: nouns that hand on to the noun after "of" ("members of").
    """

    actors: Mapping[str, RegisteredActor]
    nouns: Mapping[str, DescribingWord]
    named: Mapping[str, DescribingWord]
    organs: Mapping[str, DescribingWord]
    public_roles: frozenset[str]
    private_roles: frozenset[str]
    qualifiers: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    whole_state: frozenset[str]
    cuts: frozenset[str]
    courtesy: frozenset[str]
    state_offices: frozenset[str]
    partitives: frozenset[str]
    other_sides: frozenset[str]
    namesakes: frozenset[str]
    kin: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    words_too: frozenset[str]
    rebels: frozenset[str]
    backing: frozenset[str]
    joining: frozenset[str]
    foreign: frozenset[str]
    own_people: frozenset[str]
    speakers: frozenset[str]
    leading: frozenset[str]
    unofficial: frozenset[str]
    behalf: frozenset[str]
    body_owners: frozenset[str]
    person_owners: frozenset[str]
    former: frozenset[str]


def load_actors() -> ActorTable:
    """Read the register and the words.

    Raises:
        ResourceError: a row is wrong, a key stands twice, or a parent is unknown.
    """
    folder = resources() / "actors"
    rows = [row for name, kind in _FILES.items() for row in _read_file(name, read_yaml(folder / f"{name}.yaml"), kind)]
    rows.extend(actor for country in load_places().countries.values() for actor in _of_country(country))
    check_unique("actors", (row.key for row in rows))
    actors = {row.key: row for row in rows}
    if lost := [row.key for row in rows if row.parent is not None and row.parent not in actors]:
        raise ResourceError(f"actors: unknown parent in {lost}")
    words: dict[str, Any] = read_yaml(folder / "words.yaml")
    check_keys("actors/words.yaml", words, ("nouns", "named", "organs", *_WORDS))
    return ActorTable(
        actors=actors,
        nouns=_describing("nouns", words["nouns"]),
        named=_describing("named", words["named"]),
        organs=_describing("organs", words["organs"]),
        **{group: _words(group, words[group]) for group in _WORDS},
    )


def _read_file(name: str, rows: list[dict[str, Any]], kind: str) -> Iterable[RegisteredActor]:
    for row in rows:
        where = f"actors/{name}.yaml: {row.get('key')}"
        check_keys(where, row, ("key", "name", "why"), _OPTIONAL)
        names = (row["name"], *row.get("en", ()))
        check_unique(where, names)
        yield RegisteredActor(
            key=row["key"],
            name=row["name"],
            names=tuple(row.get("en", ())),
            vetoes=tuple(row.get("not", ())),
            kind=ActorKind(row.get("kind", kind)),
            acled=row.get("acled"),
            country=row.get("country"),
            parent=row.get("parent"),
            roles=tuple(_role(where, role) for role in row.get("roles", ())),
            why=row["why"],
        )


def _role(where: str, row: dict[str, Any]) -> RegisteredRole:
    check_keys(where, row, ("title",), ("from", "until", "qualifier"))
    return RegisteredRole(row["title"], row.get("from"), row.get("until"), row.get("qualifier", ""))


def _of_country(country: Country) -> Iterable[RegisteredActor]:
    """Make the state of a country and its forces."""
    state = f"state-{country.iso}"
    why = f"the state of {country.name}, from countries.yaml"
    governments = [f"{word} government" for word in (country.name, *country.people)]
    names = (*country.also, *governments, f"government of {country.name}")
    yield RegisteredActor(state, country.name, names, (), ActorKind.STATE, 1, country.iso, None, (), why)
    forces = tuple(f"{word} forces" for word in country.people)
    name = f"{country.people[0] if country.people else country.name} forces"
    yield RegisteredActor(
        f"forces-{country.iso}", name, forces, (), ActorKind.FORCES, 1, country.iso, state, (), f"forces of {state}"
    )


def _describing(group: str, rows: list[dict[str, Any]]) -> dict[str, DescribingWord]:
    found: dict[str, DescribingWord] = {}
    for row in rows:
        where = f"actors/words.yaml: {group}"
        check_keys(where, row, ("kind", "words", "example"), ("acled", "against"))
        for word in row["words"].split():
            if word in found:
                raise ResourceError(f"{where}: {word!r} stands twice")
            found[word.replace("-", " ")] = DescribingWord(ActorKind(row["kind"]), row.get("acled"))
    return found


def _words(group: str, rows: list[dict[str, Any]]) -> frozenset[str]:
    for row in rows:
        check_keys(f"actors/words.yaml: {group}", row, ("words", "example"), ("against",))
    words = [word.replace("-", " ") for row in rows for word in row["words"].split()]
    check_unique(f"actors/words.yaml: {group}", words)
    return frozenset(words)


def people_words(country: Country) -> tuple[str, ...]:
    """Give all words for a country and its people as they stand before a noun ("Malian", "Mali", "Malians")."""
    return (country.name, *country.also, *country.people, *map(plural, country.people))
