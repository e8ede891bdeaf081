"""Whatever the text, every sign of it lies in exactly one zone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.reading import read_bytes

WORDS = st.sampled_from(
    [
        *("Gao", "the army said", "killed 3", "By Jane Example", "3 March 2020", "GAO, Mali (AFP) —", "Read also:"),
        *("Share", "“No,”", "he said.", "\n", "\n\n", "\u2028", "\u00a0", "\t", "Reuters", "© 2020 Herald", "log in"),
        *("Please log in", "ADVERTISEMENT", "Mon 02 Mar 2020", "AFP 9 Apr 2014", "—", "(", "?", "said.Please log in"),
        *("ё", "صحيفة"),
    ]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(WORDS | st.text(max_size=12), max_size=60).map(" ".join))
def test_every_sign_lies_in_one_zone(text: str) -> None:
    for document, _ in read_bytes(text.encode("utf-8", "replace"))[0]:
        covered = [0] * len(document.text)
        for zone in document.zones:
            assert zone.start < zone.end
            for offset in range(zone.start, zone.end):
                covered[offset] += 1
        lost = [sign for sign, times in zip(document.text, covered, strict=True) if times != 1 and not sign.isspace()]
        assert lost == []
