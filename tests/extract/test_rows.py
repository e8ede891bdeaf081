"""Whole rows of single sentences read by the real model: who, to whom, where, when, as how sure, by whose words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rashomon.pipeline import load_kit, read_documents
from rashomon.records import ClaimRow, Grain, TimeBasis, TimeSpan
from rashomon.records.rows import make_rows
from tests.examples import OUTLET, make_document

_FIRST = date(2022, 6, 11)
_DAY = TimeSpan(_FIRST, _FIRST + timedelta(days=1), Grain.DAY, TimeBasis.STATED, "11 June 2022")

# sentence: the rows that it must give, among others
ROWS = {
    "At least 14 people were killed and 31 others wounded on Monday when paramilitary shells struck a market in the "
    "Malian city of Gao, medics and local activists said, hours after the vote.": (
        "killing [ -> people] @Gao (Monday) medics CT+ past",
        "shelling [paramilitary -> market,others] @Gao (Monday) medics CT+ past",
    ),
    "On Tuesday morning assault groups of the 9th Army liberated the village of Bourem.": (
        "territory-taken [9th Army -> ] @Bourem (Tuesday morning)  CT+ past",
    ),
    "The Desert Front claimed in a message published on its channel that it had killed 40 soldiers.": (
        "killing [Desert Front -> soldiers] @ () Desert Front CT+ past",
    ),
    "Even the Malian channel Sandwatch admits that units have entered Gao and captured the bridge, although it insists "
    "that the town is calm.": ("territory-taken [units -> bridge] @Gao () Sandwatch CT+ past",),
    "A rebel spokesman, putting the army's losses at 30 dead, said the fighters had withdrawn.": (
        "casualty [ -> 30] @ () rebel spokesman CT+ past",
    ),
    "The local hospital, which put the toll at nine, asked for blood.": (
        "casualty [ -> nine] @ () local hospital CT+ past",
    ),
    "Dozens abducted near Gao, say locals": ("abduction [ -> Dozens] @Gao () locals CT+ past",),
    "Rebel leader killed in Gao, army claims": ("killing [ -> Rebel leader] @Gao () Malian forces CT+ past",),
    "A blast hit the market in Gao, putting the number of dead at six.": (
        "bombing [ -> market,dead,six] @Gao ()  CT+ past",
    ),
    "The soldiers stole gold, in addition to raping two women.": (
        "sexual-violence [soldiers -> two women] @ ()  CT+ past",
    ),
    "Gunmen looted three trucks that were carrying flour, arresting their drivers.": (
        "arrest [Gunmen -> their drivers] @ ()  CT+ past",
    ),
    "A convoy fell into an ambush near Gao on Monday.": ("assault [ -> convoy] @Gao (Monday)  CT+ past",),
    "The army, which has been shelling Gao since May, denied it.": (
        "shelling [Malian forces -> ] @Gao (since May)  CT+ ongoing",
    ),
    "The ministers are considering the delivery of missiles to Ukraine.": (
        "military-aid [ -> Ukraine] @ () ministers Uu future",
    ),
    "The council demanded the release of the hostages.": ("release [ -> hostages] @ () council Uu future",),
    "The envoy warned that a full assault on Gao would be a disaster.": (
        "assault [ -> ] @Gao () envoy Uu hypothetical",
    ),
    "He is suspected of planning the attack on Gao of 20 August 2020, in which 17 civilians lost their lives.": (
        "casualty [ -> civilians] @Gao (20 August 2020)  CT+ past",
    ),
    "Israeli shells struck a market in Gao.": ("shelling [Israeli -> market] @Gao ()  CT+ past",),
    "Rebels seized Gao for two days in November 2021 before being driven out by the army.": (
        "territory-taken [Malian forces -> Rebels] @Gao (November 2021)  CT+ past",
    ),
    "One of its leaders, Eskel Nagar, said in a video that his men had ambushed a convoy.": (
        "assault [his men -> convoy] @ () Eskel Nagar CT+ past",
    ),
    "Rebels said they had taken the town, a claim that the army denied.": (
        "territory-taken [they -> town] @ () army CT- past",
        "territory-taken [they -> town] @ () Rebels CT+ past",
    ),
    "Rebels entered Gao on Tuesday after Malian troops and allied militiamen pulled out.": (
        "withdrawal [Malian forces,allied militiamen -> ] @ ()  CT+ past",
    ),
    "No soldier has been prosecuted for the massacre at Gao in 2020, when men in uniforms killed 150 villagers.": (
        "massacre [ -> ] @Gao (2020)  CT+ past",
        "killing [men in uniforms -> villagers] @Gao (2020)  CT+ past",
    ),
    "A doctor said the hospital had received 52 wounded.": ("wounding [ -> 52] @ () doctor CT+ past",),
    "It accused Mali of sending 500 soldiers across the border last week.": (
        "accusation [ -> Mali] @ ()  CT+ past",
        "troop-movement [Mali -> soldiers] @ (last week) It CT+ past",
    ),
    "Soldiers had shot at his van in December.": ("shooting [Soldiers -> his van] @ (December)  CT+ past",),
    "The siege of Gao did not end.": ("siege [ -> ] @Gao ()  CT+ past",),
    "Russian infantry, short of vehicles, has been attacking Gao; according to the mayor some units lost men.": (
        "assault [Russian infantry -> ] @Gao ()  CT+ ongoing",
    ),
    "They analysed images that show burned houses in Gao.": (),
}


@pytest.fixture(scope="module")
def told() -> dict[str, tuple[str, ...]]:
    documents = [replace(make_document(text), published=_DAY) for text in ROWS]
    readings = read_documents([(document, OUTLET, ()) for document in documents], load_kit())
    return {text: tuple(map(_print, make_rows(reading))) for text, reading in zip(ROWS, readings, strict=True)}


def _print(row: ClaimRow) -> str:
    ends = " -> ".join(",".join(end.name for end in side) for side in (row.agents, row.patients))
    place, time = "" if row.place is None else row.place.name, "" if row.time is None else row.time.text
    voice = "" if len(row.voice) == 1 else row.voice[-1].name
    realis = "" if row.realis is None else row.realis.value
    return f"{row.type} [{ends}] @{place} ({time}) {voice} {row.factuality.value} {realis}"


@pytest.mark.parametrize("text", ROWS)
def test_a_sentence_gives_its_rows(text: str, told: dict[str, tuple[str, ...]]) -> None:
    assert [row for row in ROWS[text] if row not in told[text]] == []
    assert ROWS[text] or not told[text]
