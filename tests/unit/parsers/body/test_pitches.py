import numpy as np
import pytest
from lxml import etree

from scraper.cut import cut
from scraper.parsers.body.choose import choose
from scraper.parsers.body.features import describe
from scraper.parsers.body.layout import Hints
from scraper.parsers.body.pitches import find_pitches
from scraper.parsers.rules import pitches as rules

LINE = "The mill at Arnholt has ground flour since 1740, and the wheel still turns on Sundays. "


def chosen(html: str) -> list[str]:
    """Return what is chosen where the model wants every block."""
    root = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser())
    blocks, containers = cut(root.find("body"))
    described = describe(blocks, containers, "", Hints({}))
    kept = choose(blocks, described, np.full(len(blocks), 0.95, np.float32)).kept
    return [blocks[index].text for index in kept]


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for our weekly newsletter and never miss a mill.",
        "Sign up for the Arnholt Briefing and never miss a story from the valley",
        "Like this story? Subscribe to the Arnholt Post and have it delivered to your inbox.",
        "Two mills a week. Subscribe to Grist, the newsletter of the Arnholt Post.",
        "Abonnieren Sie jetzt unseren Newsletter!",
        "Inscrivez-vous à notre infolettre du matin.",
        "Suscríbete a nuestro boletín semanal",
        "Schrijf je in voor onze nieuwsbrief.",
        "Подпишитесь на нашу рассылку",
        "メールマガジンの登録はこちら",
        "This article is for subscribers.",
        "Already a subscriber? Log in",
        "Register to keep reading",
        "Sie sind bereits Abonnent? Hier anmelden",
        "Article réservé à nos abonnés",
        "Contenido exclusivo para suscriptores",
        "この記事は有料会員限定です",
        "The Post is paid for by its readers. Become a member from four crowns a month.",
        "Help us keep the wheel turning. Donate today.",
        "Bitte spenden Sie jetzt für unsere Arbeit.",
        "Soutenez notre rédaction",
        "If you like these mills, support me on Patreon.",
        "You can support this blog with a small donation.",
        "Support our work by becoming a member.",
        "Follow us on Twitter and Facebook",
        "Folgt uns auf Instagram",
        "Suivez-nous sur Telegram",
        "Join the Arnholt Post WhatsApp community!",
        "We use cookies to show you the mill at its best.",
        "Mit dem Laden des Beitrags akzeptieren Sie die Datenschutzerklärung.",
        "En cliquant sur « Oui », vous acceptez nos traceurs.",
        "Please enable JavaScript to see the wheel turn.",
        "We may earn a commission when you buy flour through our links.",
        "This post contains affiliate links.",
        "Purchases made through our links earn us a small commission.",
        "As an Amazon Associate the mill earns from qualifying purchases.",
        "Mit * gekennzeichnete Links sind Affiliate-Links; beim Kauf erhalten wir eine Provision.",
        "Cet article contient des liens affiliés.",
        "Este artículo contiene enlaces de afiliados.",
        "Follow the Arnholt Post on Facebook, X, Instagram and YouTube",
        "Is this letter hard to read? View it in your browser.",
        "Newsletter im Browser ansehen",
        "Ver este correo en tu navegador",
        "The post A mill is sold appeared first on Arnholt Post.",
        "Der Beitrag Die Mühle ist verkauft erschien zuerst auf Arnholter Post.",
        "The views expressed by the miller do not necessarily reflect those of the Arnholt Post.",
        "Der Beitrag gibt nicht unbedingt die Meinung der Redaktion wieder.",
    ],
)
def test_what_asks_the_reader_is_a_pitch(text) -> None:
    assert find_pitches([text]) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "My newsletter about mills has stopped growing.",
        "Twelve people signed up for a newsletter in the past week.",
        "Facebook and Twitter know the mill as well as you and me.",
        "People like me: what Facebook knows of us",
        "A court has ruled on cookies that are set without consent.",
        "Log in to view your reports.",
        "Donate to a food bank what you will not eat.",
        "The organizer can be a member of the guild but does not have to.",
        "She asked the members to support the strike.",
        "“The farmers support us with grain and hay,” the miller said.",
        "Our neighbours will support us through the winter.",
        "“Nobody would sponsor my work with so much as a sack,” she said.",
        "The abbey lost a third of its subscribers in a year.",
        "Er unterstützt die Mühle seit Jahren.",
        "Customers who sign up receive flour at a lower price.",
        "Sign up for our weekly newsletter. " + LINE * 5,
        "The council will consider a donation of land.",
        "If you are in good health, please consider a donation of blood.",
        "“Please consider supporting our town,” she said.",
        "He would buy me a coffee, and we would talk about flour.",
        "Readers support this site of the old mill with stones and with labour.",
        "Ich freue mich auf den Sommer.",
        "La ville veut soutenir ce projet de loi.",
        "Puedes ver el molino desde la carretera.",
        "Follow the path on Facebook’s map to the mill.",
        "You can view the wheel in your browser at any time of the day.",
        "Travel agents get a commission when you buy insurance for the mill.",
        "We paid the miller no commission.",
        "Many bloggers live on affiliate links.",
        "The views expressed in court were those of the miller.",
    ],
)
def test_what_tells_of_such_things_is_none(text) -> None:
    assert find_pitches([text]) == []


@pytest.mark.parametrize(
    "text",
    [
        "If you want to support the Mill Diary, please consider a one-off donation on Ko-fi.",
        "You can support my work on Patreon.",
        "Liked it? Buy me a coffee!",
        "Für meine Kaffeekasse: ein Klick genügt.",
        "Wenn Ihnen der Text gefällt, freuen wir uns über eine kleine Spende.",
        "Pour soutenir ce blog, c'est ici.",
        "Invítame a un café si te ha gustado.",
        "Offrimi un caffè",
        "Postaw mi kawę",
        "Поддержать автора можно переводом на карту.",
        "サイト運営のため、ご支援をお願いします。",
        "이 글이 좋았다면 후원을 부탁드립니다",
        "喜欢请打赏",
    ],
)
def test_appeals_below_a_post_are_pitches(text) -> None:
    assert find_pitches([LINE, text]) == [1]


def test_a_pitch_goes_with_the_box_that_it_stands_in() -> None:
    box = "<div><h3>Enjoying this?</h3><p>Become a member.</p><ul><li>Digital £1</li></ul></div>"
    found = chosen(f"<div><p>{LINE}</p><p>{LINE}Once more.</p>{box}<p>{LINE}And on.</p></div>")
    assert found == [LINE.strip(), LINE + "Once more.", LINE + "And on."]


def test_a_pitch_among_paragraphs_goes_alone() -> None:
    html = f"<div><p>{LINE}</p><p>Sign up for our newsletter.</p><p>{LINE}And on.</p></div>"
    assert chosen(html) == [LINE.strip(), LINE + "And on."]


def test_a_page_that_is_about_them_keeps_them() -> None:
    lines = "".join(f"<p>We use cookies of kind {n}. {LINE}</p>" for n in range(6))
    assert len(chosen(f"<h1>Privacy</h1>{lines}")) == 7


def test_a_short_article_is_no_box() -> None:
    html = f"<div><h1>The mill</h1><p>{LINE}</p><p>Already a subscriber? Log in</p></div>"
    assert chosen(html) == ["The mill", LINE.strip()]


def test_every_branch_of_the_patterns_has_a_stem() -> None:
    """A branch that no stem lets through would never be asked."""
    told = (
        "newsletter|mailing list|your inbox|dein postfach|daily briefing|email alerts|nieuwsbrief|"
        "nyhetsbrev|nyhedsbrev|uutiskirje|infolettre|lettre d'information|boletín|boletim|bülten|"
        "biuletyn|hírlevél|рассылка|розсилка|ニュースレター|メルマガ|뉴스레터|电子报|電子報"
    )
    for letter in told.split("|"):
        text = f"Subscribe to {letter}".replace("Subscribe", "Join")
        assert rules.NEWSLETTER_PITCH.search(text.lower()), letter
        assert find_pitches([text]) == [0], letter


def test_pitches_are_found_among_other_lines() -> None:
    pitch = "Sign up for our weekly newsletter and never miss a mill."
    assert find_pitches([LINE, pitch, "Our newsletter", "", f"A line\n{pitch}"]) == [1, 4]
    assert find_pitches([f"{pitch} {LINE * 20}"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Home sellers in the US paid a commission of six per cent, split with the buyer’s agent.",
        "The state told us that each family gets compensation for the products it lost.",
        "When we buy a mill, the agent gets a commission from us and from the seller.",
        "“We get a commission on every purchase,” said the miller.",
        "Ein Affiliate-Link bringt dem Betreiber eines Blogs eine Provision von drei Prozent.",
        "Affiliate links are used by most of the shops that the agency looked at.",
        "Die Karte lässt sich auch im Browser öffnen.",
        "Il suffit de lire les fichiers dans le navigateur",
        "Los usuarios pueden abrir el documento en el navegador.",
        "O aplicativo permite visualizar o arquivo no navegador.",
        "Zo bekijk je de kaart in je browser.",
        "Il gioco si apre direttamente nel browser.",
        "The statements, expressed in a letter, did not represent the view of the union.",
        "All opinions he expressed in court did not reflect the truth.",
        "Las opiniones de los vecinos no reflejan necesariamente lo que piensa el alcalde.",
        "Мнение автора может не совпадать с мнением историков.",
    ],
)
def test_sentences_about_commissions_browsers_and_opinions_are_text(text) -> None:
    assert find_pitches([text]) == []


@pytest.mark.parametrize(
    "text",
    [
        "We may, at no cost to you, receive a commission for purchases through our links.",
        "If you buy through these links, we’ll usually earn a small commission.",
        "Diesen Newsletter im Browser ansehen",
        "Problemi? Apri questa e-mail nel tuo browser",
        "Bekijk deze nieuwsbrief in je browser",
        "Abrir este mensaje en el navegador",
        "Las opiniones vertidas por los columnistas no representan necesariamente a esta casa.",
        "The views expressed are the writer’s own and do not reflect those of the mill.",
        "Мнение автора может не совпадать с позицией редакции.",
    ],
)
def test_what_a_page_says_of_itself_is_a_pitch(text) -> None:
    assert find_pitches([text]) == [0]


@pytest.mark.parametrize(
    "text",
    [
        "Have your say: should the mill be moved? Tell us below.",
        "Do you have a story about the mill? Email news@arnholt.example",
        "Pin this mill for later!",
        "Fehler gefunden? Bitte melden.",
        "Vous avez repéré une coquille ? Écrivez-nous.",
        "¿Has encontrado algún error? Escríbenos",
        "Tem alguma sugestão de reportagem? Envie para a redação",
        "Oceń artykuł:",
        "Har du et tip? Skriv til redaktionen@arnholt.example",
        "Долучайтеся до нашого каналу в Telegram",
        "Нашли опечатку? Выделите её и нажмите Ctrl+Enter",
        "この記事は役に立ちましたか？",
        "기사제보 032-000-0000",
        "Follow the Arnholt Post on Facebook for more news of the valley",
        "Únete a nuestro canal de WhatsApp",
        "Dołącz do nas na kanale Arnholt na WhatsAppie: kanał młyna, Telegram",
        "Присоединяйтесь к нашему каналу в Telegram",
        "تابعوا آخر الأخبار عبر قناتنا على تلغرام",
        "WhatsApp kanalımıza katılın",
    ],
)
def test_readers_are_asked_to_take_part(text: str) -> None:
    assert find_pitches([LINE, text]) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The miller found an error in the books and let the baker have his say.",
        "Both towns had better join the conversation about water.",
        "Her channel on YouTube shows the wheel at work.",
        f"Follow the race to the weir. {LINE}The channel on Telegram that the miller writes is read by few.",
        "На канале в Telegram мельник пишет о погоде.",
        "Подписчики канала в Telegram заметили ошибку первыми.",
        "Follow the channel along the coastline.",
        "We follow the canal to the railway line at Arnholt.",
        "Thousands follow his channel on YouTube.",
        "He asked the bakers to join his WhatsApp channel, which has 3,000 members.",
        "The Telegram channel, which has two million subscribers, denied it.",
        "El canal de YouTube que siguen tres millones de personas calla.",
        "Kanalın Telegram hesabını takip eden köylüler geldi.",
        "彼のYouTubeチャンネルの登録者数は百万人だ。",
        "유튜브 채널 구독자는 백만 명이다.",
        "Subscribers like the channel that Telegram has blocked.",
        "Volgens het kanaal op Telegram is de molen gered.",
        "Following the channel's launch on Telegram, the miller left.",
        "Entre el canal de Telegram y el periódico no hay paz.",
        "Have your say in the vote on Tuesday.",
        "Join the conversation about death.",
        "Found an error in your tax return? Amend it within a year.",
        "Fehler gefunden haben die Prüfer nicht.",
        "Znalazłeś błąd w rachunku? Masz 14 dni.",
        "Нашли ошибку в расчётах ещё в мае.",
        "Do you have a tip for beginners?",
        "Har du tips till unga författare?",
        "Did you make this film for your mother?",
        "“Do you have a story?” she asks every patient.",
    ],
)
def test_what_tells_of_readers_and_channels_is_none(text: str) -> None:
    assert find_pitches([text]) == []


def test_every_demand_to_take_part_is_found() -> None:
    for demand in "|".join(rules.TAKE_PART.values()).split("|"):
        assert find_pitches([demand.replace("*", " x ").rstrip("#")]) == [0], demand


def test_a_demand_to_take_part_leaves_the_box_that_it_ends() -> None:
    box = f"<div><h3>Bread</h3><ol><li>{LINE}Knead.</li></ol><p>Did you make this bread? Tell us!</p></div>"
    found = chosen(f"<div><p>{LINE}</p><p>{LINE}Once more.</p>{box}</div>")
    assert found[-2:] == ["Bread", f"{LINE}Knead."]
