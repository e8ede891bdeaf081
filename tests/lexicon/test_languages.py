"""A language is a folder: what it lacks is empty; a text that no parser of its language reads claims nothing."""

from contextlib import closing
from pathlib import Path

import pytest

from rashomon.errors import ResourceError
from rashomon.lexicon import load_lexicon
from rashomon.lexicon.files import COMPLETE, languages, read_language, resources
from rashomon.reading import read_paths
from rashomon.store import open_ledger

_REPORT = """SAN JACINTO — Cuatro soldados murieron el lunes en un ataque contra un puesto cerca de Villa Serena,
informó el Ministerio de Defensa. «Los agresores llegaron de noche y dispararon contra la guardia», dijo el coronel
Ramiro Quesada a los periodistas. El coronel negó que el puesto hubiera caído. Según la emisora Radio Altura, los
rebeldes afirmaron que habían tomado el puente.
"""


def test_what_a_folder_lacks_is_empty() -> None:
    lexicon = load_lexicon("es")
    assert not lexicon.events.verbs
    assert not lexicon.modality.negations
    assert not lexicon.furniture.months
    assert lexicon.furniture.day.search("12 de marzo de 2023") is None
    assert len(lexicon.cues.examples) > len(lexicon.cues.verbs)


@pytest.mark.parametrize("language", [code for code in languages() if code != COMPLETE])
def test_a_folder_holds_no_table_or_key_that_english_has_not(language: str) -> None:
    names = {entry.name for entry in (resources() / "lang" / COMPLETE).iterdir()}
    for entry in (resources() / "lang" / language).iterdir():
        assert entry.name in names
        assert read_language(language, entry.name).keys() == read_language(COMPLETE, entry.name).keys()


def test_a_language_without_a_folder_is_told() -> None:
    with pytest.raises(ResourceError, match="lang/tlh"):
        read_language("tlh", "cues.yaml")


def test_a_report_that_no_parser_reads_claims_nothing(tmp_path: Path) -> None:
    (tmp_path / "informe.txt").write_text(_REPORT, encoding="utf-8")
    summary = read_paths([tmp_path / "informe.txt"], tmp_path / "ledger.db")
    assert (summary.documents_new, summary.claims, summary.incidents) == (1, 0, 0)
    with closing(open_ledger(tmp_path / "ledger.db")) as ledger:
        told = {issue.code: issue.message for issue in ledger.issues()}
        assert len(tuple(ledger.voices())) == 1
    assert "no parser for it is installed" in told["language-unsupported"]
