from rashomon.lexicon import load_lexicon
from rashomon.lexicon.events import CONDITIONS

PLOVER = {
    "AGREE": "", "CONSULT": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet", "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege", "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize", "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}  # fmt: skip
ACLED = {
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Sexual violence",
    "Attack",
    "Abduction/forced disappearance",
    "Peaceful protest",
    "Protest with intervention",
    "Excessive force against protesters",
    "Violent demonstration",
    "Mob violence",
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
}
OWN = {
    "territory-taken",
    "territory-handed-over",
    "territory-lost",
    "clash",
    "siege",
    "troop-movement",
    "defection",
    "casualty",
    "displacement",
    "declaration",
    "flight-into-exile",
}


def test_every_code_is_one_of_the_published() -> None:
    for kind in load_lexicon().events.types.values():
        category, _, mode = (kind.plover or "AGREE").partition(".")
        assert not mode or mode in PLOVER[category].split(), kind.name
        assert {kind.acled, *(code for _, code in kind.acled_by)} - {None} <= ACLED, kind.name
        assert {condition for condition, _ in kind.acled_by} <= CONDITIONS


def test_every_mode_and_every_sub_event_has_a_type() -> None:
    types = load_lexicon().events.types
    given = {kind.plover for kind in types.values()} | {
        f"ASSAULT.{w.mode}" for w in load_lexicon().events.words.weapons.values()
    }
    modes = {
        f"{category}.{mode}"
        for category in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT")
        for mode in PLOVER[category].split()
    }
    assert modes <= given
    assert {kind.acled for kind in types.values()} | {c for k in types.values() for _, c in k.acled_by} >= ACLED
    assert types.keys() >= OWN
    assert len(types) >= 45


def test_measures_are_registered() -> None:
    known = load_lexicon().figures.measures.keys()
    for kind in load_lexicon().events.types.values():
        assert kind.measures | ({kind.patient_measure, kind.agent_measure} - {None}) <= known, kind.name


def test_who_acts_and_what_with_decide_the_codes() -> None:
    table = load_lexicon().events
    assert table.code("territory-taken", (), frozenset({"agent-state"}))[1] == "Government regains territory"
    assert table.code("territory-taken", (), frozenset({"agent-nonstate"}))[1] == "Non-state actor overtakes territory"
    assert table.code("killing", ("roadside bombs",), frozenset())[:2] == (
        "ASSAULT.explosives",
        "Remote explosive/landmine/IED",
    )
    assert table.code("killing", (), frozenset({"patient-armed"})) == (
        "ASSAULT",
        "Armed clash",
        "events/killing, patient-armed",
    )
    assert table.code("shooting", (), frozenset({"patient-protesters"}))[1] == "Excessive force against protesters"


def test_every_type_has_examples_for_and_against() -> None:
    assert all(kind.examples and kind.against for kind in load_lexicon().events.types.values())
