"""Who does not stand independently of whom, and on what evidence."""

from rashomon.resolve.dependence.copies import find_copies as find_copies
from rashomon.resolve.dependence.speakers import find_statements as find_statements
from rashomon.resolve.dependence.speakers import find_ties as find_ties
from rashomon.resolve.dependence.speakers import statement_keys as statement_keys
from rashomon.resolve.dependence.speakers import tie_statements as tie_statements
from rashomon.resolve.dependence.twins import find_twins as find_twins
from rashomon.resolve.dependence.twins import pair_twins as pair_twins
