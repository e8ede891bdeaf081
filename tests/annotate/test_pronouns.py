"""Pronouns on whole sentences read by the real model: what they stand for, and what they cannot."""

import pytest

from rashomon.annotate import Annotator
from tests.conllu import make_document


def meant(annotator: Annotator, text: str, pronoun: str) -> str:
    """Give the first mention of the chain that the last such pronoun is in; "-" if it is in none."""
    made, _ = annotator.annotate(make_document(text))
    [*_, index] = [token.index for token in made.tokens if token.text == pronoun]
    chain = made.chain_at.get(index)
    if chain is None:
        return "-"
    first = made.chains[chain].mentions[0]
    return made.words(first.first, first.last)


@pytest.mark.parametrize(
    ("text", "pronoun", "wanted"),
    [
        ("When raiders came, former soldiers, along with farmers, rose up. They beat the raiders.", "They", "soldiers"),
        ("The rebels attacked the army near Bor. They captured two trucks.", "They", "rebels"),
        ("When the militia entered the town, residents fled. They left everything behind.", "They", "residents"),
        ("The general ordered his men to fire. They refused.", "They", "men"),
        ("Police and protesters clashed in Lagos. They threw stones.", "They", "Police and protesters"),
        ("Government troops fought rebels in Bor, and they lost ten men.", "they", "Government troops"),
        ("The gunmen shot the driver before they fled.", "they", "gunmen"),
        ("Residents who fled when the militia came said they had seen bodies.", "they", "Residents"),
        ("The army shelled the rebels. It said they had hidden in a school.", "It", "army"),
        ("The army shelled the rebels. It said they had hidden in a school.", "they", "rebels"),
        ("If the Kunar resistance want any help, they must ask for it.", "they", "Kunar resistance"),
        (
            "The press praised Idris Bako. He is the son of the general Omar Bata. He was born in 1970.",
            "He",
            "Idris Bako",
        ),
        ("He is the son of the late general Omar Bata. He was born in 1970.", "He", "-"),
        ("The Hilal rounded up elders to help them find the rebels and then shot them, Bako said.", "them", "-"),
        ("Villagers said the soldiers beat them.", "them", "Villagers"),
        ("Ahmed Karimi met Omar Daud in Herat. He told him that he would fight.", "him", "Omar Daud"),
        ("Ahmed Karimi met Omar Daud in Herat. He told him that he would fight.", "He", "Ahmed Karimi"),
        ("President Maria Santos criticised Carlos Ruiz. She said he had lied.", "he", "Carlos Ruiz"),
        ("The governor, Ali Hassan, fled. His brother stayed.", "His", "governor"),
        (
            "Amin Daud said the rebels fled. Ibrahim Keita visited the base. The rebels stole goats, he said.",
            "he",
            "Amin Daud",
        ),
        ("The United Nations said it was alarmed. It urged both sides to stop.", "It", "United Nations"),
    ],
)
def test_a_pronoun_means(annotator: Annotator, text: str, pronoun: str, wanted: str) -> None:
    assert meant(annotator, text, pronoun).removeprefix("former ") == wanted


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        pytest.param("The Taliban left. They drove out the Taliban.", "They", id="object-of-its-own-clause"),
        pytest.param("Hamas released two women. They were handed to doctors.", "They", id="two-fit-alike"),
        pytest.param("After rebels took the town, the state sent troops. They left on Monday.", "They", id="two-agree"),
        pytest.param('"We will fight," said Karim Daud. "They cannot stop us."', "They", id="the-speaker-is-not-meant"),
        pytest.param("The army says that when it comes to peace, talks help.", "it", id="when-it-comes-to"),
        pytest.param('"We lost ten men," said Colonel Omar Daud.', "We", id="first-person"),
    ],
)
def test_a_pronoun_stays_open(annotator: Annotator, text: str, pronoun: str) -> None:
    assert meant(annotator, text, pronoun) == "-"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The state's envoy to Kenya, Karim Daud, left.", "Karim Daud", "envoy to Kenya"),
        ("The front's spokesman in Herat, Karim Daud, said rebels took a hill.", "Karim Daud", "spokesman in Herat"),
        ("Karim Daud, the group's spokesman, said six men died.", "Karim Daud", "spokesman"),
        ("The UN's humanitarian coordinator, Maria Wali, left.", "Maria Wali", "humanitarian coordinator"),
    ],
)
def test_a_role_beside_a_name_is_in_its_chain(annotator: Annotator, text: str, name: str, role: str) -> None:
    made, _ = annotator.annotate(make_document(text))
    [chain] = [chain for chain in made.chains if chain.name == name]
    assert (chain.label, chain.roles, len(chain.mentions)) == ("PERSON", (role,), 2)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Boko Haram fighters attacked a base in Herat on Monday, killing at least nine soldiers, the governor's "
            "spokesman, Karim Daud, said.",
            ["spokesman"],
        ),
        (
            "At least nine people died when bombs fell on a bus station in the northern city of Herat, a nurse and two "
            "drivers said.",
            ["nurse"],
        ),
        ("The army seized guns near Kidu, state television and the army said.", ["television"]),
    ],
)
def test_speakers_named_last_speak(annotator: Annotator, text: str, speakers: list[str]) -> None:
    made, _ = annotator.annotate(make_document(text))
    [said] = [token.index for token in made.tokens if token.text == "said"]
    assert [token.text for token in made.dependents(said, "nsubj")] == speakers
