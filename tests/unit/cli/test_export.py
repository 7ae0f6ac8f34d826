import csv
import warnings

import pytest

from schemas import Article
from scraper.store import NewRecord, Store


def test_a_jsonl_file_becomes_csv_beside_it(run, tmp_path):
    (tmp_path / "a.jsonl").write_text(Article(id="a", title="T").model_dump_json() + "\n")
    code, out, _ = run("export", tmp_path / "a.jsonl", "--to", "csv,bibtex")
    assert code == 0
    assert str(tmp_path / "articles.csv") in out.splitlines()
    assert (tmp_path / "articles.bib").exists()


def test_a_job_goes_to_another_folder(run, tmp_path):
    (tmp_path / "job").mkdir()
    Store(tmp_path / "job" / "pullquote.db").close()
    code, out, _ = run("export", tmp_path / "job", "--to", "jsonl", "-o", tmp_path / "out")
    assert (code, out) == (0, f"{tmp_path / 'out' / 'articles.jsonl'}\n")


@pytest.mark.parametrize(
    "words, message",
    [
        (["nothing", "--to", "csv"], "no records found"),
        (["FILE", "--to", "csv", "--where", "loud"], "'loud' is no condition; write conditions"),
        (["FILE", "--to", "xlsx"], "unknown export format 'xlsx'; known are"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(run, tmp_path, words, message):
    (tmp_path / "a.jsonl").write_text("")
    code, _, err = run("export", *(w.replace("FILE", str(tmp_path / "a.jsonl")) for w in words))
    assert (code, err.count("\n")) == (2, 1)
    assert message in err


def test_only_some_records(run, tmp_path):
    records = [Article(id="a", title="T"), Article(id="b")]
    (tmp_path / "a.jsonl").write_text("".join(r.model_dump_json() + "\n" for r in records))
    out = tmp_path / "out"
    assert (
        run("export", tmp_path / "a.jsonl", "--to", "jsonl", "--where", "has title", "-o", out)[0]
        == 0
    )
    assert len((out / "articles.jsonl").read_text().splitlines()) == 1


@pytest.mark.parametrize(
    "words, reason",
    [
        (
            ["--where", "has quotes", "--since", "2024"],
            'fits has quotes and since "2024"; leave out',
        ),
        ([], None),
    ],
)
def test_an_export_that_no_record_fits_says_so(run, tmp_path, words, reason):
    (tmp_path / "a.jsonl").write_text(Article(id="a", title="T").model_dump_json() + "\n")
    code, _, err = run("export", tmp_path / "a.jsonl", *words, "-o", tmp_path / "out")
    assert code == 0
    assert (reason in err) if reason else (err == "")
    assert (tmp_path / "out" / "articles.csv").read_text().startswith("id,")


def test_an_export_of_nothing_says_what_comes_first(run, tmp_path):
    (tmp_path / "a.jsonl").write_text("")
    code, _, err = run("export", tmp_path / "a.jsonl", "-o", tmp_path / "out")
    assert (code, "has no records yet; crawl or extract first" in err) == (0, True)


def test_records_that_repeat_another_one_are_left_out(run, tmp_path):
    (tmp_path / "job").mkdir()
    with Store(tmp_path / "job" / "pullquote.db") as store, store.transaction():
        run_number = store.runs.begin(0.0).id
        for name in "ab":
            json = Article(id=name).model_dump_json()
            store.records.put(
                NewRecord(name, f"https://x.example/{name}", True, name, None, json), run_number
            )
        store.records.mark_duplicates({"b": "a"})
    for words, count in (((), 1), (("--duplicates",), 2)):
        assert run("export", tmp_path / "job", "--to", "jsonl", *words)[0] == 0
        lines = (tmp_path / "job" / "articles.jsonl").read_text().splitlines()
        assert len(lines) == count
    assert Article.model_validate_json(lines[1]).duplicate_of == "a"


def test_an_id_that_comes_twice_is_told_and_stands_in_tables_once(run, tmp_path):
    lines = [Article(id="a", title=title).model_dump_json() for title in ("old", "new")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        code, _, err = run("export", tmp_path / "a.jsonl")
    assert code == 0
    assert err == (
        f"pullquote: {tmp_path / 'a.jsonl'}: one id comes more than once; "
        "the last line of each counts\n"
    )
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["new"]
