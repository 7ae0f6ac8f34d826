"""A PostgreSQL of the tests' own: Debian's package, in a temporary folder, on a Unix socket."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

MISSING = "PostgreSQL is not installed here; `apt-get install postgresql` installs it"


def find_programs():
    """Return the folder of initdb and pg_ctl, None where they are not installed."""
    known = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts[-3]
    )
    if known:
        return known[-1].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def is_installed():
    """Return whether the server and its driver are here."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return False
    return find_programs() is not None


def _user():
    """Return who runs the server: never root, which it refuses."""
    if os.getuid():
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


@contextmanager
def serve():
    """Run a server; yield the address of its first database."""
    programs, user = find_programs(), _user()
    folder = Path(tempfile.mkdtemp(prefix="pullquote-pg-"))
    identity = {}
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
        identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def run(*command):
        subprocess.run(
            command, check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60, **identity
        )

    data = str(folder / "data")
    quiet = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    try:
        run(
            programs / "initdb",
            "-D",
            data,
            "-U",
            "tester",
            "-A",
            "trust",
            "-N",
            "--no-instructions",
        )
        run(programs / "pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", quiet, "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(address, name):
    """Make an empty database; return its address."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return address.replace("/postgres?", f"/{name}?")
