"""Who, to whom and where in single sentences read by the real model."""

import pytest

from rashomon.pipeline import Kit, load_kit, read_document
from rashomon.records import Event, Reading, Scope
from tests.examples import OUTLET, make_document

# sentence, type, agents, patients, place
ROWS = [
    ("Farmers of some faiths are discriminated against and often killed arbitrarily.", "killing", "", "Farmers", ""),
    ("The column left, with villagers chased from their huts and shot to death.", "killing", "", "villagers", ""),
    ("Guards were overpowered and shot.", "shooting", "", "Guards", ""),
    ("Two convoys were stopped and the drivers fled.", "displacement", "", "drivers", ""),
    ("Several tribes have announced their readiness to attack the junta.", "assault", "tribes", "junta", ""),
    ("The Karo party issued a statement accusing the army.", "accusation", "party", "army", ""),
    ("The militia claims success in capturing some hills.", "territory-taken", "militia", "hills", ""),
    ("In his first speech since taking power, the colonel promised elections.", "power-seized", "colonel", "", ""),
    ("Chad accused the front of paying money to the gang for killing soldiers.", "killing", "", "soldiers", ""),
    ("Rallies were held in Gao, with youths carrying torches.", "demonstration", "youths", "", "Gao"),
    ("In an essay, the colonel appealed for help from Europe.", "appeal", "colonel", "Europe", ""),
    ("Fighters asked European states to help them with guns.", "appeal", "Fighters", "states", ""),
    ("They terrorise the valley with gang rapes of women.", "sexual-violence", "", "women", ""),
    ("The founder was shot by gunmen (a gang banned in Turkey).", "shooting", "gunmen", "founder", ""),
    ("Before the U.S. invasion the town was calm.", "assault", "U.S.", "", ""),
    ("As in most parts of Mali, the rebels had captured the villages.", "territory-taken", "rebels", "villages", ""),
    ("Nine men wounded in shelling in Gao were taken to hospital.", "shelling", "", "Nine men", "Gao"),
    ("The police called the arrests of two teachers a lie.", "arrest", "", "teachers", ""),
    ("The governor ordered a night curfew in Gao.", "curfew", "governor", "", "Gao"),
    ("Soldiers sealed off the market in Gao.", "search", "Soldiers", "", "Gao"),
    ("Both sides have repeatedly attacked markets.", "assault", "sides", "markets", ""),
    ("Two were beaten in custody.", "beating", "", "Two", ""),
    ("Gunmen snatched two cloth vendors near Gao.", "abduction", "Gunmen", "vendors", "Gao"),
    ("The government in Bamako rushed 900 troops to the border.", "troop-movement", "government", "troops", ""),
]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


@pytest.mark.parametrize(("text", "kind", "agents", "patients", "place"), ROWS)
def test_who_to_whom_and_where(kit: Kit, text: str, kind: str, agents: str, patients: str, place: str) -> None:
    reading = read_document(make_document(text), OUTLET, kit)
    assert any(event.type == kind and fits(reading, event, agents, patients, place) for event in reading.events)


def fits(reading: Reading, event: Event, agents: str, patients: str, place: str) -> bool:
    """Whether each role holds one mention with the wanted word, or none where none is wanted."""
    texts = {mention.id: mention.text for mention in reading.mentions}
    places = () if event.place is None else (event.place,)
    slots = ((agents, event.agents), (patients, event.patients), (place, places))
    return all([wanted in texts[one] for one in ids] == [True] * bool(wanted) for wanted, ids in slots)


def test_a_number_joined_to_an_outcome_has_its_cause(kit: Kit) -> None:
    text = "Two guards were killed and three wounded when gunmen attacked a bank in Gao."
    [event] = read_document(make_document(text), OUTLET, kit).events
    assert event.type == "assault"
    assert [(figure.measure, figure.low) for figure in event.figures] == [("killed", 2), ("wounded", 3)]


@pytest.mark.parametrize(
    ("text", "low", "scope"),
    [
        ("Nine of the dead were women.", 9, Scope.PART),
        ("Among the dead were nine women.", 9, Scope.PART),
        ("Those killed were six guards.", 6, Scope.TOTAL),
    ],
)
def test_some_of_the_dead_are_no_toll(kit: Kit, text: str, low: int, scope: Scope) -> None:
    [event] = read_document(make_document(text), OUTLET, kit).events
    assert [(figure.measure, figure.low, figure.scope) for figure in event.figures] == [("killed", low, scope)]
