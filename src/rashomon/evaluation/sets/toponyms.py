"""Place names in four corpora (LGL, GeoVirus, TR-News, GeoWebNews) in the shared layout of EUPEG (Wang and Hu 2019).

A text beside a `.gold` file: name, printed form, latitude, longitude, start, end, parted by two commas.

recognition F1: a place found is right if it overlaps a gold name; each gold name counts once.
accuracy@161: gold names are given, linked together as one document's; the share put within 161 km (100 miles) of gold.
end-to-end F@161: a place found is right if it overlaps a gold name and lies within 161 km of it.
ADM1 accuracy, district accuracy: of the gold names that the gazetteer knows as a town within 10 km of gold's position,
the share linked into that town's province; of those whose district it knows, into that district.
median km: median distance of the gold names that were given coordinates.
"""

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import InputError
from rashomon.evaluation.running import Bench
from rashomon.evaluation.scores import Counts, Miss, Score, f1_score, plain_score, recall_score
from rashomon.extract.places import find_places
from rashomon.ingest import RawInput
from rashomon.link import Gazetteer, link, settle_names
from rashomon.link.gazetteer import Entry
from rashomon.records import Document, Extraction, Mention, MentionKind, Outlet, Place, PlaceKind, make_id

NAME = "toponyms"
NEAR_KM = 161.0
_TOWN_KM = 10.0
_EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold place name: offsets (half-open), the printed form, degrees WGS84."""

    start: int
    end: int
    text: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Article:
    """A text file with its gold."""

    path: Path
    gold: tuple[Toponym, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What one article gave: counts of the rates, distances of linked gold names, misses."""

    recognition: Counts
    resolution: Counts
    end_to_end: Counts
    adm1: Counts
    adm2: Counts
    distances: tuple[float, ...]
    misses: tuple[Miss, ...]


def measure(path: Path, bench: Bench, limit: int | None) -> tuple[list[Score], list[Miss]]:
    """Measure the folders of the four corpora, or one of them."""
    folders = [folder for folder in sorted(path.iterdir()) if folder.is_dir()] or [path]
    scores: list[Score] = []
    misses: list[Miss] = []
    for folder in folders:
        results = list(_read(read_articles(folder)[:limit], bench))
        scores.extend(_scores(folder.name, results))
        misses.extend(miss for result in results for miss in result.misses)
    return scores, misses


def _scores(corpus: str, results: Sequence[Result]) -> list[Score]:
    distances = [distance for result in results for distance in result.distances]
    median = statistics.median(distances) if distances else math.inf
    return [
        f1_score(NAME, f"{corpus} recognition F1", [result.recognition for result in results]),
        recall_score(NAME, f"{corpus} accuracy@161", [result.resolution for result in results]),
        f1_score(NAME, f"{corpus} end-to-end F@161", [result.end_to_end for result in results]),
        recall_score(NAME, f"{corpus} ADM1 accuracy", [result.adm1 for result in results]),
        recall_score(NAME, f"{corpus} district accuracy", [result.adm2 for result in results]),
        plain_score(NAME, f"{corpus} median km", median, len(distances)),
    ]


def read_articles(folder: Path) -> list[Article]:
    """Read the articles of one corpus.

    Raises:
        InputError: the folder holds no text with a gold file.
    """
    found = [Article(p.with_suffix(".txt"), read_gold(p.read_text(encoding="utf-8"))) for p in folder.glob("*.gold")]
    if not found:
        raise InputError(f"{folder}: no .gold files here; give the folder of the four corpora or one of them")
    return sorted(found, key=lambda article: article.path.name)


def read_gold(lines: str) -> tuple[Toponym, ...]:
    """Read the rows of a gold file; one without coordinates is passed over."""
    rows = (line.split(",,") for line in lines.splitlines() if line.strip())
    return tuple(
        Toponym(int(row[4]), int(row[5]), row[1], float(row[2]), float(row[3]))
        for row in rows
        if len(row) > 5 and row[2]
    )


def _read(articles: Sequence[Article], bench: Bench) -> Iterator[Result]:
    raws = (RawInput(article.path.name, article.path, article.path.read_bytes()) for article in articles)
    both = list(bench.documents(raws))
    annotated = bench.annotate(document for document, _ in both)
    for article, (document, outlet), read in zip(articles, both, annotated, strict=True):
        columns = settle_names(read, document, bench.kit.lexicon, bench.kit.gazetteer)
        found = tuple(place.mention for place in find_places(columns, bench.kit.lexicon))
        given = tuple(_mention(document.id, toponym) for toponym in article.gold)
        yield _result(
            article,
            list(zip(found, _link(found, document, outlet, bench), strict=True)),
            _link(given, document, outlet, bench),
            [town_of(toponym, bench.kit.gazetteer) for toponym in article.gold],
        )


def town_of(toponym: Toponym, gazetteer: Gazetteer) -> Entry | None:
    """Give the nearest town of the name within 10 km of gold's position, or None: a country or province has none."""
    towns = [found.entry for found in gazetteer.find(toponym.text) if found.entry.kind is PlaceKind.TOWN]
    near = [(km_between(town, toponym), town.id, town) for town in towns]
    return min((one for one in near if one[0] <= _TOWN_KM), default=(0.0, 0, None))[2]


def _divided(towns: Iterable[Entry | None], given: Iterable[Place | None], level: str) -> Counts:
    """Count the names whose town has a division of a level, and those linked into it."""
    pairs = [(town, place) for town, place in zip(towns, given, strict=True) if town and getattr(town, level)]
    right = sum(place is not None and _id(place, level) == f"geo-{getattr(town, level)}" for town, place in pairs)
    return Counts(right, len(pairs), len(pairs))


def _id(place: Place, level: str) -> str | None:
    return place.adm1_id if level == "adm1" else place.adm2_id


def _mention(document: str, toponym: Toponym) -> Mention:
    identity = make_id("men", document, toponym.start, toponym.end)
    kind = MentionKind.PLACE
    return Mention(identity, document, toponym.start, toponym.end, toponym.text, kind, 0, None, toponym.text, "PLACE")


def _link(mentions: tuple[Mention, ...], document: Document, outlet: Outlet, bench: Bench) -> list[Place | None]:
    links, _ = link(Extraction(document.id, mentions), document, outlet, bench.kit.lexicon, bench.kit.gazetteer)
    places = {place.id: place for place in links.places}
    targets = {one.mention: one.target for one in links.links}
    return [places.get(targets[mention.id] or "") for mention in mentions]


def _result(
    article: Article,
    found: list[tuple[Mention, Place | None]],
    given: list[Place | None],
    towns: list[Entry | None],
) -> Result:
    gold = article.gold
    distances = [distance_km(place, toponym) for place, toponym in zip(given, gold, strict=True)]
    seen = [any(_overlap(mention, toponym) for mention, _ in found) for toponym in gold]
    near = [any(_overlap(m, t) and distance_km(p, t) <= NEAR_KM for m, p in found) for t in gold]
    return Result(
        recognition=Counts(sum(seen), len(found), len(gold)),
        resolution=Counts(sum(distance <= NEAR_KM for distance in distances), len(gold), len(gold)),
        end_to_end=Counts(sum(near), len(found), len(gold)),
        adm1=_divided(towns, given, "adm1"),
        adm2=_divided(towns, given, "adm2"),
        distances=tuple(distance for distance in distances if distance < math.inf),
        misses=tuple(_misses(article, distances, given, seen)),
    )


def _misses(
    article: Article, distances: Iterable[float], given: Iterable[Place | None], seen: Iterable[bool]
) -> Iterator[Miss]:
    corpus = article.path.parent.name
    for toponym, distance, place, found in zip(article.gold, distances, given, seen, strict=True):
        if not found:
            yield Miss(NAME, f"{corpus} recognition F1", article.path.name, "missing", toponym.text)
        if distance > NEAR_KM:
            put = "nowhere" if place is None or place.lat is None else f"{place.name}, {place.adm1}, {place.country}"
            note = f"put in {put}; gold {toponym.lat}, {toponym.lon}"
            yield Miss(NAME, f"{corpus} accuracy@161", article.path.name, "missing", toponym.text, note)


def _overlap(mention: Mention, toponym: Toponym) -> bool:
    return mention.start < toponym.end and toponym.start < mention.end


def distance_km(place: Place | None, toponym: Toponym) -> float:
    """Give the great-circle distance (haversine, mean earth radius); infinite where there are no coordinates."""
    return math.inf if place is None else km_between(place, toponym)


def km_between(place: Place | Entry, toponym: Toponym) -> float:
    """Give the distance of a place that is there; infinite where it has no coordinates."""
    if place.lat is None or place.lon is None:
        return math.inf
    lat, other = math.radians(place.lat), math.radians(toponym.lat)
    half = math.sin((other - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other) * math.sin(math.radians(toponym.lon - place.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
