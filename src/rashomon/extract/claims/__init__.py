"""Items and voices -> claims: the ledger's rows."""

from rashomon.extract.claims.make import make_claims as make_claims
from rashomon.extract.claims.speakers import name_speakers as name_speakers
