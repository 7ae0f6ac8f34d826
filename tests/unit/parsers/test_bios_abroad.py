"""Boxes about authors in one paragraph: heading, bio and button with line breaks between."""

import pytest

from scraper import extract
from tests.articles import PROSE

TEXT = "".join(f"<p>{line}</p>" for line in PROSE["en"])


@pytest.mark.parametrize(
    ("name", "heading", "bio", "button"),
    [
        ("Defne Karaca", "Yazar hakkında", "Defne Karaca 2011’den beri belediyeyi izliyor; tarih öğrenimini İzmir’de gördü.", "Profili gör"),
        ("한서윤", "기자 소개", "한서윤 기자는 2011년부터 시청을 취재해 왔으며 대학에서 역사를 공부했다.", "프로필 보기"),
        ("王小梅", "作者简介", "王小梅自2011年起报道市政厅新闻，大学时主修历史。", "查看完整资料"),
        ("Ioana Marin", "Despre autoare", "Ioana Marin scrie despre primărie din 2011 și a studiat istoria la Iași.", "Vezi profilul"),
        ("Núria Puig", "Sobre l'autora", "Núria Puig segueix l’ajuntament des de 2011 i va estudiar història a Girona.", "Veure el perfil"),
        ("Rūta Kazlauskienė", "Apie autorę", "Rūta Kazlauskienė nuo 2011 metų rašo apie savivaldybę, istoriją studijavo Vilniuje.", "Žiūrėti profilį"),
    ],
)  # fmt: skip
def test_a_bio_stands_between_its_heading_and_its_button(name, heading, bio, button):
    box = f'<p><b>{heading}</b><br>{bio}<br><a href="/p">{button}</a></p>'
    page = f"<h1>The mill by the brook</h1><p>{name}, 7 November 2021</p>{TEXT}{box}"
    record = extract(f"<html><body><div>{page}</div></body></html>".encode())
    assert [(author.name, author.bio) for author in record.authors] == [(name, bio)]
    assert record.body.split("\n\n") == list(PROSE["en"])


def test_a_call_to_pay_is_no_bio():
    box = "<p>Love this article?<br>Shout Nell Brook a coffee</p>"
    page = f"<h1>The mill by the brook</h1><p>By Nell Brook</p>{TEXT}{box}"
    (author,) = extract(f"<html><body><div>{page}</div></body></html>".encode()).authors
    assert author.bio is None


@pytest.mark.parametrize("name", ["Marloes van der Veen", "Ana de los Ríos", "Karl von Brandt"])
def test_a_texts_first_paragraph_is_no_bio_for_a_particle_of_the_name(name):
    first = (
        "In de kelder van het stadhuis, los van de weg der heuvels en von Hand gebouwd, staat sinds "
        "de zomer weer water, en de dossiers liggen op de onderste planken."
    )
    rows = "".join(
        f"<tr><td class='bodytext'><p>{line}</p></td></tr>" for line in (first, *PROSE["nl"])
    )
    page = f"<tr><td class=headline>De molen</td></tr><tr><td class=byline>Door {name}</td></tr>"
    record = extract(f"<html lang=nl><body><table>{page}{rows}</table></body></html>".encode())
    assert record.body.split("\n\n") == [first, *PROSE["nl"]]
    assert [(author.name, author.bio) for author in record.authors] == [(name, None)]
