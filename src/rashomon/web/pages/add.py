"""Reports are added: files that are dropped, or text that is pasted; the page tells how far the reading is."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.web import reader
from rashomon.web.desk import as_json, desk_of, json_text
from rashomon.web.guard import FIELD, check_csrf

_MOST_BYTES = 200 << 20
_MOST_FILES = 500


def add(request: Request) -> Response:
    """Draw the form, and the reading that runs or ran last."""
    return desk_of(request).page(request, "add.html", job=getattr(request.app.state, "job", None))


async def send(request: Request) -> Response:
    """Take reports and begin to read them."""
    desk, length = desk_of(request), request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > _MOST_BYTES:
        raise HTTPException(413, "At most 200 MB at once; use rashomon read for more.")
    running = getattr(request.app.state, "job", None)
    if running is not None and not running.ended:
        raise HTTPException(409, "A reading is running; wait until it has ended.")
    folder = TemporaryDirectory(prefix="rashomon-add-")
    async with request.form(max_files=_MOST_FILES, max_fields=20, max_part_size=20 << 20) as form:
        if not check_csrf(request, desk.guard, str(form.get(FIELD, ""))):
            folder.cleanup()
            raise HTTPException(403, "This form is old: load the page again, then send it once more.")
        count = await _keep(form, Path(folder.name))
    if not count:
        folder.cleanup()
        raise HTTPException(422, "Drop a file, or paste some text.")
    job = reader.Job(began=datetime.now(UTC).isoformat(timespec="seconds"))
    request.app.state.job = job
    reader.start(folder, desk.settings.ledger, job, desk.snapshot.forget)
    return RedirectResponse("/add", 303)


async def _keep(form: FormData, folder: Path) -> int:
    count = 0
    for nth, sent in enumerate(form.getlist("files")):
        if isinstance(sent, UploadFile) and sent.filename:
            data = await sent.read()
            name = reader.file_name(sent.filename, nth)
            (folder / (name if not (folder / name).exists() else f"{nth}-{name}")).write_bytes(data)
            count += 1
    text = str(form.get("text", ""))
    if text.strip():
        told = {key: str(form.get(key, "")).strip() for key in ("outlet", "url", "published", "title", "author")}
        name = reader.file_name(f"{told['title'][:60] or 'pasted'}.txt", 0)
        (folder / name).write_text(text.replace("\r\n", "\n"), encoding="utf-8")
        if not (folder / "sources.csv").exists():
            reader.write_sidecar(folder, [{"file": name, **told}])
        count += 1
    return count


def progress(request: Request) -> Response:
    """Say how far the reading is."""
    job = getattr(request.app.state, "job", None) or reader.Job(ended=True)
    told = {"done": job.done, "total": job.total, "said": job.said, "ended": job.ended}
    return as_json(json_text(told))


ROUTES = (Route("/add", add), Route("/add", send, methods=["POST"]), Route("/progress.json", progress))
