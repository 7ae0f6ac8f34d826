"""That exports stream: the largest memory of the process while more and more records go out.

    python benchmarks/export_memory.py --records 1000000 --formats csv,sqlite,tei
    python benchmarks/export_memory.py --records 1000000 --from-file --formats jsonl,csv

Each format and count runs in a process of its own, with short invented records (two paragraphs, a
quotation, a citation, a work of their own). They are invented as they are asked for, or, with
``--from-file``, read back from a JSON Lines file as ``pullquote export FILE`` does. Memory is the
high-water mark of the resident set, of which Python, the models and 3,000 records that come round
are some 65 MiB.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from invented import invented_records

from schemas import Article
from scraper.exporters import FORMATS, write_exports, write_jsonl
from scraper.load import load

_PARTS = (100, 10, 1)
"""The counts are the asked one divided by these."""


def main() -> None:
    """Export a hundredth, a tenth and all, each alone; print a row a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--from-file", action="store_true")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help="Where the exports are written and removed.")
    options = parser.parse_args()
    if options.alone:
        print(*_export(options.records, options.alone, options.folder, from_file=options.from_file))
        return
    counts = [options.records // part for part in _PARTS]
    heads = "".join(f" {count:,}: MiB |" for count in counts)
    print(f"| format |{heads} CPU s | GB |\n|---|{'---:|' * (len(counts) + 2)}", flush=True)
    for name in options.formats.split(","):
        cells = []
        for count in counts:
            memory, seconds, size = _alone(name, count, options)
            cells.append(memory)
        print(f"| {name} | {' | '.join([*cells, seconds, size])} |", flush=True)


def _alone(name: str, count: int, options: argparse.Namespace) -> list[str]:
    command = [sys.executable, __file__, "--alone", name, "--records", str(count)]
    command += ["--from-file"] * options.from_file
    if options.folder:
        command += ["--folder", str(options.folder)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def _export(count: int, name: str, where: Path | None, *, from_file: bool) -> tuple[str, str, str]:
    """Return MiB at most, CPU seconds and gigabytes written of one export."""
    records: Iterable[Article] = invented_records(count, paragraphs=2, own_works=True)
    with tempfile.TemporaryDirectory(dir=where) as temporary:
        folder = Path(temporary)
        if from_file:
            records = load(write_jsonl(records, folder / "records.jsonl"))
        began = time.process_time()
        write_exports(records, folder / "out", [name])
        seconds = time.process_time() - began
        # Before the files are listed, which takes memory for a folder with one an article.
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        files = (path for path in (folder / "out").rglob("*") if path.is_file())
        size = sum(path.stat().st_size for path in files) / 1e9
    return f"{memory:.0f}", f"{seconds:.0f}", f"{size:.2f}"


if __name__ == "__main__":
    main()
