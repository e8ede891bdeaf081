from rashomon.evaluation.scores import Counts, f1_score, precision_score, recall_score, to_row


def test_a_worked_example() -> None:
    counts = [Counts(right=3, found=4, gold=5), Counts(right=1, found=1, gold=5)]
    assert recall_score("set", "recall", counts).value == 40.0
    assert precision_score("set", "precision", counts).value == 80.0
    assert round(f1_score("set", "F1", counts).value, 2) == 53.33


def test_the_interval_holds_the_value_and_is_the_same_every_time() -> None:
    counts = [Counts(k % 3, 3, 4) for k in range(40)]
    first, second = f1_score("set", "F1", counts), f1_score("set", "F1", counts)
    assert first == second
    assert first.low is not None
    assert first.high is not None
    assert first.low < first.value < first.high


def test_a_thousand_documents_are_dealt_into_clusters() -> None:
    score = recall_score("set", "recall", [Counts(1, 1, 2)] * 2000)
    assert (score.value, score.low, score.high) == (50.0, 50.0, 50.0)


def test_one_document_has_no_interval_and_no_items_no_rate() -> None:
    assert recall_score("set", "recall", [Counts(1, 1, 1)]).low is None
    assert recall_score("set", "recall", []).value == 0.0


def test_the_row_has_the_published_keys() -> None:
    row = to_row(recall_score("set", "recall", [Counts(1, 1, 3)] * 2))
    assert row == {"set": "set", "metric": "recall", "value": 33.33, "low": 33.33, "high": 33.33, "n": 6}
