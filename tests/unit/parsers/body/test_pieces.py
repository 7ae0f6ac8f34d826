import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.pieces import TELLING, is_caption_name, is_credit, to_pieces
from scraper.parsers.rules.quote_blocks import PULL_CLASSES

STORY = "The mill at Arnholt has ground flour since 1740, and still does."


def pieces(html: str, *left_out: str):
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    kept = [block.index for block in blocks if block.text not in left_out]
    return to_pieces(blocks, containers, kept)


def shown(html: str, *left_out: str) -> list[tuple]:
    return [
        (piece.kind, piece.source.text, piece.level, piece.ordinal)
        for piece in pieces(html, *left_out)
    ]


@pytest.mark.parametrize(
    "html, expected",
    [
        pytest.param("<p>a</p>", ("paragraph", "a", None, None), id="paragraph"),
        pytest.param("<div>a</div>", ("paragraph", "a", None, None), id="bare text"),
        pytest.param("<h3>a</h3>", ("heading", "a", 3, None), id="heading"),
        pytest.param("<h2><div>a</div></h2>", ("heading", "a", 2, None), id="heading of div"),
        pytest.param("<ul><li>a</ul>", ("list_item", "a", 1, None), id="list item"),
        pytest.param("<ul><li><p>a</ul>", ("list_item", "a", 1, None), id="paragraph in item"),
        pytest.param("<ol><li>a</ol>", ("list_item", "a", 1, 1), id="ordered item"),
        pytest.param("<pre>a</pre>", ("code", "a", None, None), id="code"),
        pytest.param("<blockquote><p>a", ("blockquote", "a", None, None), id="quotation"),
        pytest.param("<blockquote><h4>a", ("heading", "a", 4, None), id="heading in quotation"),
        pytest.param("<li>a", ("list_item", "a", 1, None), id="item without a list"),
    ],
)
def test_kinds(html: str, expected) -> None:
    assert shown(html) == [expected]


def test_rows_of_tables() -> None:
    html = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert shown(html) == [("table_row", "a\tb", None, None), ("table_row", "c\td", None, None)]


def test_nested_lists_keep_depth_and_numbers() -> None:
    html = "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"
    assert [(p.source.text, p.level, p.ordinal) for p in pieces(html)] == [
        ("a", 1, 1),
        ("b", 2, None),
        ("c", 1, 2),
    ]


@pytest.mark.parametrize(
    "attributes, item, expected",
    [
        ("", "", [1, 2, 3]),
        ("start=5", "", [5, 6, 7]),
        ("start=x", "", [1, 2, 3]),
        ("reversed", "", [3, 2, 1]),
        ("", "value=9", [1, 9, 10]),
        ("start=99999999999999999999", "", [1, 2, 3]),
        ("start=-1", "", [-1, 0, 1]),
    ],
)
def test_numbers_of_ordered_lists(attributes: str, item: str, expected: list[int]) -> None:
    html = f"<ol {attributes}><li>a<li {item}>b<li>c</ol>"
    assert [piece.ordinal for piece in pieces(html)] == expected


def test_numbers_count_items_that_are_left_out() -> None:
    assert [p.ordinal for p in pieces("<ol><li>a<li>ad<li>c</ol>", "ad")] == [1, 3]


def test_only_the_first_block_of_an_item_has_its_bullet() -> None:
    assert [p.kind for p in pieces("<ul><li><p>a</p><p>b</p></li></ul>")] == [
        "list_item",
        "paragraph",
    ]


def test_a_button_that_unfolds_a_caption_is_none() -> None:
    caption = "<figcaption>The mill<button>(more)</button></figcaption>"
    found = shown(f"<p>a</p><figure>{caption}</figure><p>b</p>", "(more)")
    assert [text for _, text, _, _ in found] == ["a", "The mill", "b"]


def test_captions_are_kept_beside_the_text_even_if_not_chosen() -> None:
    html = "<p>a</p><figure><figcaption>The mill</figcaption></figure><p>b</p>"
    expected = [("paragraph", "a"), ("caption", "The mill"), ("paragraph", "b")]
    assert [(p.kind, p.source.text) for p in pieces(html)] == expected
    assert [(p.kind, p.source.text) for p in pieces(html, "The mill")] == expected


def test_a_caption_far_from_the_text_is_not_its_own() -> None:
    filler = "".join(f"<p>ad{i}</p>" for i in range(5))
    html = f"<p>a</p>{filler}<figure><figcaption>x</figcaption></figure>{filler}<p>b</p>"
    left_out = ["x", *(f"ad{i}" for i in range(5))]
    assert [p.source.text for p in pieces(html, *left_out)] == ["a", "b"]


@pytest.mark.parametrize("before, behind, is_kept", [(2, 2, True), (3, 2, False), (2, 3, False)])
def test_a_caption_has_chosen_text_near_by_on_both_sides(before, behind, is_kept) -> None:
    left_out = [f"ad{i}" for i in range(before + behind)]
    fillers = [f"<p>{text}</p>" for text in left_out]
    html = f"<p>a</p>{''.join(fillers[:before])}<figure><figcaption>x</figcaption></figure>"
    html += f"{''.join(fillers[before:])}<p>b</p>"
    found = [p.source.text for p in pieces(html, "x", *left_out)]
    assert found == (["a", "x", "b"] if is_kept else ["a", "b"])


@pytest.mark.parametrize(
    "name",
    [
        *("wp-caption-text", "imageCaption", "figure__caption", "caption", "photo-credit"),
        *("credits", "img_desc", "cmp-image__title", "photo-legend"),
        "img-desc-container",
    ],
)
def test_captions_are_known_by_their_class(name: str) -> None:
    html = f"<p>{STORY}</p><div><img src=x><p class='{name}'>The mill</p></div><p>{STORY}</p>"
    assert [piece.kind for piece in pieces(html)] == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p><img src=x></p><p class=bu>{}</p>", id="line behind a picture"),
        pytest.param("<p><img src=x></p><div class='img-text'>{}</div>", id="two words"),
        pytest.param("<div><img src=x><p class='unterschrift strong'>{}</p></div>", id="beside"),
        pytest.param("<div class='media-image left'><img src=x>{}</div>", id="box"),
        pytest.param("<p class=picture><picture><img src=x></picture><br>{}</p>", id="paragraph"),
        pytest.param(
            "<table><tr><td><img src=x></td></tr><tr><td class='tr-caption'>{}</td></tr></table>",
            id="cell",
        ),
    ],
)
def test_what_stands_with_a_picture_may_be_named_for_it(html: str) -> None:
    kinds = {p.source.text: p.kind for p in pieces(f"{html.format('The mill')}<p>{STORY}</p>")}
    assert kinds["The mill"] == "caption"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a</p><p class=bu>{}</p>", id="no picture"),
        pytest.param("<div class=media-image><img src=x><p>{}</p><p>b</p></div>", id="two lines"),
        pytest.param("<div class=imagery><img src=x>{}</div>", id="part of a word"),
        pytest.param("<img src=x><div class=media-image>{}</div>", id="picture outside"),
        pytest.param("<img src=x><p class=bullet>{}</p>", id="another word"),
        pytest.param("<h2 class=picture><img src=x>{}</h2>", id="heading"),
    ],
)
def test_what_stands_with_a_picture_may_be_text(html: str) -> None:
    kinds = {p.source.text: p.kind for p in pieces(f"{html.format('The mill')}<p>{STORY}</p>")}
    assert kinds["The mill"] != "caption"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p class=pic__text><img src=x><span class=caption>{}</span></p>", id="span"),
        pytest.param("<div><img src=x><small class=img-desc>{}</small><p>!</p></div>", id="small"),
    ],
)
def test_an_inline_element_around_all_of_a_line_may_name_a_caption(html: str) -> None:
    kinds = {piece.source.text: piece.kind for piece in pieces(html.format("The wheel"))}
    assert kinds["The wheel"] == "caption"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p><img src=x>At night <span class=caption>the wheel</span></p>", id="part"),
        pytest.param("<p><span class=caption>The wheel</span></p>", id="no picture"),
    ],
)
def test_what_an_inline_element_names_may_be_text(html: str) -> None:
    assert [piece.kind for piece in pieces(html)] == ["paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "Source: Mill Trust",
        "(Image source)",
        "Quelle",
        "The wheel by night. Photo by: 'Ada Byron'.",
        "The lock, drawing by Ada Byron, Source: Mill Trust",
        "Image from last year's festival.",
        "Picture provided by the mill.",
        "Getty Images / Ada Byron",
        "2/14 photos © Shutterstock",
        "Above: the wheel in its first winter",
        "Figure 3. The wheel and its axle",
        "Figure 3 The wheel and its axle",
        "Abb.: Mühlenverein",
        "Abbildung 2: Das Rad",
        "图为磨坊的水车。",
        "水车在转。本报记者 王芳 摄",
    ],
)
def test_words_behind_a_picture_explain_it(text: str) -> None:
    picture, line = "<p><img src=x></p>", f"<p>{text}</p>"
    kinds = {piece.source.text: piece.kind for piece in pieces(f"{picture}{line}<p>{STORY}</p>")}
    assert kinds[text] == "caption"
    assert pieces(f"{line}<p>{STORY}</p>")[0].kind == "paragraph"


@pytest.mark.parametrize(
    "text",
    [
        "Sources say that the mill is sold.",
        "Figure out which wheel turns first.",
        "Figure 2 shows the yields of both fields over ten years.",
        "Рисунок 2 показывает урожай обоих полей.",
        "Images from the mill on Sunday showed smoke rising over the lock.",
        "这部电影将于明年春天在水车旁边开始拍摄。",
        "Image rights are what the mill lives on.",
        "Right behind the mill stands the lock.",
        "Reuters sent a reporter to the mill.",
        "The figure is from the mill.",
    ],
)
def test_words_behind_a_picture_may_be_text(text: str) -> None:
    assert pieces(f"<p><img src=x></p><p>{text}</p><p>{STORY}</p>")[0].kind == "paragraph"


@pytest.mark.parametrize(
    "name",
    ["captioned-video", "accredited", "image-titled", "desc", "table-caption-side", "byline"],
)
def test_other_classes_make_no_caption(name: str) -> None:
    assert [piece.kind for piece in pieces(f"<p>{STORY}</p><p class='{name}'>The mill</p>")] == [
        "paragraph",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "line, expected",
    [
        ("Photo: Ada Byron", "caption"),
        ("Titelbild: A. Müller", "caption"),
        ("Image courtesy of: the mill", "caption"),
        ("Foto © Ada Byron", "caption"),
        ("撮影：大野 実", "caption"),
        ("물레방아가 도는 개울. 사진: 구본재", "caption"),
        ("물레방아가 도는 개울. 사진=구본재 기자", "caption"),
        ("Młyn nad potokiem. Fot. Hanna Wilczek", "caption"),
        ("A malom a patak mellett. Fotó: Vámos Zsófia", "caption"),
        ("घाट का पहिया। फोटो: कबीर", "caption"),
        ("水車は川の上に架けられている。 撮影：大野 実", "caption"),
        ("写真：山田", "caption"),
        ("The wheel is let into the river. (Photo: Ada Byron/Arnholt Post)", "caption"),
        ("Die Mühle von Arnholt. | © Byron/Arnholt Images", "caption"),
        ("Die Mühle. Bildrechte: ARNHOLT", "caption"),
        ("The wheel cost a lot (crowns, not dollars).", "paragraph"),
        ("The text is under a licence: © 2024 The mill", "paragraph"),
        ("Featured image by Ada Byron/Arnholt Post.", "caption"),
        ("Banner picture from the Arnholt Post", "caption"),
        ("The wheel at night. Photo / Ada Byron", "paragraph"),
        ("Photo by Ada Byron", "caption"),
        ("The wheel at night. Photograph by Ada Byron", "caption"),
        ("The wheel was seen in a photo by Ada Byron", "paragraph"),
        ("Photos of the mill were taken in 1740.", "paragraph"),
        ("Images:", "paragraph"),
        ("Photo: " + STORY * 2, "paragraph"),
    ],
)
def test_lines_that_credit_a_picture_are_captions(line: str, expected: str) -> None:
    assert shown(f"<p>{STORY}</p><p>{line}</p>")[1][0] == expected


def test_the_captions_of_a_slideshow_are_its_text() -> None:
    slide = (
        "<figure><figcaption><h2>{0}</h2><p>The {0} of Arnholt grinds on.</p></figcaption></figure>"
    )
    found = pieces(f"<p>Mills.</p>{''.join(map(slide.format, ('first', 'second', 'third')))}")
    assert {piece.kind for piece in found} == {"paragraph", "heading"}
    found = pieces(f"<p>{'Mills of the north. ' * 9}</p>{slide.format('first') * 3}")
    assert [piece.kind for piece in found].count("caption") == 3


def test_long_text_in_a_caption_is_text() -> None:
    (piece,) = pieces(f"<figure><figcaption>{'A long story. ' * 40}</figcaption></figure>")
    assert piece.kind == "paragraph"


def test_nothing_chosen_is_nothing() -> None:
    assert to_pieces([], [], []) == []


def test_paragraphs_in_a_table_that_lays_out_the_page_are_paragraphs() -> None:
    html = "<table><tr><td><a href=/>Home</a><td><p>one</p><p>two</p></table>"
    assert [kind for kind, *_ in shown(html, "Home")] == ["paragraph", "paragraph"]


def test_a_phrase_displayed_once_more_is_a_quotation() -> None:
    html = '<aside class="Pullquote left"><p>a</p></aside><p class="pull">b</p>'
    assert [(p.kind, p.source.text) for p in pieces(html)] == [
        ("blockquote", "a"),
        ("paragraph", "b"),
    ]


def test_every_credit_has_a_stem() -> None:
    """A line that no stem lets through would never be asked."""
    told = (
        "photo|photographs|photography|images|picture|illustrations|bild|bilder|foto|fotografie|"
        "imagen|crédits|credit|bildquelle|bildnachweis|bildrechte|bildcredit|fotocredits|zdjęcie|"
        "фото|撮影|写真|图片|圖片|摄影|攝影|사진|kuva|ảnh|fotó|fotók|fotoğraf|φωτογραφία|تصوير|صورة|"
        "عکس|צילום|Titelbild|FOTÓ|ΦΩΤΟΓΡΑΦΊΑ"
    )
    for word in told.split("|"):
        assert is_credit(f"{word}: Ada Byron"), word
    for word in ("photo", "foto", "crédit", "fotografía", "zdjęcie", "kuva", "عکس"):
        assert is_credit(f"The mill. {word}: Ada Byron"), word
    for line in ("Crédits photos : AFP", "Créditos de las fotos: EFE", "Copyright: Ada Byron"):
        assert is_credit(line), line
    for line in (
        "Copyright: what a mill may print",
        "Copyright: 1998",
        "Crédits d’impôt : lesquels",
    ):
        assert not is_credit(line), line


def test_every_name_of_captions_has_a_stem() -> None:
    """A class name that no stem lets through would never be asked."""
    names = (
        "caption|wp-caption-text|imageCaption|figure__CAPTION|photo-credit|Credits|fotocredit|"
        "body_credit-line|bildunterschrift|bildtext|bildnachweis|Bild-credits|spip_doc_titre|"
        "spip_doc_descriptif|spip_doc_credits"
    )
    for name in names.split("|"):
        assert is_caption_name(f"wide {name}"), name
    assert not is_caption_name("post-body bilder spip")


@pytest.mark.parametrize("name", PULL_CLASSES)
def test_every_name_of_pull_quotes_has_a_stem(name: str) -> None:
    assert any(stem in name for stem in TELLING)


def test_a_heading_over_a_picture_stays_a_heading() -> None:
    html = f"<h3 class=image-title>The wheel</h3><img src=x><p>{STORY}</p>"
    assert [piece.kind for piece in pieces(html)] == ["heading", "paragraph"]


def test_what_is_said_of_a_picture_is_the_text_where_there_is_no_other() -> None:
    html = f"<img src=x><div class=photo-description><p>{STORY}</p><p>{STORY}</p></div>"
    assert [piece.kind for piece in pieces(html)] == ["paragraph", "paragraph"]
    assert [piece.kind for piece in pieces("<p>Photo: Jan Berg</p>")] == ["caption"]
