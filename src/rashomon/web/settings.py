"""What one run of `rashomon serve` is told."""

import secrets
from dataclasses import dataclass, field
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path

from rashomon.errors import InputError

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


def default_assets() -> Path:
    """Give the folder into which the build hook has put what the browser needs."""
    return Path(str(files("rashomon.web") / "assets"))


@dataclass(frozen=True, slots=True)
class Settings:
    """One run.

    Attributes:
        ledger: the ledger file.
        host: address that is listened at.
        port: its port.
        password: asked of everybody who has no token, or None.
        token: random; whoever has it in the address is let in.
        names: whether private persons are shown by name.
        by: who makes the judgements of this run.
        assets: folder of scripts, styles, fonts and boundaries.
    """

    ledger: Path
    host: str = "127.0.0.1"
    port: int = 8317
    password: str | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    names: bool = False
    by: str = "reader"
    assets: Path = field(default_factory=default_assets)

    @property
    def local(self) -> bool:
        """Say whether only this machine can reach the page."""
        return self.host in LOCAL or _is_loopback(self.host)

    @property
    def address(self) -> str:
        """The address to open, with its token."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/?token={self.token}"

    def check(self) -> None:
        """Refuse what would be unsafe or could not work.

        Raises:
            InputError: another address than this machine's without a password, or assets that were never built.
        """
        if not self.local and not self.password:
            raise InputError(
                f"--host {self.host} lets others reach this ledger; give a password with --password, "
                "or leave --host away to serve this machine alone"
            )
        if not (self.assets / "face.js").exists():
            raise InputError(
                "the page's scripts and maps are not built (npm could not be reached at install); "
                "install again with a network: pip install --force-reinstall --no-deps -e . (or make face)"
            )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
