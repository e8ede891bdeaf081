"""A briefing says what its rows say, each voice beside the other, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.briefing import BriefingSource, check_briefing, make_briefing, make_proof, write_html, write_markdown
from rashomon.briefing.source import DocumentLine
from rashomon.lexicon.phrases import Phrases, load_phrases
from rashomon.records import (
    ActorKind,
    ActorRef,
    BriefingLine,
    ClaimKind,
    ClaimRow,
    Comparison,
    Control,
    ControlCell,
    Factuality,
    Figure,
    FigureRange,
    Grain,
    Incident,
    Modifier,
    Naming,
    PlaceRef,
    Realis,
    Slot,
    Speech,
    Stance,
    Status,
    TimeBasis,
    TimeSpan,
    Verdict,
    VoiceFigure,
    VoiceRef,
)

GAO = PlaceRef("geo-1", "Gao", "Gao", None, "Gao Region", "ML", 16.3, -0.04, 1)
DAY = TimeSpan(date(2026, 3, 5), date(2026, 3, 6), Grain.DAY, TimeBasis.STATED, "5 March 2026")
ARMY = ActorRef("act-army", "Army of Mali", "the army", ActorKind.FORCES, 1)
WITNESS = VoiceRef(
    "voi-w",
    "Awa Keita",
    "Awa Keita",
    Naming.NAMED,
    Speech.INDIRECT,
    "said",
    Stance.NEUTRAL,
    "act-w",
    True,
    "a baker, 40",
)


def _row(name: str, outlet: str, sentence: str, inner: VoiceRef | None, killed: float, fact: str = "CT+") -> ClaimRow:
    root = VoiceRef(f"voi-{outlet}", outlet, outlet, Naming.OUTLET, Speech.NARRATED, "", Stance.NEUTRAL, None)
    figure = Figure("killed", killed, killed, Modifier.EXACT, 0, 2, f"{int(killed)}")
    return ClaimRow(
        id=name,
        document=f"doc-{outlet}",
        document_name=f"{outlet}.txt",
        outlet=f"out-{outlet}",
        outlet_name=outlet,
        published=None,
        sentence_index=0,
        sentence=sentence,
        content=sentence,
        start=0,
        end=len(sentence),
        voice=(root,) if inner is None else (root, inner),
        kind=ClaimKind.EVENT,
        item="evt-1",
        type="assault",
        plover="ASSAULT",
        acled="Attack",
        agents=(ARMY,),
        patients=(),
        place=GAO,
        time=DAY,
        figures=(figure,),
        factuality=Factuality(fact),
        realis=Realis.PAST,
        stance=Stance.NEUTRAL,
        incident="inc-1",
    )


ROWS = {
    row.id: row
    for row in (
        _row("clm-a", "Daily", "The army killed 12 in Gao.", WITNESS, 12),
        _row("clm-b", "Agency", "The army killed 30 in Gao.", None, 30),
        _row("clm-c", "Agency", "The ministry denied that anybody died in Gao.", None, 0, "CT-"),
    )
}
KILLED = FigureRange(
    "killed",
    12,
    12,
    30,
    "the lowest",
    (VoiceFigure("clm-a", "Awa Keita", "Daily", 12, 12, "12"), VoiceFigure("clm-b", "Agency", "Agency", 30, 30, "30")),
)
INCIDENT = Incident(
    id="inc-1",
    type="assault",
    claims=("clm-a", "clm-b", "clm-c"),
    part_of=None,
    title="Assault by Army of Mali in Gao",
    time=DAY,
    place=GAO,
    actors=(ARMY,),
    figures=(KILLED,),
    status=Status.CONTESTED,
    status_reason="voices contradict each other",
    origins=2,
    outlets=("Agency", "Daily"),
    documents=("Agency.txt", "Daily.txt"),
)
COMPARISON = Comparison("cmp-1", "clm-a", "clm-b", Slot.COUNT, Verdict.CONTRADICTS, "12 killed against 30 killed")


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return load_phrases("en")


def _source(names: bool = False) -> BriefingSource:
    documents = (DocumentLine("doc-Daily", "Daily.txt", "Daily", None, None),)
    return BriefingSource(documents, (INCIDENT,), ROWS, (COMPARISON,), names=names)


def test_every_line_cites_claims_and_passes_the_check(phrases: Phrases) -> None:
    briefing = make_briefing(_source(), phrases)
    assert {line.section for line in briefing.lines} == {"happened", "contested", "denied", "figures"}
    assert all(line.claims for line in briefing.lines)
    assert check_briefing(briefing, make_proof(ROWS, phrases)) == ()


def test_each_voice_has_its_own_figure(phrases: Phrases) -> None:
    line = next(line for line in make_briefing(_source(), phrases).lines if line.section == "figures")
    assert "12 (a baker, 40, in Daily)" in line.text
    assert "30 (Agency itself)" in line.text


def test_a_private_person_is_shown_by_role_unless_asked(phrases: Phrases) -> None:
    assert "Keita" not in write_markdown(make_briefing(_source(), phrases), phrases)
    assert "Awa Keita" in write_markdown(make_briefing(_source(names=True), phrases), phrases)


@pytest.mark.parametrize(
    ("text", "word"),
    [("Fighting near Timbuktu.", "timbuktu"), ("At least 13 died.", "13"), ("It was on 6 March.", "6")],
)
def test_the_check_finds_what_no_row_holds(phrases: Phrases, text: str, word: str) -> None:
    briefing = make_briefing(_source(), phrases)
    invented = replace(briefing, lines=(*briefing.lines, BriefingLine("happened", text, ("clm-a",), "inc-1")))
    (complaint,) = check_briefing(invented, make_proof(ROWS, phrases))
    assert word in complaint


def test_the_check_finds_a_claim_that_is_not_there(phrases: Phrases) -> None:
    briefing = make_briefing(_source(), phrases)
    lost = replace(briefing, lines=(BriefingLine("happened", "nothing", ("clm-z",)),))
    assert "clm-z" in check_briefing(lost, make_proof(ROWS, phrases))[0]


def test_markdown_and_html_name_the_claims_and_say_undated(phrases: Phrases) -> None:
    briefing = make_briefing(_source(), phrases)
    for page in (write_markdown(briefing, phrases), write_html(briefing, phrases)):
        assert "clm-a" in page
        assert "undated" in page
        assert "2 origins" in page


def test_what_happened_comes_first_and_the_reports_last(phrases: Phrases) -> None:
    briefing = make_briefing(_source(), phrases)
    for page in (write_markdown(briefing, phrases), write_html(briefing, phrases)):
        heads = [page.index(phrases.sections[name]) for name in ("happened", "contested", "figures", "reports")]
        assert heads == sorted(heads)


def test_a_report_of_no_known_outlet_stands_alone(phrases: Phrases) -> None:
    documents = (DocumentLine("doc-1", "1.txt", "", "A quiet day", None),)
    assert make_briefing(replace(_source(), documents=documents), phrases).reports == ("A quiet day (undated)",)


def _figures(phrases: Phrases, part: FigureRange) -> list[str]:
    hung = replace(INCIDENT, id="inc-2", part_of="inc-1", title="Killing in Gao", figures=(part,))
    made = make_briefing(replace(_source(), incidents=(INCIDENT, hung)), phrases)
    return [line.incident or "" for line in made.lines if line.section == "figures"]


def test_a_figure_of_the_whole_is_not_told_again_of_its_part(phrases: Phrases) -> None:
    assert _figures(phrases, KILLED) == ["inc-1"]
    assert _figures(phrases, replace(KILLED, measure="wounded")) == ["inc-1", "inc-2"]


def _cell(holder: ActorRef, day: int, assessed: Control | None) -> ControlCell:
    time = TimeSpan(date(2026, 3, day), date(2026, 3, day + 1), Grain.DAY, None, "")
    return ControlCell(GAO, time, holder, None, "", "", assessed, ("clm-a", "clm-b"), "two holders")


def test_the_holders_of_one_quarrel_stand_in_one_line(phrases: Phrases) -> None:
    rebels = replace(ARMY, id="act-rebels", name="Rebels of Mali")
    cells = tuple(_cell(holder, day, Control.CONTESTED) for holder, day in ((ARMY, 4), (rebels, 5)))
    claimed = tuple(_cell(holder, day, None) for holder, day in ((rebels, 5), (ARMY, 4)))
    made = make_briefing(replace(_source(), control=(*cells, *claimed)), phrases)
    found = [line.text for line in made.lines if line.section == "control"]
    assert [("5 Mar" in text, "contested" in text) for text in found] == [(True, True), (False, False), (True, False)]


def _changed(phrases: Phrases, **published: date) -> list[str]:
    rows = {key: replace(row, published=published.get(row.outlet_name)) for key, row in ROWS.items()}
    source = replace(_source(), rows=rows, since=date(2026, 3, 8))
    briefing = make_briefing(source, phrases)
    assert check_briefing(briefing, make_proof(rows, phrases)) == ()
    return [line.text for line in briefing.lines if line.section == "changed"]


def test_what_reports_since_a_day_add_is_told_beside_what_stood_before(phrases: Phrases) -> None:
    (text,) = _changed(phrases, Daily=date(2026, 3, 6), Agency=date(2026, 3, 8))
    assert "killed 30 (Agency itself), before 12 (a baker, 40, in Daily)" in text
    assert "denied since by Agency itself" in text
    (first,) = _changed(phrases, Daily=date(2026, 3, 9), Agency=date(2026, 3, 8))
    assert first.startswith("New: Assault by Army of Mali in Gao")
    assert _changed(phrases, Daily=date(2026, 3, 6), Agency=date(2026, 3, 7)) == []


def test_one_quarrel_told_by_many_is_one_line(phrases: Phrases) -> None:
    again = replace(ROWS["clm-b"], id="clm-d", outlet_name="Herald")
    source = replace(_source(), rows={**ROWS, "clm-d": again})
    echo = replace(COMPARISON, id="cmp-2", second="clm-d")
    made = make_briefing(replace(source, comparisons=(COMPARISON, echo)), phrases)
    (line,) = [line for line in made.lines if line.section == "contested"]
    assert "other voices say the same" in line.text
    assert {"clm-a", "clm-b", "clm-d"} <= set(line.claims)


def test_an_office_is_called_by_its_printed_words_and_not_by_its_state(phrases: Phrases) -> None:
    office = replace(WITNESS, name="Mali", text="the interior ministry", naming=Naming.ROLE, private=False)
    rows = {"clm-a": _row("clm-a", "Daily", "The army killed 12 in Gao.", office, 12)}
    incident = replace(INCIDENT, claims=("clm-a",), figures=(), status=Status.CLAIMED)
    (line,) = make_briefing(replace(_source(), incidents=(incident,), rows=rows, comparisons=()), phrases).lines
    assert "Claimed only by the interior ministry, in Daily" in line.text
