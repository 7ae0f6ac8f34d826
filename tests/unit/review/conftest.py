from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from scraper.fixtures import find_fixtures
from scraper.load import find_source
from scraper.review.app import create_app
from scraper.review.desk import Desk, Setting
from scraper.review.security import Keys

FIXTURES = Path(__file__).parents[3] / "fixtures"
WHEN = datetime(2026, 11, 26, 10, tzinfo=UTC)
ARTICLE = "907eb7b92bb9802a"
PORT = 8765


@pytest.fixture(scope="session")
def extracted():
    """The records of the bundled pages, as JSON Lines."""
    records = [fixture.extract() for fixture in find_fixtures(FIXTURES)]
    kept = [r for r in records if r.page_type and r.page_type.kind == "article"]
    return "".join(record.model_dump_json() + "\n" for record in kept)


@pytest.fixture
def folder(tmp_path, extracted):
    (tmp_path / "articles.jsonl").write_text(extracted, encoding="utf-8")
    return tmp_path


@pytest.fixture
def open_desk(folder):
    """Open a desk on the records of the bundled pages."""
    opened = []

    def open_one(**options):
        source = find_source(folder / "articles.jsonl")
        setting = Setting(source, "Tess", fixtures=folder / "fixtures", **options)
        desk = Desk(setting, now=lambda: WHEN)
        desk.update()
        opened.append(desk)
        return desk

    yield open_one
    for desk in opened:
        desk.__exit__(None, None, None)


@pytest.fixture
def desk(open_desk):
    return open_desk(pages=(FIXTURES / "northmoor-university",))


@pytest.fixture
def keys():
    return Keys(PORT)


class Client:
    """Asks the desk's application without a network."""

    def __init__(self, desk, keys):
        self.keys = keys
        self._app = create_app(desk, keys)

    async def _ask(self, method, path, **options):
        transport = httpx.ASGITransport(self._app)
        base = f"http://127.0.0.1:{PORT}"
        async with httpx.AsyncClient(transport=transport, base_url=base) as client:
            return await client.request(method, path, **options)

    def ask(self, method, path, *, key=True, **options):
        import asyncio

        headers = dict(options.pop("headers", {}))
        if key:
            headers["cookie"] = f"{self.keys.cookie}={self.keys.key}"
        return asyncio.run(self._ask(method, path, headers=headers, **options))

    def get(self, path, **options):
        return self.ask("GET", path, **options)

    def post(self, path, form, **options):
        data = {"token": self.keys.token, **form}
        return self.ask("POST", path, data=data, **options)


@pytest.fixture
def client(desk, keys):
    return Client(desk, keys)
