"""A PostgreSQL server of one's own: a temporary folder, a socket in it, no network."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

from tests.conftest import require

FOLDERS = "/usr/lib/postgresql/*/bin"


def programs() -> Path:
    """The folder of the newest server's programs; skips the test where there is none."""
    found = sorted(Path("/").glob(FOLDERS[1:] + "/initdb"), key=lambda path: int(path.parts[4].partition(".")[0]))
    if not found:
        require("initdb", "pg_ctl")
        found = [Path(str(shutil.which("initdb"))).resolve()]
    return found[-1].parent


class Server:
    """Running from `start` to `stop`. It will not run as root: then it is nobody's, or postgres's."""

    def __init__(self) -> None:
        self._programs = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="newslint-pg-"))
        self._user: int | None = None
        if os.geteuid() == 0:
            self._user = pwd.getpwnam("nobody").pw_uid
            os.chown(self.folder, self._user, -1)
        self._run("initdb", "-D", "data", "-A", "trust", "-U", "editor", "-E", "UTF8", "--locale=C", "--no-sync")

    def start(self) -> None:
        settings = (
            f"-c unix_socket_directories={self.folder} -c listen_addresses= -c fsync=off -c shared_buffers=32MB"
            " -c max_connections=20 -c autovacuum=off"
        )
        self._run("pg_ctl", "-D", "data", "-l", "log", "-w", "-o", settings, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, schema: str = "public") -> str:
        folder = quote(str(self.folder), safe="")
        return f"postgresql://editor:pass%40word@/postgres?host={folder}&options=-csearch_path%3D{schema}"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments], cwd=self.folder, user=self._user, extra_groups=[] if self._user else None,
            stdin=subprocess.DEVNULL, stdout=(self.folder / "out").open("w"), stderr=subprocess.STDOUT, timeout=120,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
        )  # fmt: skip
        assert done.returncode == 0, (self.folder / "out").read_text()
