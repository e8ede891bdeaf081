"""The builder that other rooms' tests stand on."""

import pytest

from tests.conllu import annotated, read

TWO = """
# zone = headline
1 Rebels rebel NOUN NNS 2 nsubj
2 advance advance VERB VBP 0 root

# newpar
1 “ “ PUNCT `` 4 punct SpaceAfter=No
2 We we PRON PRP 3 nsubj
3 fight fight VERB VBP 6 ccomp SpaceAfter=No
4 , , PUNCT , 3 punct SpaceAfter=No
5 ” ” PUNCT '' 3 punct
6 said say VERB VBD 0 root
7 Karim Karim PROPN NNP 8 compound Entity=PERSON:2
8 Daud Daud PROPN NNP 6 nsubj SpaceAfter=No|Chain=1|Role=former_minister
9 . . PUNCT . 6 punct

1 He he PRON PRP 2 nsubj Chain=1
2 left leave VERB VBD 0 root SpaceAfter=No
3 . . PUNCT . 2 punct
"""


def test_text_offsets_and_columns() -> None:
    made, document = read(TWO)
    assert made.text == "Rebels advance\n\n“We fight,” said Karim Daud. He left."
    assert document.text == made.text
    assert all(made.text[token.start : token.end] == token.text for token in made.tokens)
    assert [sentence.zone.value for sentence in made.sentences] == ["headline", "body", "body"]
    assert made.tokens[1].head == 1
    assert made.tokens[9].head == 7


def test_quotes_entities_and_chains() -> None:
    made = annotated(TWO)
    assert [made.text[quote.start : quote.end] for quote in made.quotes] == ["“We fight,”"]
    assert [made.words(entity.first, entity.last) for entity in made.entities] == ["Karim Daud"]
    assert made.chains[0].name == "Karim Daud"
    assert made.chains[0].roles == ("former minister",)
    assert made.chain_at == {9: 0, 11: 0}


def test_wrong_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        annotated("1 He he PRON")
