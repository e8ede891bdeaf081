"""Records <-> Ledger: the only room that knows the database library."""

from rashomon.store.opening import SCHEMA_VERSION as SCHEMA_VERSION
from rashomon.store.sqlite import SqliteLedger as SqliteLedger
from rashomon.store.sqlite import open_ledger as open_ledger
