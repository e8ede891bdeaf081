"""Items and voices -> claims: the ledger's rows."""

from rashomon.extract.claims.make import make_claims as make_claims
