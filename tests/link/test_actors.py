import pytest

from rashomon.link.actors import link_actors
from rashomon.link.actors.acronyms import read_acronyms
from rashomon.link.actors.register import actor_id, make_register
from rashomon.link.actors.roles import read_role
from rashomon.records import Actor, ActorKind, Extraction, Link, Mention, MentionKind
from tests.link.world import LEXICON, make_document, mention

REGISTER = make_register(LEXICON.actors, LEXICON.places, LEXICON.names)
AFGHAN = {"AF": 1.0}


def actor(text: str, *mentions: Mention, byline: str | None = None) -> list[tuple[Link, Actor | None]]:
    document = make_document(text, byline=byline)
    links, actors = link_actors(Extraction("doc-1", mentions), document, LEXICON, AFGHAN)
    by_id = {one.id: one for one in actors}
    assert all(one.parent is None or one.parent in by_id for one in actors)
    return [(link, by_id.get(link.target or "")) for link in links]


def only(
    text: str,
    words: str,
    label: str = "",
    name: str | None = None,
    roles: tuple[str, ...] = (),
    byline: str | None = None,
) -> tuple[Link, Actor]:
    [(link, found)] = actor(text, mention(text, words, MentionKind.ACTOR, label, name, roles), byline=byline)
    assert found is not None
    return link, found


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("the Taliban", "taliban"),
        ("Islamic Emirate of Afghanistan", "taliban"),
        ("Afghan Taliban", "taliban"),
        ("Tajik Taliban", "jamaat-ansarullah"),
        ("Taleeban", "taliban"),
        ("the Kremlin", "state-RU"),
        ("Washington", "state-US"),
        ("Malian government", "state-ML"),
        ("Malian soldiers", "forces-ML"),
        ("Afghan security forces", "forces-AF"),
        ("the puppet government in Dushanbe", "state-TJ"),
        ("NRF", "nrf"),
        ("King's College London", "kcl"),
    ],
)
def test_registered_names_lead_to_the_register(words: str, key: str) -> None:
    _, found = only(f"Then {words} came.", words, "ORG")
    assert found.id == actor_id(key)
    assert found.registered


@pytest.mark.parametrize(
    ("words", "kind", "acled", "parent"),
    [
        ("20 Taliban fighters", ActorKind.GROUP, 2, "taliban"),
        ("forces of the Taliban", ActorKind.GROUP, 2, "taliban"),
        ("Punjabi Taliban fighters", ActorKind.GROUP, 2, None),
        ("anti-Taliban fighters", ActorKind.GROUP, 2, None),
        ("Malian officials", ActorKind.STATE, 1, "state-ML"),
        ("local residents", ActorKind.PEOPLE, 7, None),
        ("protesters", ActorKind.PEOPLE, 6, None),
        ("a local militia", ActorKind.GROUP, 3, None),
        ("Taliban spokesmen", ActorKind.PEOPLE, None, "taliban"),
        ("a number of rebels", ActorKind.GROUP, 2, None),
    ],
)
def test_described_actors_keep_their_class_and_side(
    words: str, kind: ActorKind, acled: int | None, parent: str | None
) -> None:
    _, found = only(f"Then {words} came.", words, name="")
    assert found.described
    assert (found.kind, found.acled) == (kind, acled)
    assert found.parent == (None if parent is None else actor_id(parent))


def test_a_telling_word_gives_the_side_that_the_document_names() -> None:
    text = "The National Resistance Front spoke. Resistance fighters took two villages."
    _, found = only(text, "Resistance fighters", name="")
    assert found.parent == actor_id("nrf")
    _, alone = only("Resistance fighters took two villages.", "Resistance fighters", name="")
    assert alone.parent is None


def test_persons_father_and_son_and_bare_surnames() -> None:
    text = "Ahmad Massoud is a son of Ahmad Shah Massoud. Massoud fled. General Dostum came, then Raşid Dostum."
    names = ("Ahmad Massoud", "Ahmad Shah Massoud", "Raşid Dostum")
    mentions = [mention(text, name, MentionKind.ACTOR, "PERSON") for name in names]
    bare = mention(text, "Massoud fled", MentionKind.ACTOR, "PERSON", name="Massoud")
    found = actor(text, *mentions, bare)
    assert [one.id for _, one in found[:3] if one] == [
        actor_id("ahmad-massoud"),
        actor_id("ahmad-shah-massoud"),
        actor_id("rashid-dostum"),
    ]
    link, last = found[3]
    assert link.rule == "surname-of-several"
    assert last is not None
    assert last.id not in {actor_id("ahmad-massoud"), actor_id("ahmad-shah-massoud")}


def test_a_surname_goes_to_the_one_person_of_the_document() -> None:
    text = "Omar Farid Rahimi spoke. Mr Rahimi left."
    full = mention(text, "Omar Farid Rahimi", MentionKind.ACTOR, "PERSON")
    bare = mention(text, "Mr Rahimi", MentionKind.ACTOR, "PERSON", name="Rahimi")
    [(_, one), (link, other)] = actor(text, full, bare)
    assert one is not None
    assert other == one
    assert link.rule == "surname-in-document"


def test_an_office_alone_goes_to_its_holder_in_the_document() -> None:
    text = "Anna Berg, the Malian foreign minister, spoke. The Malian foreign minister left. A former minister stayed."
    named = mention(text, "Anna Berg", MentionKind.ACTOR, "PERSON", roles=("Malian foreign minister",))
    office = mention(text, "Malian foreign minister", MentionKind.ACTOR, name="", nth=1)
    other = mention(text, "former minister", MentionKind.ACTOR, name="")
    [(_, anna), (link, holder), (_, somebody)] = actor(text, named, office, other)
    assert anna == holder
    assert link.rule == "role-in-document"
    assert anna is not None
    assert (anna.private, anna.parent) == (False, actor_id("state-ML"))
    assert somebody is not None
    assert somebody.described
    assert [(role.qualifier, role.title) for role in somebody.roles] == [("former", "minister")]


@pytest.mark.parametrize(
    ("text", "words", "roles", "private", "description"),
    [
        ("Omar Wali, 38, said.", "Omar Wali", ("a former soldier",), True, "a former soldier, 38"),
        ("Omar Wali said.", "Omar Wali", ("33-year-old engineer",), True, "an engineer, 33"),
        ("Omar Wali said.", "Omar Wali", (), True, "a private person"),
        ("Omar Wali said.", "Omar Wali", ("a relative of the minister",), True, "a relative of the minister"),
        ("Omar Wali said.", "Omar Wali", ("militia commander",), False, ""),
        ("Col. Omar Wali said.", "Col. Omar Wali", (), False, ""),
    ],
)
def test_private_persons_are_shown_by_role(
    text: str, words: str, roles: tuple[str, ...], private: bool, description: str
) -> None:
    _, found = only(text, words, "PERSON", name="Omar Wali", roles=roles)
    assert (found.private, found.description) == (private, description)
    assert found.private_rule


def test_the_author_is_public() -> None:
    _, found = only("Omar Wali saw it.", "Omar Wali", "PERSON", byline="By Omar Wali")
    assert not found.private


def test_a_single_name_means_somebody_within_its_document_only() -> None:
    _, one = only("Karimullah spoke.", "Karimullah", "PERSON")
    text = "Karimullah Omari spoke."
    _, other = only(text, "Karimullah Omari", "PERSON")
    assert one.id != other.id


def test_pronouns_without_a_name_are_nobody_and_with_one_are_who_it_names() -> None:
    text = "They came. The Taliban left; they fled."
    [(link, nobody)] = actor(text, mention(text, "They", MentionKind.ACTOR, name=""))
    assert nobody is None
    assert link.rule == "nil-pronoun"
    [(_, found)] = actor(text, mention(text, "they", MentionKind.ACTOR, "ORG", name="Taliban"))
    assert found is not None
    assert found.id == actor_id("taliban")


def test_letters_stand_for_the_name_of_the_text_that_they_spell() -> None:
    text = "The Kivu Liberation Army took it. KLA fighters left. The UNS and the Union of North Sea Workers met."
    assert read_acronyms(text) == {"KLA": "Kivu Liberation Army"}
    full = mention(text, "Kivu Liberation Army", MentionKind.ACTOR, "ORG")
    short = mention(text, "KLA", MentionKind.ACTOR, "ORG")
    fighters = mention(text, "KLA fighters", MentionKind.ACTOR)
    [(_, one), (_, other), (_, part)] = actor(text, full, short, fighters)
    assert one is not None
    assert other is not None
    assert part is not None
    # The register knows another body of these letters.
    assert actor_id("kla") not in {one.id, other.id, part.id, part.parent}
    assert one.id == other.id


def test_letters_in_brackets_are_a_name_of_the_body_that_they_stand_behind() -> None:
    text = "Fighters of the Kesra Dawn Front (KDF) left."
    [(_, found)] = actor(text, mention(text, "Kesra Dawn Front", MentionKind.ACTOR, "ORG"))
    assert found is not None
    assert found.names == ("Kesra Dawn Front", "KDF")


def test_bare_letters_are_no_group_of_a_country_that_the_report_does_not_name() -> None:
    text = "In Kabul the KLA met. KLA fighters left. The NRF stayed."
    [(_, body), (_, part), (_, home)] = actor(
        text,
        mention(text, "KLA", MentionKind.ACTOR, "ORG"),
        mention(text, "KLA fighters", MentionKind.ACTOR),
        mention(text, "NRF", MentionKind.ACTOR, "ORG"),
    )
    assert body is not None
    assert part is not None
    assert home is not None
    assert actor_id("kla") not in {body.id, part.id, part.parent}
    assert home.id == actor_id("nrf")


def test_letters_that_the_register_knows_stay_its_own() -> None:
    text = "The Lord's Resistance Army, or LRA, left. The LRA took children."
    [(_, found)] = actor(text, mention(text, "LRA", MentionKind.ACTOR, "ORG", nth=1))
    assert found is not None
    assert found.registered


def test_a_document_explains_its_abbreviations() -> None:
    text = "The Valley Salvation Front (VSF) met. VSF men left."
    assert read_acronyms(text) == {"VSF": "Valley Salvation Front"}
    full = mention(text, "Valley Salvation Front", MentionKind.ACTOR, "ORG")
    short = mention(text, "VSF", MentionKind.ACTOR, "ORG", nth=1)
    [(_, one), (_, other)] = actor(text, full, short)
    assert one is not None
    assert other is not None
    assert one.id == other.id
    assert one.kind is ActorKind.GROUP


@pytest.mark.parametrize(
    ("printed", "qualifier", "title", "country"),
    [
        ("the former Malian minister of defense", "former", "defence minister", "ML"),
        ("acting governor of Gao", "acting", "governor of gao", None),
        ("Russia’s foreign minister", "", "foreign minister", "RU"),
        ("self-declared president", "self-declared", "president", None),
        ("former head of the Ministry of Defense", "former", "defence minister", None),
    ],
)
def test_roles_are_read_in_one_form(printed: str, qualifier: str, title: str, country: str | None) -> None:
    found = read_role(printed, REGISTER)
    assert found is not None
    assert (found.role.qualifier, found.role.title, found.country) == (qualifier, title, country)


def test_courtesy_alone_is_no_role() -> None:
    assert read_role("Mr", REGISTER) is None


@pytest.mark.parametrize(
    ("text", "words", "roles", "private", "description"),
    [
        ("They hit Qaramol hard.", "Qaramol", (), False, ""),
        ("Qaramol said that the shelling went on.", "Qaramol", (), True, "a private person"),
        ("They beat Omar Wali.", "Omar Wali", (), True, "a private person"),
        ("Omar Wali hid there.", "Omar Wali", ("herder from Banu",), True, "a herder"),
        ("Omar Wali, 38, hid there.", "Omar Wali", ("gen",), True, "a person, 38"),
        ("Omar Wali came.", "Omar Wali", ("mayor of Banu",), False, ""),
        ("Omar Wali came.", "Omar Wali", ("president of Kunar's interim council",), False, ""),
    ],
)
def test_only_who_is_shown_to_be_a_person_is_private(
    text: str, words: str, roles: tuple[str, ...], private: bool, description: str
) -> None:
    _, found = only(text, words, "PERSON", roles=roles)
    assert (found.private, found.description) == (private, description)


@pytest.mark.parametrize(
    "words", ["our guns", "whom", "me", "a bunch of planes", "these reports", "two bridges", "the Taliban weapons"]
)
def test_things_and_empty_pronouns_are_nobody(words: str) -> None:
    text = f"Then {words} came."
    [(link, found)] = actor(text, mention(text, words, MentionKind.ACTOR, name=""))
    assert found is None
    assert link.rule.startswith("nil-")


@pytest.mark.parametrize("words", ["a bunch of rebels", "the Taliban convoy", "two bakers", "the delegation"])
def test_people_and_what_moves_for_a_side_are_somebody(words: str) -> None:
    _, found = only(f"Then {words} came.", words, name="")
    assert found.described


def sides(text: str, *words: tuple[str, str], focus: dict[str, float]) -> list[tuple[str, str]]:
    mentions = [
        mention(text, printed, MentionKind.ACTOR, label, printed if label else None) for printed, label in words
    ]
    links, actors = link_actors(Extraction("doc-1", tuple(mentions)), make_document(text), LEXICON, focus)
    by_id = {one.id: one for one in actors}
    return [(link.rule, by_id[link.target].name if link.target else "") for link in links]


RIDGE = "The army fought the Valley Liberation Front. The rebels fled, the police said. A general spoke."
RIDGE_WORDS = (("army", ""), ("Valley Liberation Front", "ORG"), ("rebels", ""), ("police", ""))


def test_bare_bodies_are_those_of_the_only_state_and_rebels_of_the_only_group() -> None:
    assert sides(RIDGE, *RIDGE_WORDS, focus={"ML": 1.0, "FR": 0.2}) == [
        ("organ-of-the-only-state", "Malian forces"),
        ("named-in-text", "Valley Liberation Front"),
        ("only-armed-group", "Valley Liberation Front"),
        ("organ-of-the-only-state", "Malian forces"),
    ]


def test_two_states_leave_bodies_open_and_rebels_far_from_their_group() -> None:
    focus = {"ML": 1.0, "NE": 0.9}
    rules = [rule for rule, _ in sides(RIDGE, *RIDGE_WORDS, focus=focus)]
    assert rules == ["described", "named-in-text", "only-armed-group", "described"]
    far = RIDGE.replace("The rebels", "It was hot. Nobody won. The rebels")
    assert [rule for rule, _ in sides(far, *RIDGE_WORDS, focus=focus)] == [*rules[:2], "described", "described"]


def test_a_second_armed_group_leaves_rebels_open() -> None:
    text = RIDGE + " The Desert Army watched."
    found = sides(text, *RIDGE_WORDS, ("Desert Army", "ORG"), focus={"ML": 1.0})
    assert found[2][0] == "described"


def test_a_resistance_beside_the_named_group_leaves_rebels_open() -> None:
    text = RIDGE + " The resistance fighters hid."
    found = sides(text, *RIDGE_WORDS, ("resistance fighters", ""), focus={"ML": 1.0})
    assert found[2][0] == "described"


def test_an_army_brought_in_anew_is_nobody_known() -> None:
    text = "An army came over the hills."
    assert sides(text, ("army", ""), focus={"ML": 1.0})[0][0] == "described"


TWO = (
    "Colonel Omar Daud, the commander of the Hill Brigade, said his men would march.\n"
    "Omar Daud, a coffee farmer of 44 who lives in Banu, said soldiers had searched his house.\n"
    "Colonel Omar Daud denied it."
)


def test_two_people_of_one_name_in_one_report_are_two() -> None:
    roles = ("Colonel", "commander of the Hill Brigade", "coffee farmer of 44")
    named = [mention(TWO, "Omar Daud", MentionKind.ACTOR, "PERSON", roles=roles, nth=at) for at in range(3)]
    (_, colonel), (link, farmer), (_, again) = actor(TWO, *named)
    assert colonel is not None
    assert farmer is not None
    assert again == colonel
    assert farmer.id != colonel.id
    assert link.rule == "namesake"
    assert (farmer.private, farmer.description) == (True, "a coffee farmer, 44")
    assert not colonel.private
    assert {role.title for role in colonel.roles} == {"colonel", "commander of the hill brigade"}


@pytest.mark.parametrize(
    "second",
    [
        "Omar Daud, the commander, slept.",
        "Omar Daud, a former teacher, slept.",
        "Omar Daud, a veteran commander, slept.",
        "Omar Daud, who is related to the colonel, slept.",
    ],
)
def test_one_name_is_one_person_unless_the_text_says_otherwise(second: str) -> None:
    text = f"Colonel Omar Daud marched.\n{second}"
    named = [mention(text, "Omar Daud", MentionKind.ACTOR, "PERSON", roles=("Colonel",), nth=at) for at in range(2)]
    (_, one), (_, other) = actor(text, *named)
    assert one is not None
    assert one == other


def test_the_text_says_that_a_name_is_not_the_one_before() -> None:
    text = "Colonel Omar Daud marched.\nOmar Daud, who is not related to the colonel, slept."
    named = [mention(text, "Omar Daud", MentionKind.ACTOR, "PERSON", roles=("Colonel",), nth=at) for at in range(2)]
    (_, one), (_, other) = actor(text, *named)
    assert one != other


def test_private_people_are_somebody_of_their_document_and_public_ones_of_all() -> None:
    _, private = only("Omar Wali said.", "Omar Wali", "PERSON", roles=("baker",))
    _, public = only("Omar Wali said.", "Omar Wali", "PERSON", roles=("mayor of Banu",))
    assert private.id != public.id
    assert public.id == actor_id("omar wali")


def test_a_shopkeeper_is_not_the_public_figure_of_the_name() -> None:
    _, public = only("Hamid Karzai said.", "Hamid Karzai", "PERSON")
    _, keeper = only("Hamid Karzai said.", "Hamid Karzai", "PERSON", roles=("shopkeeper",))
    assert public.registered
    assert not keeper.registered
    assert keeper.private


def test_father_and_son_of_a_surname_in_two_halves_stay_two() -> None:
    text = "Nasser Ba Omar spoke. His father, Nasser Ali Ba Omar, was dead."
    named = [mention(text, name, MentionKind.ACTOR, "PERSON") for name in ("Nasser Ba Omar", "Nasser Ali Ba Omar")]
    (_, son), (_, father) = actor(text, *named)
    assert son is not None
    assert father is not None
    assert son.id != father.id


def test_a_name_not_read_as_one_is_the_only_actor_so_named_in_the_document() -> None:
    text = "Omar Wali spoke. Then Omar Wali left with Wali Omar."
    named = mention(text, "Omar Wali", MentionKind.ACTOR, "PERSON")
    unread = mention(text, "Omar Wali", MentionKind.ACTOR, name="", nth=1)
    other = mention(text, "Wali Omar", MentionKind.ACTOR, name="")
    [(_, one), (link, again), (_, nobody)] = actor(text, named, unread, other)
    assert one == again
    assert link.rule == "name-in-document"
    assert nobody is not None
    assert nobody.described


@pytest.mark.parametrize("words", ["Ana", "a tip", "Let", "the amnesty", "Ira", "pdf"])
def test_words_that_look_like_an_abbreviation_are_none(words: str) -> None:
    [(_, found)] = actor(f"Then {words} came.", mention(f"Then {words} came.", words, MentionKind.ACTOR, name=""))
    assert found is None or not found.registered


@pytest.mark.parametrize(("words", "key"), [("Nato", "nato"), ("NATO", "nato"), ("Farc", "farc"), ("TIP", "etim")])
def test_outlets_print_abbreviations_as_words(words: str, key: str) -> None:
    _, found = only(f"Then {words} came.", words, "ORG")
    assert found.id == actor_id(key)


HILL = "The Hill Liberation Front and the Taliban met. The Front left. The movement spoke. The militia fled."


def heads(
    text: str, *words: tuple[str, str, str | None], focus: dict[str, float] | None = None
) -> list[tuple[str, str]]:
    mentions = [mention(text, printed, MentionKind.ACTOR, label, name) for printed, label, name in words]
    links, actors = link_actors(Extraction("doc-1", tuple(mentions)), make_document(text), LEXICON, focus or AFGHAN)
    by_id = {one.id: one for one in actors}
    return [(link.rule, by_id[link.target].name if link.target else "") for link in links]


def test_a_bare_noun_is_the_only_group_that_bears_it() -> None:
    found = heads(
        HILL,
        ("Hill Liberation Front", "ORG", None),
        ("Taliban", "ORG", None),
        ("Front left", "ORG", "Front"),
        ("movement", "ORG", "Hill Liberation Front"),
        ("militia", "ORG", "Taliban"),
    )
    assert found[2:] == [
        ("head-of-a-name", "Hill Liberation Front"),
        ("head-of-a-name", "Taliban"),
        ("described", "the militia"),
    ]


def test_a_bare_noun_that_two_groups_bear_is_neither() -> None:
    text = "The Hill Front fought the Valley Front. The front spoke."
    found = heads(text, ("Hill Front", "ORG", None), ("Valley Front", "ORG", None), ("front", "ORG", "Valley Front"))
    assert found[2] == ("described", "the front")


def test_the_front_alone_is_somebody_of_its_document_and_its_fighters_are_its_own() -> None:
    text = "The Front spoke. Fighters of the Front left."
    links, actors = link_actors(
        Extraction(
            "doc-1",
            (
                mention(text, "Front", MentionKind.ACTOR, "ORG"),
                mention(text, "Fighters of the Front", MentionKind.ACTOR, name=""),
            ),
        ),
        make_document(text),
        LEXICON,
        AFGHAN,
    )
    by_id = {one.id: one for one in actors}
    front, fighters = (by_id[link.target or ""] for link in links)
    assert links[0].rule == "bare-name"
    assert front.id != actor_id("front")
    assert fighters.parent == front.id


def test_letters_that_end_in_the_noun_are_the_front() -> None:
    text = "The HLF attacked. The Front withdrew."
    found = heads(text, ("HLF", "ORG", None), ("Front", "ORG", None))
    assert [name for _, name in found] == ["HLF", "HLF"]


@pytest.mark.parametrize(
    ("words", "belongs"),
    [
        ("fighters of the Hill Guard", True),
        ("Hill Guard fighters", True),
        ("20 Hill Guard fighters", True),
        ("a spokesman for the Hill Guard", True),
        ("prisoners of the Hill Guard", False),
        ("anti-Hill Guard fighters", False),
        ("residents", False),
    ],
)
def test_parts_of_a_group_that_only_the_report_knows_are_its_own(words: str, belongs: bool) -> None:
    text = f"The Hill Guard came. Then {words} left."
    group = mention(text, "Hill Guard", MentionKind.ACTOR, "ORG")
    [(_, guard), (_, part)] = actor(text, group, mention(text, words, MentionKind.ACTOR, name=""))
    assert guard is not None
    assert part is not None
    assert part.parent == (guard.id if belongs else None)


@pytest.mark.parametrize("words", ["Nine", "11", "Forty-four"])
def test_a_number_alone_is_no_name(words: str) -> None:
    _, found = only(f"{words} were killed.", words, "ORG")
    assert found.described
    assert found.kind is ActorKind.PEOPLE


SYRIAN = {"SY": 1.0}


def linked(text: str, words: str, label: str = "", focus: dict[str, float] | None = None) -> Actor | None:
    one = mention(text, words, MentionKind.ACTOR, label, words if label else "")
    links, actors = link_actors(Extraction("doc-1", (one,)), make_document(text), LEXICON, focus or SYRIAN)
    return {actor.id: actor for actor in actors}.get(links[0].target or "")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("US-led coalition", "global-coalition"),
        ("Assad regime", "state-SY"),
        ("Assad's forces", "forces-SY"),
        ("Jabhat Fath al-Sham", "nusra"),
        ("Peoples Protection Units", "ypg"),
        ("Syrian Observatory of Human Rights", "sohr"),
        ("IS", "islamic-state"),
    ],
)
def test_names_and_rulers_lead_to_their_own_side(words: str, key: str) -> None:
    found = linked(f"Then {words} came.", words)
    assert found is not None
    assert found.id == actor_id(key)


@pytest.mark.parametrize("words", ["Turkish-led coalition", "Syrian coalition of rebels", "the man who is there"])
def test_a_coalition_is_not_a_state_s_own_forces(words: str) -> None:
    found = linked(f"Then {words} came.", words)
    assert found is None or not found.registered


def test_a_people_is_no_side() -> None:
    text = "The YPG spoke. Five Kurdish policemen left."
    group = mention(text, "YPG", MentionKind.ACTOR, "ORG")
    police = mention(text, "Five Kurdish policemen", MentionKind.ACTOR, name="")
    links, actors = link_actors(Extraction("doc-1", (group, police)), make_document(text), LEXICON, {})
    found = {actor.id: actor for actor in actors}[links[1].target or ""]
    assert found.parent is None


def test_the_observatory_is_the_only_one_that_the_report_names() -> None:
    text = "The Syrian Observatory for Human Rights spoke. The Observatory counted."
    found = heads(
        text, ("Syrian Observatory for Human Rights", "ORG", None), ("Observatory counted", "PERSON", "Observatory")
    )
    assert found[1] == ("head-of-a-name", "Syrian Observatory for Human Rights")


def test_terrorists_may_be_anybody() -> None:
    text = RIDGE.replace("rebels", "terrorists")
    words = tuple(("terrorists" if w == "rebels" else w, label) for w, label in RIDGE_WORDS)
    assert sides(text, *words, focus={"ML": 1.0})[2][0] == "described"


@pytest.mark.parametrize(
    "words", ["Afghan and coalition forces", "Turkish-backed fighters", "Afghan-led security force", "coalition troops"]
)
def test_whom_a_state_leads_or_fights_beside_are_not_its_own(words: str) -> None:
    found = linked(f"The army came. Then {words} came.", words, focus=AFGHAN)
    assert found is not None
    assert found.described
    assert found.parent is None


def test_backed_fighters_are_their_own_group_s() -> None:
    found = linked("Then Iran-backed Houthi fighters came.", "Iran-backed Houthi fighters", focus={"YE": 1.0})
    assert found is not None
    assert found.parent == actor_id("houthis")


def test_a_noun_for_a_named_body_is_that_of_nobody_else() -> None:
    text = "ISAF spoke. The network left."
    found = heads(text, ("network", "ORG", "ISAF"))
    assert found == [("described", "the network")]
