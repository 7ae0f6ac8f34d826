import json

from schemas import Article, Quote
from scraper.exporters import write_exports


def annotations_of(record, folder):
    (path,) = write_exports([record], folder, ["annotations"])
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_an_interrupted_quotation_has_a_target_for_each_stretch(record, tmp_path):
    (annotation,) = annotations_of(record, tmp_path)
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotation["id"] == f"urn:pullquote:{record.id}:quote:0"
    assert [target["selector"]["exact"] for target in annotation["target"]] == [
        "We chose this,",
        "Nobody else did.",
    ]
    assert {target["source"] for target in annotation["target"]} == {record.url}
    assert annotation["body"]["value"] == "Ada Öztürk"
    assert annotation["created"] == "2016-03-10T08:00:00Z"


def test_a_plain_quotation_is_found_by_what_stands_around_it(tmp_path):
    quote = Quote(text="It creaks", prefix="walk on it. “", suffix=",” said")
    (annotation,) = annotations_of(
        Article(id="a", url="https://a.example/", quotes=[quote]), tmp_path
    )
    assert annotation["target"] == {
        "source": "https://a.example/",
        "selector": {
            "type": "TextQuoteSelector",
            "exact": "It creaks",
            "prefix": "walk on it. “",
            "suffix": ",” said",
        },
    }
    assert "body" not in annotation


def test_a_page_without_an_address_has_no_annotations(tmp_path):
    assert annotations_of(Article(id="a", quotes=[Quote(text="x")]), tmp_path) == []
