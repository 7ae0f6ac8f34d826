import pytest

from scraper.corrections import CorrectionLog, corrections_path
from scraper.errors import ExportError, InputError
from scraper.load import load


@pytest.fixture
def path(tmp_path):
    return tmp_path / "articles.corrections.jsonl"


@pytest.mark.parametrize(
    "records, file",
    [
        ("pullquote.db", "corrections.jsonl"),
        ("articles.jsonl", "articles.corrections.jsonl"),
        ("articles.jsonl.gz", "articles.corrections.jsonl"),
    ],
)
def test_the_file_stands_beside_the_records(tmp_path, records, file):
    assert corrections_path(tmp_path / records) == tmp_path / file


def test_lines_are_appended_and_read_again(path, correct):
    log = CorrectionLog(path)
    assert (len(log), log.articles) == (0, [])
    log.add([correct("title", "A"), correct("section", "B")])
    log.add([correct("language", "de")])
    again = CorrectionLog(path)
    assert [c.path for c in again.of("pier")] == ["title", "section", "language"]
    assert again.of("other") == []
    assert len(path.read_text().splitlines()) == 3


def test_the_latest_line_for_a_place_counts(path, correct):
    log = CorrectionLog(path)
    log.add([correct("title", "A"), correct("title", "B")])
    log.add(
        [correct("quotes.0.speaker", "X", anchor="q"), correct("quotes.4.speaker", "Y", anchor="q")]
    )
    assert [c.new for c in log.of("pier")] == ["B", "Y"]
    assert len(log.history("pier")) == 4


def test_a_correction_that_is_taken_back_counts_no_more(path, correct):
    log = CorrectionLog(path)
    log.add([correct("title", "A"), correct("title", "A", withdrawn=True)])
    assert log.of("pier") == []
    assert log.articles == []


def test_a_line_that_was_cut_off_goes_with_the_next_one(path, correct):
    CorrectionLog(path).add([correct("title", "A")])
    with path.open("a") as file:
        file.write('{"article": "pi')
    log = CorrectionLog(path)
    assert [c.path for c in log.of("pier")] == ["title"]
    log.add([correct("section", "B")])
    assert [c.path for c in CorrectionLog(path).of("pier")] == ["title", "section"]


def test_a_last_line_without_its_end_is_kept(path, correct):
    path.write_text(correct("title", "A").model_dump_json())
    CorrectionLog(path).add([correct("section", "B")])
    assert [c.path for c in CorrectionLog(path).of("pier")] == ["title", "section"]


def test_a_line_that_is_none_is_named(path, correct):
    path.write_text("nonsense\n" + correct("title", "A").model_dump_json() + "\n")
    with pytest.raises(InputError, match="line 1 is no correction; mend or delete"):
        CorrectionLog(path)


def test_a_folder_in_the_way_is_named(path, correct):
    log = CorrectionLog(path)
    path.mkdir()
    with pytest.raises(ExportError, match="nothing was corrected"):
        log.add([correct("title", "A")])
    assert log.of("pier") == []


def test_records_are_loaded_with_their_corrections(tmp_path, record, correct):
    records = tmp_path / "articles.jsonl"
    records.write_text(record.model_dump_json() + "\n")
    CorrectionLog(corrections_path(records)).add([correct("title", "The pier", old="The peer")])
    assert [r.title for r in load(records)] == ["The pier"]
    assert [r.title for r in load(records, with_corrections=False)] == ["The peer"]
