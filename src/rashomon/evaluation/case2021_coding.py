"""The 30 classes of CASE 2021 task 2 and how one of them follows from the events that a snippet tells.

The classes are ACLED's sub-event types of 2019 and five more that its task adds: words between states (DIPLO), who did
it (ATTRIB), organised crime, and disasters by nature and by people (Haneczok et al. 2021, "Fine-grained event
classification in news-like text snippets", CASE@ACL). `BY_TYPE` says which of our types tell one of the five or a class
that ACLED's code of the type does not reach; everything else goes by the ACLED code of the row.

The leading event of a snippet: among what is told as a fact (else among all), the claim whose class stands first in
`ORDER`; of one class the first in the text. A protest and what the forces or the crowd do in its sentence are one event
(`AT_PROTEST`); a withdrawal from a place that is named is a transfer without violence. The order follows ACLED's own
rules of precedence (codebook, 2019): what the means decides (chemical, suicide, sexual) comes before what only harms,
force at a protest before the protest, ground that changed hands before the fight for it, and violence before what is
only said or moved.
"""

from collections.abc import Iterable, Sequence

from rashomon.records import ClaimKind, ClaimRow

NOTHING = "OTHER"

_BY_CODE = {
    "Armed clash": "ARMED_CLASH",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Chemical weapon": "CHEM_WEAP",
    "Air/drone strike": "AIR_STRIKE",
    "Suicide bomb": "SUIC_BOMB",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Grenade": "GRENADE",
    "Sexual violence": "SEX_VIOL",
    "Attack": "ATTACK",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
}

BY_TYPE = {
    "talks": "AGREEMENT",
    "release": "AGREEMENT",
    "sanctions": "DIPLO",
    "expulsion": "DIPLO",
    "condemnation": "DIPLO",
    "mission-withdrawn": "DIPLO",
    "demand": "DIPLO",
    "political-support": "DIPLO",
    "accusation": "ATTRIB",
    "responsibility": "ATTRIB",
    "troop-movement": "CHANGE_TO_GROUP_ACT",
    "withdrawal": "CHANGE_TO_GROUP_ACT",
    "arms-build-up": "CHANGE_TO_GROUP_ACT",
    "police-deployed": "CHANGE_TO_GROUP_ACT",
    "natural-disaster": "NATURAL_DISASTER",
    "accident": "MAN_MADE_DISASTER",
    "crime": "ORG_CRIME",
}

ORDER = (
    "CHEM_WEAP",
    "SUIC_BOMB",
    "SEX_VIOL",
    "GRENADE",
    "ATTRIB",
    "NATURAL_DISASTER",
    "MAN_MADE_DISASTER",
    "FORCE_AGAINST_PROTEST",
    "MOB_VIOL",
    "VIOL_DEMONSTR",
    "PROTEST_WITH_INTER",
    "PEACE_PROTEST",
    "AIR_STRIKE",
    "ART_MISS_ATTACK",
    "REM_EXPLOS",
    "ABDUCT_DISSAP",
    "NON_VIOL_TERRIT_TRANSFER",
    "GOV_REGAINS_TERIT",
    "NON_STATE_ACTOR_OVERTAKES_TER",
    "DISR_WEAP",
    "HQ_ESTABLISHED",
    "PROPERTY_DISTRUCT",
    "ARMED_CLASH",
    "ATTACK",
    "ORG_CRIME",
    "ARREST",
    "DIPLO",
    "AGREEMENT",
    "CHANGE_TO_GROUP_ACT",
)


_STATE = 1
HARM = frozenset({"killing", "wounding", "beating", "assault", "shooting"})
AT_PROTEST = {"clash": "VIOL_DEMONSTR", "destruction": "VIOL_DEMONSTR", "arrest": "PROTEST_WITH_INTER"}


def code_snippet(rows: Iterable[ClaimRow]) -> tuple[str, str]:
    """Give the class of a snippet and the words of the event that leads it ("" where no event tells a class)."""
    rows = tuple(rows)
    told = [(label, row) for row in rows if (label := class_of(row))]
    told = [pair for pair in told if _is_fact(pair[1])] or told
    told += [(label, row) for _, row in told if (label := _at_protest(row, told))]
    if not told:
        return NOTHING, ""
    label, row = min(told, key=lambda pair: (ORDER.index(pair[0]), pair[1].start))
    return label, f"{row.type}: {row.content}"


def class_of(row: ClaimRow) -> str:
    """Give the class that a claim tells, or ""."""
    if row.kind is not ClaimKind.EVENT or (row.type == "accusation" and not row.agents):
        return ""
    if row.type == "withdrawal" and row.place is not None:
        return "NON_VIOL_TERRIT_TRANSFER"
    return BY_TYPE.get(row.type) or _BY_CODE.get(row.acled or "", "")


def _is_fact(row: ClaimRow) -> bool:
    return row.factuality in {"CT+", "PR+"} and row.realis in {"past", "ongoing"}


def _at_protest(row: ClaimRow, told: Sequence[tuple[str, ClaimRow]]) -> str:
    """Give what a protest becomes by what is told in its sentence: ACLED codes one event for both."""
    at = any(label == "PEACE_PROTEST" and other.sentence_index == row.sentence_index for label, other in told)
    if not at:
        return ""
    if row.type in HARM and any(actor.acled == _STATE for actor in row.agents):
        return "FORCE_AGAINST_PROTEST"
    return AT_PROTEST.get(row.type, "")
