from rashomon.ingest.fingerprint import SKETCH_SIZE, make_fingerprint

WORDS = " ".join(f"word{number}" for number in range(400))


def test_sketch_is_sorted_bounded_and_blind_to_signs() -> None:
    sketch = make_fingerprint(WORDS)
    assert list(sketch) == sorted(set(sketch))
    assert len(sketch) == SKETCH_SIZE
    assert 0 <= sketch[0] <= sketch[-1] < 2**56
    assert make_fingerprint(WORDS.upper().replace(" ", ",\n")) == sketch


def test_near_copy_shares_most_and_another_text_nothing() -> None:
    sketch = set(make_fingerprint(WORDS))
    assert len(sketch & set(make_fingerprint(WORDS + " and a new end to it all"))) > 0.9 * SKETCH_SIZE
    assert not sketch & set(make_fingerprint(WORDS.replace("word", "other")))


def test_short_texts() -> None:
    assert make_fingerprint("") == ()
    assert len(make_fingerprint("two words")) == 1
