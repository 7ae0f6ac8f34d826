import json

from schemas import Article, Evidence, Quote
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


def test_a_corrected_quotation_says_so_in_a_comment(tmp_path):
    record = Article(
        id="a1",
        url="https://paper.example/a",
        quotes=[Quote(text="It sings.", speaker="Ada Lund"), Quote(text="It creaks.")],
        evidence={
            "quotes.0.speaker": Evidence(source="correction", where="Tess, 2026-11-26"),
            "quotes.1.speaker": Evidence(source="text"),
        },
    )
    write_exports([record], tmp_path, ["annotations"])
    lines = (tmp_path / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert [body["value"] for body in first["body"]] == [
        "Ada Lund",
        "Corrected by Tess, 2026-11-26 (speaker)",
    ]
    assert first["body"][1]["purpose"] == "commenting"
    assert "body" not in second
