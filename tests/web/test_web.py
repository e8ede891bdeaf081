"""The face without a browser: who is let in, what a page may hold, what a correction does, what leaves as a file."""

import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.records import Query
from rashomon.store import open_ledger
from rashomon.web import Settings, make_app
from rashomon.web.view import read_view
from tests.ledgers import COURIER, RIVER_FRONT, Draft, first_reading, make_ledger, resolution, second_reading

with warnings.catch_warnings():
    # The client names its next library; what is locked works.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

HOST = "http://127.0.0.1:8317"
_NAMES = ("alpha.txt", "beta.txt")
NASTY = "<script>alert(1)</script> \u202egnp.exe\u202c \"quoted\" & 'more' </title>"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    assets = tmp_path / "assets"
    assets.mkdir()
    for name in ("face.js", "face.css", "icon.svg"):
        (assets / name).write_text("/**/")
    path = tmp_path / "ledger.db"
    make_ledger(path).close()
    (tmp_path / "secret.json").write_text("{}")
    return Settings(ledger=path, assets=assets, token="letmein")


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(make_app(settings), base_url=HOST) as opened:
        opened.get("/?token=letmein")
        yield opened


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf" content="([^"]+)"', client.get("/queue").text)
    assert found
    return found.group(1)


def test_nobody_is_let_in_without_the_token(settings: Settings) -> None:
    with TestClient(make_app(settings), base_url=HOST) as stranger:
        assert stranger.get("/").status_code == 401
        assert stranger.get("/?token=wrong").status_code == 401
        assert stranger.get("/marks.json").status_code == 401
        let_in = stranger.get("/?q=x&token=letmein", follow_redirects=False)
        assert let_in.headers["location"] == "/?q=x"
        assert "HttpOnly" in let_in.headers["set-cookie"]
        assert "samesite=strict" in let_in.headers["set-cookie"].lower()


def test_a_password_lets_in_where_it_is_set(settings: Settings) -> None:
    with TestClient(make_app(replace(settings, password="open")), base_url=HOST) as guest:
        assert guest.get("/", follow_redirects=False).headers["location"] == "/login"
        assert guest.post("/login", data={"password": "no"}).status_code == 401
        assert guest.post("/login", data={"password": "open"}).status_code == 200
        assert guest.get("/queue").status_code == 200


def test_another_host_needs_a_password(settings: Settings) -> None:
    with pytest.raises(InputError, match="--password"):
        replace(settings, host="0.0.0.0").check()
    replace(settings, host="0.0.0.0", password="open").check()


def test_what_was_never_built_is_said_with_its_remedy(settings: Settings) -> None:
    (settings.assets / "face.js").unlink()
    with pytest.raises(InputError, match="make face"):
        settings.check()


def test_another_name_of_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_a_change_from_elsewhere_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    form = {"csrf": csrf(client), "subject": "inc-ansongo", "act": "accept"}
    assert client.post("/judge", data=form, headers=headers).status_code == 403


def test_a_change_without_the_sessions_token_is_refused(client: TestClient) -> None:
    assert client.post("/judge", data={"subject": "inc-ansongo", "act": "accept"}).status_code == 403


@pytest.mark.parametrize(
    "path", ["/assets/../secret.json", "/assets/%2e%2e/secret.json", "/assets/..%2fsecret.json", "/assets//etc/passwd"]
)
def test_nothing_outside_the_assets_is_given(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/", "/part", "/documents", "/contradictions", "/prospects", "/changed", "/briefing", "/outlets", "/compare",
     "/queue", "/corrections", "/add", "/search?q=Ansongo", "/issues", "/keys", "/incident/inc-ansongo",
     "/correct/inc-ansongo", "/marks.json", "/network.json", "/control.json", "/provinces/ML.json"],
)  # fmt: skip
def test_every_page_stands_and_holds_nothing_inline(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    if "html" in answer.headers["content-type"]:
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=\"/)", answer.text)
        assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", answer.text)


def test_words_from_outside_stay_words(settings: Settings) -> None:
    draft = Draft("nasty.txt", replace(COURIER, name=NASTY), (NASTY, "x" * 10_000_000))
    with _opened(settings) as ledger:
        ledger.append((draft.reading,))
    with TestClient(make_app(settings), base_url=HOST) as client:
        client.get("/?token=letmein")
        for path in ("/documents", f"/document/{draft.document.id}", "/outlets", "/", "/search?q=%3Cscript%3E"):
            text = client.get(path).text
            assert "<script>alert" not in text
            assert "\u202e" not in text


class _opened:
    def __init__(self, settings: Settings) -> None:
        self.ledger = open_ledger(settings.ledger, create=True)

    def __enter__(self):
        return self.ledger

    def __exit__(self, *_: object) -> None:
        self.ledger.close()


def test_a_rejected_claim_counts_nowhere_until_it_is_withdrawn(client: TestClient, settings: Settings) -> None:
    claim = next(row.id for row in _rows(settings) if row.type == "capture")
    form = {"csrf": csrf(client), "subject": claim, "act": "reject", "by": "A. Coder", "note": "not said"}
    assert client.post("/judge", data=form).status_code == 200
    assert claim not in {row.id for row in _rows(settings)}
    history = client.get("/corrections").text
    assert "A. Coder" in history
    judgement = re.search(r'name="judgement" value="([^"]+)"', history).group(1)
    client.post("/judge", data={"csrf": csrf(client), "subject": claim, "act": "withdraw", "judgement": judgement})
    assert claim in {row.id for row in _rows(settings)}
    assert "withdrawn" in client.get("/corrections").text


@pytest.mark.parametrize(
    ("form", "held"),
    [
        ({"act": "retype", "type": "abduction"}, lambda row: row.type == "abduction"),
        ({"act": "redate", "first": "2026-02-01", "last": "2026-02-03"},
         lambda row: str(row.time.start) == "2026-02-01" and str(row.time.end) == "2026-02-04"),
        ({"act": "relocate", "place": "none"}, lambda row: row.place is None),
    ],
)  # fmt: skip
def test_a_correction_holds_and_is_found(client: TestClient, settings: Settings, form: dict[str, str], held) -> None:
    claim = next(row.id for row in _rows(settings) if row.type == "capture")
    assert client.post("/judge", data={"csrf": csrf(client), "subject": claim, **form}).status_code == 200
    assert held(next(row for row in _rows(settings) if row.id == claim))
    if form["act"] == "retype":
        assert claim in {row.id for row in _rows(settings, type="abduction")}


def test_a_correction_survives_that_its_report_is_read_again(client: TestClient, settings: Settings) -> None:
    kept, gone = (next(row.id for row in _rows(settings) if row.document_name == name) for name in _NAMES)
    for form in ({"subject": kept, "act": "retype", "type": "abduction"}, {"subject": gone, "act": "reject"}):
        assert client.post("/judge", data={"csrf": csrf(client), **form}).status_code == 200
    with closing(open_ledger(settings.ledger, create=True, rules="other rules")) as ledger:
        assert ledger.append((first_reading(), second_reading())) == len(_NAMES)
        ledger.resolve(resolution())
    after = {row.id: row for row in _rows(settings)}
    assert after[kept].type == "abduction"
    assert gone not in after
    assert client.get("/corrections").text.count('name="judgement"') == len(_NAMES)


def test_an_actor_is_parted_in_the_reports_that_mean_another(client: TestClient, settings: Settings) -> None:
    first, second = first_reading(), second_reading()
    with closing(open_ledger(settings.ledger, create=True, rules="other rules")) as ledger:
        ledger.append((replace(first, actors=(*first.actors, RIVER_FRONT)), replace(second, actors=(RIVER_FRONT,))))
        ledger.resolve(resolution())
    page = client.get(f"/correct/{RIVER_FRONT.id}").text
    ticks = sorted(set(re.findall(r'name="chosen" value="(act-[^"@]+@doc-[^"]+)"', page)))
    assert len(ticks) == len(_NAMES)
    chosen = next(tick for tick in ticks if tick.endswith(second.document.id))
    form = {"csrf": csrf(client), "subject": RIVER_FRONT.id, "act": "split", "chosen": chosen}
    assert client.post("/judge", data=form).status_code == 200
    with closing(open_ledger(settings.ledger)) as ledger:
        told = [documents for actor, documents in ledger.actors() if RIVER_FRONT.name in actor.names]
    assert sorted(told) == [("alpha.txt",), ("beta.txt",)]


def test_an_order_that_makes_no_sense_is_told(client: TestClient) -> None:
    form = {
        "csrf": csrf(client),
        "subject": "inc-ansongo",
        "act": "redate",
        "first": "2026-02-03",
        "last": "2026-02-01",
    }
    answer = client.post("/judge", data=form)
    assert answer.status_code == 422
    assert "lies before" in answer.text


def test_the_way_back_never_leads_elsewhere(client: TestClient) -> None:
    form = {"csrf": csrf(client), "subject": "inc-ansongo", "act": "accept", "next": "//evil.example/"}
    answer = client.post("/judge", data=form, follow_redirects=False)
    assert answer.headers["location"].startswith("/correct/inc-ansongo")


def test_private_persons_leave_by_role(client: TestClient) -> None:
    for form in ("csv", "geojson", "jsonl", "md"):
        answer = client.get(f"/export.{form}")
        assert answer.status_code == 200
        assert "Dembélé" not in answer.text
    assert client.get("/export.exe").status_code == 404


def test_outlets_side_by_side_show_what_each_calls_an_actor(client: TestClient) -> None:
    page = client.get("/compare?outlet=out-courier&outlet=out-wire").text
    row = re.search(r"<tr><th scope=\"row\"><a href=\"/actor/act-front\">.*?</tr>", page, re.DOTALL)
    assert row
    assert [words in row.group() for words in ("River Front fighters", "Front du Fleuve")] == [True, True]
    # Only the one calls the army by name: nothing to set side by side.
    assert "/actor/act-army" not in page.split("What each calls")[1].split("</table>")[0]


def test_a_view_comes_back_from_its_address() -> None:
    view = read_view({"q": "a b", "place": "Gao", "from": "2026-01-02", "sort": "origins", "page": "3"}, ["fighting"])
    assert "from=2026-01-02" in view.address
    assert view.with_(place="").page == 1
    assert read_view({"from": "no day", "page": "-1", "sort": "x"}, ["nothing"]) == read_view({}, [])


def _rows(settings: Settings, **filters: str):
    with _opened(settings) as ledger:
        return list(ledger.claims(Query(**filters)))
