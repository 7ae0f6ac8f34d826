import json

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article, Author, Quote, Reference
from scraper.exporters import write_exports

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_every_line_has_every_key_and_gives_the_record_back(record, tmp_path):
    (path,) = write_exports([record, Article(id="empty")], tmp_path, ["jsonl"])
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [list(json.loads(line)) for line in lines] == [list(Article.model_fields)] * 2
    assert Article.model_validate_json(lines[0]) == record


@settings(max_examples=25)
@given(TEXT, TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_any_text_survives_in_one_line(tmp_path_factory, title, body, quote, tags):
    folder = tmp_path_factory.mktemp("jsonl")
    record = Article(
        id="x",
        title=title,
        body=body,
        tags=tags,
        quotes=[Quote(text=quote)],
        authors=[Author(name=title)],
        references=[Reference(text=body)],
    )
    (path,) = write_exports([record], folder, ["jsonl"])
    data = path.read_bytes()
    assert data.count(b"\n") == 1
    assert Article.model_validate_json(data) == record
