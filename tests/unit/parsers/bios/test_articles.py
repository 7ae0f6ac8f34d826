"""What whole articles say of their authors: boxes, last paragraphs, guests, in ten languages."""

import pytest
from pullquote_test_articles import read

BIO = {
    "en": "Ada Quill writes about rivers and the people who mend what stands in them. She lives above the harbour with two dogs.",
    "de": "Ada Quill schreibt über Flüsse und über die Menschen, die reparieren, was darin steht. Sie lebt mit zwei Hunden am Hafen.",
    "fr": "Ada Quill écrit sur les rivières et sur ceux qui réparent ce qui s'y trouve. Elle vit au-dessus du port avec deux chiens.",
    "es": "Ada Quill escribe sobre ríos y sobre quienes reparan lo que hay en ellos. Vive junto al puerto con dos perros.",
    "it": "Ada Quill scrive di fiumi e di chi ripara ciò che vi sta dentro. Vive sopra il porto con due cani.",
    "nl": "Ada Quill schrijft over rivieren en over de mensen die herstellen wat erin staat. Ze woont boven de haven met twee honden.",
    "pt": "Ada Quill escreve sobre rios e sobre quem conserta o que neles está. Vive junto ao porto com dois cães.",
    "sv": "Ada Quill skriver om floder och om människorna som lagar det som står i dem. Hon bor ovanför hamnen med två hundar.",
    "pl": "Ada Quill pisze o rzekach i o ludziach, którzy naprawiają to, co w nich stoi. Mieszka nad portem z dwoma psami.",
}
"""What a page says of Ada Quill."""

CASES = [
    pytest.param(
        "en",
        "By Ada Quill",
        f"<section class=about><h3>About the author</h3><p>{BIO['en']}</p></section>",
        "",
        [("Ada Quill", {"bio": BIO["en"]})],
        id="About the author en",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        f"<div><h4>Meet the Author</h4><p>{BIO['en']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["en"]})],
        id="Meet the author en",
    ),
    pytest.param(
        "de",
        "Von Ada Quill",
        f"<div><h4>Über die Autorin</h4><p>{BIO['de']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["de"]})],
        id="Über die Autorin de",
    ),
    pytest.param(
        "fr",
        "Par Ada Quill",
        f"<div><h4>À propos de l’autrice</h4><p>{BIO['fr']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["fr"]})],
        id="À propos de l'auteur fr",
    ),
    pytest.param(
        "es",
        "Por Ada Quill",
        f"<div><h4>Sobre la autora</h4><p>{BIO['es']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["es"]})],
        id="Sobre la autora es",
    ),
    pytest.param(
        "it",
        "di Ada Quill",
        f"<div><h4>L’autrice</h4><p>{BIO['it']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["it"]})],
        id="L'autore it",
    ),
    pytest.param(
        "nl",
        "Door Ada Quill",
        f"<div><h4>Over de auteur</h4><p>{BIO['nl']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["nl"]})],
        id="Over de auteur nl",
    ),
    pytest.param(
        "pt",
        "Por Ada Quill",
        f"<div><h4>Sobre a autora</h4><p>{BIO['pt']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["pt"]})],
        id="Sobre a autora pt",
    ),
    pytest.param(
        "sv",
        "Av Ada Quill",
        f"<div><h4>Om författaren</h4><p>{BIO['sv']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["sv"]})],
        id="Om författaren sv",
    ),
    pytest.param(
        "ru",
        "Автор: Ада Квилл",
        "<div><h4>Об авторе</h4><p>Ада Квилл пишет о реках и о людях, которые чинят то, что в них стоит. Она живёт над гаванью с двумя собаками.</p></div>",
        "",
        [
            (
                "Ада Квилл",
                {
                    "bio": "Ада Квилл пишет о реках и о людях, которые чинят то, что в них стоит. Она живёт над гаванью с двумя собаками."
                },
            )
        ],
        id="Об авторе ru",
    ),
    pytest.param(
        "pl",
        "Autor: Ada Quill",
        f"<div><h4>O autorce</h4><p>{BIO['pl']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["pl"]})],
        id="O autorze pl",
    ),
    pytest.param(
        "en",
        "By Ada Quill and Otto Sand",
        f"<section><h3>Meet the authors</h3><div class=a><h4>Ada Quill</h4><p>{BIO['en']}</p></div><div class=a><h4>Otto Sand</h4><p>Otto Sand mends wheels and teaches carpentry at the Harbour School.</p></div></section>",
        "",
        [
            ("Ada Quill", {"bio": BIO["en"]}),
            (
                "Otto Sand",
                {"bio": "Otto Sand mends wheels and teaches carpentry at the Harbour School."},
            ),
        ],
        id="Meet the authors (two) en",
    ),
    pytest.param(
        "de",
        "Von Ada Quill und Otto Sand",
        f"<section><h3>Über die Autoren</h3><p>{BIO['de']}</p><p>Otto Sand repariert Räder und lehrt Tischlerei an der Hafenschule.</p></section>",
        "",
        [
            ("Ada Quill", {"bio": BIO["de"]}),
            (
                "Otto Sand",
                {"bio": "Otto Sand repariert Räder und lehrt Tischlerei an der Hafenschule."},
            ),
        ],
        id="two, paragraphs de",
    ),
    pytest.param(
        "en",
        "By Ada Quill and Otto Sand",
        "<p><em>Ada Quill writes about rivers for the Harbour Post. Otto Sand mends wheels and teaches carpentry at the Harbour School.</em></p>",
        "",
        [
            ("Ada Quill", {"bio": "Ada Quill writes about rivers for the Harbour Post."}),
            (
                "Otto Sand",
                {"bio": "Otto Sand mends wheels and teaches carpentry at the Harbour School."},
            ),
        ],
        id="two share one paragraph en",
    ),
    pytest.param(
        "de",
        "Von Ada Quill und Otto Sand",
        "<div class=author-bio><p>Ada Quill ist Historikerin und lehrt in Kiel. Otto Sand ist Tischler und repariert Räder.</p></div>",
        "",
        [
            ("Ada Quill", {"bio": "Ada Quill ist Historikerin und lehrt in Kiel."}),
            ("Otto Sand", {"bio": "Otto Sand ist Tischler und repariert Räder."}),
        ],
        id="two share one paragraph de",
    ),
    pytest.param(
        "en",
        "By Ada Quill and Otto Sand",
        "<p><em>Ada Quill and Otto Sand are carpenters in the harbour and write about wheels.</em></p>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": "Ada Quill and Otto Sand are carpenters in the harbour and write about wheels."
                },
            ),
            (
                "Otto Sand",
                {
                    "bio": "Ada Quill and Otto Sand are carpenters in the harbour and write about wheels."
                },
            ),
        ],
        id="two share one sentence en",
    ),
    pytest.param(
        "fr",
        "Par Ada Quill",
        "",
        f"<aside class=auteur><h3><a href=/auteurs/ada>Ada Quill</a></h3><p>{BIO['fr']}</p></aside>",
        [("Ada Quill", {"bio": BIO["fr"], "profile_url": "https://mills.example/auteurs/ada"})],
        id="box beside (aside) fr",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        "<p><i>Ada Quill is a carpenter and writer in the harbour.</i></p>",
        "",
        [("Ada Quill", {"bio": "Ada Quill is a carpenter and writer in the harbour."})],
        id="last italic en",
    ),
    pytest.param(
        "de",
        "Von Ada Quill",
        "<p><em>Ada Quill ist Tischlerin und Autorin am Hafen.</em></p>",
        "",
        [("Ada Quill", {"bio": "Ada Quill ist Tischlerin und Autorin am Hafen."})],
        id="last italic de",
    ),
    pytest.param(
        "es",
        "Por Ada Quill",
        "<p><em>Ada Quill es carpintera y escritora en el puerto.</em></p>",
        "",
        [("Ada Quill", {"bio": "Ada Quill es carpintera y escritora en el puerto."})],
        id="last italic es",
    ),
    pytest.param(
        "en",
        "Guest post by Ada Quill",
        f"<div class=guest-author><p>This is a guest post by Ada Quill. {BIO['en']}</p></div>",
        "<aside class=widget><h3>About me</h3><p>Hello, I am Bram. I keep this blog about mills and write a post each week.</p></aside>",
        [("Ada Quill", {"bio": BIO["en"]})],
        id="guest beside owner en",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        f"<div class=author-box><h4>Ada Quill</h4><p class=teaser>Ada Quill writes about rivers and the people…</p><p class=full>{BIO['en']}</p><a href=/authors/ada>More</a></div>",
        "",
        [("Ada Quill", {"bio": BIO["en"]})],
        id="teaser plus full en",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        "<div class=author-bio>Ada Quill — Writes about rivers and the people who mend what stands in them.</div>",
        "",
        [
            (
                "Ada Quill",
                {"bio": "Writes about rivers and the people who mend what stands in them."},
            )
        ],
        id="name+bio one node en",
    ),
    pytest.param(
        "it",
        "di Ada Quill",
        f"<div class=autore>{BIO['it']}</div>",
        "",
        [("Ada Quill", {"bio": BIO["it"]})],
        id="name+bio one node it",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        "<h4>Contributor</h4><p>Ada Quill teaches river history in Leeds.</p>",
        "",
        [("Ada Quill", {"bio": "Ada Quill teaches river history in Leeds."})],
        id="contributor note en",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        f"<div class=author-box><h4>Written by Ada Quill</h4><p>{BIO['en']}</p></div><div class=reviewer><h4>Medically reviewed by Otto Sand, MD</h4><p>Otto Sand is a physician in the harbour who treats the lungs of millers.</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["en"]})],
        id="medical reviewer en",
    ),
    pytest.param(
        "de",
        "Von Ada Quill",
        f"<div class=autor><h4>Geschrieben von Ada Quill</h4><p>{BIO['de']}</p></div><div class=pruefer><h4>Medizinisch geprüft von Dr. Otto Sand</h4><p>Dr. Otto Sand ist Arzt am Hafen und behandelt die Lungen von Müllern.</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["de"]})],
        id="medical reviewer de",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Senior Lecturer, University of Leeds</div><p class=bio>{BIO['en']}</p><a class=btn href=/people/ada>More from this author</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["en"],
                    "role": "Senior Lecturer, University of Leeds",
                    "affiliation": "University of Leeds",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation en en",
    ),
    pytest.param(
        "de",
        "Von Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Professorin für Geschichte, Universität Kiel</div><p class=bio>{BIO['de']}</p><a class=btn href=/people/ada>Alle Beiträge</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["de"],
                    "role": "Professorin für Geschichte, Universität Kiel",
                    "affiliation": "Universität Kiel",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation de de",
    ),
    pytest.param(
        "fr",
        "Par Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Maîtresse de conférences, Université de Lyon</div><p class=bio>{BIO['fr']}</p><a class=btn href=/people/ada>Tous les articles</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["fr"],
                    "role": "Maîtresse de conférences, Université de Lyon",
                    "affiliation": "Université de Lyon",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation fr fr",
    ),
    pytest.param(
        "es",
        "Por Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Profesora de historia, Universidad de Vigo</div><p class=bio>{BIO['es']}</p><a class=btn href=/people/ada>Ver más artículos</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["es"],
                    "role": "Profesora de historia, Universidad de Vigo",
                    "affiliation": "Universidad de Vigo",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation es es",
    ),
    pytest.param(
        "it",
        "di Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Professoressa di storia, Università di Parma</div><p class=bio>{BIO['it']}</p><a class=btn href=/people/ada>Tutti gli articoli</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["it"],
                    "role": "Professoressa di storia, Università di Parma",
                    "affiliation": "Università di Parma",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation it it",
    ),
    pytest.param(
        "nl",
        "Door Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Hoogleraar geschiedenis, Universiteit Leiden</div><p class=bio>{BIO['nl']}</p><a class=btn href=/people/ada>Alle artikelen</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["nl"],
                    "role": "Hoogleraar geschiedenis, Universiteit Leiden",
                    "affiliation": "Universiteit Leiden",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation nl nl",
    ),
    pytest.param(
        "pt",
        "Por Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Professora de história, Universidade do Porto</div><p class=bio>{BIO['pt']}</p><a class=btn href=/people/ada>Ver todos os artigos</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["pt"],
                    "role": "Professora de história, Universidade do Porto",
                    "affiliation": "Universidade do Porto",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation pt pt",
    ),
    pytest.param(
        "sv",
        "Av Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Docent i historia, Lunds universitet</div><p class=bio>{BIO['sv']}</p><a class=btn href=/people/ada>Alla artiklar</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["sv"],
                    "role": "Docent i historia, Lunds universitet",
                    "affiliation": "Lunds universitet",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation sv sv",
    ),
    pytest.param(
        "pl",
        "Autor: Ada Quill",
        f"<div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Profesor historii, Uniwersytet Gdański</div><p class=bio>{BIO['pl']}</p><a class=btn href=/people/ada>Wszystkie artykuły</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>",
        "",
        [
            (
                "Ada Quill",
                {
                    "bio": BIO["pl"],
                    "role": "Profesor historii, Uniwersytet Gdański",
                    "affiliation": "Uniwersytet Gdański",
                    "honorific": "Dr.",
                    "profile_url": "https://mills.example/people/ada",
                    "same_as": [
                        "https://twitter.com/adaquill",
                        "https://orcid.org/0000-0002-1825-0097",
                        "https://www.linkedin.com/in/adaquill",
                    ],
                    "image": "https://mills.example/ada.jpg",
                },
            )
        ],
        id="role+affiliation pl pl",
    ),
    pytest.param(
        "de",
        "Von Ada Quill",
        f"<div class=author-box><h4>Ada Quill</h4><span>Redakteurin</span><p>{BIO['de']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["de"], "role": "Redakteurin"})],
        id="role redakteurin de",
    ),
    pytest.param(
        "fr",
        "Par Ada Quill",
        f"<div class=author-box><h4>Ada Quill</h4><span>Journaliste</span><p>{BIO['fr']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["fr"], "role": "Journaliste"})],
        id="role journaliste fr",
    ),
    pytest.param(
        "es",
        "Por Ada Quill",
        f"<div class=author-box><h4>Ada Quill</h4><span>Periodista</span><p>{BIO['es']}</p></div>",
        "",
        [("Ada Quill", {"bio": BIO["es"], "role": "Periodista"})],
        id="role periodista es",
    ),
    pytest.param(
        "en",
        "By Ada Quill",
        "<div class=author-box><h4><a href=/people/ada>Ada Quill</a></h4><a href=/people/ada>View all posts</a></div>",
        "",
        [("Ada Quill", {"bio": None, "profile_url": "https://mills.example/people/ada"})],
        id="box without bio en",
    ),
    pytest.param(
        "de",
        "Von Ada Quill",
        "<div class=autor-box><a href=/autor/ada>Ada Quill</a><a href=/autor/ada>Alle Beiträge anzeigen</a></div>",
        "",
        [("Ada Quill", {"bio": None, "profile_url": "https://mills.example/autor/ada"})],
        id="box without bio de",
    ),
]


@pytest.mark.parametrize("language, byline, end, after, expected", CASES)
def test_authors_of_an_article(language, byline, end, after, expected):
    record = read("", end, language=language, byline=byline, after=after)
    assert [author.name for author in record.authors] == [name for name, _ in expected]
    for author, (_, fields) in zip(record.authors, expected, strict=True):
        assert {key: getattr(author, key) for key in fields} == fields
        if author.bio:
            assert author.bio[:40] not in record.body
            assert author.bio[-40:] not in record.body
