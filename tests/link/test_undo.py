"""A merge of people across documents says why, is undone by a judgement, and comes back when that is withdrawn."""

from contextlib import closing
from pathlib import Path

from rashomon import judging, store
from rashomon.lexicon import load_lexicon
from rashomon.reading import read_paths
from rashomon.records import ActorMerge
from rashomon.store import SqliteLedger

FIRST = "Beirut, 3 March 2021. Karim Daoud, a baker in Tripoli, said soldiers had searched his shop on Tuesday.\n"
SECOND = (
    "Tripoli, 9 March 2021. Kareem Daoud, who sells bread in Tripoli, said soldiers had beaten his brother on Monday.\n"
)
NAMES = {"Karim Daoud", "Kareem Daoud"}


def karims(ledger: SqliteLedger) -> list[set[str]]:
    return [set(actor.names) & NAMES for actor, _ in ledger.actors() if set(actor.names) & NAMES]


def merge(ledger: SqliteLedger) -> ActorMerge:
    [one] = [actor for actor, _ in ledger.actors() if set(actor.names) & NAMES]
    [made] = ledger.records(ActorMerge, "into", [one.id])
    return made


def test_a_merge_of_private_people_is_undone_and_done_again(tmp_path: Path) -> None:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    read_paths([tmp_path / "first.txt", tmp_path / "second.txt"], tmp_path / "ledger.db")
    lexicon = load_lexicon()
    with closing(store.open_ledger(tmp_path / "ledger.db")) as ledger:
        assert karims(ledger) == [NAMES]
        made = merge(ledger)
        assert "Karim" in made.why
        apart = judging.make_judgement(made.actor, judging.DIFFERENT, "a reader", made.into)
        judging.decide(ledger, [apart], lexicon)
        assert sorted(map(sorted, karims(ledger))) == [["Kareem Daoud"], ["Karim Daoud"]]
        judging.withdraw(ledger, [apart], lexicon)
        assert karims(ledger) == [NAMES]


ONE = "Juba, 3 March 2021. General Omar Deng said on Tuesday that his men had taken the town of Bor.\n"
TWO = "Juba, 9 March 2021. General Omar Deng said on Monday that the army had shelled Malakal.\n"
THREE = "Juba, 12 March 2021. General Omar Deng, the chief of police, said on Friday that two men had been arrested.\n"


def test_public_people_of_one_name_are_parted_by_report_and_joined_again(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("one.txt", "two.txt", "three.txt")]
    for path, text in zip(paths, (ONE, TWO, THREE), strict=True):
        path.write_text(text, encoding="utf-8")
    read_paths(paths, tmp_path / "ledger.db")
    lexicon = load_lexicon()
    with closing(store.open_ledger(tmp_path / "ledger.db", create=True)) as ledger:

        def told() -> list[tuple[str, ...]]:
            return sorted(documents for actor, documents in ledger.actors() if actor.name == "Omar Deng")

        def speakers() -> set[str | None]:
            return {row.voice[-1].actor for row in ledger.claims() if len(row.voice) > 1}

        [one] = [actor for actor, _ in ledger.actors() if actor.name == "Omar Deng"]
        documents = {document.name: document.id for document in ledger.documents()}
        assert told() == [("one.txt", "three.txt", "two.txt")]
        parting = judging.make_parting(one.id, [documents["three.txt"]], [one.id], "a reader")
        judging.decide(ledger, parting, lexicon)
        assert told() == [("one.txt", "two.txt"), ("three.txt",)]
        assert len(speakers()) == 2
        parts = judging.make_parting(one.id, [documents["two.txt"]], [one.id], "a reader")
        judging.decide(ledger, parts, lexicon)
        # Both are another one than the first, and one with each other until somebody says more.
        assert told() == [("one.txt",), ("three.txt", "two.txt")]
        judging.withdraw(ledger, (*parting, *parts), lexicon)
        assert told() == [("one.txt", "three.txt", "two.txt")]
        assert speakers() == {one.id}
