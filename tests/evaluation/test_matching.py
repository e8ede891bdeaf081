from rashomon.evaluation.matching import distance_km, half_shared


def test_half_of_the_shorter_text_is_enough() -> None:
    assert half_shared("the bridge is shut", "the bridge is shut since Monday and nobody knows why")
    assert half_shared("the bridge", "a bridge")
    assert not half_shared("the bridge is shut", "a port was open")
    assert not half_shared("", "a port")


def test_a_word_counts_once() -> None:
    assert not half_shared("the the the the", "the port was open today")


def test_a_degree_of_latitude_is_111_km() -> None:
    assert round(distance_km(34.0, 69.0, 35.0, 69.0)) == 111
