"""MUC-4 on an invented report with an invented key: reading keys, comparing fillers, mapping templates, counting."""

from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation import evaluate
from rashomon.evaluation.muc4_keys import Filler, Template, read_filler, read_keys, read_messages
from rashomon.evaluation.muc4_scoring import align, score_message
from rashomon.evaluation.muc4_slots import compare

TEXT = """TST9-MUC9-0001

   BOGOTA, 4 FEB 90 (EXAMPLE) -- [TEXT] A BOMB EXPLODED YESTERDAY IN FRONT OF A BANK
IN CALI, COLOMBIA, AND KILLED TWO STUDENTS, THE POLICE SAID.


TST9-MUC9-0002

   BOGOTA, 4 FEB 90 (EXAMPLE) -- [TEXT] THE COFFEE HARVEST IN COLOMBIA WAS GOOD.
"""
KEY = """;;; an invented key
0.  MESSAGE: ID                     TST9-MUC9-0001 (INVENTED)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  03 FEB 90
3.  INCIDENT: LOCATION              COLOMBIA: CALI (CITY)
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         "BOMB"
7.  INCIDENT: INSTRUMENT TYPE       BOMB: "BOMB"
8.  PERP: INCIDENT CATEGORY         TERRORIST ACT
9.  PERP: INDIVIDUAL ID             -
10. PERP: ORGANIZATION ID           -
11. PERP: ORGANIZATION CONFIDENCE   -
12. PHYS TGT: ID                    ? "BANK"
13. PHYS TGT: TYPE                  ? FINANCIAL: "BANK"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            "STUDENTS" / "TWO STUDENTS"
20. HUM TGT: TYPE                   CIVILIAN: "STUDENTS" / "TWO STUDENTS"
21. HUM TGT: NUMBER                 2: "STUDENTS" / "TWO STUDENTS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "STUDENTS" / "TWO STUDENTS"

0.  MESSAGE: ID                     TST9-MUC9-0002
1.  MESSAGE: TEMPLATE               *
2.  INCIDENT: DATE                  *
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tst9").mkdir()
    (tmp_path / "tst9" / "tst9-muc9").write_text(TEXT, encoding="latin-1")
    (tmp_path / "tst9" / "key-tst9.v1").write_text(KEY, encoding="latin-1")
    return tmp_path


def test_texts_and_keys_are_read(folder: Path) -> None:
    assert [*read_messages(folder)] == ["TST9-MUC9-0001", "TST9-MUC9-0002"]
    keys = read_keys(folder)
    assert keys["TST9-MUC9-0002"] == ()
    (template,) = keys["TST9-MUC9-0001"]
    assert template.slots[12] == (Filler(("BANK",), (), optional=True),)
    assert template.slots[21] == (Filler(("2",), ("STUDENTS", "TWO STUDENTS")),)
    assert template.slots[9] == ()


@pytest.mark.parametrize(
    ("line", "filler"),
    [
        ('"MAYOR OF ACME" / "MR": "A. EXAMPLE"', Filler(("MAYOR OF ACME", "MR"), ("A. EXAMPLE",))),
        ("BOMB / EXPLOSIVE: -", Filler(("BOMB", "EXPLOSIVE"))),
        ('? NO DAMAGE: "\\"LA ROSA\\" FARM"', Filler(("NO DAMAGE",), ("LA ROSA FARM",), optional=True)),
        ("EL SALVADOR: APOPA (CITY)", Filler(("EL SALVADOR: APOPA (CITY)",))),
        ("-", None),
    ],
)
def test_one_filler(line: str, filler: Filler | None) -> None:
    assert read_filler(line) == filler


@pytest.mark.parametrize(
    ("slot", "found", "gold", "value"),
    [
        (2, "03 FEB 90", "03 FEB 90", 1.0),
        (2, "- 04 FEB 90", "04 FEB 90", 0.5),
        (2, "- 04 FEB 90", "02 FEB 90", 0.0),
        (3, "PERU: LIMA", "PERU: LIMA (CITY)", 1.0),
        (3, "PERU: LIMA", "PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD)", 0.5),
        (3, "CHILE: LIMA", "PERU: LIMA (CITY)", 0.0),
        (4, "ATTACK", "BOMBING", 0.5),
        (4, "ARSON", "BOMBING", 0.0),
        (7, "DYNAMITE", "EXPLOSIVE", 0.5),
        (11, "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", 0.5),
        (18, "ANA MARIA EXAMPLE", "ANA EXAMPLE", 1.0),
        (18, "EXAMPLE", "ANA EXAMPLE", 0.5),
        (19, "TWO STUDENTS", "STUDENTS", 1.0),
        (19, "STUDENTS OF THE COLLEGE", "STUDENTS", 1.0),
        (19, "STUDENT LEADER", "STUDENT", 0.5),
        (19, "NURSES", "STUDENTS", 0.0),
        (21, "2", "2", 1.0),
    ],
)
def test_fillers_are_right_half_right_or_wrong(slot: int, found: str, gold: str, value: float) -> None:
    assert compare(slot, Filler((found,)), Filler((gold,))) == value


def test_a_wrong_reference_makes_a_right_filler_half_right() -> None:
    gold = Filler(("DEATH",), ("STUDENTS",))
    assert compare(23, Filler(("DEATH",), ("TWO STUDENTS",)), gold) == 1.0
    assert compare(23, Filler(("DEATH",), ("NURSE",)), gold) == 0.5
    assert compare(23, Filler(("INJURY",), ("STUDENTS",)), gold) == 0.0


def _template(kind: str, target: str, optional: bool = False) -> Template:
    slots: dict[int, tuple[Filler, ...]] = {4: (Filler((kind,)),), 5: (Filler(("ACCOMPLISHED",)),)}
    return Template("M", slots | {19: (Filler((target,)),)}, optional)


def test_responses_are_mapped_by_type_and_target() -> None:
    gold = (_template("ATTACK", "STUDENTS"), _template("BOMBING", "NURSE"))
    found = (_template("BOMBING", "NURSE"), _template("KIDNAPPING", "STUDENTS"), _template("ATTACK", "JUDGE"))
    assert align(found, gold) == ((0, 1), (1, 0))


def test_missing_and_spurious_templates_are_counted_whole() -> None:
    """One right template of 3 fillers, one missing of 3, one spurious of 3: recall and precision are 50."""
    gold = (_template("BOMBING", "NURSE"), _template("ATTACK", "STUDENTS"), _template("ARSON", "SHOP", optional=True))
    found = (_template("BOMBING", "NURSE"), _template("ROBBERY", "JUDGE"))
    rows = list(score_message(found, gold))
    sums = [sum(getattr(tally, name) for _, tally in rows) for name in ("right", "actual", "possible")]
    assert sums == [3, 6, 6]
    assert {kind for kind, _ in rows} == {"matched", "missing", "spurious"}


def test_the_whole_way(folder: Path) -> None:
    scores, misses = evaluate("muc4", folder)
    values = {score.metric: score.value for score in scores}
    for metric in ("ALL-TEMPLATES F1", "DATE recall", "TYPE precision", "STAGE recall", "HUM TGT NUMBER recall"):
        assert values[metric] >= 90, (metric, misses)
    assert {"LOCATION recall", "ORG CONFIDENCE precision", "HUM TGT NUMBER precision"} <= values.keys()


def test_a_folder_without_keys_is_refused(tmp_path: Path) -> None:
    (tmp_path / "texts").write_text(TEXT, encoding="latin-1")
    with pytest.raises(InputError, match="no message has an answer key"):
        evaluate("muc4", tmp_path)
