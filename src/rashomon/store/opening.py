"""Opens a ledger file, or says in one line why it cannot be opened and what to do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from rashomon.errors import LedgerError
from rashomon.store.folding import fold
from rashomon.store.tables import METADATA, meta

SCHEMA_VERSION = 1
# "RSHM": tells a ledger from any other SQLite file, in the header (https://www.sqlite.org/fileformat.html#database_header).
APPLICATION_ID = 0x5253484D

_MAGIC = b"SQLite format 3\x00"
_WAIT_S = 10.0


def open_engine(path: Path, create: bool) -> Engine:
    """Open the file, making its tables where it is new.

    Raises:
        LedgerError: it is missing, no ledger, of another schema, locked or not writable.
    """
    new = _check_file(path, create)
    if new:
        _check_writable(path)
    engine = _make_engine(path, new or create)
    with translated(path):
        if new:
            _make_schema(engine)
    return engine


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the database library's errors into a LedgerError with its remedy."""
    try:
        yield
    except DatabaseError as error:
        raise LedgerError(f"{path}: {_remedy(path, str(error.orig))}") from error


def _remedy(path: Path, trouble: str) -> str:
    if "locked" in trouble:
        return "another process is writing this ledger; wait until it has ended, or choose another file with --ledger"
    if "readonly" in trouble or "unable to open" in trouble:
        return "the ledger cannot be written; make the file and its folder writable, or choose another with --ledger"
    if "full" in trouble:
        return "the disk is full; free some space and run the same command again, what was read is kept"
    if "malformed" in trouble or "not a database" in trouble:
        return f"the file is damaged ({trouble}); delete it and read the reports again with rashomon read"
    if "FOREIGN KEY" in trouble:
        return "a reading names a record that it does not hold; report it with the document that was read last"
    return f"the ledger cannot be used ({trouble}); read the reports again into a new file with --ledger"


def _check_file(path: Path, create: bool) -> bool:
    """Say whether the file is new; refuse what is no ledger before the database library sees it."""
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder, not a ledger; name a file with --ledger")
    if not path.exists() or path.stat().st_size == 0:
        if create:
            return True
        raise LedgerError(f"{path}: no such ledger; make it with: rashomon read PATH --ledger {path}")
    return _check_header(path, create)


def _check_header(path: Path, create: bool) -> bool:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror}); make it readable") from error
    if magic != _MAGIC:
        raise LedgerError(f"{path}: is not a ledger; name a file made by rashomon read with --ledger")
    application, version, tables = _look_into(path)
    if application == 0 and tables == 0:
        return _begun(path, create)
    if application != APPLICATION_ID:
        raise LedgerError(
            f"{path}: is an SQLite file but not a ledger; name a file made by rashomon read with --ledger"
        )
    _check_version(path, version)
    return False


def _begun(path: Path, create: bool) -> bool:
    """A file that was killed before its tables stood: made anew by reading, no use for asking."""
    if create:
        return True
    raise LedgerError(f"{path}: is an empty ledger; fill it with: rashomon read PATH --ledger {path}")


def _check_version(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise LedgerError(
            f"{path}: has schema {version}, newer than schema {SCHEMA_VERSION} that this Rashomon knows;"
            " update Rashomon (pip install -U rashomon)"
        )
    if version < SCHEMA_VERSION:
        raise LedgerError(f"{path}: has the old schema {version}; read the reports again into a new file with --ledger")


def _look_into(path: Path) -> tuple[int, int, int]:
    """Give application id, schema version and number of tables.

    Not from the file's header: what a reading that runs or was killed has written may still stand beside the file, in
    its write-ahead log.
    """
    try:
        with closing(sqlite3.connect(_address(path, writing=False), uri=True, timeout=_WAIT_S)) as connection:
            asked = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
            application, version, tables = (int(connection.execute(sql).fetchone()[0]) for sql in asked)
            return application, version, tables
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{path}: {_remedy(path, str(error))}") from error


def _address(path: Path, writing: bool) -> str:
    """Give the file's address; in a folder that cannot be written it is opened as it lies, for asking only."""
    if writing or _is_awake(path):
        return f"{path.absolute().as_uri()}?mode={'rwc' if writing else 'rw'}"
    left = path.with_name(f"{path.name}-wal").exists()
    return f"{path.absolute().as_uri()}?mode=ro{'' if left else '&immutable=1'}"


def _is_awake(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _check_writable(path: Path) -> None:
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: its folder does not exist; make the folder, or choose another file with --ledger")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise LedgerError(f"{path}: {_remedy(path, 'readonly')}")


def _make_engine(path: Path, writing: bool) -> Engine:
    address = _address(path, writing)

    def connect() -> sqlite3.Connection:
        # No implicit transactions: BEGIN is said below, so that tables are made in one as well.
        return sqlite3.connect(address, uri=True, timeout=_WAIT_S, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _set_up if writing or _is_awake(path) else _set_up_asleep)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # A checkpoint waits for the disk: one for every 40 MB written, not for every 4.
    connection.execute("PRAGMA wal_autocheckpoint = 10000")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32000")
    _name_functions(connection)


def _set_up_asleep(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA query_only = ON")
    _name_functions(connection)


def _name_functions(connection: sqlite3.Connection) -> None:
    connection.create_function("rashomon_fold", 1, fold, deterministic=True)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _make_schema(engine: Engine) -> None:
    """Make all tables, indexes, triggers and views in one transaction."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if inspect(connection).has_table("meta"):
            return
        METADATA.create_all(connection, checkfirst=False)
        for statement in _statements():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute(insert(meta), [{"key": "schema_version", "value": str(SCHEMA_VERSION)}])


def _statements() -> list[str]:
    text = (files("rashomon.store") / "schema.sql").read_text(encoding="utf-8")
    return [statement.strip() for statement in text.split("\n--;\n")]
