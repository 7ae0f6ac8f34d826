from schemas import Article, Quote, Reference
from scraper.load import Source
from scraper.review.desk import Desk, Setting
from scraper.review.overview import read_overview


def overview(tmp_path, *records):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(record.model_dump_json() + "\n" for record in records))
    with Desk(Setting(Source(path), "Tess")) as desk:
        desk.update()
        return read_overview(desk.db)


def dated(*days):
    return [Article(id=f"{n}", date_published=day) for n, day in enumerate(days)]


def test_nothing_can_be_counted(tmp_path):
    found = overview(tmp_path)
    assert (found.articles, found.quoted, found.timeline.columns) == (0, [], [])


def test_months_without_articles_have_their_place(tmp_path):
    line = overview(tmp_path, *dated("2016-03-08", "2016-05", "2016-05-02", "2016", None)).timeline
    assert (line.unit, line.undated) == ("month", 1)
    assert [(c.label, c.count) for c in line.columns] == [
        ("2016-03", 1),
        ("2016-04", 0),
        ("2016-05", 2),
    ]
    assert line.columns[2].link == "/?since=2016-05&until=2016-05"
    assert line.columns[2].y + line.columns[2].height == line.base


def test_long_spans_are_drawn_by_year(tmp_path):
    line = overview(tmp_path, *dated("1999-01", "2001-03", "2016")).timeline
    assert line.unit == "year"
    assert [c.label for c in line.columns] == [str(year) for year in range(1999, 2017)]
    assert len(line.labels) <= 9


def test_speakers_and_works_are_counted_over_articles(tmp_path):
    work = Reference(text="Lund, A. (2016) Piers.", title="Piers", issued="2016", DOI="10.5555/x")
    once = Reference(text="Marrow, B. (2017) Roofs.", title="Roofs", issued="2017")
    records = [
        Article(
            id=name,
            title=name,
            site_name="S",
            language="en",
            quotes=[Quote(text="a", speaker="Ada"), Quote(text="b", speaker=speaker)],
            references=[work] if speaker else [work, once],
        )
        for name, speaker in (("one", "Ada"), ("two", None))
    ]
    found = overview(tmp_path, *records)
    assert [(b.label, b.count, b.note, b.share) for b in found.quoted] == [
        ("Ada", 3, "2 articles", 1)
    ]
    assert [(b.label, b.count) for b in found.cited] == [("Lund, A. (2016) Piers.", 2)]
    assert found.works == 2
    assert [(b.label, b.count) for b in found.sites] == [("S", 2)]
    shares = {bar.label: (bar.count, bar.note) for bar in found.completeness}
    assert shares["title"] == (2, "0 without")
    assert shares["authors"] == (0, "2 without")
