import pytest

from schemas import Article, Author, Block, Citation, Evidence, Quote, Reference
from scraper.cli import main


@pytest.fixture
def run(capsys):
    """Run the command line; give its exit code, output and messages."""

    def run_command(*words):
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        captured = capsys.readouterr()
        return ended.value.code, captured.out, captured.err

    return run_command


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html lang=en><head><title>The pier</title></head><body><h1>The pier</h1>"
        "<p>The pier is old and long, and people walk on it. “It creaks,” said Ada Lund.</p>"
        "<p>It was built by hand in the year of the great storm, of oak and patience.</p>"
        "</body></html>",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def record_with_everything():
    body = "Part one\n\n“We did,” said Tess (Ofsted, 2016)."
    return Article(
        id="x",
        title="A headline",
        subtitle="Below it",
        authors=[Author(name="Ada Lund", role="Reporter", bio="She writes.")],
        date_published="2016-03-08",
        body=body,
        blocks=[Block(kind="heading", level=2, text="Part one", start=0, end=8)],
        quotes=[
            Quote(text="We did", speaker="Tess", start=11, end=17),
            Quote(text="pull", kind="pull"),
        ],
        citations=[
            Citation(text="(Ofsted, 2016)", kind="author-date", reference=0, start=29, end=43),
            Citation(text="[2]", kind="numeric"),
        ],
        references=[Reference(text="Ofsted (2016) Report.")],
        evidence={"authors.0": Evidence(source="byline", confidence=0.8)},
        warnings=["two dates"],
    )
