from collections import Counter
from datetime import date
from itertools import pairwise

from rashomon.lexicon import load_lexicon
from rashomon.link.actors.register import actor_id, make_register
from rashomon.names import fold
from rashomon.records import ActorKind

LEXICON = load_lexicon()
ROWS = LEXICON.actors.actors
REGISTER = make_register(LEXICON.actors, LEXICON.places, LEXICON.names)


def test_every_name_of_the_register_leads_to_its_row() -> None:
    shared = {"jem"}  # two groups that write one abbreviation in other capitals
    names = [(fold(name), row.key) for row in ROWS.values() for name in (row.name, *row.names)]
    assert {name for name, count in Counter(name for name, _ in dict.fromkeys(names)).items() if count > 1} <= shared
    lost = [(n, key) for n, key in names if n not in shared and REGISTER.exact(n, {}) != ROWS[key]]
    assert lost == []


def test_a_veto_is_a_name_that_leads_elsewhere() -> None:
    for row in ROWS.values():
        for veto in row.vetoes:
            found = REGISTER.exact(fold(veto), {})
            assert found is None or found.key != row.key, veto


def test_parents_and_countries_are_known() -> None:
    for row in ROWS.values():
        assert row.parent is None or row.parent in ROWS
        assert row.country is None or row.country in LEXICON.places.countries or row.country == "EH"
        assert row.acled is None or 1 <= row.acled <= 8
        assert row.why
        assert all(role.start is None or role.until is None or role.start < role.until for role in row.roles)


def test_whatever_belongs_to_another_is_of_its_country() -> None:
    abroad = {"trf", "igor-girkin"}  # a front of a Pakistani group in Kashmir; a Russian who led in Donetsk
    for row in ROWS.values():
        above: list[str] = []
        parent = row.parent
        while parent is not None:
            assert parent not in above, f"{row.key} belongs to itself"
            above.append(parent)
            assert ROWS[parent].kind is not ActorKind.PERSON, row.key
            parent = ROWS[parent].parent
        countries = {ROWS[key].country for key in above} - {None}
        assert row.key in abroad or row.country is None or not countries or countries == {row.country}, row.key


def test_an_office_of_one_country_is_held_by_one_at_a_time() -> None:
    held: dict[tuple[str | None, str], list[tuple[date, date, str]]] = {}
    for row in ROWS.values():
        for role in row.roles:
            if role.start is not None and row.country is not None:
                terms = held.setdefault((row.country, role.title), [])
                terms.append((role.start, role.until or date.max, row.key))
    for office, terms in held.items():
        for one, other in pairwise(sorted(terms)):
            assert one[1] <= other[0], f"{office}: {one} and {other}"


def test_every_country_has_a_state_and_forces() -> None:
    for iso in LEXICON.places.countries:
        state = REGISTER.actor(f"state-{iso}")
        assert state.kind is ActorKind.STATE
        assert REGISTER.actor(f"forces-{iso}").parent == state.id == actor_id(f"state-{iso}")


def test_a_slip_of_the_pen_is_no_other_name() -> None:
    found = REGISTER.typo("taiban")
    assert found is not None
    assert found.key == "taliban"
    for word in ("afghan", "taliban", "hamad", "balkan", "houston"):
        assert REGISTER.typo(word) is None, word


def test_a_single_word_of_the_register_is_no_common_word() -> None:
    """What is both must be printed as an abbreviation; a text's own nouns and verbs lead nowhere."""
    words = LEXICON.actors
    nouns = {*words.nouns, *words.organs, *words.heads, *words.public_roles, *words.private_roles, *words.pronouns}
    single = {fold(name) for row in ROWS.values() for name in (row.name, *row.names) if " " not in fold(name)}
    assert {name for name in single & nouns if REGISTER.is_printed(name, name)} == set()


def test_the_register_knows_the_conflicts_of_today() -> None:
    at_war = (
        "AF",
        "SY",
        "YE",
        "IQ",
        "UA",
        "SD",
        "ML",
        "SO",
        "ET",
        "CD",
        "MM",
        "CO",
        "LB",
        "PS",
        "IL",
        "LY",
        "MZ",
        "PH",
    )
    kinds = {ActorKind.GROUP, ActorKind.FORCES}
    for iso in at_war:
        rows = [row for row in ROWS.values() if row.country == iso and row.kind in kinds]
        assert len([row for row in rows if not row.key.startswith("forces-")]) >= 1, iso
    assert len([row for row in ROWS.values() if row.kind is ActorKind.GROUP]) >= 360
    assert len([row for row in ROWS.values() if row.kind is ActorKind.PERSON]) >= 180
