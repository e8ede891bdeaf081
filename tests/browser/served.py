"""A ledger served on this machine as long as a block lasts: for tests, pictures and the bench."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from rashomon.web import Settings, make_app
from rashomon.web.serving import _listen


@contextmanager
def serve(path: Path) -> Iterator[Settings]:
    """Serve a ledger as long as the block lasts."""
    probe = _listen(Settings(ledger=path, port=0))
    settings = Settings(ledger=path, port=probe.getsockname()[1], token="t")
    server = uvicorn.Server(uvicorn.Config(make_app(settings), log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [probe]}, daemon=True)
    thread.start()
    yield settings
    server.should_exit = True
    thread.join(10)
