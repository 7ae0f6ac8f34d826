"""The scheduler as a process: it catches up a missed run, says so, and ends when told to."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from prometheus_client.parser import text_string_to_metric_families
from pullquote_test_server import answer, article

from scraper.store import Store

COMMAND = [sys.executable, "-c", "from scraper.cli import main; main()"]


def metrics_at(port):
    with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as reply:
        families = text_string_to_metric_families(reply.read().decode())
        return {sample.name: sample.value for family in families for sample in family.samples}


def test_a_missed_run_is_caught_up_and_told(site, tmp_path):
    site.answers["/"] = answer(article("Front page", links=["/2024/05/01/old-ferry-sails"]))
    site.answers["/2024/05/01/old-ferry-sails"] = answer(article("The old ferry sails again"))
    job = tmp_path / "job.toml"
    job.write_text(
        f'name = "j"\nseeds = ["{site.url}/"]\ncontact = "a@b.example"\ndelay = 0\nworkers = 1\n'
        'allow_private_hosts = ["127.0.0.1"]\nschedule = "0 6 * * *"\n'
    )
    (tmp_path / "output" / "j").mkdir(parents=True)
    with Store(tmp_path / "output" / "j" / "pullquote.db") as store, store.transaction():
        missed = store.runs.begin(time.time() - 3 * 86400)
        store.runs.finish(missed.id, time.time() - 3 * 86400, None)

    process = subprocess.Popen(
        [*COMMAND, "schedule", "job.toml", "--metrics", "127.0.0.1:0"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(Path.cwd())}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        port = int(re.search(r"port (\d+)", process.stderr.readline())[1])
        for _ in range(600):
            found = metrics_at(port)
            if found.get("pullquote_records"):
                break
            time.sleep(0.1)
        time.sleep(0.3)
        found = metrics_at(port)
        asked = len(site.hits)
    finally:
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert (found["pullquote_run_number"], found["pullquote_running"]) == (2, 0)
    assert found["pullquote_fetches_total"] >= 2
    assert found["pullquote_next_run_timestamp_seconds"] > time.time() - 60
    assert len(site.hits) == asked, "one missed run, not three"
    assert "j, run 2: " in output
    assert "pullquote_records" in (tmp_path / "output" / "j" / "metrics.prom").read_text()
