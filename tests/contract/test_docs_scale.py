"""What docs/scale.md shows can be read by what reads it."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import typer
import yaml

from schemas import CrawlJob
from scraper.cli import app

TEXT = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")


def block(language):
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.M | re.S)
    return found


@pytest.fixture
def manifest():
    return yaml.safe_load(block("yaml"))


def read_command(words):
    """Have the command line read a command, without running it; return its values."""
    group = typer.main.get_command(app)
    command = group.get_command(None, words[0])
    return command.make_context(words[0], words[1:]).params


def pods(manifest):
    cluster = manifest["spec"]["rayClusterSpec"]
    groups = [cluster["headGroupSpec"], *cluster["workerGroupSpecs"]]
    return [group["template"]["spec"] for group in groups]


def test_the_job_file_is_a_job():
    assert CrawlJob.model_validate(tomllib.loads(block("toml"))).store.startswith("postgresql://")


def test_the_manifest_is_a_ray_job_with_workers(manifest):
    assert (manifest["apiVersion"], manifest["kind"]) == ("ray.io/v1", "RayJob")
    (group,) = manifest["spec"]["rayClusterSpec"]["workerGroupSpecs"]
    assert group["minReplicas"] <= group["replicas"] <= group["maxReplicas"]
    assert all(isinstance(value, str) for value in
               manifest["spec"]["rayClusterSpec"]["headGroupSpec"]["rayStartParams"].values())  # fmt: skip


def test_its_entrypoint_is_a_command_and_its_workers_have_processors(manifest):
    name, *words = shlex.split(manifest["spec"]["entrypoint"])
    values = read_command(words)
    assert name == "pullquote"
    assert (values["engine"], values["cluster"]) == ("ray", "auto")
    (group,) = manifest["spec"]["rayClusterSpec"]["workerGroupSpecs"]
    (container,) = group["template"]["spec"]["containers"]
    assert values["workers"] <= group["replicas"] * int(container["resources"]["requests"]["cpu"])


def test_every_pod_mounts_volumes_that_it_has_and_gets_the_address_from_a_secret(manifest):
    for pod in pods(manifest):
        (container,) = pod["containers"]
        mounted = {mount["name"] for mount in container["volumeMounts"]}
        assert mounted == {volume["name"] for volume in pod["volumes"]}
        (variable,) = container["env"]
        assert variable["name"] == "PULLQUOTE_STORE"
        assert "secretKeyRef" in variable["valueFrom"]


def test_paths_of_the_entrypoint_are_mounted(manifest):
    words = shlex.split(manifest["spec"]["entrypoint"])
    (container,) = pods(manifest)[0]["containers"]
    mounted = [mount["mountPath"] for mount in container["volumeMounts"]]
    for path in (word for word in words if word.startswith("/")):
        assert any(path.startswith(folder) for folder in mounted)


def test_what_is_submitted_is_a_command():
    words = shlex.split(block("sh"))
    assert words[:3] == ["ray", "job", "submit"]
    command = words[words.index("--") + 1 :]
    assert command[0] == "pullquote"
    assert read_command(command[1:])["engine"] == "ray"
