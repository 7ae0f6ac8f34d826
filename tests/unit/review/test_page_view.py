import re

import pytest

from schemas import Article, Author, Citation, Evidence, Quote, Reference
from scraper.page import read_page
from scraper.review.page_view import render_page

HOSTILE = """<html><head><base href=//evil.example><meta http-equiv=refresh content="0;url=//e.example">
<link rel=stylesheet href=//evil.example/x.css><title>T</title></head><body onload="alert(1)" style="color:red">
<script>alert(2)</script><p onclick=alert(3) style="background:url(//e.example)">Hello <b>there</b></p>tail
<img src=//evil.example/track.gif onerror=alert(4) alt="A pier"><img src="data:image/png;base64,AAAA">
<img src="data:image/svg+xml;base64,AAAA"><iframe src=//e.example srcdoc="<script>1</script>">in</iframe>
<a href="javascript:alert(5)">a</a><a href="https://b.example/x">b</a><a href="#there">c</a>
<form action=//evil.example><input name=q autofocus><button formaction=//e.example>Go</button></form>
<svg><script>alert(6)</script></svg><math><mi xlink:href=javascript:1>x</mi></math>
<object data=x></object><embed src=y><video src=z></video><template><script>7</script></template>
<noscript><img src=//e.example></noscript><x-thing onfoo=1>custom</x-thing><svg:a>n</svg:a>
</body></html>"""


def render(html, **fields):
    return render_page(read_page(html), Article(id="x", **fields), "p{}")


def test_what_could_run_load_or_send_is_gone():
    html = render(HOSTILE)
    assert not re.search(
        r"<(script|iframe|base|link|object|embed|video|svg|math|form|template)", html
    )
    assert not re.search(r"\s(on\w+|style|action|formaction|srcdoc|autofocus)=", html)
    assert "javascript:" not in re.sub(r'title="[^"]*"', "", html)
    assert re.findall(r'src="([^"]*)"', html) == ["data:image/png;base64,AAAA"]
    assert re.findall(r'href="([^"]*)"', html) == ["#there"]
    assert "http-equiv" not in html


def test_what_a_reader_sees_stays():
    html = render(HOSTILE)
    for text in (
        "Hello <b>there</b>",
        "tail",
        '<span role="img" aria-label="A pier" data-alt="A pier"></span>',
        "custom",
        'title="https://b.example/x"',
    ):
        assert text in html
    assert "<style>p{}</style>" in html


@pytest.mark.parametrize("html", ["", "<", "\0", "<frameset><frame src=x></frameset>", "<!-- -->"])
def test_any_bytes_can_be_shown(html):
    assert render(html).startswith("<!DOCTYPE html>")


def test_words_are_marked_over_elements_and_spacing():
    html = render(
        "<p>“It  <em>creaks</em>\n and   sings,” she said (Lund 2016).</p>",
        body="“It creaks and sings,” she said (Lund 2016).",
        quotes=[Quote(text="It creaks and sings,", start=1, end=21)],
        citations=[Citation(text="(Lund 2016)", kind="author-date", start=32, end=43)],
    )
    marks = re.findall(r'<mark class="pq-(\w+)"( id="[^"]+")?>([^<]*)</mark>', html)
    assert [(kind, " ".join(text.split())) for kind, _, text in marks] == [
        ("quote", "It"),
        ("quote", "creaks"),
        ("quote", "and sings"),
        ("citation", "Lund 2016"),
    ]
    assert [name.strip() for _, name, _ in marks] == ['id="quote-0"', "", "", 'id="citation-0"']


def test_of_words_that_stand_twice_those_with_the_right_neighbours_are_marked():
    body = "Ada wrote that it creaks at night. Later Jo said it creaks by day."
    start = body.rindex("it creaks")
    html = render(
        "<p>Ada wrote that it creaks at night.</p><p>Later Jo said it creaks by day.</p>",
        body=body,
        quotes=[Quote(text="it creaks", start=start, end=start + 9)],
    )
    assert "said <mark" in html
    assert "that <mark" not in html


def test_references_bios_and_elements_of_fields_are_marked():
    html = render(
        "<h1>The pier</h1><ol><li>Lund (2016) Piers.</li></ol><p>Ada lives here.</p>",
        references=[Reference(text="Lund (2016) Piers.")],
        authors=[Author(name="Ada", bio="Ada lives here.")],
        evidence={
            "title": Evidence(source="heading", where="/html/body/h1"),
            "image": Evidence(source="meta", where="/html/head/meta[["),
            "tags": Evidence(source="meta", where="og:tags"),
        },
    )
    assert '<h1 data-fields="title" id="field-title">' in html
    assert '<mark class="pq-reference" id="reference-0">Lund (2016) Piers</mark>' in html
    assert '<mark class="pq-bio" id="bio-0">' in html


def test_words_of_a_record_cannot_become_markup():
    html = render("<p>a</p>", title="<script>1</script>", language='en"><script>')
    assert "<script" not in html


def test_deep_pages_are_shown():
    html = render("<div>" * 900 + "deep" + "</div>" * 900)
    assert "deep" in html


def test_what_states_the_language_is_led_to_without_an_outline():
    where = "/html/body/div"
    found = {"language": Evidence(source="lang", where=where, confidence=1)}
    html = render("<body><div lang=de><p>Hallo</p></div>", evidence=found)
    assert 'id="field-language"' in html
    assert "data-fields" not in html
    both = {"title": Evidence(source="heading", where=where, confidence=1), **found}
    html = render("<body><div lang=de><p>Hallo</p></div>", evidence=both)
    assert 'data-fields="title"' in html


def test_an_image_that_may_not_load_is_its_text_which_no_quotation_is_found_in():
    html = render(
        '<p><img src="a.png" alt="A  pier\nat dusk"><img src="b.png" alt=""></p><p>A pier at dusk</p>',
        quotes=[Quote(text="A pier at dusk")],
    )
    assert '<span role="img" aria-label="A pier at dusk" data-alt="A pier at dusk"></span>' in html
    assert "<img" not in html
    assert '<p><mark class="pq-quote" id="quote-0">A pier at dusk</mark></p>' in html
