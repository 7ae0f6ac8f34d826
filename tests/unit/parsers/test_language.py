import pytest

from schemas import Evidence
from scraper.page import read_page
from scraper.parsers.body_text import Body, Piece, assemble
from scraper.parsers.language import detect_language, find_language
from scraper.parsers.rules.languages import FUNCTION_WORDS, SCRIPT_LANGUAGES, SCRIPTS

TEXTS = {
    "en": "The mayor said that the bridge would be open to all of the people who live on the other side of the river, and that it had taken far too long.",
    "de": "Der Bürgermeister sagte, dass die Brücke nun für alle offen ist, die auf der anderen Seite des Flusses wohnen, und dass es viel zu lange gedauert hat.",
    "fr": "Le maire a dit que le pont est maintenant ouvert à tous ceux qui habitent de l'autre côté de la rivière, et que cela avait pris beaucoup trop de temps.",
    "es": "El alcalde dijo que el puente ya está abierto para todos los que viven al otro lado del río, y que la obra había durado mucho más de lo que era normal.",
    "it": "Il sindaco ha detto che il ponte è ora aperto a tutti quelli che vivono dall'altra parte del fiume, e che ci sono voluti più anni di quanto si era detto.",
    "pt": "O prefeito disse que a ponte já está aberta para todos os que moram do outro lado do rio, e que a obra não foi tão rápida como ele tinha dito às pessoas.",
    "nl": "De burgemeester zei dat de brug nu open is voor iedereen die aan de andere kant van de rivier woont, en dat het veel te lang heeft geduurd.",
    "pl": "Burmistrz powiedział, że most jest już otwarty dla wszystkich, którzy mieszkają po drugiej stronie rzeki, i że nie było to tak łatwe, jak się wydawało.",
    "cs": "Starosta řekl, že most je už otevřený pro všechny, kteří bydlí na druhé straně řeky, a že to bylo podle něj mnohem delší, než se čekalo.",
    "sk": "Starosta povedal, že most je už otvorený pre všetkých, ktorí bývajú na druhej strane rieky, a že to bolo podľa neho oveľa dlhšie, ako sa čakalo.",
    "hr": "Gradonačelnik je rekao da je most sada otvoren za sve koji žive na drugoj strani rijeke i da je to trajalo više nego što su oni mislili.",
    "sl": "Župan je povedal, da je most zdaj odprt za vse, ki živijo na drugi strani reke, in da je to trajalo več, kot so pričakovali, ker ni bilo denarja.",
    "ro": "Primarul a spus că podul este acum deschis pentru toți cei care locuiesc pe malul celălalt, și că lucrarea a fost mai lungă decât s-a crezut.",
    "hu": "A polgármester azt mondta, hogy a híd már nyitva van mindenki előtt, aki a folyó másik oldalán él, és hogy ez nem volt olyan könnyű, mint ahogy hitték.",
    "fi": "Pormestari sanoi, että silta on nyt auki kaikille, jotka asuvat joen toisella puolella, ja että se ei ollut niin helppoa kuin hän oli luullut.",
    "et": "Linnapea ütles, et sild on nüüd avatud kõigile, kes elavad teisel pool jõge, ja et see ei olnud nii lihtne, kui ta oli arvanud, vaid palju raskem.",
    "lv": "Mērs teica, ka tilts tagad ir atvērts visiem, kas dzīvo upes otrā pusē, un ka tas nav bijis tik viegli, kā viņš bija domājis, bet arī ne par dārgu.",
    "lt": "Meras sakė, kad tiltas jau yra atidarytas visiems, kurie gyvena kitoje upės pusėje, ir kad tai buvo ne taip lengva, kaip jis manė, bet dar ne viskas.",
    "sv": "Borgmästaren sade att bron nu är öppen för alla som bor på den andra sidan av floden, och att det inte var så lätt som han hade trott från början.",
    "da": "Borgmesteren sagde, at broen nu er åben for alle, der bor på den anden side af floden, og at det ikke var så let, som han havde troet fra begyndelsen af.",
    "no": "Ordføreren sier at broen nå er åpen for alle som bor på den andre siden av elven, og at det ikke var så lett som han hadde trodd da de begynte å bygge etter krigen.",
    "is": "Borgarstjórinn sagði að brúin væri nú opin fyrir alla sem búa hinum megin við ána og að það hefði ekki verið auðvelt, en þeir hafa þó lokið við hana.",
    "tr": "Belediye başkanı, köprünün artık nehrin öbür yanında yaşayan herkes için açık olduğunu ve bunun çok uzun bir iş olduğunu, ancak daha da kötü olmadığını söyledi.",
    "id": "Wali kota mengatakan bahwa jembatan itu sudah dibuka untuk semua orang yang tinggal di seberang sungai, dan bahwa hal ini tidak mudah karena mereka kurang dana.",
    "ms": "Datuk bandar berkata bahawa jambatan itu sudah dibuka untuk semua orang yang tinggal di seberang sungai, dan ia tidak mudah kerana mereka kurang wang selepas banjir.",
    "vi": "Thị trưởng nói rằng cây cầu đã được mở cho tất cả những người sống ở bờ bên kia, và việc này không dễ như ông đã nghĩ khi bắt đầu, nhưng nó rất cần.",
    "ca": "L'alcalde va dir que el pont ja és obert per a tots els que viuen a l'altra banda del riu, i que això no ha estat tan fàcil com es pensava, però també amb molt de gust.",
    "sq": "Kryetari tha se ura është tani e hapur për të gjithë ata që jetojnë në anën tjetër të lumit dhe se kjo nuk ishte e lehtë, por do të jetë më mirë.",
    "af": "Die burgemeester het gesê dat die brug nou oop is vir almal wat aan die ander kant van die rivier woon, en dat dit nie so maklik was as wat hy gedink het nie.",
    "sw": "Meya alisema kuwa daraja hilo sasa ni wazi kwa watu wote wanaoishi ng'ambo ya mto, na kwamba kazi hiyo ilikuwa ngumu zaidi kwa sababu ya mvua katika mwaka huo.",
    "tl": "Sinabi ng alkalde na bukas na ang tulay para sa lahat ng nakatira sa kabilang pampang ng ilog, at hindi ito madali dahil wala silang pera noong mga panahong iyon.",
    "eu": "Alkateak esan du zubia zabalik dagoela ibaiaren beste aldean bizi diren guztientzat, eta hori ez dela erraza izan, baina orain oso pozik dira eta gehiago egin nahi dute.",
    "cy": "Dywedodd y maer fod y bont ar agor i bawb sydd yn byw ar ochr arall yr afon, ac nid oedd hyn yn hawdd, ond mae wedi bod yn werth ei wneud gyda'r bobl.",
    "ga": "Dúirt an méara go bhfuil an droichead ar oscailt anois do gach duine atá ina chónaí ar an taobh eile den abhainn, agus nach raibh sé sin éasca ag na daoine.",
    "ru": "Мэр сказал, что мост теперь открыт для всех, кто живёт на другом берегу реки, и что это было не так легко, как он думал, но все они очень рады.",
    "uk": "Мер сказав, що міст тепер відкритий для всіх, хто живе на іншому березі річки, і що це було не так легко, як він думав, але вони дуже раді.",
    "be": "Мэр сказаў, што мост цяпер адкрыты для ўсіх, хто жыве на іншым беразе ракі, і што гэта было не так лёгка, як ён думаў, але яны вельмі рады.",
    "bg": "Кметът каза, че мостът вече е отворен за всички, които живеят на другия бряг на реката, и че това не е било лесно, но хората са много доволни от него.",
    "sr": "Градоначелник је рекао да је мост сада отворен за све који живе на другој обали реке и да то није било лако, али су људи веома задовољни што га имају.",
    "mk": "Градоначалникот рече дека мостот сега е отворен за сите што живеат на другата страна на реката и дека тоа не било лесно, но луѓето се задоволни од него.",
    "kk": "Қала әкімі көпір енді өзеннің екінші жағында тұратын барлық адамдар үшін ашық деп айтты және бұл оңай болған жоқ, бірақ олар өте қуанышты.",
    "el": "Ο δήμαρχος είπε ότι η γέφυρα είναι τώρα ανοιχτή για όλους όσους μένουν στην άλλη πλευρά του ποταμού και ότι αυτό δεν ήταν εύκολο.",
    "he": "ראש העיר אמר כי הגשר פתוח עכשיו לכל מי שגר בצד השני של הנהר, וכי זה לא היה קל כפי שחשב.",
    "ar": "قال رئيس البلدية إن الجسر مفتوح الآن أمام جميع الذين يعيشون على الضفة الأخرى من النهر، وإن هذا لم يكن سهلا كما كان يظن في البداية.",
    "fa": "شهردار گفت که این پل اکنون برای همه کسانی که در آن سوی رودخانه زندگی می کنند باز شده است و این کار آسان نبود اما باید انجام می شد.",
    "ur": "میئر نے کہا کہ پل اب ان تمام لوگوں کے لیے کھلا ہے جو دریا کے دوسری طرف رہتے ہیں اور یہ کام اتنا آسان نہیں تھا جتنا وہ سمجھتے تھے۔",
    "hi": "महापौर ने कहा कि पुल अब उन सभी लोगों के लिए खुला है जो नदी के दूसरी ओर रहते हैं और यह काम इतना आसान नहीं था।",
    "mr": "महापौरांनी सांगितले की पूल आता नदीच्या दुसऱ्या बाजूला राहणाऱ्या सर्व लोकांसाठी खुला आहे आणि हे काम सोपे होते असे नाही, पण ते झाले आहे.",
    "bn": "মেয়র বলেছেন যে সেতুটি এখন নদীর অপর পাড়ে বসবাসকারী সকলের জন্য খোলা।",
    "ta": "ஆற்றின் மறுபுறம் வாழும் அனைவருக்கும் பாலம் இப்போது திறந்திருக்கிறது என்று மேயர் கூறினார்.",
    "th": "นายกเทศมนตรีกล่าวว่าสะพานเปิดให้ทุกคนที่อาศัยอยู่อีกฝั่งหนึ่งของแม่น้ำใช้แล้ว",
    "zh": "市长说，这座桥现在向所有住在河对岸的人开放，而且这件事并不像他想象的那么容易。",
    "ja": "市長は、川の向こう側に住むすべての人のために橋が開通したと述べ、思ったほど簡単ではなかったと語った。",
    "ko": "시장은 강 건너편에 사는 모든 사람들에게 다리가 열렸으며 생각만큼 쉽지 않았다고 말했다.",
    "ka": "მერმა თქვა, რომ ხიდი ახლა ღიაა ყველასთვის, ვინც მდინარის მეორე მხარეს ცხოვრობს.",
    "hy": "Քաղաքապետն ասաց, որ կամուրջն այժմ բաց է բոլորի համար, ովքեր ապրում են գետի մյուս կողմում։",
}


@pytest.mark.parametrize("language, text", TEXTS.items(), ids=TEXTS)
def test_language_of_two_lines(language, text):
    assert detect_language(text).language == language


@pytest.mark.parametrize(
    "text",
    ["", "Hello", "12 34 56 78", "Ikea Bosch Siemens Nokia " * 10, "!!! ??? ...", "\u200b\u00ad"],
    ids=["empty", "one word", "numbers", "names", "signs", "invisible"],
)
def test_text_that_says_too_little(text):
    assert detect_language(text) is None


def test_every_table_belongs_to_a_script():
    told = {language for names in SCRIPT_LANGUAGES.values() for language in names.split()}
    assert set(FUNCTION_WORDS) <= told
    assert {name for _, _, name in SCRIPTS} == set(SCRIPT_LANGUAGES)


def language_of(head_or_body, *, lang="", text="en", url="https://news.example/a", body_lang=""):
    lang = f' lang="{lang}"' if lang else ""
    body_lang = f' lang="{body_lang}"' if body_lang else ""
    paragraphs = "".join(f"<p>{TEXTS[text]}</p>" for _ in range(3)) if text else ""
    page = read_page(
        f"<html{lang}><head>{head_or_body}</head><body{body_lang}>{paragraphs}</body></html>",
        url=url,
    )
    return find_language(page, assemble([Piece(b, "paragraph") for b in page.blocks]))


@pytest.mark.parametrize(
    "lang, tag",
    [
        ("en-GB", "en-GB"),
        ("en_gb", "en-GB"),
        ("EN", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("en-Latn-us", "en-Latn-US"),
    ],
)
def test_stated_tag_in_recommended_case(lang, tag):
    assert language_of("", lang=lang).value == tag


def test_text_decides_against_a_theme_left_in_english():
    found = language_of("", lang="en-US", text="de")
    assert found.value == "de"
    assert found.evidence.source == "text"


def test_stated_region_that_agrees_with_the_text_is_taken_instead_of_the_attribute():
    head = '<meta property="og:locale" content="de_AT">'
    assert language_of(head, lang="en-US", text="de").value == "de-AT"


def test_region_of_a_theme_is_dropped_on_a_country_host():
    assert language_of("", lang="en-US", url="https://news.example.ie/a").value == "en"
    assert language_of("", lang="en-US", url="https://news.example.com/a").value == "en-US"


def test_region_is_completed_from_another_statement():
    head = '<meta property="og:locale" content="pt_BR">'
    assert language_of(head, lang="pt", text="pt").value == "pt-BR"


def test_language_without_any_statement():
    found = language_of("", text="uk")
    assert found.value == "uk"
    assert found.evidence.source == "text"


def test_short_text_leaves_what_is_stated():
    assert language_of("", lang="fr-CA", text="").value == "fr-CA"


@pytest.mark.parametrize("lang", ["lang", "x-default", "und", "12", ""])
def test_what_is_no_tag_is_not_taken(lang):
    assert language_of("", lang=lang, text="") is None


def test_written_standards_of_norwegian_are_left_as_stated():
    assert language_of("", lang="nb-NO", text="no").value == "nb-NO"


def test_near_relative_yields_only_to_a_clear_difference():
    assert language_of("", lang="bs", text="hr").value == "bs"


def test_language_of_json_ld():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "sv-SE"}</script>'
    found = language_of(head, text="sv")
    assert found.value == "sv-SE"
    assert found.evidence.source == "json-ld"
    assert found.evidence.where == "json-ld[0].inLanguage"


def test_opening_quotation_in_another_language():
    quoted = TEXTS["en"] * 2
    text = f"<p>{quoted}</p>" + f"<p>{TEXTS['de']}</p>" * 12
    page = read_page(f"<html lang=de><body>{text}</body></html>")
    body = assemble([Piece(b, "paragraph") for b in page.blocks])
    assert find_language(page, body).value == "de"


def test_page_without_a_body_is_read_by_its_longer_lines():
    page = read_page(f"<body><nav><a href=/>Home</a></nav><div>{TEXTS['fi']}</div></body>")
    assert find_language(page, Body()).value == "fi"


def test_evidence_is_a_place_on_the_page():
    found = language_of("", lang="en")
    assert found.evidence == Evidence(source="lang", where="/html/@lang", confidence=0.99)
