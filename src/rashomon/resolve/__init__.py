"""Document against document: actors, incidents, comparisons, dependence; and the views read off them."""

from rashomon.resolve.again import TooMuchError as TooMuchError
from rashomon.resolve.again import resolve_again as resolve_again
from rashomon.resolve.again import resolve_all as resolve_all
from rashomon.resolve.origin_view import origin_groups as origin_groups
from rashomon.resolve.rules import rule_texts as rule_texts
from rashomon.resolve.stage import control_cells as control_cells
from rashomon.resolve.stage import no_search_for_cycles as no_search_for_cycles
from rashomon.resolve.stage import resolve as resolve
from rashomon.resolve.views import prospect_cells as prospect_cells
from rashomon.resolve.views import timeline as timeline
