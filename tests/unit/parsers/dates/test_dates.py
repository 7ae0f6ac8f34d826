from datetime import UTC, datetime

import pytest

from schemas import Evidence
from scraper.page import read_page
from scraper.parsers.body_text import Piece, assemble
from scraper.parsers.dates import find_dates
from scraper.parsers.found import Found

HEADLINE = "Harbour bridge opens after nine years"
TEXT = (
    "<p>The first lorries crossed the harbour bridge on a grey morning, and nobody sang. It had "
    "taken nine years, two contractors and one very patient mayor to get there.</p>"
    "<p>Engineers had tested the piers for a month before the barriers were lifted, said the "
    "office for roads, which has moved to the new bank.</p>"
)


def dates_of(body, head="", url="https://news.example/harbour-bridge", lang="en", **known):
    page = read_page(
        f"<html lang={lang}><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>",
        url=url,
        **known,
    )
    title = Found(HEADLINE, Evidence(source="heading", confidence=0.9))
    chosen = [Piece(b, "paragraph") for b in page.blocks if b.tag == "p" and len(b.text) > 90]
    return find_dates(page, title, assemble(chosen))


def article(byline="", after="", text=TEXT):
    return f"<main><article><h1>{HEADLINE}</h1>{byline}{text}</article></main>{after}"


def json_ld(content):
    return f'<script type="application/ld+json">{content}</script>'


def published(*args, **named):
    found = dates_of(*args, **named).published
    return found.value if found else None


def modified(*args, **named):
    found = dates_of(*args, **named).modified
    return found.value if found else None


def news_article(**dates):
    fields = "".join(f', "{name}": "{value}"' for name, value in dates.items())
    return json_ld(f'{{"@type": "NewsArticle", "headline": "{HEADLINE}"{fields}}}')


# --- one source --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        news_article(datePublished="2019-10-16T09:30:00+02:00"),
        '<meta property="article:published_time" content="2019-10-16T09:30:00+02:00">',
        '<meta name="parsely-pub-date" content="2019-10-16T09:30:00+02:00">',
        '<meta name="vendor_published_at" content="2019-10-16T09:30:00+02:00">',
    ],
    ids=["json-ld", "open graph", "parsely", "vendor prefix"],
)
def test_stated_timestamp_keeps_its_offset(head):
    assert published(article(), head) == "2019-10-16T09:30:00+02:00"


def test_an_offset_that_no_place_has_is_dropped():
    """A record refuses it, and would be lost with all else that the page says."""
    stamp = "2019-10-16T09:30:00+99:00"
    head = f'<meta property="article:published_time" content="{stamp}">'
    told = published(article(f"<p><time datetime={stamp}>{stamp}</time></p>"), head)
    assert told == "2019-10-16T09:30:00"


def test_dublin_core_day_stays_a_day():
    assert published(article(), '<meta name="DC.date.issued" content="2019-10-16">') == "2019-10-16"


def test_highwire_date_with_slashes():
    head = '<meta name="citation_publication_date" content="2019/10/16">'
    assert published(article(), head) == "2019-10-16"


def test_time_element_below_the_headline():
    byline = '<div class="byline"><time datetime="2019-10-16T09:30">16 October</time></div>'
    assert published(article(byline)) == "2019-10-16T09:30"


def test_abbr_of_hatom():
    byline = '<div class="post-info"><abbr class="published" title="2016-05-08T00:55:00-07:00">12:55 AM</abbr></div>'
    assert published(article(byline)) == "2016-05-08T00:55:00-07:00"


def test_persian_page_with_its_own_calendar():
    byline = "<p>چهارشنبه ۲۲ اردیبهشت ۱۴۰۰</p>"
    assert published(article(byline), lang="fa") == "2021-05-12"


def test_date_line_below_the_headline():
    byline = '<p class="date">Published 16 October 2019</p>'
    dates = dates_of(article(byline))
    assert dates.published.value == "2019-10-16"
    assert dates.published.evidence.source == "text"
    assert dates.published.evidence.where.endswith("/article/p[1]")


def test_date_in_the_address_alone():
    url = "https://news.example/2019/10/16/harbour-bridge"
    assert published(article(), url=url) == "2019-10-16"


def test_data_of_a_script():
    head = '<script>window.state = {"article": {"publishedAt": "2019-10-16T09:30:00Z"}, "x": "some more of it"}</script>'
    byline = "<p>16 October 2019</p>"
    assert published(article(byline), head) == "2019-10-16T09:30:00Z"


def test_page_without_dates_has_none():
    dates = dates_of(article())
    assert dates.published is None
    assert dates.modified is None


# --- precision ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Effective beginning June 2, 2025: some pages may move.",
        "Registration closes on 15 May 2025.",
        "Valid until 31.12.2025",
        "Offer expires December 31, 2025 at 11:59 PM.",
        "When: Saturday, May 17, 2025, 7 pm",
        "The next meeting takes place on 12 June 2025 at 19:00 in the main hall.",
        "On 12 June 2025 at 7 pm, takes place in the main hall.",
        "Anmeldeschluss: 15. Mai 2025",
        "Ab dem 1. Juli 2025 gelten neue Öffnungszeiten.",
        "Date limite d'inscription : 15 mai 2025",
        "Fecha límite: 15 de mayo de 2025",
        "Срок подачи заявок: 15 мая 2025",
        "応募締切：2025年5月15日",
        "Sortie en salles le 12 juin 2025",
        "Kinostart: 12. Juni 2025",
        "Generated on Sat Mar 2 01:02:03 2024 by a converter",
    ],
)
def test_days_of_notices_events_and_deadlines_are_not_that_of_publication(line):
    assert published(article(f"<div>{line}</div>")) is None
    assert published(article(f"<div>{line}</div><div>3 March 2025</div>")) == "2025-03-03"


@pytest.mark.parametrize("label", ["Beginn:", "Ende:", "Début :", "Inicio:"])
def test_the_hours_of_an_event_are_not_those_of_publication(label):
    html = f"<dl><dt>{label}</dt><dd>15. 5. 2025 11:00</dd></dl>"
    assert published(article(html)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Last reviewed: June 12, 2025",
        "Published June 12, 2025, valid for one year",
        "Updated effective June 12, 2025",
        "Springfield, June 12, 2025",
    ],
)
def test_a_line_that_says_published_or_updated_is_no_notice(line):
    assert published(article(f"<div>{line}</div>")) == "2025-06-12"


def test_midnight_is_a_day():
    head = news_article(datePublished="2019-10-16T00:00:00Z")
    assert published(article(), head) == "2019-10-16"


def test_time_without_zone_stays_without():
    head = '<meta property="article:published_time" content="2019-10-16 09:30:00">'
    assert published(article(), head) == "2019-10-16T09:30:00"


def test_displayed_evening_against_utc_gives_the_displayed_day():
    head = news_article(datePublished="2023-11-09T03:28:35Z")
    byline = '<p class="date">Published November 8, 2023</p>'
    url = "https://news.example/2023/11/08/harbour-bridge"
    assert published(article(byline), head, url=url) == "2023-11-08"


def test_displayed_clock_gives_the_zone_of_a_utc_timestamp():
    head = news_article(datePublished="2023-11-09T03:28:00Z")
    byline = '<p class="date">Published November 8, 2023 10:28pm</p>'
    url = "https://news.example/2023/11/08/harbour-bridge"
    assert published(article(byline), head, url=url) == "2023-11-08T22:28-05:00"


def test_local_time_printed_as_utc_yields_to_the_same_clock_with_an_offset():
    head = '<meta property="article:published_time" content="2016-12-22T10:43:37-08:00">'
    byline = '<time datetime="2016-12-22T10:43:37Z">22 Dec 2016</time>'
    assert published(article(byline), head) == "2016-12-22T10:43:37-08:00"


# --- dates of other things ---------------------------------------------------------------


def test_teasers_of_other_articles():
    teasers = (
        '<ul class="related-list">'
        + "".join(
            f'<li class="teaser"><a href="/t{n}">Story number {n}</a> <span class="date">{n} November 2019</span></li>'
            for n in range(2, 8)
        )
        + "</ul>"
    )
    byline = '<p class="dateline">16 October 2019</p>'
    assert published(article(byline, teasers)) == "2019-10-16"


def test_dates_of_comments():
    comments = (
        '<div class="comments">'
        + "".join(
            f'<div class="comment"><b>Reader {n}</b> <span class="comment-date">{n}.11.2019</span><p>So true.</p></div>'
            for n in range(2, 6)
        )
        + "</div>"
    )
    byline = '<p class="entry-meta">Posted on 16.10.2019</p>'
    assert published(article(byline, comments)) == "2019-10-16"


def test_today_in_the_header():
    header = '<div id="header"><span class="today">Tuesday, 24 November 2026</span></div>'
    byline = '<p class="date">Published: 16 October 2019</p>'
    assert published(header + article(byline)) == "2019-10-16"


def test_copyright_line_is_no_date():
    assert published(article(after="<footer>© 2001-2026 Harbour News</footer>")) is None


def test_items_of_readers_reviews():
    head = json_ld(
        f'{{"@type": "Recipe", "name": "{HEADLINE}", "datePublished": "2019-10-16", "review": ['
        '{"@type": "Review", "datePublished": "2021-01-01"}, {"@type": "Review", "datePublished": "2021-02-01"}]}'
    )
    assert published(article(), head) == "2019-10-16"


# --- published and modified --------------------------------------------------------------


def test_published_and_modified_are_kept_apart():
    head = news_article(datePublished="2019-10-16T09:30:00Z", dateModified="2019-10-18T11:00:00Z")
    dates = dates_of(article(), head)
    assert dates.published.value == "2019-10-16T09:30:00Z"
    assert dates.modified.value == "2019-10-18T11:00:00Z"


def test_modification_at_the_instant_of_publication_is_none():
    head = news_article(
        datePublished="2019-10-16T09:30:00Z", dateModified="2019-10-16T11:30:00+02:00"
    )
    assert modified(article(), head) is None


def test_modification_before_publication_is_none():
    head = news_article(datePublished="2019-10-16T09:30:00Z", dateModified="2019-10-15T09:30:00Z")
    assert modified(article(), head) is None


def test_printed_update():
    byline = (
        '<p class="date">Published 16 October 2019</p><p class="date">Updated 18 October 2019</p>'
    )
    dates = dates_of(article(byline))
    assert (dates.published.value, dates.modified.value) == ("2019-10-16", "2019-10-18")


def test_vendor_key_of_an_update():
    head = (
        '<meta property="article:published_time" content="2019-10-16">'
        '<meta name="cms_last_updated" content="2019-10-18T11:54:11">'
    )
    assert modified(article(), head) == "2019-10-18T11:54:11"


# --- order of day and month, language, region ----------------------------------------------


@pytest.mark.parametrize(
    "lang, host, expected",
    [
        ("en-US", "news.example.com", "2019-05-06"),
        ("en", "news.example.gov", "2019-05-06"),
        ("en-GB", "news.example.com", "2019-06-05"),
        ("en-US", "news.example.co.uk", "2019-06-05"),
        ("fr", "news.example.com", "2019-06-05"),
    ],
)
def test_order_of_day_and_month(lang, host, expected):
    byline = '<p class="date">Published: 05/06/2019</p>'
    assert published(article(byline), lang=lang, url=f"https://{host}/bridge") == expected


def test_address_settles_the_order():
    byline = '<p class="date">Published: 05/06/2019</p>'
    url = "https://news.example/2019/06/harbour-bridge"
    assert published(article(byline), lang="en-US", url=url) == "2019-06-05"


# --- bounds ------------------------------------------------------------------------------


def test_no_date_behind_the_fetch():
    head = '<meta property="article:published_time" content="2031-01-01">'
    fetched_at = datetime(2026, 11, 24, tzinfo=UTC)
    assert published(article(), head, fetched_at=fetched_at) is None


@pytest.mark.parametrize(
    "told, expected",
    [
        ("Tue, 24 Nov 2026 09:00:00 GMT", "2026-11-20"),
        ("Tue, 24 Nov 2015 09:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", None),
        ("soon", None),
        (None, None),
    ],
)
def test_dates_of_a_page_outlive_a_clock_that_was_years_behind(told, expected):
    """What the server says of the time bounds them where it is later than the fetch."""
    head = '<meta property="article:published_time" content="2026-11-20">'
    headers = {"Date": told} if told else {}
    fetched_at = datetime(2016, 1, 1, tzinfo=UTC)
    assert published(article(), head, fetched_at=fetched_at, headers=headers) == expected


def test_no_date_in_an_absurd_future():
    assert published(article(), '<meta name="pubdate" content="2099-01-01">') is None


def test_none_before_the_web():
    assert published(article('<p class="date">3 May 1971</p>')) is None


def test_number_in_the_address_is_no_year():
    assert published(article(), url="https://news.example/2089096-harbour-bridge") is None


# --- relative times ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, lang, expected",
    [
        ("2 hours ago", "en", "2026-11-23"),
        ("3 days ago", "en", "2026-11-21"),
        ("vor 2 Tagen", "de", "2026-11-22"),
        ("il y a 3 jours", "fr", "2026-11-21"),
        ("yesterday", "en", "2026-11-23"),
        ("3小时前", "zh", "2026-11-23"),
    ],
)
def test_relative_time_needs_the_time_of_the_fetch(text, lang, expected):
    byline = f'<p class="date">{text}</p>'
    fetched_at = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
    assert published(article(byline), lang=lang, fetched_at=fetched_at) == expected
    assert published(article(byline), lang=lang) is None


@pytest.mark.parametrize(
    "here, told, expected",
    [
        (datetime(2031, 5, 2, 1, 30, tzinfo=UTC), "Tue, 24 Nov 2026 01:30:00 GMT", "2026-11-23"),
        (datetime(2026, 11, 27, 1, 30, tzinfo=UTC), "Tue, 24 Nov 2026 01:30:00 GMT", "2026-11-23"),
        (datetime(2026, 11, 24, 1, 30, tzinfo=UTC), "Tue, 24 Nov 2026 00:10:00 GMT", "2026-11-23"),
        (datetime(2026, 11, 24, 1, 30, tzinfo=UTC), "Thu, 01 Jan 1970 00:00:00 GMT", "2026-11-23"),
        (datetime(2019, 11, 24, 1, 30, tzinfo=UTC), "Thu, 01 Jan 1970 00:00:00 GMT", "2019-11-23"),
        (datetime(1970, 1, 1, tzinfo=UTC), "Tue, 24 Nov 2026 01:30:00 GMT", "2026-11-23"),
    ],
    ids=["ahead", "cached", "agree", "server-back", "archive", "behind"],
)
def test_relative_times_are_as_old_as_the_answer(here, told, expected):
    byline = '<p class="date">2 hours ago</p>'
    assert published(article(byline), fetched_at=here, headers={"date": told}) == expected


# --- warnings ------------------------------------------------------------------------------


def test_sources_that_disagree_leave_a_warning():
    head = (
        news_article(datePublished="2019-10-16")
        + '<meta property="article:published_time" content="2017-01-01">'
        + '<meta name="pubdate" content="2019-10-16">'
    )
    byline = '<p class="date">Published 16 October 2019</p>'
    (warning,) = dates_of(article(byline), head).warnings
    assert "2017-01-01" in warning
    assert "article:published_time" in warning


# --- traps of layout ------------------------------------------------------------------------


def test_header_date_of_the_article_is_not_that_of_today():
    byline = '<div class="header-date">19 Dec, 2024</div>'
    assert published(article(byline)) == "2024-12-19"


def test_label_of_the_date_before_says_nothing_about_the_next():
    line = "<p>Last change: 31.10.2023 - 14:49:39<br>Published on: 01.11.2023<br>Read: 61 times</p>"
    assert published(article(after=line)) == "2023-11-01"


def test_published_time_that_holds_the_last_change():
    head = news_article(
        datePublished="2023-12-06T22:00:40.000Z", dateModified="2023-12-07T12:43:39.889Z"
    ) + ('<meta property="article:published_time" content="2023-12-07T12:43:39.889Z">')
    byline = '<time datetime="2023-12-07T12:43:39.889Z">Dec. 6, 2023, 10:00 PM UTC</time>'
    assert published(article(byline), head) == "2023-12-06T22:00:40.000Z"


def test_dateline_opens_the_story():
    text = (
        "<p>Ferrybridge (12.11.2021). The first lorries crossed the bridge on a grey morning, and "
        f"nobody sang. On 21 November 2021 there will be a feast for all.</p>{TEXT}"
    )
    assert published(article(text=text)) == "2021-11-12"


def test_headline_in_a_list_of_the_latest_stories():
    latest = "".join(
        f"<div><h3>{text}</h3><span>{day}.02.2022 16:28</span></div>"
        for text, day in (("Ferries to run at night", 2), (HEADLINE, 1), ("Rain until May", 1))
    )
    body = (
        f"<div>{latest}</div><h2>{HEADLINE}</h2><small>Created: 30.01.2022 18:36 / ab</small>{TEXT}"
    )
    assert published(body).startswith("2022-01-30")


def test_day_of_its_own_in_the_title_element():
    page = article()
    head = f"<title>{HEADLINE} - 07.12.2017 - The Ferry Post</title>"
    html = f"<html lang=es><head>{head}</head><body>{page}</body></html>"
    title = Found(HEADLINE, Evidence(source="heading", confidence=0.9))
    parsed = read_page(html, url="https://ferry.example/208-bridge")
    chosen = [Piece(b, "paragraph") for b in parsed.blocks if b.tag == "p"]
    found = find_dates(parsed, title, assemble(chosen)).published
    assert found is not None
    assert found.value == "2017-12-07"


def test_clock_of_a_teaser_of_the_same_day_is_not_taken_over():
    teasers = "".join(
        f'<li><a href="/{d}">Other news of that month</a> <span>{d}. October 2021 - 09:15</span></li>'
        for d in (20, 22, 25, 28)
    )
    url = "https://news.example/2021/10/20/harbour-bridge"
    page = article(text=TEXT * 10, after=f"<aside><ul>{teasers}</ul></aside>")
    assert published(page, url=url) == "2021-10-20"


def test_stated_update_that_is_labelled_once_is_not_the_publication():
    head = news_article(datePublished="2017-04-03", dateModified="2026-02-12T12:07:55-05:00")
    byline = "<div>Updated <time>February 12, 2026</time></div>"
    footer = "<footer>February 12, 2026</footer>"
    found = dates_of(article(byline, after=footer), head)
    assert found.published is not None
    assert found.modified is not None
    assert found.published.value == "2017-04-03"
    assert found.modified.value == "2026-02-12T12:07:55-05:00"


@pytest.mark.parametrize(
    "label",
    ["Letzte Änderung:", "Dernière modification le", "Ultimo aggiornamento:", "Sist endret:"],
)
def test_words_for_the_last_change(label):
    head = news_article(datePublished="2019-10-16", dateModified="2020-02-03")
    found = dates_of(article(f"<p>{label} 3.2.2020</p>"), head, lang="de")
    assert found.published is not None
    assert found.published.value == "2019-10-16"


def test_a_later_day_away_from_the_headline_is_no_rival_of_the_stated_one():
    head = news_article(datePublished="2019-10-16T09:30:00+02:00")
    today = "<p>Thursday, 5 March 2026</p>"
    assert published(today + article(), head=head) == "2019-10-16T09:30:00+02:00"


def test_a_stated_change_that_nothing_displays_is_not_the_publication():
    head = news_article(
        datePublished="2019-10-16T09:30:00+02:00", dateModified="2021-02-03T10:00:00+01:00"
    )
    assert published(article(), head=head) == "2019-10-16T09:30:00+02:00"
    assert modified(article(), head=head) == "2021-02-03T10:00:00+01:00"


def test_a_tag_of_publication_that_two_sources_call_the_change():
    head = (
        '<meta property="article:published_time" content="2017-12-15T08:50:02-05:00">'
        '<meta property="article:modified_time" content="2018-07-24T14:15:58-04:00">'
        '<meta name="sailthru.date" content="2018-07-24">'
    ) + json_ld('{"@type": "NewsArticle", "datePublished": "2017-12-15T08:50:02-05:00"}')
    assert published(article(), head=head) == "2017-12-15T08:50:02-05:00"
    assert modified(article(), head=head) == "2018-07-24T14:15:58-04:00"


def test_the_day_behind_a_short_word_by_the_headline_is_the_displayed_one():
    head = '<meta property="article:published_time" content="2018-06-12T23:00:00.000Z">'
    line = "<p class=meta>On 13 June 2018, in Bridges and Roads of the Northern Shore</p>"
    assert published(article(line), head=head) == "2018-06-13"


def test_where_publication_and_change_are_stated_a_far_update_is_not_read():
    head = news_article(
        datePublished="2019-10-16T09:30:00+02:00", dateModified="2021-02-03T10:00:00+01:00"
    )
    after = "<div>Line</div>" * 30 + "<div>Updated: 4 May 2023</div>"
    assert modified(article(after=after), head=head) == "2021-02-03T10:00:00+01:00"
    assert published(article(after=after), head=head) == "2019-10-16T09:30:00+02:00"


def test_an_update_printed_far_below_counts_where_no_change_is_stated():
    head = news_article(datePublished="2019-10-16T09:30:00+02:00")
    after = "<div>Line</div>" * 30 + "<div>Last updated: 4 May 2023</div>"
    assert modified(article(after=after), head=head) == "2023-05-04"


def test_points_with_the_month_first_where_the_page_states_that_day():
    head = news_article(datePublished="2024-09-10T09:30:00+00:00")
    assert published(article("<p>09.10.2024</p>"), head=head)[:10] == "2024-09-10"
    assert published(article("<p>09.10.2024</p>")) == "2024-10-09"


def test_points_read_as_usual_where_only_a_date_of_unknown_meaning_says_otherwise():
    head = '<meta name="date" content="2023-01-11">'
    byline = "<p>Published: 01.11.2023</p>"
    assert published(article(byline), head=head) == "2023-11-01"


def test_a_day_that_a_list_prints_in_words_settles_the_order():
    after = "<ul><li>Bridge opens<br>December 2, 2020<li>Tunnel closes<br>March 9, 2019</ul>"
    assert published(article("<p>02-12-2020</p>", after)) == "2020-12-02"
    assert published(article("<p>02-12-2020</p>")) == "2020-02-12"


def test_the_day_on_which_a_member_joined_is_not_the_publication():
    byline = "<dl><dt>rower7</dt><dd>Registered: 18 September 2008, 05:56</dd></dl>"
    assert published(article(byline)) is None
    post = "<p>by rower7 » 21 January 2009, 05:42</p>"
    assert published(article(byline + post)) == "2009-01-21T05:42"


def test_the_day_before_a_labelled_update_in_one_line():
    line = "<div><span>Harbours</span><span>DECEMBER 22, 2022</span><span>Updated: JANUARY 02, 2026</span></div>"
    assert published(line + article()) == "2022-12-22"


def test_a_work_with_the_pages_headline_is_its_own():
    fields = f'"name": "{HEADLINE}", "datePublished": "2019-10-16"'
    assert published(article(), json_ld(f'{{"@type": "HowTo", {fields}}}')) == "2019-10-16"


def test_what_the_text_tells_of_a_day_does_not_outdo_the_day_of_the_address():
    told = (
        "<p>In the presence of many guests the bridge was opened on 18 October 2021 by the mayor, "
        "who had waited nine years for it and spoke for as many minutes.</p>"
    )
    body = article(text=told + TEXT)
    assert published(body, url="https://news.example/2021/10/20/harbour-bridge") == "2021-10-20"


def test_a_post_from_elsewhere_within_the_text_has_a_day_of_its_own():
    post = (
        "<blockquote class=instagram-media><p>A post by harbour watch on "
        "<time datetime='2018-03-27T07:08:52+00:00'>Mar 27, 2018 at 12:08 PDT</time></p></blockquote>"
    )
    stated = json_ld(
        '{"@type": "Article", "headline": "Harbour bridge opens after nine years",'
        ' "datePublished": "2018-05-23T15:30:00Z"}'
    )
    assert published(article(text=TEXT + post), head=stated) == "2018-05-23T15:30:00Z"


def test_the_displayed_day_and_the_address_outdo_a_time_element_in_utc():
    byline = (
        "<div class=meta><time datetime='2023-11-01T23:01:00Z'>02 November 2023</time> "
        "<span>Updated at 16:58</span></div>"
    )
    head = (
        "<meta property='article:published_time' content='2023-11-01T23:01:00Z'>"
        "<meta property='article:modified_time' content='2023-11-02T15:58:23Z'>"
    )
    found = dates_of(article(byline), head, url="https://news.example/2023/11/02/bridge")
    assert found.published.value == "2023-11-02"
    assert found.modified.value == "2023-11-02T15:58:23Z"


def test_an_update_on_the_day_itself_is_not_the_hour_of_publication():
    head = "<meta name=date content='2012-10-28T02:48:29+0100'>"
    found = dates_of(article("<p>Updated Sunday 28 October 2012 03:21</p>"), head)
    assert found.published.value == "2012-10-28T02:48:29+01:00"
    assert found.modified.value == "2012-10-28T03:21"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("This page was last edited on 14 March 2019, at 08:30.", "2019-03-14"),
        ("Diese Seite wurde zuletzt am 7. November 2021 um 13:22 Uhr geändert.", "2021-11-07"),
        ("La dernière modification de cette page a été faite le 12 mai 2022.", "2022-05-12"),
        ("Последнее изменение этой страницы: 3 декабря 2020.", "2020-12-03"),
        ("本页面最后修订于2018年9月27日 (星期四) 12:02。", "2018-09-27"),
    ],
)
def test_the_last_edit_of_a_wiki_is_a_change_and_no_publication(line, day):
    footer = f"<footer><ul id=footer-info><li id=lastmod>{line}</li></ul></footer>"
    found = dates_of(article(after=footer))
    assert found.published is None
    assert found.modified.value[:10] == day


def test_a_page_that_names_itself_says_when_it_was_last_updated():
    line = "<p>Stonewick alternatives page was last updated Feb 26, 2021</p>"
    found = dates_of(article(after=line))
    assert found.published is None
    assert found.modified.value == "2021-02-26"


@pytest.mark.parametrize(
    "line",
    [
        "Last Updated: <time datetime=2025-12-17>Dec 17, 2025</time> &bull; 5 min read",
        "Updated on <time datetime=2025-12-17 class=byline__pubdate>Dec 17, 2025</time> by the desk",
    ],
)
def test_the_label_of_an_update_outweighs_the_class_of_a_publication(line):
    head = (
        json_ld('{"@type": "WebPage", "datePublished": "2025-12-01"}')
        + "<meta property=article:published_time content=2022-05-26T15:20:28+00:00>"
    )
    header = f"<header class=byline><div class=byline__pubdate>{line}</div></header>"
    found = dates_of(article(header), head)
    assert found.published.value[:10] in ("2025-12-01", "2022-05-26")
    assert found.modified.value == "2025-12-17"


def test_the_day_of_a_capture_in_a_web_archive_is_not_the_pages():
    bar = (
        "<div id=wm-ipp><div id=wm-nav-captures><a>1 capture</a>"
        "<div class=r>10 Nov 2013</div></div></div>"
    )
    assert published(bar + article()) is None
    assert published(bar + article("<div class=date>Apr 042013</div>")) == "2013-04-04"


def test_the_entries_of_a_live_blog_do_not_date_it():
    stated = json_ld(
        '{"@type": "LiveBlogPosting", "headline": "Harbour bridge opens after nine years",'
        ' "datePublished": "2023-11-02T06:00:00+01:00", "liveBlogUpdate": ['
        '{"@type": "BlogPosting", "headline": "Crane lifted", '
        '"datePublished": "2023-11-02T15:56:32+01:00"},'
        '{"@type": "BlogPosting", "headline": "Mayor late", '
        '"datePublished": "2023-11-01T22:10:00+01:00"}]}'
    )
    assert published(article(), head=stated) == "2023-11-02T06:00:00+01:00"


def test_a_displayed_clock_that_is_that_of_the_stated_change_is_no_publication():
    head = (
        "<meta itemprop=datePublished content='2014-10-02T14:52:39'>"
        "<meta itemprop=dateModified content='2014-10-03T08:42:27'>"
    )
    byline = "<span class=byline>Doug Heron 8:42 a.m. EDT October 3, 2014</span>"
    found = dates_of(article(byline), head, url="https://news.example/2014/10/02/bridge")
    assert found.published.value == "2014-10-02T14:52:39"
    assert found.modified.value == "2014-10-03T08:42:27"


def test_a_change_beside_the_headline_counts_whatever_the_class_says():
    byline = (
        "<div class='widget sidebar-card'>Published: 11/18/2011 2:27 AM<br>"
        "Last Modified: 11/18/2011 4:06 AM</div>"
    )
    found = dates_of(article(byline), lang="en-US")
    assert (found.published.value, found.modified.value) == ("2011-11-18T02:27", "2011-11-18T04:06")


def test_a_time_element_of_the_change_is_read_below_a_list_s_class():
    byline = (
        "<time itemprop=datePublished datetime='2012-10-27T18:27:17+02:00'>27 October 2012</time> "
        "<time itemprop=dateModified datetime='2012-10-27T19:56:41+02:00'>19:56</time>"
    )
    found = dates_of(f"<div class=listing>{article(byline)}</div>")
    assert found.modified.value == "2012-10-27T19:56:41+02:00"


@pytest.mark.parametrize(
    "byline",
    [
        "<p><span>Jane Doe</span><span>8 March 2016</span><span>4 min read</span></p>",
        "<p><span>March 8, 2016</span><span>0 Comments</span></p>",
        "<p><time>8 March 2016</time><time>9 March 2016</time></p>",
        "<p>8 March 2016<sup>2</sup></p>",
    ],
)
def test_a_year_that_touches_the_number_of_another_element(byline):
    assert dates_of(article(byline)).published.value == "2016-03-08"
