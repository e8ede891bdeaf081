"""ClearNLP to Universal Dependencies: hand-written trees for exactness, the real parser where its parse is certain."""

import pytest

from rashomon.annotate import Annotator
from rashomon.annotate.columns import Columns
from rashomon.annotate.dependencies import convert
from rashomon.lexicon import load_lexicon
from tests.conllu import make_document


def _convert(rows: str) -> list[str]:
    """Convert `word/tag/head/label` rows (heads from 1, 0 = root) and give `word relation head` lines."""
    cells = [row.rsplit("/", 3) for row in rows.split()]
    heads = [int(head) - 1 if head != "0" else i for i, (_, _, head, _) in enumerate(cells)]
    columns = Columns([c[0].lower() for c in cells], [c[1] for c in cells], heads, [c[3] for c in cells])
    convert(columns, load_lexicon("en").annotate.dependencies)
    words = columns.words
    return [
        f"{words[i]} {rel} {words[head] if head != i else '-'}"
        for i, (rel, head) in enumerate(zip(columns.rels, columns.heads, strict=True))
    ]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param("left/VBD/0/ROOT in/IN/1/prep May/NNP/2/pobj", ["in case may", "may obl left"], id="obl"),
        pytest.param(
            "men/NNS/6/nsubj of/IN/1/prep the/DT/2/pobj Hill/NNP/5/compound Front/NNP/6/nsubj fled/VBD/0/ROOT",
            ["of case front", "the det front", "front nmod men", "men nsubj fled"], id="article for a noun"
        ),
        pytest.param("chief/NN/0/ROOT of/IN/1/prep Kunar/NNP/2/pobj", ["of case kunar", "kunar nmod chief"], id="nmod"),
        pytest.param(
            "shot/VBN/0/ROOT by/IN/1/agent men/NNS/2/pobj", ["by case men", "men obl:agent shot"], id="agent"
        ),
        pytest.param(
            "It/PRP/2/nsubj is/VBZ/0/ROOT gone/JJ/2/acomp and/CC/2/cc was/VBD/2/conj lost/JJ/5/acomp",
            ["it nsubj gone", "is cop gone", "gone root -", "and cc lost", "was cop lost", "lost conj gone"],
            id="joined predicates",
        ),
        pytest.param(
            "gave/VBD/0/ROOT it/PRP/1/dobj to/IN/1/dative him/PRP/3/pobj", ["to case him", "him obl gave"], id="dative"
        ),
        pytest.param(
            "fell/VBD/0/ROOT because/IN/1/prep of/IN/2/pcomp war/NN/2/pobj",
            ["because case war", "of fixed because", "war obl fell"],
            id="because of",
        ),
        pytest.param(
            "came/VBD/0/ROOT out/IN/1/prep of/IN/2/prep Kabul/NNP/3/pobj",
            ["out case kabul", "of fixed out", "kabul obl came"],
            id="out of",
        ),
        pytest.param(
            "left/VBD/0/ROOT without/IN/1/prep firing/VBG/2/pcomp",
            ["without mark firing", "firing advcl left"],
            id="pcomp",
        ),
        pytest.param(
            "A/NN/0/ROOT ,/,/1/punct B/NN/1/conj ,/,/3/punct and/CC/3/cc C/NN/3/conj",
            [", punct b", "b conj a", ", punct c", "and cc c", "c conj a"],
            id="three conjuncts",
        ),
    ],
)  # fmt: skip
def test_trees_by_hand(rows: str, wanted: list[str]) -> None:
    found = _convert(rows)
    assert [line for line in wanted if line not in found] == []


PARSED = [
    ("Soldiers were killed by a mob.", "Soldiers nsubj:pass killed", "were aux:pass killed", "mob obl:agent killed"),
    ("Karim is the governor of Kunar.", "Karim nsubj governor", "is cop governor", "Kunar nmod governor"),
    ("The town is quiet.", "town nsubj quiet", "is cop quiet"),
    ("The governor was in Kabul.", "governor nsubj Kabul", "was cop Kabul", "in case Kabul", "Kabul root -"),
    ("There were no soldiers in the town.", "There expl were", "were root -", "soldiers nsubj were"),
    ("He gave the soldiers water.", "soldiers iobj gave", "water obj gave"),
    ("The army gave weapons to the villagers.", "villagers obl gave", "to case villagers"),
    ("The Taliban's fighters burned the school.", "Taliban nmod:poss fighters", "'s case Taliban", "school obj burned"),
    ("His brother fled.", "His nmod:poss brother"),
    ("The general who led the attack died.", "led acl:relcl general", "who nsubj led", "general nsubj died"),
    ("The troops gave up.", "up compound:prt gave"),
    ("They left last week.", "week obl:tmod left"),
    ("They left on Monday.", "on case Monday", "Monday obl left"),
    ("The army shelled Herat, burned the bridge and killed the mayor.", "burned conj shelled", "killed conj shelled",
     "and cc killed", ", punct burned"),
    ("Rebels and soldiers fought.", "soldiers conj Rebels", "and cc soldiers"),
    ("About 20 soldiers died.", "About advmod 20", "20 nummod soldiers"),
    ("More than 20 soldiers died.", "More advmod 20", "than fixed More", "20 nummod soldiers"),
    ("They asked him to leave.", "him obj asked", "leave xcomp asked", "to mark leave"),
    ("The governor said that the town had fallen.", "fallen ccomp said", "that mark fallen", "had aux fallen"),
    ("He fled after losing the town.", "losing advcl fled", "after mark losing"),
    ("They do not fight.", "do aux fight", "not advmod fight"),
    ("The general, a former minister, resigned.", "minister appos general"),
    ("According to officials, it burned.", "According case officials", "to fixed According", "officials obl burned"),
    ("He wants to leave.", "leave xcomp wants", "to mark leave"),
    ("The town attacked by rebels fell.", "attacked acl town", "rebels obl:agent attacked"),
    ("All the soldiers left.", "All det:predet soldiers"),
    ("Both the army and the police left.", "Both cc:preconj army", "police conj army"),
    ("He said it is a lie.", "lie ccomp said", "is cop lie", "it nsubj lie"),
    ("They called him a traitor.", "him obj called", "traitor xcomp called"),
    ("The fighting in and around Kabul ended.", "Kabul nmod fighting", "in case Kabul", "around conj in"),
    ("He is 38 years old.", "years obl:npmod old", "is cop old", "38 nummod years"),
    ("“We will fight,” he said.", "fight ccomp said", "We nsubj fight", "said root -"),
]  # fmt: skip


@pytest.mark.parametrize("case", PARSED, ids=lambda case: case[0])
def test_constructions(case: tuple[str, ...], annotator: Annotator) -> None:
    made, _ = annotator.annotate(make_document(case[0]))
    found = {f"{t.text} {t.deprel} {made.tokens[t.head].text if t.head != t.index else '-'}" for t in made.tokens}
    assert [wanted for wanted in case[1:] if wanted not in found] == []


def test_every_sentence_is_one_tree(annotator: Annotator) -> None:
    text = "“Gone!” he cried. In and out of the town - and, as well as that, because of it - they came,, he said, lost."
    made, _ = annotator.annotate(make_document(text))
    for sentence in made.sentences:
        roots = [t for t in made.tokens[sentence.first : sentence.last] if t.head == t.index]
        assert [t.deprel for t in roots] == ["root"]
        assert made.subtree(roots[0].index) == tuple(range(sentence.first, sentence.last))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He was shot.", {"shot": ("shoot", "VERB"), "was": ("be", "AUX")}),
        ("The rebels overran two posts.", {"overran": ("overrun", "VERB"), "posts": ("post", "NOUN")}),
        ("They retook the cities.", {"retook": ("retake", "VERB"), "cities": ("city", "NOUN")}),
        ("They fled and left their wives.", {"fled": ("flee", "VERB"), "wives": ("wife", "NOUN")}),
        ("The captured gunmen were wounded.", {"gunmen": ("gunman", "NOUN"), "wounded": ("wound", "VERB")}),
        ("She hasn't seized Herat.", {"n't": ("not", "PART"), "Herat": ("Herat", "PROPN")}),
    ],
)  # fmt: skip
def test_lemmas_and_parts_of_speech(text: str, wanted: dict[str, tuple[str, str]], annotator: Annotator) -> None:
    made, _ = annotator.annotate(make_document(text))
    found = {token.text: (token.lemma, token.upos) for token in made.tokens}
    assert {word: found[word] for word in wanted} == wanted
