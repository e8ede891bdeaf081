"""What else can be read off the ledger without deciding anything: prospects by factor and voice, and the timeline."""

from collections.abc import Iterable

from rashomon.records import ClaimKind, ClaimRow, Direction, Factuality, Incident, ProspectCell

_UNDATED = 10**7
_TURNED = {Direction.FAVOURS: Direction.HINDERS, Direction.HINDERS: Direction.FAVOURS}


def prospect_cells(rows: Iterable[ClaimRow]) -> tuple[ProspectCell, ...]:
    """Make one cell an assessment: factor x voice, with the sentence; by factor, voice and claim. No score is made."""
    cells = (_cell(row) for row in rows if row.kind is ClaimKind.ASSESSMENT)
    return tuple(sorted(cells, key=lambda cell: (cell.factor, cell.voice, cell.outlet, cell.claim)))


def _cell(row: ClaimRow) -> ProspectCell:
    """Make a cell; what a voice denies or doubts counts the other way ("doubts that the rebels can win")."""
    inner, denied = row.voice[-1], row.factuality.value.endswith("-")
    direction = Direction.UNCLEAR if row.direction is None else row.direction
    return ProspectCell(
        factor=row.type,
        voice=inner.description if inner.private and inner.description else inner.name,
        outlet=row.outlet_name,
        subject=row.agents[0] if row.agents else None,
        direction=_TURNED.get(direction, direction) if denied else direction,
        factuality=Factuality(row.factuality.value.replace("-", "+")) if denied else row.factuality,
        claim=row.id,
        sentence=row.sentence,
        published=None if row.published is None else row.published.isoformat(),
    )


def timeline(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """Give incidents by their first day, then their last, then id; those without a day come last."""
    return tuple(sorted(incidents, key=_when))


def _when(incident: Incident) -> tuple[int, int, str]:
    time = incident.time
    if time is None or not time.resolved:
        return _UNDATED, _UNDATED, incident.id
    end = _UNDATED if time.end is None else time.end.toordinal()
    start = end - 1 if time.start is None else time.start.toordinal()
    return start, end, incident.id
