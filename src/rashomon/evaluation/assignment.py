"""The best one-to-one alignment of two sets under a sparse similarity: the Hungarian method, component by component."""

from collections.abc import Iterator, Mapping

Pair = tuple[int, int]


def assign(similarity: Mapping[Pair, float]) -> tuple[Pair, ...]:
    """Give the pairs of the alignment with the greatest sum; what has no similarity above 0 stays alone.

    Args:
        similarity: (left, right) -> similarity; pairs that are not there have none.
    """
    return tuple(sorted(pair for part in _components(similarity) for pair in _assign_part(part)))


def _components(similarity: Mapping[Pair, float]) -> Iterator[Mapping[Pair, float]]:
    """Cut into parts that share no side: each is aligned for itself."""
    lefts: dict[int, list[int]] = {}
    rights: dict[int, list[int]] = {}
    for left, right in sorted(similarity):
        lefts.setdefault(left, []).append(right)
        rights.setdefault(right, []).append(left)
    seen: set[int] = set()
    for start in lefts:
        if start not in seen:
            part, waiting = set[int](), [start]
            while waiting:
                left = waiting.pop()
                if left not in part:
                    part.add(left)
                    waiting.extend(other for right in lefts[left] for other in rights[right] if other not in part)
            seen |= part
            yield {(left, right): similarity[left, right] for left in part for right in lefts[left]}


def _assign_part(similarity: Mapping[Pair, float]) -> Iterator[Pair]:
    rows, columns = sorted({left for left, _ in similarity}), sorted({right for _, right in similarity})
    if len(rows) > len(columns):
        turned = {(right, left): value for (left, right), value in similarity.items()}
        yield from ((left, right) for right, left in _assign_part(turned))
        return
    cost = [[-similarity.get((left, right), 0.0) for right in columns] for left in rows]
    for row, column in enumerate(_solve(cost)):
        if (rows[row], columns[column]) in similarity:
            yield rows[row], columns[column]


def _solve(cost: list[list[float]]) -> list[int]:
    """Give the column of every row at least cost; no more rows than columns.

    Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957; in the form of Jonker and Volgenant 1987), rows
    and columns counted from 1, column 0 standing for "none yet".
    """
    width = len(cost[0])
    by_row, by_column = [0.0] * (len(cost) + 1), [0.0] * (width + 1)
    held = [0] * (width + 1)
    for row in range(1, len(cost) + 1):
        held[0] = row
        _augment(cost, held, by_row, by_column)
    columns = [0] * len(cost)
    for column in range(1, width + 1):
        if held[column]:
            columns[held[column] - 1] = column - 1
    return columns


def _augment(cost: list[list[float]], held: list[int], by_row: list[float], by_column: list[float]) -> None:
    least, back, used = [float("inf")] * len(held), [0] * len(held), [False] * len(held)
    at = 0
    while held[at]:
        used[at] = True
        row, step, nearest = held[at], float("inf"), 0
        for column in range(1, len(held)):
            if used[column]:
                continue
            reduced = cost[row - 1][column - 1] - by_row[row] - by_column[column]
            if reduced < least[column]:
                least[column], back[column] = reduced, at
            if least[column] < step:
                step, nearest = least[column], column
        for column in range(len(held)):
            if used[column]:
                by_row[held[column]] += step
                by_column[column] -= step
            else:
                least[column] -= step
        at = nearest
    while at:
        held[at], at = held[back[at]], back[at]
