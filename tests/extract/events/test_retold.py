"""People told of again: own reports of three sentences and less, with what their tellings must be.

Wanted of each telling in text order: `new`, or the position of the one that it tells again, with `?` where a report's
opening only sums it up.
"""

import pytest

from rashomon import pipeline
from rashomon.extract.events import find_tellings
from rashomon.records import Annotated, Reading, Scope
from tests.extract.tables import Row, read_rows

REPORTS = {
    "The patrol killed several militants near the dam. The dead militants had come from the hills. "
    "The militants were killed in a gunfight.": "new 0",
    "The army killed 14 rebels at the ford. The 14 rebels were killed by mortar fire.": "new 0",
    "The army killed four rebels at the ford. Another four rebels were killed near the mill.": "new new",
    "The army killed four rebels at the ford. It also killed nine villagers.": "new new",
    "The army killed four rebels on Monday. On Tuesday it killed four rebels.": "new new",
    "Police arrested a smuggler in the port. The smuggler was detained at a checkpoint.": "new 0",
    "Police arrested a smuggler in the port. Police also detained one suspected rebel.": "new new",
    "Police detained the smuggler and two associates. All three men were arrested without a fight.": "new new 1",
    "Numerous rebels were killed in the valley. A patrol killed three rebels. Jets killed five rebels.": "new 0? 0?",
    "Gunmen killed two guards. Nobody was killed in the second attack.": "new",
    "A shell killed five villagers. The rebels were killed in return.": "new new",
    "The squad captured nine fighters. Two of the fighters were captured in a barn.": "new 0",
    "The squad captured nine fighters. Two more fighters were captured in a barn.": "new new",
    "Troops killed a recruiter and financier. The recruiter was killed at dawn.": "new 0",
    "Troops killed a man and a woman. The woman was killed at dawn.": "new new 1",
    "Jets struck a farm in the hills. Eight to twelve rebels were killed or injured.": "new new",
}


LENT = "On 4 May 2020 the army killed 14 rebels. The 14 rebels were killed by mortar fire."


@pytest.fixture(scope="module")
def kit() -> pipeline.Kit:
    return pipeline.load_kit()


@pytest.fixture(scope="module")
def read(kit: pipeline.Kit) -> dict[str, tuple[Reading, Annotated]]:
    texts = [*REPORTS, LENT]
    return dict(zip(texts, read_rows(tuple(Row("", text, (), "") for text in texts), kit), strict=True))


@pytest.mark.parametrize("report", REPORTS)
def test_a_group_of_people_is_told_of_once(
    report: str, read: dict[str, tuple[Reading, Annotated]], kit: pipeline.Kit
) -> None:
    reading, annotated = read[report]
    mentions = {mention.id: mention for mention in reading.mentions}
    found = find_tellings(annotated, kit.lexicon, reading.events, mentions)
    told = ["new" if one.again is None else f"{one.again}{'' if one.sure else '?'}" for one in found]
    assert told == REPORTS[report].split()


def test_a_number_told_again_is_marked_and_takes_the_day(read: dict[str, tuple[Reading, Annotated]]) -> None:
    first, again = (event for event in read[LENT][0].events if event.figures)
    assert [figure.scope for figure in (*first.figures, *again.figures)] == [Scope.TOTAL, Scope.AGAIN]
    assert again.time == first.time is not None


DATED = {
    "Guards arrested a smuggler based in the port Thursday.": "arrested",
    "Guards arrested a smuggler while searching for a recruiter in Asmar district, 13 April.": "arrested",
    "The army raided the town on 12 July, which resulted in the arrest of four rebels.": "arrest",
    "The patrol searched the town on Friday.\n\nTwo rebels were killed during the search.": "killed",
}
UNDATED = {
    "The army raided the town on 12 July, which had mourned the death of four rebels.": "death",
    "The patrol searched the town on Friday.\n\nTwo rebels were killed in a valley.": "killed",
}


@pytest.mark.parametrize("text", [*DATED, *UNDATED])
def test_a_day_is_that_of_the_clause_that_it_is_told_with(text: str, kit: pipeline.Kit) -> None:
    ((reading, annotated),) = read_rows((Row("", f"The news.\n\n{text}", (), ""),), kit)
    word = {**DATED, **UNDATED}[text]
    times = [event.time for event in reading.events if annotated.tokens[event.trigger].text == word]
    assert [time is not None for time in times] == [text in DATED]
