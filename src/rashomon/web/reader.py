"""Reports that a person adds: kept in a folder of their own while one thread reads them into the served ledger."""

import csv
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from rashomon.errors import RashomonError
from rashomon.web.sending import writing

_FIELDS = ("file", "outlet", "url", "published", "title", "author")


@dataclass(slots=True)
class Job:
    """One reading that a person asked for, as it stands.

    Attributes:
        done: documents read.
        total: documents to read, or None.
        said: what happens, in words.
        ended: whether it is over.
        began: UTC time from which documents are new.
    """

    done: int = 0
    total: int | None = None
    said: str = "Waiting for the language library"
    ended: bool = False
    began: str = ""


def file_name(given: str, nth: int) -> str:
    """Give a safe name: the last part of what was given, never hidden, never a path."""
    last = given.replace("\\", "/").rpartition("/")[2].strip()
    kept = "".join(letter if letter.isalnum() or letter in " ._-()" else "_" for letter in last).lstrip(". ")
    return kept[:120] or f"report-{nth}.txt"


def write_sidecar(folder: Path, rows: list[dict[str, str]]) -> None:
    """Write what a person says of pasted reports beside them."""
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _FIELDS)
        writer.writeheader()
        writer.writerows(rows)


def start(folder: "TemporaryDirectory[str]", ledger: Path, job: Job, after: Any) -> None:
    """Read the folder in a thread; it is deleted when that is over."""
    Thread(target=_read, args=(folder, ledger, job, after), daemon=True).start()


def _read(folder: "TemporaryDirectory[str]", ledger: Path, job: Job, after: Any) -> None:
    # Heavy: the language library and the gazetteer.
    from rashomon.reading import read_paths  # noqa: PLC0415

    def progress(done: int, total: int | None, name: str) -> None:
        job.done, job.total, job.said = done, total, f"Read {name}"

    try:
        with writing():
            told = read_paths([folder.name], ledger, progress=progress)
        job.said = (
            f"{told.documents_new} new reports, {told.documents_known} known already, {told.claims} new claims, "
            f"{told.incidents} incidents in the ledger now"
        )
    except RashomonError as error:
        job.said = str(error).replace(f"{folder.name}/", "").replace(folder.name, "what was added")
    # Whatever stops the thread must be told on the page, or it waits for ever.
    except Exception as error:  # noqa: BLE001
        job.said = f"The reading stopped with {type(error).__name__}: {error}"
    finally:
        folder.cleanup()
        after()
        job.ended = True
