from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon import load_lexicon
from rashomon.names import bare_name, compare_names, fold, name_keys, person_tokens, skeleton
from rashomon.records import ActorKind

LEXICON = load_lexicon()
SAME = 0.7


def value(left: str, right: str, kind: ActorKind = ActorKind.PERSON) -> float:
    return compare_names(left, right, kind, LEXICON).value


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Pul-e Ḩişār", "pul e hisar"),
        ("Côte d’Ivoire", "cote divoire"),
        ("the Taliban’s", "the taliban"),
        ("Raşid", "rasid"),
        ("", ""),
        ("…", ""),
    ],
)
def test_fold_keeps_letters_only(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mazar-i-Sharif", "Mazari Sharif"),
        ("Asadābād", "Asad Abad"),
        ("Panjshayr", "Panjshir"),
        ("Jawzjan", "Jowzjan"),
        ("Pol-e Khomri", "Puli Khumri"),
        ("Ghazni", "Gazni"),
        ("Deir ez-Zor", "Deir al-Zour"),
    ],
)
def test_spellings_of_one_place_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Kunar", "Kunduz"), ("Salah", "Saleh"), ("Homs", "Hama"), ("Camp 22", "Camp 2")]
)
def test_other_places_keep_other_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmad Massoud", "Ahmed Masood"),
        ("Abdul Rashid Dostum", "Raşid Dostum"),
        ("Mullah Mohammad Fazl", "Mohammed Fazal"),
        ("Sergey Lavrov", "Sergei Viktorovich Lavrov"),
        ("Nasser, Gamal Abdel", "Gamal Abdel Nasser"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("J. Miller", "John Miller"),
        ("Habib Ullah Wali", "Habibullah Wali"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert value(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmad Massoud", "Ahmad Shah Massoud"),
        ("Ismail Khan", "Bismillah Khan Mohammadi"),
        ("Massoud", "Ahmad Massoud"),
        ("Hafez al-Assad", "Bashar al-Assad"),
        ("Omar Wali Rahimi", "Omar Hasan Rahimi"),
    ],
)
def test_people_who_share_a_name_stay_apart(one: str, other: str) -> None:
    assert value(one, other) < SAME


def test_a_middle_name_on_one_side_says_that_it_may_be_a_father() -> None:
    assert "father" in compare_names("Ahmad Massoud", "Ahmad Shah Massoud", ActorKind.PERSON, LEXICON).why


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("National Resistance Front for Afghanistan", "National Resistance Front of Afghanistan", True),
        ("NRF", "National Resistance Front", True),
        ("World Food Programme", "World Food Program", True),
        ("National Salvation Front", "National Salvation Army", False),
        ("Free Syrian Army", "Syrian Arab Army", False),
        ("Northern Alliance", "Southern Alliance", False),
    ],
)
def test_organisations(one: str, other: str, same: bool) -> None:
    assert (value(one, other, ActorKind.GROUP) >= SAME) is same


def test_honorifics_and_particles_are_no_names() -> None:
    assert bare_name("Lt. Gen. Omar Wali", LEXICON.names) == "Omar Wali"
    assert person_tokens("Sheikh Omar bin Abd al-Karim", LEXICON.names) == ("omar", "abdkarim")


def test_names_that_may_be_one_share_a_key() -> None:
    for one, other in (("Raşid Dostum", "Abdul Rashid Dostum"), ("Ahmed Masood", "Ahmad Massoud")):
        assert {*name_keys(one, ActorKind.PERSON)} & {*name_keys(other, ActorKind.PERSON)}


NAMES = st.text(st.characters(categories=["Lu", "Ll", "Zs", "Pd"]), max_size=25)


@given(NAMES, NAMES, st.sampled_from(ActorKind))
def test_comparison_is_symmetric_and_bounded(one: str, other: str, kind: ActorKind) -> None:
    left, right = compare_names(one, other, kind, LEXICON), compare_names(other, one, kind, LEXICON)
    assert left == right
    assert 0 <= left.value <= 1
    assert left.why


@given(NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_a_pair_is_compared_in_microseconds() -> None:
    given_names = ("Omar", "Karim", "Ahmad", "Yusuf", "Hasan", "Amina", "Salma", "Idris", "Musa", "Tariq")
    names = [f"{a} {b} {c}i" for a in given_names for b in given_names for c in given_names[:3]]
    started = process_time()
    for one, other in pairwise(names):
        compare_names(one, other, ActorKind.PERSON, LEXICON)
    assert (process_time() - started) / len(names) < 500e-6
