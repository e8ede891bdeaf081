"""Rashomon: one conflict, many accounts, one ledger."""

__version__ = "0.1.0"
