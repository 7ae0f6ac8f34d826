import json
import re

import pytest


@pytest.fixture
def folder(run, page, tmp_path):
    path = tmp_path / "mine"
    code, out, _ = run("fixtures", "add", page, "--folder", path, "--url", "https://a.example/pier")
    assert code == 0
    assert "correct the record by hand" in out
    return path


def expected(folder):
    return json.loads((folder / "a-example" / "pier.json").read_text(encoding="utf-8"))


def test_a_fixture_just_added_passes(run, folder):
    code, out, _ = run("fixtures", "check", folder)
    assert code == 0
    assert "1 fixture\n" in out


def test_a_difference_is_shown_word_by_word_and_exits_with_1(run, folder):
    data = expected(folder) | {"title": "The old pier", "section": "News"}
    (folder / "a-example" / "pier.json").write_text(json.dumps(data))
    code, out, _ = run("fixtures", "check", folder)
    assert code == 1
    assert "a-example/pier  title (changed)\n    The [-old -]pier\n" in out
    assert "section (lost)" in out


def test_one_field_can_be_asked_for(run, folder):
    data = expected(folder) | {"title": "Other", "section": "News"}
    (folder / "a-example" / "pier.json").write_text(json.dumps(data))
    code, out, _ = run("fixtures", "check", folder, "--field", "url")
    assert code == 0
    assert "title" not in out


def test_one_page_can_be_asked_for(run, folder, page):
    run("fixtures", "add", page, "--folder", folder, "--url", "https://a.example/other")
    code, out, _ = run("fixtures", "check", folder / "a-example" / "pier.html")
    assert (code, "1 fixture\n" in out) == (0, True)


def test_own_site_parsers_are_used_and_what_is_wrong_with_them_is_told(run, page, tmp_path):
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "a.py").write_text(
        "from scraper.sites import SiteParser\nclass A(SiteParser):\n    hosts = ('a.example',)\n"
        "    def section(self, soup): return 'Piers'\n"
        "    def authors(self, soup): return 'Ada Lund'\n"
    )
    mine = ("--sites", tmp_path / "sites")
    for host in ("a.example", "b.example"):
        words = (page, "--folder", tmp_path / "mine", "--url", f"https://{host}/pier", *mine)
        assert run("fixtures", "add", *words)[0] == 0
    assert expected(tmp_path / "mine")["section"] == "Piers"
    code, out, _ = run("fixtures", "check", tmp_path / "mine", *mine)
    assert code == 0
    assert "a-example/pier  warning: authors: the site parser's value cannot be used" in out
    assert "no site parser is for b.example\n" in out


def test_update_makes_it_pass(run, folder):
    (folder / "a-example" / "pier.json").write_text('{"url": "https://a.example/pier"}')
    code, out, _ = run("fixtures", "check", folder, "--update")
    assert code == 0
    assert "title (new)" in out
    assert run("fixtures", "check", folder)[0] == 0
    assert expected(folder)["title"] == "The pier"


@pytest.mark.parametrize("options", [(), ("--update",)])
def test_a_broken_record_is_told_beside_its_page_and_kept_and_the_rest_checked(
    run, folder, page, options
):
    run("fixtures", "add", page, "--folder", folder, "--url", "https://a.example/other")
    broken = folder / "a-example" / "other.json"
    broken.write_text("{")
    code, out, _ = run("fixtures", "check", folder, *options)
    assert code == 1
    assert f"a-example/other  {broken} is no JSON" in out
    assert re.search(r"title +1\b", out)
    assert broken.read_text() == "{"


@pytest.mark.parametrize(
    "words, message",
    [
        (["check", "nowhere"], "nowhere is no folder"),
        (["check", "FOLDER", "--field", "colour"], "--field colour: known fields are id, url"),
        (["add", "missing.html"], "missing.html does not exist"),
        (["add", "PAGE"], "give --name site/page or --url"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(run, folder, page, tmp_path, words, message, monkeypatch):
    monkeypatch.chdir(tmp_path)
    real = [w.replace("FOLDER", str(folder)).replace("PAGE", str(page)) for w in words]
    code, _, err = run("fixtures", *real)
    assert (code, err.count("\n")) == (2, 1)
    assert message in err
