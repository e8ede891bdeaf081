"""Claims held against each other, slot by slot, each with its reason in words."""

from rashomon.resolve.compare.control import compare_control as compare_control
from rashomon.resolve.compare.control import compare_place as compare_place
from rashomon.resolve.compare.happenings import compare_accounts as compare_accounts
from rashomon.resolve.compare.happenings import compare_happening as compare_happening
from rashomon.resolve.compare.happenings import compare_occurrence as compare_occurrence
from rashomon.resolve.compare.promises import compare_promise as compare_promise
from rashomon.resolve.compare.promises import compare_promises as compare_promises
from rashomon.resolve.compare.promises import promise_keys as promise_keys
from rashomon.resolve.compare.states import compare_state as compare_state
from rashomon.resolve.compare.states import compare_states as compare_states
from rashomon.resolve.compare.states import state_keys as state_keys
from rashomon.resolve.compare.tolls import compare_tolls as compare_tolls
