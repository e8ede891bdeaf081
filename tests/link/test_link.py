from rashomon.link import Gazetteer, link
from rashomon.records import Event, Extraction, MentionKind, Outlet, to_json
from tests.link.world import LEXICON, make_document, mention

OUTLET = Outlet("out-1", "Test Gazette")
TEXT = "Malian rebels seized the town of Gao. Malian soldiers retook Gao from the rebels."


def _event(agent: str, patient: str, start: int) -> Event:
    return Event(
        id=f"evt-{start}",
        document="doc-1",
        sentence=0,
        type="territory-taken",
        start=start,
        end=start + 6,
        trigger=2,
        agents=(agent,),
        patients=(patient,),
        instruments=(),
        place=None,
        place_rule="",
        time=None,
        time_rule="",
        figures=(),
    )


def test_links_hold_all_that_they_name_and_codes_follow_the_actors(gazetteer: Gazetteer) -> None:
    rebels = mention(TEXT, "Malian rebels", MentionKind.ACTOR, name="")
    soldiers = mention(TEXT, "Malian soldiers", MentionKind.ACTOR, name="")
    gao = mention(TEXT, "Gao", MentionKind.PLACE, "PLACE")
    events = (_event(rebels.id, gao.id, 14), _event(soldiers.id, gao.id, 54))
    extraction = Extraction("doc-1", (rebels, soldiers, gao), events=events)
    links, issues = link(extraction, make_document(TEXT), OUTLET, LEXICON, gazetteer)
    assert issues == ()
    known = {actor.id for actor in links.actors} | {place.id for place in links.places}
    assert all(one.target is None or one.target in known for one in links.links)
    assert [coding.acled for coding in links.codings] == [
        "Non-state actor overtakes territory",
        "Government regains territory",
    ]
    again, _ = link(extraction, make_document(TEXT), OUTLET, LEXICON, gazetteer)
    assert to_json(again) == to_json(links)


def test_an_empty_document_gives_nothing(gazetteer: Gazetteer) -> None:
    links, issues = link(Extraction("doc-1"), make_document(""), OUTLET, LEXICON, gazetteer)
    assert (links.links, links.actors, links.places, links.codings, issues) == ((), (), (), (), ())
