"""Cards as page builders set them: name, title, job and button wherever their widgets put them."""

import pytest

from scraper import extract

SENTENCE = (
    "The lock was built for barges that no longer come, and its keeper still opens it twice a day "
    "because the fish have learned the hours."
)
BODY = f"<p>{SENTENCE}</p>" * 7
BIO = "Mira Stone kept the lock for nine years. She now teaches people to listen to water."
OTHER = "Jonas Reed mapped the canals of the county. His second atlas asks who may swim in them."


def read(card, lang="en", body=BODY):
    return extract(
        f"<html lang={lang}><head><title>Hours of the lock</title></head><body><main>"
        f"<h1>Hours of the lock</h1><p>3 July 2018</p><div>{body}</div>{card}</main></body></html>",
        "https://locks.example/hours",
    )


def people(record):
    return [(a.name, a.honorific, a.role, a.affiliation, a.bio) for a in record.authors]


EXPECTED = [
    ("Mira Stone", "Dr", "Lecturer in Hydrology", None, BIO),
    ("Jonas Reed", "Professor", "Director of Surveys", None, OTHER),
]
SHAPES = {
    "job small in the heading, button in the text": (
        "<div class=media><h4>Dr Mira Stone <small>Lecturer in Hydrology</small></h4>"
        f"{BIO} <a href=/m class='btn btn-xs'>Zum ganzen Lebenslauf</a></div>"
        "<div class=media><h4>Professor Jonas Reed <small>Director of Surveys</small></h4>"
        f"{OTHER} <a href=/j class='btn btn-xs'>Zum ganzen Lebenslauf</a></div>"
    ),
    "labels for screen readers": (
        "<div><dl><dt>Name</dt><dd>Dr Mira Stone</dd><dt>Role</dt><dd>Lecturer in Hydrology</dd>"
        f"<dt>Biography</dt><dd>{BIO}</dd></dl></div>"
        "<div><dl><dt>Name</dt><dd>Professor Jonas Reed</dd><dt>Role</dt><dd>Director of Surveys</dd>"
        f"<dt>Biography</dt><dd>{OTHER}</dd></dl></div>"
    ),
    "job as the first line of the text": (
        f"<div><h4>Dr Mira Stone</h4><p><b>Lecturer in Hydrology</b><br>{BIO}</p></div>"
        f"<div><h4>Professor Jonas Reed</h4><p><b>Director of Surveys</b><br>{OTHER}</p></div>"
    ),
    "name and job with a dash": (
        f"<p><b>Dr Mira Stone</b> – Lecturer in Hydrology</p><p>{BIO}</p>"
        f"<p><b>Professor Jonas Reed</b> – Director of Surveys</p><p>{OTHER}</p>"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_titles_jobs_and_texts_of_two_people(shape):
    record = read(f"<section><h2>Meet the author(s)</h2>{SHAPES[shape]}</section>")
    assert people(record) == EXPECTED
    assert record.body == "\n\n".join([SENTENCE] * 7)


def test_several_people_under_a_heading_without_plural():
    body = (
        "<p>水門は二度と来ない船のために造られ、番人はいまも一日に二度それを開ける。魚が時刻を覚えたからだという。</p>"
        * 7
    )
    cards = (
        "<h3>著者紹介</h3><dl><dt>堀江澄子（水文学講師）</dt><dd>堀江澄子は九年間、水門の番をした。いまは水の音を聴くことを教えている。</dd></dl>"
        "<dl><dt>谷本透（測量センター長）</dt><dd>谷本透は県内の運河をすべて地図にした。近著では誰がそこで泳げるのかを問う。</dd></dl>"
    )
    record = read(cards, "ja", body)
    assert [(a.name, a.role) for a in record.authors] == [
        ("堀江澄子", "水文学講師"),
        ("谷本透", "測量センター長"),
    ]


def test_prose_that_begins_with_a_job_is_all_bio():
    bio = "Lecturer in hydrology for nine years, Mira Stone kept the lock before she taught."
    record = read(f"<section><h2>About the author</h2><h4>Mira Stone</h4><p>{bio}</p></section>")
    assert [(a.name, a.bio) for a in record.authors] == [("Mira Stone", bio)]
