import pytest

from schemas import Article
from scraper.errors import ExportError
from scraper.exporters.folder import file_name, refuse_foreign_files


@pytest.mark.parametrize(
    "record, name",
    [
        (
            Article(id="3f9a1c22aa", title="A «Pier»: 3/4!", date_published="2016-03-08T10:00:00Z"),
            "2016-03-08-a-pier-3-4-3f9a1c22.md",
        ),
        (Article(id="3f9a1c22aa", date_published="2016"), "2016-untitled-3f9a1c22.md"),
        (Article(id="3f9a1c22aa", title="港の夜店"), "港の夜店-3f9a1c22.md"),
        (Article(id="3f9a1c22aa", title="../../etc"), "etc-3f9a1c22.md"),
        (Article(id="3f9a1c22aa", title="!?"), "3f9a1c22.md"),
    ],
)
def test_names(record, name):
    assert file_name(record, ".md") == name


def test_long_titles_fit_any_file_system():
    assert len(file_name(Article(id="3f9a1c22aa", title="港" * 500), ".md").encode()) < 255


def test_only_our_own_files_may_be_replaced(tmp_path):
    refuse_foreign_files(tmp_path / "none")
    (tmp_path / "2016-a-3f9a1c22.md").touch()
    refuse_foreign_files(tmp_path)
    (tmp_path / "notes.md").touch()
    with pytest.raises(ExportError, match=r"holds notes\.md, which no export wrote"):
        refuse_foreign_files(tmp_path)
