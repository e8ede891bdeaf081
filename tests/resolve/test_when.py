"""Days that part two accounts at a glance part them for good."""

from itertools import combinations

from rashomon.resolve.accounts import make_accounts
from rashomon.resolve.canon import Canon
from rashomon.resolve.vetoes import find_veto
from rashomon.resolve.when import make_day_test
from tests.generated_claims import make_war


def test_days_that_lie_far_apart_at_a_glance_forbid_a_pair(kit):
    war = make_war(600)
    accounts = make_accounts(war.rows[::4], Canon(war.actors, ()), kit)
    are_far = make_day_test(kit)
    far = [pair for pair in combinations(accounts, 2) if are_far(*pair)]
    assert len(far) > len(accounts)
    assert all(are_far(right, left) and find_veto(left, right, kit) for left, right in far)
