"""Which claims stand behind each independent origin: the count of `Incident.origins`, opened up."""

from collections.abc import Iterable, Sequence

from rashomon.lexicon import Lexicon
from rashomon.records import ClaimRow, Dependence
from rashomon.resolve.accounts import make_accounts
from rashomon.resolve.canon import Canon, find_belongs
from rashomon.resolve.kit import make_kit
from rashomon.resolve.origins import find_origins


def origin_groups(
    rows: Sequence[ClaimRow], dependences: Iterable[Dependence], lexicon: Lexicon
) -> tuple[tuple[str, ...], ...]:
    """Give the claims of one happening by origin.

    Args:
        rows: its claims, under the ledger's actors.
        dependences: between them and between their documents.
        lexicon: rules and words.

    Returns:
        A tuple of claim ids an origin, in the order of the rows; claims that count for none are in no group.
    """
    kit = make_kit(lexicon)
    accounts = make_accounts(rows, Canon((), (), find_belongs(rows)), kit)
    asserted = [account for account in accounts if not account.negated]
    origins = find_origins(asserted or accounts, dependences)
    order = {row.id: at for at, row in enumerate(rows)}
    groups = (tuple(sorted((account.id for account in origin.accounts), key=order.__getitem__)) for origin in origins)
    return tuple(sorted(groups, key=lambda group: order[group[0]]))
