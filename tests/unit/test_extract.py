"""The recipe: what one field takes, another does not repeat."""

from scraper import extract

PARAGRAPHS = "".join(
    f"<p>The water came to the {place} before midnight, and by the morning those who live near "
    f"the {place} had carried what they own to the upper floor.</p>"
    for place in "bridge school harbour market station library".split()
)


def test_the_headline_does_not_open_the_body():
    article = extract(
        "<title>The river rose</title><table><tr><td><a href=/>Home</a></td><td>"
        f"<b>The river rose</b><br><br>{PARAGRAPHS}</td></tr></table>",
        "https://a.example/2020/the-river-rose",
    )
    assert article.title == "The river rose"
    assert article.body.startswith("The water came to the bridge")


def test_a_date_and_a_name_below_the_headline_go_with_it():
    page = (
        "<title>The river rose</title><div>"
        "<b>The river rose</b><br>14 March 2019 <i>Ada Holt</i><br><br>{}</div>"
    )
    article = extract(page.format(PARAGRAPHS), "https://a.example/2020/the-river-rose")
    assert article.body.startswith("The water came to the bridge")
    sentence = page.replace("14 March 2019 <i>Ada Holt</i>", "Nobody slept that night.")
    article = extract(sentence.format(PARAGRAPHS), "https://a.example/2020/the-river-rose")
    assert "Nobody slept that night." in article.body


def test_titles_in_a_list_of_sources_are_no_quotations():
    article = extract(
        f"<article><h1>The river rose</h1>{PARAGRAPHS}<h2>References</h2><ul>"
        "<li>Holt, M. (2016) ‘How rivers rise in small towns’, Journal of Water, 4(2), 1–9.</li>"
        "<li>Adair, T. (2011) “What the bridge remembers”, Quay Papers, 3, 20–31.</li>"
        "</ul></article>",
        "https://a.example/2020/the-river-rose",
    )
    assert [reference.issued for reference in article.references] == ["2016", "2011"]
    assert article.quotes == []


def test_titles_in_a_list_are_none_though_somebody_spoke_before():
    article = extract(
        f"<article><h1>The river rose</h1>{PARAGRAPHS}<p>“The nets hold all winter,” said Ada Finch.</p>"
        "<h2>References</h2><ul>"
        "<li>Holt, M. (2016). “How rivers rise in small towns”. Journal of Water, 4(2), 1–9.</li>"
        "<li>Adair, T. (2011). “What the bridge remembers”. Quay Papers, 3, 20–31.</li>"
        "</ul></article>",
        "https://a.example/2020/the-river-rose",
    )
    assert [quote.text for quote in article.quotes] == ["The nets hold all winter,"]


def test_a_dek_that_its_class_names_is_no_body():
    dek = "After a week of rain the town counts its cellars, and looks for somebody to blame."
    for attribute, expected in (("class=standfirst", dek), ("", None)):
        article = extract(
            f"<article><h1>The river rose</h1><p {attribute}>{dek}</p>{PARAGRAPHS}</article>",
            "https://a.example/2020/the-river-rose",
        )
        assert article.subtitle == expected
        assert article.body.startswith("The water" if expected else "After a week")


def test_a_byline_takes_no_paragraph_of_a_text_that_stands_elsewhere() -> None:
    lines = [
        f"The weir at Arnholt was raised {n} times, and each time somebody drowned."
        for n in range(9)
    ]
    text = "".join(f"<p>{line}</p>" for line in lines)
    head = '<h1>The weir at Arnholt</h1><p class="byline">By Ada Moor</p><p>3 May 2021</p>'
    record = extract(f"<title>The weir at Arnholt</title>{head}<noscript>{text}</noscript>")
    assert [author.name for author in record.authors] == ["Ada Moor"]
    assert [block.text for block in record.blocks] == lines
