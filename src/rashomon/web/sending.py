"""Work that a request waits for, one piece at a time: the ledger has one writer."""

from collections.abc import Callable
from threading import Lock
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool

P = ParamSpec("P")
R = TypeVar("R")
_WRITER = Lock()


async def run_apart(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run work that writes in a thread of its own, after what was asked for before it."""

    def run() -> R:
        with _WRITER:
            return work(*args, **kwargs)

    return await run_in_threadpool(run)


def writing() -> Lock:
    """Give the lock that whoever writes holds."""
    return _WRITER
