"""What a reader of the four sample reports must see after one command; skipped where the reports are not beside us."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the sample reports are not here")

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    _run("read", str(SEEDS), "--ledger", str(path))
    return path


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "rashomon", *arguments], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _rows(ledger: Path, command: str, *options: str) -> Rows:
    printed = _run(command, *options, "--ledger", str(ledger), "--format", "jsonl")
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture(scope="module")
def claims(ledger: Path) -> Rows:
    return _rows(ledger, "claims")


@pytest.fixture(scope="module")
def incidents(ledger: Path) -> Rows:
    return _rows(ledger, "incidents")


@pytest.fixture(scope="module")
def contradictions(ledger: Path) -> Rows:
    return _rows(ledger, "contradictions")


@pytest.fixture(scope="module")
def actors(ledger: Path) -> Rows:
    return _rows(ledger, "actors")


def _about(claims: Rows, *words: str) -> Iterator[dict[str, Any]]:
    for claim in claims:
        text = f"{claim['content']} {claim['sentence']}".lower()
        if all(word.lower() in text for word in words):
            yield claim


def _baghlan(incidents: Rows, claims: Rows) -> dict[str, Any]:
    """The incident that holds the district claims of both reports."""
    for incident in incidents:
        if {"001", "003"} <= {name[:3] for name in incident["documents"]}:
            told = [claim for claim in claims if claim["id"] in incident["claims"]]
            if any("district" in claim["content"] for claim in told):
                return incident
    raise AssertionError("the taking of the districts is not joined over the two reports")


def test_one_incident_for_the_three_districts(incidents: Rows, claims: Rows) -> None:
    incident = _baghlan(incidents, claims)
    told = [claim for claim in claims if claim["id"] in incident["claims"]]
    documents = {claim["document"][:3] for claim in told}
    assert documents == {"001", "003"}
    assert incident["time"]["start"] == "2021-08-20"
    assert incident["place"]["adm1"] == "Baghlan"
    assert incident["status"] != "corroborated"
    assert incident["origins"] == 1 or incident["status"] in {"claimed", "contested"}
    joined = [
        claim
        for words in (("control of three districts",), ("occupied by resistance",), ("overran three",), ("drove out",))
        for claim in _about(told, *words)
    ]
    assert len({claim["sentence"] for claim in joined}) == 4


def test_voices_of_the_assault(incidents: Rows, claims: Rows) -> None:
    incident = _baghlan(incidents, claims)
    parts = {i["id"] for i in incidents if i["id"] == incident["id"] or i.get("part_of") == incident["id"]}
    told = [claim for claim in claims if claim["incident"] in parts or claim["id"] in incident["claims"]]
    chains = [" <- ".join(f"{link['name']} {link['text']}" for link in claim["voice"]) for claim in told]
    for voice in ("Mohammadi", "local commanders", "Washington Post", "former defense minister"):
        assert any(voice in chain for chain in chains), voice


def test_figures_stand_on_one_word(claims: Rows) -> None:
    figures = {
        figure["measure"]: (figure["low"], claim["voice"][-1]["text"])
        for claim in _about(claims, "captured 20")
        for figure in claim["figures"]
    }
    assert figures["captured"][0] == 20
    assert figures["killed"][0] == 30
    assert "local leaders" in figures["killed"][1]


def test_the_minister_is_one_actor(actors: Rows) -> None:
    (minister,) = [actor for actor in actors if any("Mohammadi" in name for name in actor["names"])]
    assert {"000", "001"} <= {name[:3] for name in minister["documents"]}


def test_panjshir_is_a_contradiction_of_state(contradictions: Rows) -> None:
    about = [c for c in contradictions if all("Panjshir" in sentence for sentence in c["sentences"])]
    assert any(c["slot"] in {"control", "state"} for c in about)
    pairs = [" ".join(c["sentences"]) for c in about]
    assert any("Taliban-controlled" in pair and "not surrendered" in pair for pair in pairs)
    assert any("Taliban-controlled" in pair and "unconquered" in pair for pair in pairs)


def test_where_massoud_studied_and_who_leads(contradictions: Rows) -> None:
    texts = [(c["slot"], " ".join(c["sentences"])) for c in contradictions]
    assert any("Sandhurst" in text and "King" in text for _, text in texts)
    assert any(slot == "leadership" and "led by Amrullah Saleh" in text for slot, text in texts)


def test_the_denial_is_bound_and_the_doubt_is_stance(claims: Rows, contradictions: Rows) -> None:
    denying = [c for c in claims if c["document"].startswith("002") and c["factuality"].endswith("-")]
    untrue = [c for c in denying if "untrue" in c["sentence"]]
    assert untrue
    ids = {c["id"] for c in untrue}
    assert any(ids & set(c["claims"]) for c in contradictions)
    assert any(link["stance"] == "doubted" for c in _about(claims, "high Taliban casualties") for link in c["voice"])


def test_anonymous_sources_and_no_invented_date(ledger: Path, claims: Rows) -> None:
    assert any(link["naming"] == "anonymous" and c["document"].startswith("002") for c in claims for link in c["voice"])
    issues = _rows(ledger, "issues")
    undated = {i["document"][:3] for i in issues if i["code"] == "document-undated" and i["document"]}
    assert {"002", "003"} <= undated
    assert not [
        c for c in claims if c["document"][:3] in {"002", "003"} and (c["time"] or {}).get("basis") == "publication"
    ]


def test_asadabad_is_in_kunar(claims: Rows) -> None:
    told = [c for c in claims if c["place"] and c["place"]["name"].startswith("Asad")]
    assert told
    assert all(c["place"]["country"] == "AF" and c["place"]["adm1"].startswith("Kun") for c in told)
    assert any(
        f["measure"] == "killed" and f["low"] == 2 and c["time"]["start"] == "2021-08-19"
        for c in told
        for f in c["figures"]
    )


def test_actors_across_spellings(actors: Rows) -> None:
    def holder(*names: str) -> str:
        found = {a["id"] for a in actors if set(names) & set(a["names"])}
        assert len(found) == 1, (names, found)
        return found.pop()

    son = holder("Ahmad Massoud", "Ahmad Masood", "Ahmed Massoud")
    father = holder("Ahmad Shah Massoud", "Ahmad Shah Masood")
    assert son != father
    holder("Raşid Dostum", "Abdul Rashid Dostum")
    holder("Taliban", "Taiban")


def test_private_witnesses_are_shown_by_role(ledger: Path) -> None:
    for what in ("claims", "incidents", "actors", "voices", "contradictions"):
        printed = _run("export", "jsonl", "--what", what, "--ledger", str(ledger))
        assert "Wardak" not in printed
        assert "Saifdullah" not in printed
    assert "Wardak" not in _run("brief", "--ledger", str(ledger))


def test_every_offset_holds(ledger: Path, claims: Rows) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    for claim in _rows(ledger, "claims", "--names"):
        assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["content"]


def test_an_op_ed_quoted_twice_is_one_origin(ledger: Path) -> None:
    told = [c for c in _rows(ledger, "claims") if "stores of ammunition" in c["content"]]
    assert {"000", "003"} <= {c["document"][:3] for c in told}
    printed = _run("explain", told[0]["id"], "--ledger", str(ledger))
    assert "verbatim" in printed or "same-voice" in printed
