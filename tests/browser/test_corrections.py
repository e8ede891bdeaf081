"""Every correction in a real Chromium: done on its page, found in the ledger, shown in the history, withdrawn again."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from rashomon.records import Actor, Incident, Judgement, Query
from rashomon.web import Settings
from tests.browser.served import serve
from tests.conftest import Demo

Ask = Callable[..., Any]


@pytest.fixture
def served(demo: Demo, tmp_path: Path) -> Iterator[Settings]:
    """Serve a copy of the sample's ledger of this test alone: corrections stay."""
    shutil.copy(demo.ledger, tmp_path / "face.db")
    with serve(tmp_path / "face.db") as settings:
        yield settings


@pytest.fixture
def incident(asked: Ask) -> Incident:
    """Give an incident with a place."""
    return asked(lambda ledger: max(ledger.incidents(), key=lambda i: (i.place is not None, len(i.claims), i.id)))


@pytest.fixture
def told_often(asked: Ask) -> Incident:
    """Give the incident of the most claims."""
    return asked(lambda ledger: max(ledger.incidents(), key=lambda i: (len(i.claims), i.id)))


def rows(asked: Ask, claims: tuple[str, ...]) -> list[Any]:
    return asked(lambda ledger: list(ledger.rows(claims)))


def of_claim(asked: Ask, claim: str) -> Incident:
    return asked(lambda ledger: next(i for i in ledger.incidents() if claim in i.claims))


def card(page: Any, ident: str, act: str) -> Any:
    assert page.goto(f"/correct/{ident}").status == 200
    page.wait_for_load_state("networkidle")
    return page.locator(f"form[data-act={act}]")


def send(page: Any, form: Any) -> None:
    form.locator("button[type=submit]").click()
    page.wait_for_url("**said=*")


def choose(form: Any, words: str, ident: str) -> None:
    """Type words, and tick what is found."""
    form.locator("[name=words]").press_sequentially(words)
    choice = form.locator(f"input[value='{ident}']")
    expect(choice).to_be_visible()
    choice.check()


def withdraw(page: Any) -> None:
    page.goto("/corrections")
    page.get_by_role("button", name="Withdraw").first.click()
    page.wait_for_url("**said=Withdrawn*")


def held(asked: Ask) -> list[Judgement]:
    return asked(lambda ledger: [j for j in ledger.corpus().judgements if j.withdrawn is None])


def test_another_type(page: Any, asked: Ask, incident: Incident) -> None:
    form = card(page, incident.id, "retype")
    form.locator("select").select_option("abduction")
    form.locator("[name=note]").fill("the words say so")
    send(page, form)
    assert {row.type for row in rows(asked, incident.claims)} == {"abduction"}
    page.goto("/corrections")
    assert "the words say so" in page.locator("tbody").inner_text()
    withdraw(page)
    assert of_claim(asked, incident.claims[0]).type == incident.type
    assert held(asked) == []


def test_another_day(page: Any, asked: Ask, incident: Incident) -> None:
    form = card(page, incident.id, "redate")
    form.locator("[name=first]").fill("2020-02-01")
    form.locator("[name=last]").fill("2020-02-03")
    send(page, form)
    assert {str(row.time.start) for row in rows(asked, incident.claims)} == {"2020-02-01"}
    withdraw(page)
    assert of_claim(asked, incident.claims[0]).time == incident.time


def test_another_place_is_found_while_it_is_typed(page: Any, asked: Ask, incident: Incident) -> None:
    assert incident.place is not None
    other = asked(
        lambda ledger: next(
            place for place, _ in ledger.places(Query()) if place.id != incident.place.id and place.adm1
        )
    )
    form = card(page, incident.id, "relocate")
    choose(form, other.name, other.id)
    send(page, form)
    assert {row.place.id for row in rows(asked, incident.claims)} == {other.id}
    withdraw(page)
    after = of_claim(asked, incident.claims[0])
    assert after.place is not None
    assert after.place.id == incident.place.id


def test_two_incidents_are_merged_and_parted_again(page: Any, asked: Ask, incident: Incident) -> None:
    other = asked(lambda ledger: next(i for i in ledger.incidents() if i.id != incident.id and i.type != incident.type))
    form = card(page, incident.id, "merge")
    choose(form, other.id, other.id)
    send(page, form)
    merged = of_claim(asked, incident.claims[0])
    assert set(merged.claims) >= {*incident.claims, *other.claims}
    withdraw(page)
    assert of_claim(asked, other.claims[0]).claims == other.claims


def test_an_incident_is_split(page: Any, asked: Ask, told_often: Incident) -> None:
    parted, *rest = told_often.claims
    form = card(page, told_often.id, "split")
    form.locator(f"input[value='{parted}']").check()
    send(page, form)
    assert of_claim(asked, parted).claims == (parted,)
    assert of_claim(asked, rest[0]).id != of_claim(asked, parted).id
    # One decision, though it is a judgement of each pair: withdrawn as one.
    withdraw(page)
    assert of_claim(asked, parted).claims == told_often.claims


def test_a_rejection_takes_the_claims_out(page: Any, asked: Ask, incident: Incident) -> None:
    send(page, card(page, incident.id, "reject"))
    assert rows(asked, incident.claims) == []
    withdraw(page)
    assert of_claim(asked, incident.claims[0]).claims == incident.claims


def test_an_acceptance_leaves_the_queue_and_a_note_stays_in_the_history(page: Any, asked: Ask) -> None:
    page.goto("/queue")
    ident = page.locator(".item.q").first.get_attribute("id").removeprefix("q-")
    form = card(page, ident, "note")
    form.locator("[name=note]").fill("asked the writer")
    send(page, form)
    send(page, card(page, ident, "accept"))
    page.goto("/queue")
    assert page.locator(f"#q-{ident}").count() == 0
    assert {j.verdict for j in held(asked)} == {"accept", "note"}
    withdraw(page)
    withdraw(page)
    page.goto("/queue")
    assert page.locator(f"#q-{ident}").count() == 1


def test_a_person_is_shown_by_role(page: Any, asked: Ask) -> None:
    named = asked(lambda ledger: next(a for a, _ in ledger.actors() if a.kind.value == "person" and not a.private))
    form = card(page, named.id, "private")
    form.locator("[name=note]").fill("a town official")
    send(page, form)
    page.goto(f"/actor/{named.id}")
    assert named.name not in page.locator("h1").inner_text()
    assert asked(lambda ledger: ledger.actor(named.id)).private
    withdraw(page)
    assert page.goto(f"/actor/{named.id}").status == 200
    assert page.locator("h1").inner_text() == named.name


def test_two_actors_are_merged_and_split(page: Any, asked: Ask) -> None:
    def people(ledger: Any) -> list[Actor]:
        named = (a for a, _ in ledger.actors() if a.kind.value == "person" and not a.described and not a.private)
        return sorted(named, key=lambda a: a.id)[:2]

    one, other = asked(people)
    form = card(page, one.id, "merge")
    choose(form, other.id, other.id)
    send(page, form)
    left = asked(lambda ledger: [a.id for a, _ in ledger.actors() if a.id in {one.id, other.id}])
    assert len(left) == 1
    withdraw(page)
    assert len(asked(lambda ledger: [a for a, _ in ledger.actors() if a.id in {one.id, other.id}])) == 2


def test_a_claim_is_corrected_by_keyboard_alone(page: Any, asked: Ask, incident: Incident) -> None:
    page.goto(f"/incident/{incident.id}")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_url("**/correct/clm-*")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    page.wait_for_url("**said=Rejected*")
    assert [j.verdict for j in held(asked)] == ["reject"]
    withdraw(page)
    assert held(asked) == []


def test_what_makes_no_sense_is_told(page: Any, troubles: list[str], incident: Incident) -> None:
    form = card(page, incident.id, "redate")
    form.locator("[name=first]").fill("2020-02-03")
    form.locator("[name=last]").fill("2020-02-01")
    with page.expect_navigation():
        form.locator("button[type=submit]").click()
    assert "lies before" in page.locator("main").inner_text()
    # The browser writes every answer of this kind down.
    assert all("422" in trouble for trouble in troubles)
    troubles.clear()
