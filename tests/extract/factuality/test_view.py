import pytest

from rashomon.extract.factuality import judge_factuality
from rashomon.extract.parts import Told
from rashomon.records import Factuality, Realis


@pytest.mark.parametrize(
    ("negated", "hedged", "commitment", "factuality"),
    [
        (False, "", "CT+", "CT+"),
        (True, "", "CT+", "CT-"),
        (False, "", "CT-", "CT-"),
        (True, "", "CT-", "CT+"),
        (False, "possible", "CT+", "PS+"),
        (False, "probable", "CT-", "PR-"),
        (False, "possible", "PR+", "PS+"),
        (True, "", "PR+", "PR-"),
        (False, "unknown", "CT+", "Uu"),
        (False, "", "Uu", "Uu"),
    ],
)
def test_the_weaker_certainty_counts_and_polarities_multiply(
    negated: bool, hedged: str, commitment: str, factuality: str
) -> None:
    assert judge_factuality(Told(negated, hedged, Realis.PAST), Factuality(commitment)) == factuality
