import builtins
import socket

import pytest

from schemas import Article


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(Article(id="x", title="The pier").model_dump_json() + "\n")
    return path


@pytest.fixture
def served(monkeypatch):
    """What the server was given, in place of serving."""
    import uvicorn

    seen = []
    monkeypatch.setattr(
        uvicorn.Server, "run", lambda self, sockets: seen.append(sockets[0].getsockname())
    )
    return seen


def test_the_desk_says_where_it_is_and_listens_on_loopback_only(run, records, served):
    code, out, _ = run("review", records, "--no-browser", "--as", "Tess")
    assert code == 0
    ((host, port),) = served
    assert host == "127.0.0.1"
    assert f"http://127.0.0.1:{port}/?key=" in out
    assert (records.parent / "a.index.db").exists()


def test_a_port_in_use_is_named(run, records, served):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = run("review", records, "--port", taken.getsockname()[1])
    assert (code, "give another --port" in err) == (2, True)


def test_without_the_extra_it_says_what_to_install(run, records, monkeypatch):
    real = builtins.__import__

    def refuse(name, *rest, **more):
        if name.split(".")[0] in ("uvicorn", "starlette", "jinja2"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    code, _, err = run("review", records)
    assert (code, "pip install jinja2 starlette uvicorn" in err) == (2, True)


def test_saved_pages_that_are_not_there_are_named(run, records, served, tmp_path):
    code, _, err = run("review", records, "--pages", tmp_path / "none")
    assert (code, "name a file or folder of saved pages" in err) == (2, True)
