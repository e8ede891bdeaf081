"""WikiEvents on an invented document: reading the set, the two ways of matching, the whole way."""

import json
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.evaluation import evaluate
from rashomon.evaluation.sets.wikievents import Argument, match_arguments, read_texts, read_types
from rashomon.lexicon import load_lexicon

SENTENCES = ["Gunmen killed a teacher in Gao .", "She had led the school ."]


def _row() -> dict[str, object]:
    sentences, at = [], 0
    for sentence in SENTENCES:
        tokens = []
        for word in sentence.split():
            tokens.append([word, at, at + len(word)])
            at += len(word) + 1
        sentences.append([tokens, sentence])
    mentions = [("T1", 0, 1), ("T2", 3, 4), ("T3", 5, 6), ("T4", 7, 8)]
    arguments = [("T1", "Killer", "Gunmen"), ("T2", "Victim", "teacher"), ("T3", "Place", "Gao")]
    return {
        "doc_id": "invented",
        "sentences": sentences,
        "entity_mentions": [{"id": key, "start": start, "end": end} for key, start, end in mentions],
        "event_mentions": [
            {
                "event_type": "Life.Die.Unspecified",
                "arguments": [{"entity_id": key, "role": role, "text": text} for key, role, text in arguments],
            }
        ],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dev.jsonl").write_text(json.dumps(_row()) + "\n", encoding="utf-8")
    (tmp_path / "coref").mkdir()
    clusters = {"doc_key": "invented", "clusters": [["T2", "T4"]]}
    (tmp_path / "coref" / "dev.jsonlines").write_text(json.dumps(clusters), encoding="utf-8")
    return tmp_path


def test_the_set_is_read_with_the_other_mentions_of_an_entity(folder: Path) -> None:
    (text,) = read_texts(folder)
    assert text.document.text == "\n".join(SENTENCES)
    victim = next(argument for argument in text.arguments if argument.role == "Victim")
    assert [text.document.text[start:end] for start, end in victim.spans] == ["teacher", "She"]


def test_each_gold_argument_is_found_once_and_another_mention_counts_in_one_way_only() -> None:
    """Of three found arguments one has the head, one another mention of it, one another type: 1/2 and 1/2, then 1."""
    gold = [
        Argument("Life.Die.Unspecified", "Victim", ((10, 17), (40, 43)), "teacher"),
        Argument("Life.Die.Unspecified", "Place", ((21, 24),), "Gao"),
    ]
    found = [
        Argument("Life.Die.Unspecified", "Victim", ((40, 43),), "She"),
        Argument("Life.Die.Unspecified", "Place", ((21, 24),), "Gao"),
        Argument("Life.Injure.Unspecified", "Place", ((21, 24),), "Gao"),
    ]
    assert match_arguments(found, gold, coreferential=False) == ((1, 1),)
    assert match_arguments(found, gold, coreferential=True) == ((0, 0), (1, 1))
    assert match_arguments([found[1], found[1]], gold, coreferential=False) in {((0, 1),), ((1, 1),)}


def test_the_whole_way(folder: Path) -> None:
    scores, misses = evaluate("wikievents", folder)
    values = {score.metric: score.value for score in scores}
    assert values["argument F1"] == 100, misses


def test_every_type_that_is_mapped_is_one_of_ours() -> None:
    assert read_types().keys() <= load_lexicon("en").events.types.keys()


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no WikiEvents set"):
        evaluate("wikievents", tmp_path)
