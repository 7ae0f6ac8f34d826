"""Who is nobody's name though a capital opens the sentence: relatives, "my …", plain nouns."""

import pytest

from tests.building import seconds_of

SAID = {
    "en": "{} said: “Nobody drowns in a puddle twice.”",
    "fr": "{} disait : « On ne joue pas avec des moyens. »",
    "de": "{} sagte immer: „Man spielt nicht mit Mitteln.“",
    "es": "{} decía: «No se juega con los medios».",
    "it": "{} diceva: «Non si gioca con i mezzi».",
    "pt": "{} dizia: “Não se brinca com os meios.”",
    "nl": "{} zei: “Je speelt niet met middelen.”",
    "pl": "{} mówił: „Nie gra się samymi środkami”.",
    "ru": "{} говорил: «Играют не средствами, играют людьми».",
    "sv": "{} sade: ”Man leker inte med medel.”",
    "fi": "{} sanoi: ”Ei välineillä yksin leikitä.”",
    "uk": "{} казав: «Грають не засобами, грають людьми».",
    "cs": "{} řekl: „Nehraje se jen s prostředky.“",
}


@pytest.mark.parametrize(
    "language, who",
    [
        ("en", "Dad"), ("en", "Grandpa"), ("fr", "Mon maître"), ("fr", "Maman"), ("de", "Oma"),
        ("es", "Mi abuela"), ("es", "Nuestro jefe"), ("it", "Mia nonna"), ("it", "Mamma"),
        ("pt", "Minha mãe"), ("nl", "Mijn vader"), ("pl", "Mój ojciec"), ("pl", "Lekarz"),
        ("ru", "Отец"), ("ru", "Наш учитель"), ("sv", "Mormor"), ("sv", "Vår chef"),
        ("fi", "Isäni"), ("fi", "Kapteeni"), ("uk", "Лікар"), ("cs", "Lékař"),
    ],
)  # fmt: skip
def test_relatives_and_nouns_that_open_a_sentence_are_no_names(quotes, language, who):
    (found,) = quotes(f"<p>{SAID[language].format(who)}</p>", language)
    assert found.speaker is None


@pytest.mark.parametrize(
    "language, before, who, speaker",
    [
        ("it", "", "Mia", "Mia"),
        ("ru", "Павел Ершов живёт у леса. ", "Ершов", "Павел Ершов"),
        ("ru", "Мы спросили Шнурова. ", "Шнуров", "Шнуров"),
        ("pl", "Jan Kowalski mieszka w lesie. ", "Kowalski", "Jan Kowalski"),
        ("fi", "Aino Lehtola asuu metsässä. ", "Lehtola", "Aino Lehtola"),
    ],
)
def test_names_that_open_a_sentence_are(quotes, language, before, who, speaker):
    (found,) = quotes(f"<p>{before}{SAID[language].format(who)}</p>", language)
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "source, speaker",
    [
        ("his wife, Ann Moss", "Ann Moss"),
        ("her daughter, Ruth Tolliver Banks", "Ruth Tolliver Banks"),
        ("her spokesman Jon Moss", "Jon Moss"),
        ("his wife", None),
    ],
)
def test_whose_somebody_is_does_not_speak(quotes, source, speaker):
    html = f"<p>Peter Holm sells boats.</p><p>“Nobody ever missed a Friday,” said {source}.</p>"
    assert quotes(html)[0].speaker == speaker


@pytest.mark.parametrize(
    "behind, speaker",
    [
        (" 관측소장 이영숙 씨는 이렇게 말했다.", "이영숙"),
        (" 박지훈 관장은 이같이 설명했다.", "박지훈"),
        (" 주민들은 이렇게 말했다.", None),
        (" 그는 이렇게 말했다.", None),
        ("라고 주민들은 말했다.", None),
    ],
)
def test_who_said_so_in_a_korean_sentence_behind_the_words(quotes, behind, speaker):
    (found,) = quotes(f"<p>“태풍이 와도 기록은 멈추지 않았습니다.”{behind}</p>", "ko")
    assert found.speaker == speaker


def test_time_grows_with_the_sentences_that_nouns_open(quotes):
    said = SAID["ru"].format("Лесник") + " "
    small, large = (seconds_of(lambda n=n: quotes(f"<p>{said * n}</p>", "ru")) for n in (100, 800))
    assert large < 30 * small + 0.05
