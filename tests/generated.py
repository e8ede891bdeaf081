"""Reports made by rule, for speed and scale: own sentences over real places, the same on every machine."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

PLACES = ("Gao", "Kidal", "Timbuktu", "Mopti", "Ansongo", "Menaka", "Djenne", "Bandiagara", "Goundam", "Tessalit")
SIDES = ("the army", "rebel fighters", "government forces", "the militia", "gunmen", "local volunteers")
VOICES = ("a military spokesman", "local officials", "the governor", "residents", "a rebel commander", "two witnesses")
EVENTS = (
    "{side} attacked a convoy near {place} on {day}, killing {n} people and wounding {m}, {voice} said.",
    "According to {voice}, {side} captured {n} fighters in {place} on {day}.",
    "“{side_up} have taken control of the town of {place},” {voice} said on {day}.",
    "{voice_up} denied that {side} had shelled the market in {place}.",
    "At least {n} civilians were killed when an air strike hit {place} on {day}, {voice} told reporters.",
    "{side_up} withdrew from {place} after {n} days of fighting, {voice} said in a statement.",
    "Hundreds of families fled {place} as {side} advanced, and {m} houses were burned.",
)
BACKGROUND = (
    "The road to the north has been closed for weeks and traders complain about the price of grain.",
    "It was not possible to reach the ministry for comment, and telephone lines were down for most of the day.",
    "The region has seen little rain this year, and many herders have moved their cattle across the river.",
    "Schools in the surrounding villages remained closed, according to teachers who spoke by telephone.",
    "Analysts say the side that controls the ferry crossing controls the supply of fuel to the whole province.",
)


def make_report(number: int, words: int) -> str:
    """Make one report of about so many words."""
    dice = random.Random(number)
    day = date(2026, 1, 1) + timedelta(days=number % 120)
    place = dice.choice(PLACES)
    lines = [f"Fighting reported near {place}", f"{day.day} {day:%B %Y}", ""]
    count = 0
    while count < words:
        sentence = dice.choice(EVENTS) if dice.random() < 0.5 else dice.choice(BACKGROUND)
        side, voice = dice.choice(SIDES), dice.choice(VOICES)
        told = sentence.format(
            side=side,
            side_up=side.capitalize(),
            voice=voice,
            voice_up=voice.capitalize(),
            place=place if dice.random() < 0.7 else dice.choice(PLACES),
            day=f"{(day - timedelta(days=dice.randrange(3))):%A}",
            n=dice.randrange(2, 40),
            m=dice.randrange(2, 90),
        )
        lines.append(told[0].upper() + told[1:])
        count += len(told.split())
    return "\n\n".join(lines) + "\n"


def write_reports(folder: Path, reports: int, words: int) -> int:
    """Write so many reports into a folder; gives the number of words."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for number, text in _texts(reports, words):
        (folder / f"report-{number:06}.txt").write_text(text, encoding="utf-8")
        total += len(text.split())
    return total


def _texts(reports: int, words: int) -> Iterator[tuple[int, str]]:
    for number in range(reports):
        yield number, make_report(number, words)
