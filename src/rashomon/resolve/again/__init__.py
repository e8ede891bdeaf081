"""Resolving again where only a little has changed: the same rules, held against what is touched alone.

What may have changed is widened step by step until nothing outside can be touched: the outcome is that of resolving
all.
"""

from rashomon.resolve.again.documents import TooMuchError as TooMuchError
from rashomon.resolve.again.remember import Remembered as Remembered
from rashomon.resolve.again.remember import resolve_all as resolve_all
from rashomon.resolve.again.update import resolve_again as resolve_again
