import random
import time

import pytest

from rashomon.ingest.decode import decode
from tests.ingest.reading import read_bytes

BODY = "Gunmen attacked a convoy near the town of Gao, killing four soldiers, the army said – “late”, in a café."
RUSSIAN = "Вооружённые люди напали на колонну возле города Гао и убили четырёх солдат, сообщила армия в заявлении. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode((BODY * 3).encode(encoding)).text == BODY * 3


def test_windows_1251() -> None:
    found = decode(RUSSIAN.encode("cp1251"))
    assert (found.text, found.guessed) == (RUSSIAN, True)


def test_newlines_and_what_no_text_can_hold() -> None:
    found = decode((BODY + "\r\none\rtwo\x00" + BODY).encode())
    assert found.text == BODY + "\none\ntwo\ufffd" + BODY
    assert found.replaced == 1


def test_cut_character_at_the_end_is_no_other_encoding() -> None:
    found = decode((BODY * 2).encode()[: len(BODY.encode()) - 8])
    assert (found.encoding, found.guessed) == ("utf-8", False)


def test_binary_and_empty_give_an_issue_and_no_document() -> None:
    junk = random.Random(7).randbytes(5000)
    for data in (junk, b"\x89PNG\r\n\x1a\n" + junk, b"%PDF-1.7 text", b"\x00" * 50):
        found, issues = read_bytes(data)
        assert found == []
        assert [issue.code for issue in issues] == ["binary-file"]
    for data in (b"", b" \n\n\t", b"\xef\xbb\xbf"):
        found, issues = read_bytes(data)
        assert found == []
        assert [issue.code for issue in issues] == ["empty-file"]


def test_time_is_linear_in_the_length() -> None:
    paragraph = (BODY + " The road stays closed.\n\n") * 4000

    def seconds(times: int) -> float:
        started = time.process_time()
        read_bytes((paragraph * times).encode())
        return time.process_time() - started

    assert seconds(4) < 8 * seconds(1) + 0.5
