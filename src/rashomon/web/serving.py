"""Runs the application: one process, this machine, until it is stopped."""

import socket
from collections.abc import Callable

import uvicorn

from rashomon.errors import InputError
from rashomon.web.app import make_app
from rashomon.web.settings import Settings


def serve(settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve a ledger until the process is stopped.

    Args:
        settings: of this run.
        ready: called with the address once it is listened at.

    Raises:
        InputError: the settings are unsafe, or the port is taken.
        LedgerError: the ledger cannot be opened.
    """
    settings.check()
    app = make_app(settings)
    listener = _listen(settings)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
    server = uvicorn.Server(config)
    ready(settings.address)
    server.run(sockets=[listener])


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise InputError(
            f"{settings.host}:{settings.port} cannot be listened at ({error.strerror}); "
            "another rashomon serve may run there: choose another port with --port"
        ) from error
    listener.listen(128)
    return listener
