"""How quick the review desk is: milliseconds a request with 100,000 invented articles.

    python benchmarks/desk.py --records 100000 --rounds 7

Requests go through the whole application (checks, routes, queries, templates), without the
network. Figures are CPU milliseconds, the best of the rounds, with the first round beside it. Each
round counts its list again; the sites and languages that the filters offer are counted once.
"""

import argparse
import asyncio
import tempfile
import time
from pathlib import Path

import httpx
from invented import invented_id, invented_records

from scraper.load import Source
from scraper.review.app import create_app
from scraper.review.desk import Desk, Setting
from scraper.review.security import Keys

REQUESTS = {
    "the list, newest first": "/",
    "the list by title": "/?sort=title",
    "a rare word": "/?words=Pietry+lunding",
    "one letter of a word": "/?words=h",
    "a frequent word": "/?words=the",
    "… by title": "/?words=the&sort=title",
    "… of one site": "/?words=the&site=Site007",
    "… further down": "/?words=the&until=2012-06",
    "… without what it has": "/?words=the&has=conflicts",
    "a phrase": "/?words=%22in+the%22",
    "a speaker": "/?words=speaker:quill",
    "word and three filters": "/?words=pier&has=bios&language=de&since=2010&sort=least+certain",
    "without authors": "/?missing=authors",
    "with conflicts, of which there are none": "/?has=conflicts",
    "least certain first": "/?sort=least+certain&below=50",
    "one article": f"/article/{invented_id(1024)}",
    "its fields": f"/article/{invented_id(1024)}?side=fields",
    "all quotations of a speaker": "/speaker?name=Ada+Lund",
    "overview (then kept until something changes)": "/overview",
}


def main() -> None:
    """Make the records, open the desk, time the requests, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="Folder that keeps records and index.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        path = (options.keep or Path(temporary)) / "invented.jsonl"
        if not path.exists():
            lines = (r.model_dump_json() + "\n" for r in invented_records(options.records))
            with path.open("w", encoding="utf-8") as file:
                file.writelines(lines)
        with Desk(Setting(Source(path), "bench")) as desk:
            took = time.process_time()
            desk.update()
            took = time.process_time() - took
            size = desk.setting.index_path.stat().st_size / 2**20
            print(f"index of {options.records:,} records: {took:.0f} s CPU, {size:.0f} MiB")
            again = time.process_time()
            desk.update()
            print(f"nothing changed: {time.process_time() - again:.1f} s CPU")
            asyncio.run(_time_requests(desk, options.rounds))


async def _time_requests(desk: Desk, rounds: int) -> None:
    keys = Keys(8765)
    transport = httpx.ASGITransport(create_app(desk, keys))
    headers = {"cookie": f"{keys.cookie}={keys.key}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
        await client.get("/static/desk.css", headers=headers)
        print("| request | first, ms | best, ms |\n|---|---:|---:|")
        await client.get("/", headers=headers)
        for name, path in REQUESTS.items():
            times = []
            for number in range(rounds):
                address = _asked_anew(path, number)
                began = time.process_time()
                answer = await client.get(address, headers=headers)
                answer.raise_for_status()
                times.append((time.process_time() - began) * 1000)
            print(f"| {name} | {times[0]:.1f} | {min(times):.1f} |", flush=True)


def _asked_anew(path: str, number: int) -> str:
    """Return an address of the same list that was not asked yet, so that its total is counted."""
    dots = "." * number
    if "words=" in path:
        return path.replace("words=", f"words={dots}+")
    return f"{path}&words={dots}" if path.startswith("/?") else path


if __name__ == "__main__":
    main()
