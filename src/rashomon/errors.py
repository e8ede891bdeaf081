"""Trouble in the program or its use, as opposed to trouble in the data (an Issue).

RashomonError
├── InputError      a path, file or line given by the user cannot be used; exit status 2
├── LedgerError     a ledger file cannot be opened, or is of a newer schema; exit status 2
├── ResourceError   a file in resources/ is wrong or holds an entry twice
└── GazetteerError  the gazetteer cannot be built or read; exit status 2
"""


class RashomonError(Exception):
    """Root of all errors that Rashomon raises; the message names file, place and remedy in one line."""


class InputError(RashomonError):
    """A path, file or line given by the user cannot be used."""


class LedgerError(RashomonError):
    """A ledger file cannot be opened or written."""


class ResourceError(RashomonError):
    """A resource file is wrong; names file and entry."""


class GazetteerError(RashomonError):
    """The gazetteer cannot be built or read."""
