"""Incidents of a view -> what map and timeline draw: marks by place, shades by province, bars or columns by day.

Past `MOST_MARKS` marks the server draws together: places by a grid of half a degree, days by weeks or months.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from rashomon.store.overview import LightIncident
from rashomon.web.groups import OTHER

MOST_MARKS = 5000
_MOST_BARS = 1500
_GRID_DEGREES = 0.5
_LONG_DAYS = 400

Shape = dict[str, Any]


def map_marks(rows: Sequence[LightIncident], group_of: Mapping[str, str]) -> Shape:
    """Give the marks of the map.

    Returns:
        places: [id, name, lat, lon, precision, incidents, most origins, {group: incidents}] each, the wide ones first.
        provinces: {id: [incidents, most origins]}; countries: ISO codes of those with incidents; unplaced: a number.
    """
    placed = [row for row in rows if row.lat is not None and row.lon is not None]
    by_place: dict[Any, list[LightIncident]] = defaultdict(list)
    for row in placed:
        by_place[row.place or (row.lat, row.lon)].append(row)
    together = len(by_place) > MOST_MARKS
    if together:
        by_place = defaultdict(list)
        for row in placed:
            by_place[_cell(row)].append(row)
    marks = sorted((_mark(same, group_of, together) for same in by_place.values()), key=lambda mark: -(mark[4] or 0))
    return {
        "places": marks,
        "together": together,
        "provinces": _provinces(rows),
        "countries": [code for code, _ in Counter(row.country for row in placed if row.country).most_common(12)],
        "unplaced": len(rows) - len(placed),
    }


def _cell(row: LightIncident) -> tuple[int, int]:
    return round((row.lat or 0) / _GRID_DEGREES), round((row.lon or 0) / _GRID_DEGREES)


def _mark(same: Sequence[LightIncident], group_of: Mapping[str, str], together: bool) -> list[Any]:
    first = same[0]
    groups = Counter(group_of.get(row.type, OTHER) for row in same)
    origins = max(row.origins for row in same)
    lat = sum(row.lat or 0 for row in same) / len(same)
    lon = sum(row.lon or 0 for row in same) / len(same)
    ident, name = (None, f"{len(same)} incidents") if together else (first.place, first.name)
    precision = 1 if together else first.precision
    return [ident, name, round(lat, 5), round(lon, 5), precision, len(same), origins, dict(groups.most_common())]


def _provinces(rows: Iterable[LightIncident]) -> Shape:
    found: dict[str, list[int]] = {}
    for row in rows:
        province = row.place if row.kind == "adm1" else row.adm1
        if province is not None:
            told = found.setdefault(province, [0, 0])
            told[0] += 1
            told[1] = max(told[1], row.origins)
    return found


def time_marks(rows: Sequence[LightIncident], group_of: Mapping[str, str]) -> Shape:
    """Give the marks of the timeline.

    Returns:
        bars: [id, first day, day after the last, group, origins, status, title] each, while there are few enough;
        columns: [first day, days, {group: incidents}] otherwise; undated: a number.
    """
    dated = [row for row in rows if row.start and row.end]
    shape: Shape = {"undated": len(rows) - len(dated), "bars": None, "columns": None}
    if len(dated) <= _MOST_BARS:
        shape["bars"] = [
            [row.id, row.start, row.end, group_of.get(row.type, OTHER), row.origins, row.status, row.title]
            for row in dated
        ]
    else:
        shape["columns"] = _columns(dated, group_of)
    return shape


def _columns(dated: Sequence[LightIncident], group_of: Mapping[str, str]) -> list[list[Any]]:
    days = [date.fromisoformat(row.start or "") for row in dated]
    # Background of long ago must not make every column a month: the bulk decides.
    ordered = sorted(days)
    span = (ordered[-1 - len(days) // 50] - ordered[len(days) // 50]).days
    step = 1 if span <= 120 else 7 if span <= _LONG_DAYS * 2 else 30
    columns: dict[date, Counter[str]] = defaultdict(Counter)
    for day, row in zip(days, dated, strict=True):
        first = day - timedelta(days=day.toordinal() % step)
        columns[first][group_of.get(row.type, OTHER)] += 1
    return [[first.isoformat(), step, dict(counts)] for first, counts in sorted(columns.items())]
