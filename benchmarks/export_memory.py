"""That exports stream: the largest memory of the process while more and more records go out.

    python benchmarks/export_memory.py --records 1000000 --formats jsonl,csv,sqlite

Each count runs in a process of its own; the records are invented as they are asked for, so that
what is measured is the export alone. Memory is the high-water mark of the resident set.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from invented import invented_records

from scraper.exporters import write_exports


def main() -> None:
    """Export a hundredth, a tenth and all of the records, each alone; print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--formats", default="jsonl")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        print(*_export(options.records, options.formats.split(",")))
        return
    print(f"| records | {options.formats}: MiB | CPU s |\n|---:|---:|---:|")
    for count in (options.records // part for part in (100, 10, 1)):
        command = [sys.executable, __file__, "--alone", "--records", str(count)]
        command += ["--formats", options.formats]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        memory, seconds = done.stdout.split()
        print(f"| {count:,} | {memory} | {seconds} |", flush=True)


def _export(count: int, formats: list[str]) -> tuple[str, str]:
    records = invented_records(count)
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        write_exports(records, Path(folder), formats)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{memory:.0f}", f"{time.process_time() - began:.0f}"


if __name__ == "__main__":
    main()
