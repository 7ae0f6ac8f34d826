import pytest
from lxml import etree

from scraper.cut import is_data_table


@pytest.mark.parametrize(
    "html, expected",
    [
        pytest.param("<tr><td>a<td>b<tr><td>c<td>d", True, id="two by two"),
        pytest.param("<tr><td>a<td>b", False, id="one row"),
        pytest.param("<tr><td>a<tr><td>b", False, id="one column"),
        pytest.param("<tr><td><table><tr><td>x</table><td>b<tr><td>c<td>d", False, id="nested"),
        pytest.param(f"<tr><td>{'long ' * 80}<td>b<tr><td>c<td>d", False, id="long cell"),
        pytest.param("<tr><td><p>a<p>b<p><b> </b><td>x<tr><td>c<td>d", True, id="empty parts"),
        pytest.param("<tr><td><p>a<p>b<p>c<td>x<tr><td>c<td>d", False, id="cell of paragraphs"),
    ],
)
def test_data_tables_are_told_from_layout(html, expected) -> None:
    root = etree.fromstring(f"<table>{html}</table>", etree.HTMLParser())
    assert is_data_table(next(root.iter("table"))) is expected
