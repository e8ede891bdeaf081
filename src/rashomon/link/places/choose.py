"""Chooses for all place mentions of a document together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.lexicon.places import PlaceTable
from rashomon.link.gazetteer import Entry, Found, Gazetteer
from rashomon.link.places.cues import PlaceCue, Ties, read_cues
from rashomon.link.places.focus import count_countries, shares
from rashomon.link.places.governments import mark_governments
from rashomon.link.places.make import Made, PlaceMaker
from rashomon.link.places.nearby import count_near
from rashomon.link.places.score import Context, Scored, is_inside, score, with_feature
from rashomon.names import fold
from rashomon.records import Candidate, Document, Extraction, Link, MentionKind, Place, PlaceKind, make_id

_ROUNDS = 3
_AROUND = frozenset({PlaceKind.NATURAL, PlaceKind.FACILITY, PlaceKind.BORDER})  # the name is a unit's, or its own
_NAMED = 2  # votes of a province that is itself named, against one of a town in it
_CLEAR = 0.35
_SHORT_CAPITALS = 5
_SHOWN = 5
_WEAK = 0.8  # a fit under this needs the country of the text, or a place that holds it
_NEEDED = 0.25  # share of the leader's votes
_GREAT = 100_000  # inhabitants from which a town is known beyond the countries of the text
_GREATER = 1_000_000  # the same under an alias


@dataclass(frozen=True, slots=True)
class PlaceLinks:
    """Links of the place mentions, the places that they lead to, and the countries that the document is about."""

    links: tuple[Link, ...]
    places: tuple[Place, ...]
    focus: Mapping[str, float]


def link_places(extraction: Extraction, document: Document, table: PlaceTable, gazetteer: Gazetteer) -> PlaceLinks:
    """Link every place mention of one document.

    Args:
        extraction: its mentions of kind place are linked.
        document: for the words around them and the dateline.
        table: countries, regions and generic words.
        gazetteer: for the candidates.
    """
    mentions = [mention for mention in extraction.mentions if mention.kind is MentionKind.PLACE]
    cues, ties = read_cues(mentions, document.text, table)
    acting = {(mention.start, mention.end) for mention in extraction.mentions if mention.kind is MentionKind.ACTOR}
    cues = tuple(_whole(cue, gazetteer) for cue in cues)
    cues = mark_governments(cues, ties, acting, table)
    votes = count_countries(document.text, document.dateline, table)
    chosen = _Choice(cues, ties, votes, table, gazetteer).run()
    spoken = {*votes, *(ranked[0].found.entry.country for ranked in chosen.values() if ranked)}
    maker = PlaceMaker(cues, chosen, ties, table, gazetteer, min(spoken) if len(spoken) == 1 else None)
    made = [maker.make(index, cue) for index, cue in enumerate(cues)]
    links = tuple(
        _link(cue, one, chosen.get(index, ())) for index, (cue, one) in enumerate(zip(cues, made, strict=True))
    )
    return PlaceLinks(links, _merged(one.place for one in made), shares(votes))


def _whole(cue: PlaceCue, gazetteer: Gazetteer) -> PlaceCue:
    """Give a capitalised word for a part back to the name of a division ("Northern Ireland", not "northern Mali")."""
    text = cue.mention.text
    if not cue.part or not text[:1].isupper() or not text.lower().startswith(cue.part):
        return cue
    own = (found for found in gazetteer.find(text) if found.how == "name")
    divided = any(found.entry.kind in (PlaceKind.ADM1, PlaceKind.COUNTRY) for found in own)
    return replace(cue, name=text, part="") if divided else cue


def _link(cue: PlaceCue, made: Made, ranked: Sequence[Scored]) -> Link:
    mention = cue.mention
    return Link(
        id=make_id("lnk", mention.id),
        document=mention.document,
        mention=mention.id,
        kind=MentionKind.PLACE,
        target=None if made.place is None else made.place.id,
        score=ranked[0].value if ranked else 0.0,
        candidates=tuple(
            Candidate(one.found.entry.key, _label(one.found.entry), one.value, one.why) for one in ranked[:_SHOWN]
        ),
        rule=made.rule,
        why=made.why,
    )


def _label(entry: Entry) -> str:
    return f"{entry.name} ({entry.kind}, {entry.country})"


def _merged(places: Iterable[Place | None]) -> tuple[Place, ...]:
    """Give each place once, with all spellings printed for it."""
    found: dict[str, Place] = {}
    for place in places:
        if place is None:
            continue
        known = found.get(place.id)
        names = tuple(dict.fromkeys((*(known.names if known else ()), *place.names)))
        found[place.id] = replace(known or place, names=names)
    return tuple(found[key] for key in sorted(found))


class _Choice:
    """The candidates of one document's names, ranked twice: alone, then beside the neighbours' choices."""

    def __init__(
        self, cues: Sequence[PlaceCue], ties: Ties, votes: Counter[str], table: PlaceTable, gazetteer: Gazetteer
    ) -> None:
        self._cues = cues
        self._table = table
        self._votes = votes
        self._gazetteer = gazetteer
        self._outer = _neighbours(ties.sure)
        self._maybe = _neighbours(ties.maybe)
        self._inner = _neighbours((outer, inner) for inner, outer in (*ties.sure, *ties.maybe))
        self._siblings = _neighbours([*ties.siblings, *((right, left) for left, right in ties.siblings)])
        self._groups: dict[str, list[int]] = defaultdict(list)
        for index, cue in enumerate(cues):
            if cue.name:
                self._groups[fold(cue.name)].append(index)
        names = {name: gazetteer.find(cues[group[0]].name) for name, group in self._groups.items()}
        self._near = count_near(names)

    def run(self) -> dict[int, tuple[Scored, ...]]:
        """Give the ranked candidates of each cue that has any."""
        ranked: dict[int, tuple[Scored, ...]] = {}
        for _ in range(_ROUNDS):
            ranked = self._round(*self._voted(ranked), self._divisions(ranked), ranked)
        return ranked

    def _voted(self, ranked: Mapping[int, Sequence[Scored]]) -> tuple[Counter[str], dict[str, str]]:
        """Add to the words' votes one for every name that all good candidates, or a clear first, put in a country.

        Returns:
            All votes, and which country each name voted for.
        """
        own: dict[str, str] = {}
        for name, group in self._groups.items():
            candidates = self._gazetteer.find(self._cues[group[0]].name)
            countries = {found.entry.country for found in candidates if found.fit > _WEAK}
            if len(countries) == 1:
                own[name] = next(iter(countries))
            elif _is_clear(ranked.get(group[0], ())):
                own[name] = ranked[group[0]][0].found.entry.country
        return self._votes + Counter(own.values()), own

    def _divisions(self, ranked: Mapping[int, Sequence[Scored]]) -> dict[int, float]:
        """Give the share of each province among the names that the last round put into provinces."""
        votes: Counter[int] = Counter()
        for group in self._groups.values():
            entry = ranked[group[0]][0].found.entry if ranked.get(group[0]) else None
            if entry is not None and entry.kind is PlaceKind.ADM1:
                votes[entry.id] += _NAMED * len(group)
            elif entry is not None and entry.adm1 is not None and _is_clear(ranked[group[0]]):
                votes[entry.adm1] += 1
        most = max(votes.values(), default=0)
        return {division: count / most for division, count in votes.items()}

    def _round(
        self,
        votes: Counter[str],
        own: Mapping[str, str],
        divisions: dict[int, float],
        before: Mapping[int, Sequence[Scored]],
    ) -> dict[int, tuple[Scored, ...]]:
        focus = shares(votes)
        leader = max(focus, key=lambda country: (focus[country], country), default=None)
        ranked: dict[int, tuple[Scored, ...]] = {}
        for name, group in self._groups.items():
            around = self._cues[group[0]].feature in _AROUND
            candidates = self._candidates(self._cues[group[0]].name, None if around else leader)
            context = replace(self._context(group, focus, divisions, before), told=_told(votes, own.get(name)))
            by_feature: dict[PlaceKind | None, tuple[Scored, ...]] = {}
            for index in group:
                feature = self._cues[index].feature
                if feature not in by_feature:
                    by_feature[feature] = _rank(candidates, with_feature(context, feature, self._cues[index].sea))
                if by_feature[feature]:
                    ranked[index] = by_feature[feature]
        return ranked

    def _candidates(self, name: str, leader: str | None) -> tuple[Found, ...]:
        """Give what a name may mean; a people's name means its country, a short one in capitals no town."""
        short = self._table.abbreviations.get(name.replace(" ", "")) if "." in name else None
        if short is not None:
            return tuple(one for one in self._gazetteer.find(short) if one.entry.kind is PlaceKind.ADM1)
        people = self._table.people.get(name.lower())
        country = None if people is None else self._gazetteer.country(people)
        if country is not None:
            return (Found(country, "people", 1.0),)
        found = self._gazetteer.find(name, leader)
        if name.isupper() and len(name.replace(".", "")) < _SHORT_CAPITALS:
            return tuple(one for one in found if one.entry.kind in (PlaceKind.COUNTRY, PlaceKind.ADM1))
        return found

    def _context(
        self,
        group: Sequence[int],
        focus: dict[str, float],
        divisions: dict[int, float],
        before: Mapping[int, Sequence[Scored]],
    ) -> Context:
        """Pool what all mentions of one name have around them; its kind is told by each mention alone."""

        def entries(neighbours: Mapping[int, Sequence[int]]) -> tuple[Entry, ...]:
            found = dict.fromkeys(other for index in group for other in neighbours.get(index, ()))
            return tuple(dict.fromkeys(before[other][0].found.entry for other in found if before.get(other)))

        return Context(
            focus=focus,
            divisions=divisions,
            near=self._near,
            features=frozenset(),
            outer=entries(self._outer),
            maybe_outer=entries(self._maybe),
            siblings=entries(self._siblings),
            inner=self._held(group),
        )

    def _held(self, group: Sequence[int]) -> tuple[tuple[Entry, ...], ...]:
        """Give what each name may be that the text puts into this one."""
        names = dict.fromkeys(self._cues[other].name for index in group for other in self._inner.get(index, ()))
        found = (self._gazetteer.find(name) for name in names if name)
        return tuple(tuple(one.entry for one in candidates if one.fit >= _WEAK) for candidates in found)


def _is_clear(ranked: Sequence[Scored]) -> bool:
    """Say whether the first candidate leads all those of other countries by enough to vote with."""
    if not ranked:
        return False
    country = ranked[0].found.entry.country
    second = next((one for one in ranked if one.found.entry.country != country), None)
    return second is None or ranked[0].total - second.total >= _CLEAR


def _neighbours(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return found


def _rank(candidates: Iterable[Found], context: Context) -> tuple[Scored, ...]:
    """Rank the admitted candidates; behind them stand the others that a reader would think of."""
    scored = sorted((score(found, context) for found in candidates), key=lambda one: (-one.total, one.found.entry.id))
    ordered = [one for one in scored if _admitted(one.found, context)]
    refused = [one for one in scored if one.found.how == "name" and not _admitted(one.found, context)]
    return (*_larger_first(ordered, context), *refused) if ordered else ()


def _told(votes: Counter[str], own: str | None) -> frozenset[str] | None:
    """Give the countries that a document speaks of without one name's own vote; None where it speaks of none."""
    others = shares(votes - Counter([own] if own else []))
    return frozenset(iso for iso, share in others.items() if share >= _NEEDED) if others else None


def _admitted(found: Found, context: Context) -> bool:
    """Keep out what fits by sound only, and the small places abroad, where nothing speaks for them."""
    entry = found.entry
    if entry.lat is None and entry.kind is not PlaceKind.COUNTRY:
        return False
    if context.sea:
        return False
    if context.outer and entry.country not in {outer.country for outer in context.outer}:
        return False
    held = any(is_inside(entry, outer) for outer in (*context.outer, *context.maybe_outer))
    if context.outer and not held and found.fit < _WEAK:
        return False
    if held or context.told is None or entry.country in context.told or entry.kind is PlaceKind.COUNTRY:
        return held or context.told is not None or found.fit >= _WEAK
    great = entry.capital or entry.population >= (_GREAT if found.how == "name" else _GREATER)
    return found.fit >= _WEAK and (great or (found.how == "name" and entry.kind is PlaceKind.ADM1))


def _larger_first(ordered: list[Scored], context: Context) -> tuple[Scored, ...]:
    """Put the larger unit of the same name first where no word narrows it (Security Force Monitor's rule)."""
    best = ordered[0].found.entry
    if context.features & {PlaceKind.TOWN, PlaceKind.ADM2, PlaceKind.FACILITY} or best.kind is PlaceKind.COUNTRY:
        return tuple(ordered)
    outer = [one for one in ordered if is_inside(best, one.found.entry) and one.found.entry.kind is PlaceKind.ADM1]
    if not outer and PlaceKind.ADM1 not in context.features:
        outer = [one for one in ordered if is_inside(best, one.found.entry) and one.found.entry.kind is PlaceKind.ADM2]
    if not outer or outer[0].found.fit < ordered[0].found.fit:
        return tuple(ordered)
    return (outer[0], *(one for one in ordered if one is not outer[0]))
