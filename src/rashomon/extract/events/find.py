"""The map of this part: from trigger words to events.

1. match     every word whose trigger rows fit what stands around it
2. roles     who, to whom, with what
3. fold      outcomes and aims told with an attack
4. count     the figures of each
5. settle    place and time, by syntax, then from what stands around (placing, narration)
6. again     people harmed or taken who are told of again (tellings, retold)
"""

from dataclasses import replace

from rashomon.extract.events.classes import classes_of, counted
from rashomon.extract.events.counting import FigureCounter
from rashomon.extract.events.drafts import Draft, Settled
from rashomon.extract.events.folding import fold, join_roles
from rashomon.extract.events.match import Matcher
from rashomon.extract.events.matches import Match
from rashomon.extract.events.narration import Narration
from rashomon.extract.events.placing import UNPLACED, Placer
from rashomon.extract.events.retold import find_tellings, mark_again
from rashomon.extract.events.roles import RoleFinder, Roles
from rashomon.extract.events.scenes import ANTECEDENT
from rashomon.extract.events.settings import SettingFinder
from rashomon.extract.events.syntax import joined_to
from rashomon.extract.events.timing import TimeFinder
from rashomon.extract.events.victims import count_together
from rashomon.extract.mentions import make_mention
from rashomon.extract.parts import FoundFigure, FoundPlace, FoundTime
from rashomon.lexicon import Lexicon
from rashomon.lexicon.events import EventTable
from rashomon.records import Annotated, Document, Event, Figure, Mention, MentionKind, make_id

_MOVING = frozenset({"movement", "displacement"})


def find_events(
    annotated: Annotated,
    document: Document,
    lexicon: Lexicon,
    times: tuple[FoundTime, ...],
    figures: tuple[FoundFigure, ...],
    places: tuple[FoundPlace, ...],
) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """Find all events.

    Args:
        annotated: the document's columns.
        document: the document.
        lexicon: event types and words.
        times: times found in it.
        figures: figures found in it.
        places: places found in it.

    Returns:
        the events in text order, and every mention that they name.
    """
    drafts = _draft(annotated, lexicon, figures)
    scene = _Scene(annotated, lexicon, places, times)
    settled: list[Settled] = []
    for draft in drafts:
        found = scene.settle(draft, settled)
        if _tells(found) and not scene.only_dates(draft):
            settled.append(found)
    settled = scene.focus(_share_places(annotated, settled, lexicon.events))
    mentions: dict[str, Mention] = {}
    events = tuple(_make_event(annotated, lexicon, found, mentions) for found in settled)
    events = mark_again(annotated, events, find_tellings(annotated, lexicon, events, mentions))
    return events, tuple(sorted(mentions.values(), key=lambda mention: (mention.start, mention.end, mention.kind)))


def _draft(annotated: Annotated, lexicon: Lexicon, figures: tuple[FoundFigure, ...]) -> list[Draft]:
    table = lexicon.events
    matches = Matcher(annotated, table).match_all()
    finder = RoleFinder(annotated, table, matches)
    counter = FigureCounter(annotated, lexicon, figures, (match.token for match in matches))
    roles = {match.token: finder.find(match) for match in matches}
    matches = count_together(annotated, table, matches, {token: found.patients for token, found in roles.items()})
    folded = fold(annotated, table, matches, roles)
    gone = {other.token for others in folded.values() for other in others}
    drafts: list[Draft] = []
    for match in matches:
        if match.token in gone:
            continue
        told_with = _all_below(match, folded)
        counts = [counter.count(one, roles[one.token]) for one in (match, *told_with)]
        joined = join_roles(roles[match.token], (roles[one.token] for one in told_with))
        drafts.append(Draft(match, told_with, _fill(annotated, joined, match, roles, lexicon), _merge(counts)))
    return drafts


def _all_below(match: Match, folded: dict[int, tuple[Match, ...]]) -> tuple[Match, ...]:
    found = list(folded.get(match.token, ()))
    for one in found:
        found.extend(other for other in folded.get(one.token, ()) if other not in found)
    return tuple(found)


def _merge(counts: list[tuple[Figure, ...]]) -> tuple[Figure, ...]:
    return tuple(sorted({f for found in counts for f in found}, key=lambda f: (f.start, f.measure)))


def _fill(annotated: Annotated, roles: Roles, match: Match, all_roles: dict[int, Roles], lexicon: Lexicon) -> Roles:
    """Give a bare number the noun that it leaves out ("captured 20 soldiers and killed 30")."""
    words = lexicon.events.words
    bare = [i for i in roles.patients if annotated.tokens[counted(annotated, i, words)].upos == "NUM"]
    token = annotated.tokens[match.token]
    if not bare or token.deprel != "conj":
        return roles
    before = all_roles.get(joined_to(annotated, match.token))
    nouns = [] if before is None else [i for i in before.patients if "number" not in classes_of(annotated, i, words)]
    kept = tuple(i for i in roles.patients if i not in bare)
    return replace(roles, patients=tuple(dict.fromkeys((*kept, *nouns)))) if nouns else roles


class _Scene:
    """Finds place and time of drafts, by syntax or from what was told before."""

    def __init__(
        self,
        annotated: Annotated,
        lexicon: Lexicon,
        places: tuple[FoundPlace, ...],
        times: tuple[FoundTime, ...],
    ) -> None:
        self._annotated = annotated
        self._types = lexicon.events.types
        self._directions = lexicon.events.words.directions
        self._places, self._times = places, times
        self._where = SettingFinder(annotated, lexicon, places)
        self._when = TimeFinder(annotated, lexicon, times)
        self._narration = Narration(annotated, lexicon, self._when)
        self._placer = Placer(annotated, lexicon.events, self._where, places)

    def only_dates(self, draft: Draft) -> bool:
        """Say whether an event noun only dates something else."""
        return draft.match.trigger.part == "noun" and self._when.is_anchor(draft.match.token)

    def settle(self, draft: Draft, before: list[Settled]) -> Settled:
        """Give a draft its place and time."""
        anchors = tuple(dict.fromkeys(a for match in (draft.match, *draft.told_with) for a in match.anchors))
        trigger = draft.match.trigger
        moving = self._types[trigger.type].family in _MOVING or bool(trigger.prep & self._directions)
        place, time = self._where.find_place(anchors, draft.roles.places, moving), self._when.find(anchors)
        made = Settled(
            draft,
            None if place is None else self._places[place.index],
            "" if place is None else place.rule,
            None if time is None else self._times[time.index].span,
            "" if time is None else time.rule,
        )
        since = self._when.find_since(anchors) if time is None else None
        made = made if since is None else replace(made, time=since, time_rule="clause")
        return self._dated(self._placer.place(made, before))

    def focus(self, settled: list[Settled]) -> list[Settled]:
        """Give events without a place that of the whole report."""
        return self._placer.focus(settled)

    def _dated(self, made: Settled) -> Settled:
        """Take the day of the sentences before where the narration clearly goes on."""
        said = self._types[made.draft.match.trigger.type].family in UNPLACED
        time = self._narration.find_time(made.draft.match.token) if made.time is None and not said else None
        return made if time is None else replace(made, time=self._times[time].span, time_rule="paragraph")


def _tells(found: Settled) -> bool:
    """Whether a noun tells a happening: it has somebody, a number, a place or a day of its own, or a support verb."""
    match, roles = found.draft.match, found.draft.roles
    if match.trigger.part == "verb" or match.carried is not None or found.draft.figures or found.draft.told_with:
        return True
    return bool(roles.agents or roles.patients or roles.places) or bool(
        {"syntax", ANTECEDENT} & {found.place_rule, found.time_rule}
    )


def _share_places(annotated: Annotated, settled: list[Settled], table: EventTable) -> list[Settled]:
    """Give a joined verb's own place to the one before it ("captured 20 and killed 30 in Kunduz").

    Where somebody goes then is not where the deed before it was done ("fought and withdrew towards Kunduz").
    """
    behind = {
        joined_to(annotated, found.draft.match.token): found
        for found in settled
        if annotated.tokens[found.draft.match.token].deprel == "conj"
        and found.place_rule == "syntax"
        and table.types[found.draft.match.trigger.type].family not in _MOVING
        and not any(True for _ in annotated.dependents(found.draft.match.token, "nsubj"))
    }
    return [
        replace(one, place=next_one.place, place_rule="conjunct")
        if one.place_rule in {"", "paragraph"} and (next_one := behind.get(one.draft.match.token)) is not None
        else one
        for one in settled
    ]


def _make_event(annotated: Annotated, lexicon: Lexicon, found: Settled, mentions: dict[str, Mention]) -> Event:
    draft, table = found.draft, lexicon.events
    match, roles = draft.match, draft.roles
    start, end = _span(annotated, match)
    if found.place is not None:
        mentions.setdefault(found.place.mention.id, found.place.mention)
    return Event(
        id=make_id("evt", annotated.document, match.trigger.type, start, end),
        document=annotated.document,
        sentence=annotated.tokens[match.token].sentence,
        type=match.trigger.type,
        start=start,
        end=end,
        trigger=match.token,
        agents=_mention_all(annotated, lexicon, roles.agents, mentions),
        patients=_mention_all(annotated, lexicon, roles.patients, mentions),
        instruments=tuple(
            annotated.tokens[i].text for i in roles.instruments if table.weapon(annotated.tokens[i].lemma)
        ),
        place=None if found.place is None else found.place.mention.id,
        place_rule=found.place_rule,
        time=found.time,
        time_rule=found.time_rule,
        figures=draft.figures,
    )


def _mention_all(
    annotated: Annotated, lexicon: Lexicon, heads: tuple[int, ...], mentions: dict[str, Mention]
) -> tuple[str, ...]:
    made = [
        make_mention(annotated, counted(annotated, head, lexicon.events.words), MentionKind.ACTOR) for head in heads
    ]
    for mention in made:
        mentions.setdefault(mention.id, mention)
    return tuple(dict.fromkeys(mention.id for mention in made))


def _span(annotated: Annotated, match: Match) -> tuple[int, int]:
    """Offsets of the trigger: its word with its particle, and the object that is part of it."""
    parts = [match.token] if match.light is None else [match.token, match.light]
    if match.trigger.particle:
        parts += [
            t.index
            for t in annotated.dependents(match.token, "compound:prt", "advmod")
            if t.lemma == match.trigger.particle
        ]
    return annotated.tokens[min(parts)].start, annotated.tokens[max(parts)].end
