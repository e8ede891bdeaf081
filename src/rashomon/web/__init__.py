"""The face: a local web page where the ledger is read, checked and corrected. An edge: nothing imports it."""

from rashomon.web.app import make_app as make_app
from rashomon.web.settings import Settings as Settings
