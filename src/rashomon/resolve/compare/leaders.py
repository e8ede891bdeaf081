"""Who leads one body, held against each other: a leader of a part, or one leader of several, leads not the whole."""

import re

from rashomon.names import fold
from rashomon.records import Slot, Verdict
from rashomon.resolve.accounts import Account
from rashomon.resolve.compare.findings import Finding, actor_words, both
from rashomon.resolve.kit import Kit

_FORMER = "former"
_NOT = frozenset({"not", "never"})
_LIMITING = frozenset({"for", "in"})
_REACH = 4  # "for the lower Patía valley"
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEFORE = 3  # "a senior field commander"


def compare_leaders(left: Account, right: Account, kit: Kit) -> Finding | None:
    """Compare who leads one body: two leaders named side by side by one voice do not contradict each other."""
    if _FORMER in (left.row.qualifier, right.row.qualifier):
        return None
    told = both(left, _led(left), right, _led(right))
    same = left.agents & right.agents
    if _negative(left) != _negative(right):
        return Finding(Slot.LEADERSHIP, Verdict.CONTRADICTS, f"leads and does not lead: {told}") if same else None
    if same:
        return Finding(Slot.LEADERSHIP, Verdict.AGREES, f"the same leader: {told}")
    side_by_side = left.row.document == right.row.document and left.row.sentence_index == right.row.sentence_index
    known = left.patients or right.patients  # "the mujahideen" of two reports need not be one body
    if not left.agents or not right.agents or side_by_side or not known:
        return None
    if _is_one_of_several(left, kit) or _is_one_of_several(right, kit) or _scope(left, kit) != _scope(right, kit):
        return None
    return Finding(Slot.LEADERSHIP, Verdict.CONTRADICTS, f"two leaders of one body: {told}")


def _negative(account: Account) -> bool:
    return account.negated or account.row.qualifier in _NOT


def _is_one_of_several(account: Account, kit: Kit) -> bool:
    """Say whether a clause calls somebody a leader and not the leader: "a commander of the Front"."""
    words = fold(account.row.content).split()
    return any(
        bool(kit.rules.indefinite_words & set(words[max(0, at - _BEFORE) : at]))
        for at, word in enumerate(words)
        if word in kit.rules.leader_words
    )


def _scope(account: Account, kit: Kit) -> frozenset[str]:
    """Give what limits the part that is led: "commander for the valley", "in the west", "head of the Front in Gao"."""
    words = _WORD.findall(account.row.content)
    body = {word for ref in account.row.patients for word in fold(f"{ref.name} {ref.text}").split()}
    found: set[str] = set()
    for at, word in enumerate(words):
        if word.lower() in _LIMITING:
            behind = words[at + 1 : at + 1 + _REACH]
            found |= kit.rules.scope_words & {fold(one) for one in behind}
            if at and fold(words[at - 1]) in kit.rules.leader_words | body:
                found |= {fold(one) for one in behind[:1] if one[:1].isupper()} - body
    return frozenset(found)


def _led(account: Account) -> str:
    return f"{actor_words(account.row.patients) or account.row.value} led by {actor_words(account.row.agents)}"
