"""What whole articles say of their authors: boxes, last paragraphs, guests, in ten languages."""

import pytest
from pullquote_test_articles import cases_of, read

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

CASES = """
About the author en
language: en
byline: By Ada Quill
end: <section class=about><h3>About the author</h3><p>BIO</p></section>
author: Ada Quill
bio: BIO

Meet the author en
language: en
byline: By Ada Quill
end: <div><h4>Meet the Author</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

Über die Autorin de
language: de
byline: Von Ada Quill
end: <div><h4>Über die Autorin</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

À propos de l'auteur fr
language: fr
byline: Par Ada Quill
end: <div><h4>À propos de l’autrice</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

Sobre la autora es
language: es
byline: Por Ada Quill
end: <div><h4>Sobre la autora</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

L'autore it
language: it
byline: di Ada Quill
end: <div><h4>L’autrice</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

Over de auteur nl
language: nl
byline: Door Ada Quill
end: <div><h4>Over de auteur</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

Sobre a autora pt
language: pt
byline: Por Ada Quill
end: <div><h4>Sobre a autora</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

Om författaren sv
language: sv
byline: Av Ada Quill
end: <div><h4>Om författaren</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

Об авторе ru
language: ru
byline: Автор: Ада Квилл
end: <div><h4>Об авторе</h4><p>Ада Квилл пишет о реках и о людях, которые чинят то, что в них стоит. Она живёт над гаванью с двумя собаками.</p></div>
author: Ада Квилл
bio: Ада Квилл пишет о реках и о людях, которые чинят то, что в них стоит. Она живёт над гаванью с двумя собаками.

O autorze pl
language: pl
byline: Autor: Ada Quill
end: <div><h4>O autorce</h4><p>BIO</p></div>
author: Ada Quill
bio: BIO

Meet the authors (two) en
language: en
byline: By Ada Quill and Otto Sand
end: <section><h3>Meet the authors</h3><div class=a><h4>Ada Quill</h4><p>BIO</p></div><div class=a><h4>Otto Sand</h4><p>Otto Sand mends wheels and teaches carpentry at the Harbour School.</p></div></section>
author: Ada Quill
bio: BIO
author: Otto Sand
bio: Otto Sand mends wheels and teaches carpentry at the Harbour School.

two, paragraphs de
language: de
byline: Von Ada Quill und Otto Sand
end: <section><h3>Über die Autoren</h3><p>BIO</p><p>Otto Sand repariert Räder und lehrt Tischlerei an der Hafenschule.</p></section>
author: Ada Quill
bio: BIO
author: Otto Sand
bio: Otto Sand repariert Räder und lehrt Tischlerei an der Hafenschule.

two share one paragraph en
language: en
byline: By Ada Quill and Otto Sand
end: <p><em>Ada Quill writes about rivers for the Harbour Post. Otto Sand mends wheels and teaches carpentry at the Harbour School.</em></p>
author: Ada Quill
bio: Ada Quill writes about rivers for the Harbour Post.
author: Otto Sand
bio: Otto Sand mends wheels and teaches carpentry at the Harbour School.

two share one paragraph de
language: de
byline: Von Ada Quill und Otto Sand
end: <div class=author-bio><p>Ada Quill ist Historikerin und lehrt in Kiel. Otto Sand ist Tischler und repariert Räder.</p></div>
author: Ada Quill
bio: Ada Quill ist Historikerin und lehrt in Kiel.
author: Otto Sand
bio: Otto Sand ist Tischler und repariert Räder.

two share one sentence en
language: en
byline: By Ada Quill and Otto Sand
end: <p><em>Ada Quill and Otto Sand are carpenters in the harbour and write about wheels.</em></p>
author: Ada Quill
bio: Ada Quill and Otto Sand are carpenters in the harbour and write about wheels.
author: Otto Sand
bio: Ada Quill and Otto Sand are carpenters in the harbour and write about wheels.

box beside (aside) fr
language: fr
byline: Par Ada Quill
after: <aside class=auteur><h3><a href=/auteurs/ada>Ada Quill</a></h3><p>BIO</p></aside>
author: Ada Quill
bio: BIO
profile_url: https://mills.example/auteurs/ada

last italic en
language: en
byline: By Ada Quill
end: <p><i>Ada Quill is a carpenter and writer in the harbour.</i></p>
author: Ada Quill
bio: Ada Quill is a carpenter and writer in the harbour.

last italic de
language: de
byline: Von Ada Quill
end: <p><em>Ada Quill ist Tischlerin und Autorin am Hafen.</em></p>
author: Ada Quill
bio: Ada Quill ist Tischlerin und Autorin am Hafen.

last italic es
language: es
byline: Por Ada Quill
end: <p><em>Ada Quill es carpintera y escritora en el puerto.</em></p>
author: Ada Quill
bio: Ada Quill es carpintera y escritora en el puerto.

guest beside owner en
language: en
byline: Guest post by Ada Quill
end: <div class=guest-author><p>This is a guest post by Ada Quill. BIO</p></div>
after: <aside class=widget><h3>About me</h3><p>Hello, I am Bram. I keep this blog about mills and write a post each week.</p></aside>
author: Ada Quill
bio: BIO

teaser plus full en
language: en
byline: By Ada Quill
end: <div class=author-box><h4>Ada Quill</h4><p class=teaser>Ada Quill writes about rivers and the people…</p><p class=full>BIO</p><a href=/authors/ada>More</a></div>
author: Ada Quill
bio: BIO

name+bio one node en
language: en
byline: By Ada Quill
end: <div class=author-bio>Ada Quill — Writes about rivers and the people who mend what stands in them.</div>
author: Ada Quill
bio: Writes about rivers and the people who mend what stands in them.

name+bio one node it
language: it
byline: di Ada Quill
end: <div class=autore>BIO</div>
author: Ada Quill
bio: BIO

contributor note en
language: en
byline: By Ada Quill
end: <h4>Contributor</h4><p>Ada Quill teaches river history in Leeds.</p>
author: Ada Quill
bio: Ada Quill teaches river history in Leeds.

medical reviewer en
language: en
byline: By Ada Quill
end: <div class=author-box><h4>Written by Ada Quill</h4><p>BIO</p></div><div class=reviewer><h4>Medically reviewed by Otto Sand, MD</h4><p>Otto Sand is a physician in the harbour who treats the lungs of millers.</p></div>
author: Ada Quill
bio: BIO

medical reviewer de
language: de
byline: Von Ada Quill
end: <div class=autor><h4>Geschrieben von Ada Quill</h4><p>BIO</p></div><div class=pruefer><h4>Medizinisch geprüft von Dr. Otto Sand</h4><p>Dr. Otto Sand ist Arzt am Hafen und behandelt die Lungen von Müllern.</p></div>
author: Ada Quill
bio: BIO

role+affiliation en en
language: en
byline: By Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Senior Lecturer, University of Leeds</div><p class=bio>BIO</p><a class=btn href=/people/ada>More from this author</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Senior Lecturer, University of Leeds
affiliation: University of Leeds
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation de de
language: de
byline: Von Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Professorin für Geschichte, Universität Kiel</div><p class=bio>BIO</p><a class=btn href=/people/ada>Alle Beiträge</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Professorin für Geschichte, Universität Kiel
affiliation: Universität Kiel
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation fr fr
language: fr
byline: Par Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Maîtresse de conférences, Université de Lyon</div><p class=bio>BIO</p><a class=btn href=/people/ada>Tous les articles</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Maîtresse de conférences, Université de Lyon
affiliation: Université de Lyon
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation es es
language: es
byline: Por Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Profesora de historia, Universidad de Vigo</div><p class=bio>BIO</p><a class=btn href=/people/ada>Ver más artículos</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Profesora de historia, Universidad de Vigo
affiliation: Universidad de Vigo
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation it it
language: it
byline: di Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Professoressa di storia, Università di Parma</div><p class=bio>BIO</p><a class=btn href=/people/ada>Tutti gli articoli</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Professoressa di storia, Università di Parma
affiliation: Università di Parma
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation nl nl
language: nl
byline: Door Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Hoogleraar geschiedenis, Universiteit Leiden</div><p class=bio>BIO</p><a class=btn href=/people/ada>Alle artikelen</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Hoogleraar geschiedenis, Universiteit Leiden
affiliation: Universiteit Leiden
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation pt pt
language: pt
byline: Por Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Professora de história, Universidade do Porto</div><p class=bio>BIO</p><a class=btn href=/people/ada>Ver todos os artigos</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Professora de história, Universidade do Porto
affiliation: Universidade do Porto
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation sv sv
language: sv
byline: Av Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Docent i historia, Lunds universitet</div><p class=bio>BIO</p><a class=btn href=/people/ada>Alla artiklar</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Docent i historia, Lunds universitet
affiliation: Lunds universitet
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role+affiliation pl pl
language: pl
byline: Autor: Ada Quill
end: <div class=author-box><img src=/ada.jpg alt='Ada Quill'><h4 class=name><a href=/people/ada>Dr. Ada Quill</a></h4><div class=title>Profesor historii, Uniwersytet Gdański</div><p class=bio>BIO</p><a class=btn href=/people/ada>Wszystkie artykuły</a><ul class=social><li><a href=https://twitter.com/adaquill>T</a></li><li><a href=https://orcid.org/0000-0002-1825-0097>ORCID</a></li><li><a href=https://www.linkedin.com/in/adaquill>in</a></li></ul></div>
author: Ada Quill
bio: BIO
role: Profesor historii, Uniwersytet Gdański
affiliation: Uniwersytet Gdański
honorific: Dr.
profile_url: https://mills.example/people/ada
same_as: https://twitter.com/adaquill https://orcid.org/0000-0002-1825-0097 https://www.linkedin.com/in/adaquill
image: https://mills.example/ada.jpg

role redakteurin de
language: de
byline: Von Ada Quill
end: <div class=author-box><h4>Ada Quill</h4><span>Redakteurin</span><p>BIO</p></div>
author: Ada Quill
bio: BIO
role: Redakteurin

role journaliste fr
language: fr
byline: Par Ada Quill
end: <div class=author-box><h4>Ada Quill</h4><span>Journaliste</span><p>BIO</p></div>
author: Ada Quill
bio: BIO
role: Journaliste

role periodista es
language: es
byline: Por Ada Quill
end: <div class=author-box><h4>Ada Quill</h4><span>Periodista</span><p>BIO</p></div>
author: Ada Quill
bio: BIO
role: Periodista

box without bio en
language: en
byline: By Ada Quill
end: <div class=author-box><h4><a href=/people/ada>Ada Quill</a></h4><a href=/people/ada>View all posts</a></div>
author: Ada Quill
bio: -
profile_url: https://mills.example/people/ada

box without bio de
language: de
byline: Von Ada Quill
end: <div class=autor-box><a href=/autor/ada>Ada Quill</a><a href=/autor/ada>Alle Beiträge anzeigen</a></div>
author: Ada Quill
bio: -
profile_url: https://mills.example/autor/ada
"""


GIVEN = "language byline end after"
AUTHOR = "author honorific role affiliation bio image profile_url same_as"


@pytest.mark.parametrize("case", cases_of(CASES, f"{GIVEN} {AUTHOR}"))
def test_authors_of_an_article(case):
    given = dict.fromkeys(("end", "after"), "") | dict(case)
    bio = BIO.get(given["language"], "")
    expected = []
    for key, value in case:
        if key == "author":
            expected.append((value, {}))
        elif expected:
            told = None if value == "-" else value.replace("BIO", bio)
            expected[-1][1][key] = told.split() if key == "same_as" else told
    end, after = (given[key].replace("BIO", bio) for key in ("end", "after"))
    record = read("", end, language=given["language"], byline=given["byline"], after=after)
    assert [author.name for author in record.authors] == [name for name, _ in expected]
    for author, (_, fields) in zip(record.authors, expected, strict=True):
        assert {key: getattr(author, key) for key in fields} == fields
        if author.bio:
            assert author.bio[:40] not in record.body
            assert author.bio[-40:] not in record.body
