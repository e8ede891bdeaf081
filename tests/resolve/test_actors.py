"""Actors across documents: merged by name and role, never through a bare surname."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.lexicon import Lexicon
from rashomon.records import Actor, ActorKind, Role
from rashomon.resolve.actors import merge_actors
from rashomon.resolve.kit import make_kit
from tests.resolve.rows import judged


def named(name: str, kind: ActorKind = ActorKind.PERSON, **slots: object) -> Actor:
    plain: dict[str, object] = {"names": (name,)}
    return Actor(f"act-{name.lower().replace(' ', '-')}", name, kind=kind, **{**plain, **slots})  # type: ignore[arg-type]


def described(text: str, title: str, qualifier: str = "", **slots: object) -> Actor:
    role = Role(title, qualifier=qualifier)
    return Actor(f"act-~{text}", text, (), ActorKind.PERSON, roles=(role,), described=True, **slots)  # type: ignore[arg-type]


def merged(lexicon: Lexicon, *actors: Actor, judgements: tuple = ()) -> dict[str, str]:
    _, merges = merge_actors(actors, {}, judgements, make_kit(lexicon))
    return {merge.actor: merge.into for merge in merges}


def test_two_spellings_of_one_person_are_one(lexicon):
    kept, merges = merge_actors([named("Karim Yusufi"), named("Kareem Yousufi")], {}, (), make_kit(lexicon))
    assert len(kept) == 1
    assert set(kept[0].names) == {"Karim Yusufi", "Kareem Yousufi"}
    assert merges[0].score >= 0.7
    assert "Yousufi" in merges[0].why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (named("Karim Yusufi"), named("Yusufi")),
        (named("Karim Yusufi"), named("Karim Hassan Yusufi")),
        (named("Karim Yusufi"), named("Jamal Yusufi")),
        (named("Yusufi", names=("Yusufi",)), named("Yousufi")),
        (named("Northern Front", ActorKind.GROUP), named("Southern Front", ActorKind.GROUP)),
        (
            named("Border Guard", ActorKind.FORCES, country="AR"),
            named("Border  Guards", ActorKind.FORCES, country="BR"),
        ),
    ],
)
def test_look_alikes_stay_two(lexicon, left, right):
    assert merged(lexicon, left, right) == {}


def test_a_bare_surname_never_ties_two_people(lexicon):
    found = merged(lexicon, named("Karim Yusufi"), named("Yusufi"), named("Jamal Yusufi"))
    assert found == {}


def test_registered_actor_is_canonical(lexicon):
    found = merged(lexicon, named("Karim Yusufi"), named("Kareem Yusufi", registered=True))
    assert found == {"act-karim-yusufi": "act-kareem-yusufi"}


def test_two_registered_actors_never_merge(lexicon):
    assert merged(lexicon, named("Karim Yusufi", registered=True), named("Kareem Yusufi", registered=True)) == {}


def test_initials_of_an_organisation(lexicon):
    found = merged(lexicon, named("Upland Liberation Front", ActorKind.GROUP), named("ULF", ActorKind.GROUP))
    assert found == {"act-ulf": "act-upland-liberation-front"}


def test_role_that_one_person_holds_is_that_person(lexicon):
    holder = named("Karim Yusufi", roles=(Role("head of the Ministry of Trade", qualifier="former"),))
    kept, merges = merge_actors(
        [holder, described("a former trade minister", "trade minister", "former")], {}, (), make_kit(lexicon)
    )
    assert [merge.into for merge in merges] == [holder.id]
    assert "Karim Yusufi" in merges[0].why
    assert not kept[0].described


@pytest.mark.parametrize(
    "other",
    [
        described("the trade minister", "trade minister"),
        described("a former defence minister", "defence minister", "former"),
        described("a former minister", "minister", "former"),
        described("a former trade minister", "trade minister", "former", country="BR"),
    ],
)
def test_another_role_is_another_person(lexicon, other):
    holder = named("Karim Yusufi", roles=(Role("minister of trade", qualifier="former"),), country="AR")
    assert merged(lexicon, holder, other) == {}


def test_role_that_two_people_hold_tells_nothing(lexicon):
    role = (Role("trade minister", qualifier="former"),)
    found = merged(
        lexicon,
        named("Karim Yusufi", roles=role),
        named("Petra Lind", roles=role),
        described("a former trade minister", "trade minister", "former"),
    )
    assert found == {}


def test_judgement_same_binds(lexicon):
    left, right = named("Karim Yusufi"), named("The Falcon")
    assert merged(lexicon, left, right) == {}
    assert len(merged(lexicon, left, right, judgements=(judged(left.id, right.id, "same"),))) == 1


def test_judgement_different_binds_until_withdrawn(lexicon):
    left, right = named("Karim Yusufi"), named("Kareem Yusufi")
    apart = judged(left.id, right.id, "different")
    assert merged(lexicon, left, right, judgements=(apart,)) == {}
    back = judged(left.id, right.id, "different", withdrawn="2021-02-01T00:00:00Z")
    assert len(merged(lexicon, left, right, judgements=(back,))) == 1


def test_one_id_of_many_documents_is_one_actor_with_all_names(lexicon):
    kept, merges = merge_actors(
        [named("Karim Yusufi"), named("Karim Yusufi", names=("K. Yusufi",), country="AR")], {}, (), make_kit(lexicon)
    )
    assert merges == ()
    assert kept[0].names == ("K. Yusufi", "Karim Yusufi")
    assert kept[0].country == "AR"


TRADE = "trade minister"


def test_a_former_minister_is_the_last_one_whose_term_ended(lexicon):
    last = named("Karim Yusufi", roles=(Role(TRADE, end=date(2020, 1, 1)),))
    long_ago = named("Petra Lind", roles=(Role(TRADE, end=date(2001, 1, 1)),))
    found = merged(lexicon, last, long_ago, described("a former trade minister", TRADE, "former"))
    assert found == {"act-~a former trade minister": last.id}


def test_two_late_ministers_tell_nothing(lexicon):
    both = [
        named(name, roles=(Role(TRADE, end=date(year, 1, 1)),))
        for name, year in (("Karim Yusufi", 2020), ("Petra Lind", 2018))
    ]
    assert merged(lexicon, *both, described("a former trade minister", TRADE, "former")) == {}


@pytest.mark.parametrize(("year", "former"), [(2019, False), (2021, True)])
def test_term_and_day_of_the_report(lexicon, year, former):
    holder = named("Karim Yusufi", roles=(Role(TRADE, end=date(2020, 1, 1)),))
    told = {"act-~x": date(year, 1, 1)}
    for qualifier, fits in (("former", former), ("", not former)):
        _, merges = merge_actors([holder, described("x", TRADE, qualifier)], told, (), make_kit(lexicon))
        assert bool(merges) == fits


def test_a_short_word_written_apart_or_not(lexicon):
    assert len(merged(lexicon, named("Omar Baharun"), named("Omar Ba Harun"))) == 1
    assert merged(lexicon, named("Omar Baharun"), named("Said Ba Harun")) == {}


def test_the_name_is_the_full_spelling_printed_most_often(lexicon):
    actors = [named("Karim Yusufi"), named("Kareem Yousufi")]
    for often in ("Karim Yusufi", "Kareem Yousufi"):
        kept, _ = merge_actors(actors, {}, (), make_kit(lexicon), {"Yusufi": 9, often: 3})
        assert [actor.name for actor in kept] == [often]


def test_letters_alone_name_nobody_who_has_a_name(lexicon):
    group = Actor("act-k", "Karu Hill Army", ("KHA", "Karu Hill Army"), ActorKind.GROUP)
    actors, _ = merge_actors([group], {}, (), make_kit(lexicon), {"KHA": 9})
    assert actors[0].name == "Karu Hill Army"
    short = replace(group, name="KHA", names=("KHA",))
    assert merge_actors([short], {}, (), make_kit(lexicon), {"KHA": 9})[0][0].name == "KHA"


def test_a_bureau_is_no_holder_of_an_office(lexicon):
    holder = named("Karim Yusufi", roles=(Role("leader of the upland press bureau"),))
    bureau = Actor("act-~b", "upland press bureau", (), ActorKind.UNKNOWN, described=True)
    assert merged(lexicon, holder, bureau) == {}
    assert len(merged(lexicon, holder, described("a", "leader of the upland press bureau"))) == 1


def test_a_private_and_a_public_person_of_one_name_stay_two(lexicon):
    colonel = Actor("act-1", "Omar Daud", ("Omar Daud",), ActorKind.PERSON, roles=(Role("colonel"),))
    farmer = Actor("act-2", "Omar Daud", ("Omar Daud",), ActorKind.PERSON, roles=(Role("coffee farmer"),), private=True)
    actors, merges = merge_actors((colonel, farmer), {}, (), make_kit(lexicon))
    assert (len(actors), merges) == (2, ())
    untold = replace(farmer, roles=())
    assert len(merge_actors((colonel, untold), {}, (), make_kit(lexicon))[0]) == 1


def test_a_bare_noun_is_the_only_group_of_all_reports_whose_name_holds_it(lexicon):
    front = named("Front", ActorKind.GROUP)
    full = named("Hill Salvation Front", ActorKind.GROUP)
    assert merged(lexicon, front, full) == {front.id: full.id}
    other = named("Valley Front", ActorKind.GROUP)
    assert merged(lexicon, front, full, other) == {}
    assert merged(lexicon, front, named("Hill Salvation Army", ActorKind.GROUP)) == {}


def test_a_bare_noun_is_parted_by_a_judgement(lexicon):
    front, full = named("Front", ActorKind.GROUP), named("Hill Salvation Front", ActorKind.GROUP)
    apart = judged(front.id, full.id, "different")
    assert merged(lexicon, front, full, judgements=(apart,)) == {}


def test_two_bare_nouns_of_two_reports_are_not_one(lexicon):
    one = Actor("act-1", "Front", ("Front",), ActorKind.GROUP)
    other = Actor("act-2", "Front", ("Front",), ActorKind.GROUP)
    assert merged(lexicon, one, other) == {}
