"""`rashomon serve`: the ledger as a local web page."""

import getpass
import socket
from pathlib import Path

import click

from rashomon.cli.options import DEFAULT_LEDGER

_PORT = 8317


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path), default=DEFAULT_LEDGER, metavar="[LEDGER]")
@click.option("--port", type=click.IntRange(0, 65535), metavar="N", help=f"Port; {_PORT} or the next free one.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Address to listen at.")
@click.option("--password", metavar="WORD", envvar="RASHOMON_PASSWORD", help="Needed with --host elsewhere.")
@click.option("--by", metavar="NAME", help="Whose corrections these are; your login name if left away.")
@click.option("--names", is_flag=True, help="Show private persons by name, not by role.")
def command(ledger: Path, port: int | None, host: str, password: str | None, by: str | None, names: bool) -> None:
    """Serve a ledger as a web page on this machine: read it, check it, correct it, add reports.

    The page needs no network. The address that is printed holds a random token; whoever has it is let in.

    \b
    Example:
      rashomon serve
      rashomon serve march.db --by "A. Coder"
    """
    # Heavy: the web framework, which no other command needs.
    from rashomon.web.serving import serve  # noqa: PLC0415
    from rashomon.web.settings import Settings  # noqa: PLC0415

    settings = Settings(
        ledger=ledger,
        host=host,
        port=_free_port(host) if port is None or port == 0 else port,
        password=password,
        names=names,
        by=by or _login_name(),
    )
    serve(settings, lambda address: click.echo(f"{ledger} is served at\n  {address}\nStop with Ctrl-C."))


def _free_port(host: str) -> int:
    """Give the usual port, or one that is free."""
    for port in (_PORT, 0):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family) as probe:
            try:
                probe.bind((host, port))
            except OSError:
                continue
            found: int = probe.getsockname()[1]
            return found
    return _PORT


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reader"
