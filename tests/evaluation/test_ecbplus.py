"""Metrics of coreference against the worked examples of their papers; ECB+ is read from a document of our own."""

import pytest

from rashomon.errors import InputError
from rashomon.evaluation.actor_mentions import TextWithActors, join_actors
from rashomon.evaluation.assignment import assign
from rashomon.evaluation.coreference import Tally, conll_scores, tally_b3, tally_ceafe, tally_muc
from rashomon.evaluation.event_incidents import count_links, keep
from rashomon.evaluation.event_mentions import Mention, find_root, join_mentions
from rashomon.evaluation.scores import Counts
from rashomon.evaluation.sets.ecbplus import other_arguments, read_texts
from rashomon.evaluation.similar_texts import cluster_texts
from rashomon.lexicon import load_lexicon
from tests.conllu import read

# Figure 3 of Bagga and Baldwin (1998), scored again in Luo (2005): twelve mentions in three entities, two responses.
GOLD = [frozenset("12345"), frozenset("67"), frozenset("89ABC")]
FIRST = [frozenset("12345"), frozenset("6789ABC")]
SECOND = [frozenset("1234589ABC"), frozenset("67")]
GROUP = dict.fromkeys("123456789ABC", "topic")


def _total(tallies):
    return sum(tallies.values(), Tally())


@pytest.mark.parametrize(
    ("tally", "found", "recall", "precision", "f1"),
    [
        (tally_muc, FIRST, 1.0, 9 / 10, 94.7),
        (tally_muc, SECOND, 1.0, 9 / 10, 94.7),
        (tally_b3, FIRST, 1.0, 16 / 21, 86.5),
        (tally_b3, SECOND, 1.0, 7 / 12, 73.7),
        (tally_ceafe, FIRST, 11 / 18, 11 / 12, 73.3),
        (tally_ceafe, SECOND, 5 / 9, 5 / 6, 66.7),
    ],
)
def test_the_metrics_give_what_their_papers_give(tally, found, recall, precision, f1):
    total = _total(tally(GOLD, found, GROUP))
    assert total.right_gold / total.gold == pytest.approx(recall)
    assert total.right_found / total.found == pytest.approx(precision)
    assert total.f1 == pytest.approx(f1, abs=0.05)


def test_muc_counts_the_cuts_of_vilain():
    # Vilain et al. (1995): gold A-B-C-D, found A-B and C-D: two of three links.
    total = _total(tally_muc([frozenset("ABCD")], [frozenset("AB"), frozenset("CD")], dict.fromkeys("ABCD", "t")))
    assert (total.right_gold, total.gold, total.right_found, total.found) == (2, 3, 2, 2)


def test_conll_is_the_mean_of_the_three():
    muc, b3, ceafe, conll = conll_scores("x", GOLD, FIRST, GROUP)
    assert [s.metric for s in (muc, b3, ceafe, conll)] == ["MUC F1", "B3 F1", "CEAFe F1", "CoNLL F1"]
    assert conll.value == pytest.approx((muc.value + b3.value + ceafe.value) / 3)


def test_the_alignment_is_the_best_and_not_the_greediest():
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == ((0, 1), (1, 0))
    assert assign({(0, 0): 0.9, (1, 0): 0.8, (2, 1): 0.1}) == ((0, 0), (2, 1))
    assert assign({}) == ()


@pytest.mark.parametrize(("one", "other"), [("shooting", "shoot"), ("damages", "damaged"), ("dies", "die")])
def test_one_ending_is_taken_off(one, other):
    assert find_root(one) == find_root(other)


def test_other_words_have_other_roots():
    assert find_root("shoot") != find_root("shout")


def _mention(key, lemma, *arguments, near="n", speaker="", line=0):
    return Mention(f"{key}:1", near, (key, line), lemma, arguments, speaker)


def _joined(lexicon, *mentions):
    return {tuple(sorted(m.partition(":")[0] for m in cluster)) for cluster in join_mentions(mentions, lexicon)}


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


def test_one_root_joins_within_one_cluster_of_news_only(lexicon):
    a, b, c = _mention("a", "hire"), _mention("b", "hiring"), _mention("c", "hire", near="other")
    assert _joined(lexicon, a, b, c) == {("a", "b"), ("c",)}


def test_words_of_saying_join_with_their_speaker(lexicon):
    one, other = _mention("a", "say", speaker="mayor"), _mention("b", "say", speaker="mayor")
    assert _joined(lexicon, one, other, _mention("c", "say", speaker="coach")) == {("a", "b"), ("c",)}
    assert _joined(lexicon, _mention("a", "say"), _mention("b", "say")) == {("a",), ("b",)}


def test_two_words_for_one_sort_join_by_their_participants_unless_one_sentence_tells_both(lexicon):
    shot = _mention("a", "murder", "clerk")
    assert _joined(lexicon, shot, _mention("b", "kill", "clerk")) == {("a", "b")}
    assert _joined(lexicon, shot, _mention("b", "kill", "baker")) == {("a",), ("b",)}
    same_line = Mention("a:2", "n", ("a", 0), "kill", ("clerk",), "")
    assert len(join_mentions([shot, same_line], lexicon)) == 2


def test_news_are_told_apart_by_their_words():
    words = {
        "a": ["ferry", "sink", "harbour", "storm"],
        "b": ["ferry", "sink", "harbour", "rescue"],
        "c": ["council", "vote", "budget", "tax"],
        "d": ["council", "vote", "budget", "road"],
    }
    found = cluster_texts(words)
    assert found["a"] == found["b"] != found["c"] == found["d"]


def test_arguments_are_other_only_where_both_sentences_name_some():
    ford, hill = frozenset({("LOC", "ford")}), frozenset({("LOC", "hill")})
    assert other_arguments(ford, hill)
    assert not other_arguments(ford, ford)
    assert not other_arguments(ford, frozenset())


_XML = """<Document doc_name="1_1ecb.xml">
<token t_id="1" sentence="0" number="0">Floods</token><token t_id="2" sentence="0" number="1">hit</token>
<token t_id="3" sentence="0" number="2">Ford</token><token t_id="4" sentence="1" number="0">Nobody</token>
<token t_id="5" sentence="1" number="1">drowned</token>
<Markables><ACTION_OCCURRENCE m_id="7"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<LOC_GEO m_id="8"><token_anchor t_id="3"/></LOC_GEO>
<NEG_ACTION_OCCURRENCE m_id="9"><token_anchor t_id="5"/></NEG_ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="10" TAG_DESCRIPTOR="flood"/></Markables>
<Relations><CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="7"/><target m_id="10"/></CROSS_DOC_COREF></Relations>
</Document>"""


def test_only_mentions_of_checked_sentences_are_read(tmp_path):
    (tmp_path / "ECB+" / "1").mkdir(parents=True)
    (tmp_path / "ECB+" / "1" / "1_1ecb.xml").write_text(_XML, encoding="utf-8")
    listed = "Topic,File,Sentence Number\n1,1ecb,0\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(listed, encoding="utf-8")
    [text] = read_texts(tmp_path)
    assert text.document.text == "Floods hit Ford\nNobody drowned"
    assert (dict(text.events), text.chain["7"]) == ({"7": (2,)}, "ACT1")
    assert text.slots == {0: frozenset({("LOC", "ford")})}
    assert text.document.text[slice(*text.offsets[2])] == "hit"


def _text(name, *lines):
    body = "\n".join(lines)
    annotated, document = read(body, document=name)
    heads = {f"{name}:{token.index}": token.index for token in annotated.tokens if token.deprel in {"nsubj", "obj"}}
    return TextWithActors(document, annotated, heads)


def test_people_are_joined_by_the_product_alone(lexicon):
    """Two spellings of one name are one across documents; what nothing names stays in its document."""
    texts = [
        _text(
            f"doc-{at}",
            f"1 {first} {first} PROPN NNP 2 compound Entity=PERSON:2",
            f"2 {last} {last} PROPN NNP 3 nsubj _",
            "3 met meet VERB VBD 0 root _",
            "4 farmers farmer NOUN NNS 3 obj _",
        )
        for at, (first, last) in enumerate([("Karim", "Yusufi"), ("Kareem", "Yousufi")])
    ]
    found = join_actors(texts, lexicon)
    assert sorted(map(sorted, found)) == [["doc-0:1", "doc-1:1"], ["doc-0:3"], ["doc-1:3"]]


def test_a_folder_without_the_set_is_refused(tmp_path):
    with pytest.raises(InputError, match="coreference_sentences"):
        list(read_texts(tmp_path))


def test_links_of_the_product_are_counted_on_the_mentions_that_it_claims() -> None:
    gold = keep([frozenset("abc"), frozenset("de")], "abd")
    assert gold == [frozenset("ab"), frozenset("d")]
    assert count_links(gold, [frozenset("ab"), frozenset("d")]) == [Counts(1, 1, 1)]
    assert count_links(gold, [frozenset("abd")]) == [Counts(1, 2, 1), Counts(0, 1, 0)]
    assert count_links(gold, [frozenset("a"), frozenset("b"), frozenset("d")]) == [Counts(0, 0, 1)]
