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
