"""States and control held against each other again: all claims of a key of which one is other now."""

from collections.abc import Iterable

from rashomon.resolve.again.asked import Asked
from rashomon.resolve.again.board import Board
from rashomon.resolve.again.tellers import Tellers
from rashomon.resolve.compare import compare_place, compare_promise, compare_state
from rashomon.resolve.compare.holdings import find_holdings
from rashomon.resolve.compare.promises import PROMISE
from rashomon.resolve.kit import Kit
from rashomon.resolve.memory import Memory, make_key
from rashomon.resolve.sides import Sides

STATED = "stated"
_HOLD = "hold|"


def owner_of_place(place: str) -> str:
    """Give the owner of the comparisons about who holds a place."""
    return f"{_HOLD}{place}"


def places_among(owners: Iterable[str]) -> set[str]:
    """Give the places of those owners that are places."""
    return {owner.removeprefix(_HOLD) for owner in owners if owner.startswith(_HOLD)}


def promises_among(owners: Iterable[str]) -> set[str]:
    """Give the keys of those owners that are promises."""
    return {owner for owner in owners if owner.startswith(PROMISE)}


class States:
    """States and control, while claims change.

    Args:
        memory: what is remembered.
        tellers: accounts of claims.
        board: the comparisons that are shown.
        kit: rules.
    """

    def __init__(self, memory: Memory, tellers: Tellers, board: Board, kit: Kit) -> None:
        self._memory = memory
        self._tellers = tellers
        self._board = board
        self._kit = kit

    def compare(self, states: Iterable[str], places: Iterable[str], asked: Asked, sides: Sides) -> None:
        """Compare the claims of states and of places again."""
        for state in sorted(set(states)):
            members = self._memory.marks("state", [make_key("state", state)])
            accounts = self._tellers.accounts(mark.member for mark in members)
            if state.startswith(PROMISE):
                sides.take()
                self._board.put(STATED, state, list(compare_promise([*accounts.values()], sides, self._kit)))
                asked.put(state, sides.take(), sides)
            else:
                self._board.put(STATED, state, compare_state(accounts.values(), self._kit))
        for place in sorted(set(places)):
            members = self._memory.marks("hold", [make_key("hold", place)])
            accounts = self._tellers.accounts(mark.member for mark in members)
            block = [h for h in find_holdings(accounts.values(), self._kit) if h.place_key == place]
            sides.take()
            self._board.put(STATED, owner_of_place(place), list(compare_place(block, sides, self._kit)))
            asked.put(owner_of_place(place), sides.take(), sides)
