"""Gold sets -> scores: readers of public gold in its original format, and the published metrics.

`evaluate("polnear", path)` finds the module of that name in `sets/`, runs the product's ordinary code path over what it
reads, and gives scores with bootstrap 95% intervals and the misses behind them.
"""

from rashomon.evaluation.floors import Floor as Floor
from rashomon.evaluation.floors import check_floors as check_floors
from rashomon.evaluation.floors import corpus_digest as corpus_digest
from rashomon.evaluation.floors import read_floors as read_floors
from rashomon.evaluation.running import evaluate as evaluate
from rashomon.evaluation.running import set_names as set_names
from rashomon.evaluation.scores import Miss as Miss
from rashomon.evaluation.scores import Score as Score
from rashomon.evaluation.scores import to_row as to_row
