"""The room as a whole: offsets, odd texts, other languages, batches."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotate import Annotator, load_annotator
from rashomon.errors import ResourceError
from rashomon.lexicon import load_lexicon
from rashomon.records import Annotated, Zone, ZoneKind
from tests.conllu import make_document

PIECES = st.sampled_from(
    ["The rebels", "Gen. Daud", "“", "”", '"', "’", " ", "  ", "\n", "\n\n", ".", ",", "!", "…", "\u00a0", "é", "😀",
     "said", "Kabul", "KABUL", "the", "20", "3.5", "(", ")", "—", "-", "'s", "al-Qaeda", "U.S.", "\t", "\u200b", "كابل"]
)  # fmt: skip


def check(made: Annotated) -> None:
    """Every offset must verify against the text, and the columns against each other."""
    ends = 0
    for index, token in enumerate(made.tokens):
        assert token.index == index
        assert made.text[token.start : token.end] == token.text
        assert token.text.strip() == token.text != ""
        assert token.start >= ends
        assert made.tokens[token.head].sentence == token.sentence
        ends = token.end
    covered = [i for sentence in made.sentences for i in range(sentence.first, sentence.last)]
    assert covered == list(range(len(made.tokens)))
    for sentence in made.sentences:
        assert sentence.start == made.tokens[sentence.first].start
        assert sentence.end == made.tokens[sentence.last - 1].end
        assert sum(made.tokens[i].head == i for i in range(sentence.first, sentence.last)) == 1
    assert all(0 <= e.first < e.last <= len(made.tokens) for e in made.entities)
    assert all(made.text[q.start : q.end].strip() for q in made.quotes)
    assert all(m.first <= m.head < m.last for chain in made.chains for m in chain.mentions)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_offsets_verify(annotator: Annotator, pieces: list[str]) -> None:
    made, _ = annotator.annotate(make_document("".join(pieces)))
    check(made)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "…", "“", "word", "A" * 5000, "no stop " * 999, "FIGHTING REACHED KABUL.", "1 2", "\u00a0\u00a0"],
)  # fmt: skip
def test_odd_texts(text: str, annotator: Annotator) -> None:
    made, issues = annotator.annotate(make_document(text))
    check(made)
    assert issues == ()


def test_no_zone_is_read(annotator: Annotator) -> None:
    text = "Donate now. Read also."
    made, issues = annotator.annotate(make_document(text, zones=(Zone(0, len(text), ZoneKind.FURNITURE),)))
    assert (made.tokens, made.sentences, issues) == ((), (), ())


def test_only_zones_that_are_read_have_tokens(annotator: Annotator) -> None:
    text = "By Karim Daud\nThe army left."
    zones = (Zone(0, 13, ZoneKind.BYLINE), Zone(14, len(text), ZoneKind.BODY))
    made, _ = annotator.annotate(make_document(text, zones=zones))
    assert [token.text for token in made.tokens] == ["The", "army", "left", "."]
    assert made.sentences[0].paragraph == 1


def test_another_language_is_split_and_said_so(annotator: Annotator) -> None:
    text = "La armée est partie. Elle reviendra."
    made, issues = annotator.annotate(make_document(text, language="fr"))
    check(made)
    assert len(made.sentences) == 2
    assert [(issue.code, issue.stage, issue.document) for issue in issues] == [
        ("language-unsupported", "annotate", "doc-test")
    ]
    assert "lang/fr" in issues[0].message


def test_a_batch_gives_what_single_readings_give(annotator: Annotator) -> None:
    texts = ["The army left Kabul.", "", "Elle part.", "Gen. Karim Daud fled. He lost. " * 60, "They won."]
    documents = [
        make_document(text, document=f"doc-{i}", language="fr" if text.startswith("Elle") else "en")
        for i, text in enumerate(texts)
    ]
    batch = list(annotator.annotate_all(documents))
    assert [made.document for made, _ in batch] == [document.id for document in documents]
    assert batch == [annotator.annotate(document) for document in documents]


def test_no_documents(annotator: Annotator) -> None:
    assert list(annotator.annotate_all([])) == []


def test_an_unknown_pipeline_is_named() -> None:
    with pytest.raises(ResourceError, match="no_such_pipeline"):
        load_annotator(load_lexicon("en"), model="no_such_pipeline")
