"""The picture: the article's, not the site's; displayed ones where none is stated."""

import json

import pytest

from scraper.page import read_page
from scraper.parsers.about import find_image
from scraper.parsers.body import find_body

URL = "https://www.valleypost.example/weather/flood"


def picture(*addresses: str, extra: str = "", url: str | None = URL):
    html = "".join(f'<meta property="og:image" content="{a}">' for a in addresses)
    found = find_image(read_page(html + extra, url=url))
    return found.value if found else None


def item(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(values)}</script>'


def test_addresses_are_made_absolute_and_mended():
    assert picture("/i/mill.jpg") == "https://www.valleypost.example/i/mill.jpg"
    assert picture("//cdn.example/mill.jpg", url=None) == "https://cdn.example/mill.jpg"
    assert picture("https:https://cdn.example/mill.jpg") == "https://cdn.example/mill.jpg"
    assert picture("data:image/png;base64,AAAA") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://s0.wp.com/i/blank.jpg",
        "https://secure.gravatar.com/avatar/93a988bd?s=200",
        "/themes/logo.png",
        "/u/ValleyPost-Logo-header.svg",
        "/img/opengraph.png",
        "/files/2019/07/valleypost-blog-header.jpg",
        "/img/facebook-default-wide-s1400-c100.jpg",
        "/favicon-96.ico",
        "/branding/block_navy.jpg",
        "/_next/image?url=%2Fimages%2Flogos%2Fnavy.jpg&amp;w=1200",
        "/plugins/seo/images/default-user-image.png",
        "/img/placeholder-sunset.jpg",
    ],
)
def test_stand_ins_give_way_to_the_articles_picture(address: str):
    own = item(**{"@type": "NewsArticle", "image": "https://cdn.example/mill.jpg"})
    assert picture(address) is None
    assert picture(address, extra=own) == "https://cdn.example/mill.jpg"


@pytest.mark.parametrize(
    "address",
    [
        "https://cdn.example/2016/02/apple_pie_logo_contest_322.jpg",
        "https://cdn.example/blog/header-cloud-comparison.jpg",
        "https://cdn.example/uploads/2016/06/Facebook-1024.jpg",
        "https://www.valleypost.example/weather/flood/social-media.png",
        "https://www.valleypost.example/sites/default/files/styles/og_image/mill.jpg",
        "https://cards.example/api/og-image?id=0265a621",
    ],
)
def test_pictures_of_an_article_stay(address: str):
    assert picture(address) == address


def test_the_publishers_logo_is_not_the_articles_picture():
    logo = {"@type": "ImageObject", "url": "https://cdn.example/navy-square.png"}
    data = item(**{"@type": "Article", "publisher": {"@type": "Organization", "logo": logo}})
    assert picture("https://cdn.example/navy-square.png?w=90", extra=data) is None


def displayed(markup: str) -> str | None:
    text = "<p>The river rose in the night and reached the old mill, as many had feared.</p>" * 4
    html = f"<body><nav><img src=/menu.jpg></nav><article>{markup}{text}<p>End of it.</p></article>"
    page = read_page(html, url=URL)
    found = find_image(page, find_body(page, None))
    return found.value.removeprefix("https://www.valleypost.example") if found else None


def test_where_nothing_is_stated_the_first_displayed_picture_is_taken():
    text = "<p>It rained for two days before the river rose, and then for a third one.</p>"
    assert displayed(f"{text}<figure><img src='/mill.jpg'></figure>") == "/mill.jpg"
    lazy = "<img src='data:image/gif;base64,R0' data-src='/mill.jpg'>"
    assert displayed(text + lazy) == "/mill.jpg"
    assert displayed(f"{text}<img srcset='/mill-2.jpg 2x, /mill.jpg 1x'>") == "/mill-2.jpg"
    assert displayed(f"{text}<img srcset='/w_90,f_auto/mill.jpg 2x'>") == "/w_90,f_auto/mill.jpg"


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=/a.jpg width=80>",
        "<div class=author-box><img src=/a.jpg></div>",
        "<a href=/other-story><img src=/a.jpg></a>",
        "<aside><img src=/a.jpg></aside>",
        "<img src=/blank.gif>",
        "<img class=math-inline src=/render/28a0.svg>",
        "<img src=/img/down-arrow.svg>",
    ],
)
def test_portraits_icons_and_teasers_are_not_the_articles_picture(markup: str):
    text = "<p>It rained for two days before the river rose, and then for a third one.</p>"
    assert displayed(text + markup) is None
    assert displayed(f"{text}{markup}<img src=/mill.jpg>") == "/mill.jpg"
