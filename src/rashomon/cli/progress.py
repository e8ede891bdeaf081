"""One line of progress on a terminal; silent in a pipe."""

import sys
from time import monotonic

from rashomon.cli.tables import plain, terminal_width

_EVERY_S = 0.1


class Progress:
    """Redraws one line on standard error, ten times a second at most."""

    def __init__(self) -> None:
        self._began = self._drawn = monotonic()
        self._width = 0
        self.shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int | None, what: str) -> None:
        """Show how far it is."""
        now = monotonic()
        if not self.shown or (now - self._drawn < _EVERY_S and done != total):
            return
        self._drawn = now
        self._draw(f"{done:,}{f' of {total:,}' if total else ''}{self._left(done, total, now)}  {plain(what)}")

    def _left(self, done: int, total: int | None, now: float) -> str:
        if not total or not 0 < done < total:
            return ""
        return f", {(now - self._began) / done * (total - done):.0f} s left"

    def _draw(self, line: str) -> None:
        line = line[: terminal_width() - 1]
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = len(line)

    def end(self) -> None:
        """Take the line away."""
        if self.shown and self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
