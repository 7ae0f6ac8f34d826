"""Verbs of saying in languages whose other reporting words no table knows.

The commonest ones only, in the third person, past and present, as news print them beside a quotation;
no corpus has weighed them. The languages that have more are in ``quote_cues``.
"""

from dataclasses import dataclass

_SOUTH_SLAVIC = (
    "rekao rekla rekli kaže kažu kazao kazala izjavio izjavila dodao dodala dodaje navodi naveo navela "
    "objasnio objasnila objašnjava istaknuo istaknula istakao istakla ističe poručio poručila poručuje "
    "smatra tvrdi ispričao ispričala priča napisao napisala zaključuje zaključio upozorava naglasio "
    "naglasila naglašava рекао рекла рекли каже кажу казао казала изјавио изјавила додао додала додаје "
    "наводи навео навела објаснио објаснила објашњава истакао истакла истиче поручио поручила сматра "
    "тврди испричао испричала прича написао написала закључује упозорава нагласио нагласила"
)
_MALAY = (
    "kata ujar ucap tutur jelas ungkap tegas tambah katanya ujarnya ucapnya tuturnya jelasnya berkata "
    "mengatakan menyatakan menjelaskan menambahkan menulis memberitahu"
)

VERBS: dict[str, str] = {
    "cs": "řekl řekla řekli říká říkají uvedl uvedla dodal dodala dodává vysvětlil vysvětlila vysvětluje "
    "prohlásil prohlásila tvrdí sdělil sdělila upozornil upozornila upozorňuje poznamenal poznamenala "
    "doplnil doplnila zdůraznil zdůraznila popsal popsala popisuje napsal napsala konstatoval konstatovala",
    "sk": "povedal povedala povedali hovorí hovoril hovorila uviedol uviedla dodal dodala dodáva vysvetlil "
    "vysvetlila vysvetľuje vyhlásil vyhlásila tvrdí informoval informovala upozornil upozornila "
    "poznamenal doplnil doplnila zdôraznil zdôraznila priblížil priblížila napísal napísala",
    "sl": "rekel rekla pravi pravijo povedal povedala dejal dejala dodal dodala dodaja pojasnil pojasnila "
    "pojasnjuje poudaril poudarila poudarja zatrdil zapisal zapisala opozoril opozorila",
    "hr": _SOUTH_SLAVIC,
    "sr": _SOUTH_SLAVIC,
    "bs": _SOUTH_SLAVIC,
    "mk": "рече вели изјави додаде додава објасни објаснува истакна нагласи тврди смета напиша порача раскажа",
    "bg": "каза казва заяви добави допълни допълва обясни обяснява подчерта отбеляза твърди смята разказа "
    "разказва написа посочи коментира сподели споделя",
    "uk": "сказав сказала сказали каже кажуть заявив заявила заявили додав додала додає пояснив пояснила "
    "пояснює розповів розповіла розповідає зазначив зазначила зазначає наголосив наголосила наголошує "
    "підкреслив підкреслила повідомив повідомила стверджує вважає написав написала відповів відповіла",
    "be": "сказаў сказала кажа заявіў заявіла дадаў дадала растлумачыў растлумачыла распавёў распавяла "
    "адзначыў адзначыла піша",
    "ro": "spus spune spun declarat declară adăugat adaugă explicat explică precizat precizează afirmat "
    "afirmă subliniat subliniază povestit povestește scris scrie menționat susține",
    "hu": "mondta mondja mondták közölte nyilatkozta hangsúlyozta magyarázta magyarázza írta írja "
    "fogalmazott vélte véli állítja állította mesélte meséli válaszolta kiemelte szögezte jelentette tette fejtette jegyezte",
    "el": "είπε λέει λένε δήλωσε δηλώνει πρόσθεσε προσθέτει εξήγησε εξηγεί τόνισε τονίζει ανέφερε αναφέρει "
    "υποστήριξε υποστηρίζει σημείωσε σημειώνει υπογράμμισε έγραψε γράφει απάντησε διηγείται",
    "tr": "dedi diyor söyledi söylüyor belirtti açıkladı anlattı anlatıyor ekledi vurguladı konuştu yazdı "
    "kaydetti savundu kullandı bulundu diyen",
    "az": "dedi deyir deyib bildirdi bildirib söylədi vurğuladı yazdı",
    "kk": "деді дейді айтты айтады",
    "lt": "sakė sako teigė teigia pasakojo pasakoja pridūrė priduria paaiškino aiškino aiškina pabrėžė "
    "pabrėžia kalbėjo tikino rašė rašo atsakė svarstė",
    "lv": "teica saka sacīja norādīja norāda uzsvēra uzsver skaidroja skaidro piebilda stāstīja stāsta "
    "rakstīja atzina atzīst pauda",
    "et": "ütles ütleb lisas lisab selgitas selgitab rääkis räägib märkis märgib rõhutas rõhutab kinnitas "
    "kirjutas sõnas nentis",
    "id": _MALAY,
    "ms": _MALAY,
    "vi": "nói kể viết hỏi cho_biết cho_hay chia_sẻ khẳng_định nhấn_mạnh nhận_định bày_tỏ giải_thích "
    "tâm_sự",
    "ca": "diu deia dir explica explicava afirma afirmava assegura afegeix afegir conclou respon recorda "
    "comenta destaca reconeix lamenta opina",
    "gl": "di dixo explica explicou afirma afirmou asegura engade engadiu sinala sinalou conta contou "
    "declara declarou lembra",
    "eu": "esan dio azaldu adierazi gaineratu nabarmendu",
    "sq": "tha thotë theksoi deklaroi shtoi shpjegoi tregoi shkroi pohoi",
    "af": "sê gesê vertel verduidelik beklemtoon skryf",
    "is": "segir sagði sögðu bætti útskýrir útskýrði skrifar skrifaði",
    "cy": "meddai dywedodd eglurodd ychwanegodd ysgrifennodd",
    "ga": "arsa dúirt",
    "sw": "alisema anasema walisema aliongeza alieleza",
}

BEFORE_NAMES = frozenset("je su је су ο η οι bà ông anh chị cô bác".split())
"""Auxiliaries, articles and forms of address between such a verb and the name; no prepositions."""

ARTICLES: dict[str, str] = {
    "hu": "a az",
    "ca": "el la els les en na",
    "gl": "o a os as",
    "sq": "i e të",
    "et": "ka",
    "id": "para",
    "ms": "para",
    "vi": "các một những",
    **dict.fromkeys(("hr", "sr", "bs", "sl"), "i и"),
    **dict.fromkeys(("bg", "mk", "uk"), "и і та"),
}
"""Small words behind such a verb that leave a name its subject: articles, and words for "also"."""

OFFICES_TR = frozenset(
    "Başkanı Başkan Bakanı Bakan Müdürü Müdür Sözcüsü Üyesi Sekreteri Milletvekili Valisi Vali "
    "Kaymakam Kaymakamı Rektörü Yardımcısı Temsilcisi Yetkilisi Uzmanı Dekanı Muhtarı".split()
)
"""How Turkish offices before a name end; in the name of a house the word has a possessive, too."""

ADVERBS_TR = frozenset(
    "Ayrıca Ancak Fakat Dün Bugün Sonra Özellikle Üstelik Konuşmasında Açıklamasında Yazısında Mesajında "
    "Toplantıda Sözlerine Şimdi Böylece Bunun Öte Daha Kendisi".split()
)
"""What opens a Turkish sentence and is nobody."""

CASE_ENDINGS = (
    r"[’'](?:y?[ae]|n[ae]|n?[dt][ae]n?)|-(?:n[ae]k|[trb][óő]l|n[áé]l|[bv][ae][nl]|h[eo]z)"
)
"""Endings that Turkish and Hungarian write apart from a name to which or where something is said."""


@dataclass(frozen=True, slots=True)
class Caseless:
    """How a language whose script has no capitals reports speech."""

    verbs: tuple[str, ...]
    stops: tuple[str, ...]
    """Patterns of words that end a name, or stand in its place: prepositions, pronouns."""
    roles: frozenset[str]
    """Words of offices and houses before a name."""
    verb_first: bool = False
    article: str = ""
    """What the words of a role's complement begin with ("وزير الصحة")."""
    prefix: str = ""
    """What is written in one with the verb, as a pattern."""
    like_articles: frozenset[str] = frozenset()
    """Given names that begin as if with the article, and words behind one."""
    mark: str = ""
    """The particle behind the subject."""


CASELESS: dict[str, Caseless] = {
    "ar": Caseless(
        tuple(
            "قال قالت يقول تقول أضاف أضافت أكد أكدت أوضح أوضحت صرح صرحت أعلن أعلنت ذكر ذكرت كتب كتبت أشار "
            "أشارت تابع تابعت شدد شددت اعتبر اعتبرت".split()
        ),
        tuple(
            "في من على إن أن إنه إنها الذي التي خلال عن مع بعد قبل أمس اليوم إلى لي له لها لنا لهم هو هي ذلك هذا هنا "
            "أيضا أيضاً كذلك بدوره بدورها كما قد لاحقا أنه بأن "
            "قائلا قائلة مضيفا مضيفة مشيرا مشيرة ردا "
            "لل\\S+ ل(?:وكالة|صحيفة|قناة|رويترز|موقع)\\S*".split()
        ),
        frozenset(
            "وزير وزيرة رئيس رئيسة مدير مديرة متحدث متحدثة ناطق باحث باحثة أستاذ أستاذة محافظ قائد أمين أمينة "
            "عضو نائب نائبة مسؤول مسؤولة خبير خبيرة طبيب طبيبة محامي محامية عمدة باسم بلدية مجلس مركز جامعة "
            "وزارة شركة جمعية معهد مستشفى مدرسة هيئة لجنة حزب اتحاد سيد سيدة دكتور دكتورة".split()
        ),
        verb_first=True,
        article="ال",
        like_articles=frozenset(
            "بن ابن الحسن الحسين المهدي الطاهر الطيب العربي المختار الشيخ الياس الكسندر الكسندرا الكسي "
            "البرت البير البرتو الفريد الان الين الون اليزابيث اليسون".split()
        ),
        prefix="و|ف",
    ),
    "he": Caseless(
        tuple(
            "אמר אמרה אומר אומרת הוסיף הוסיפה מוסיף מוסיפה הסביר הסבירה מסביר מסבירה סיפר סיפרה מספר מספרת "
            "ציין ציינה כתב כתבה טען טענה הדגיש הדגישה השיב השיבה הודיע הודיעה".split()
        ),
        tuple(
            "של על עם את כי לי לו לה לנו להם הוא היא הם הן אתמול היום אחרי לפני בשיחה שוב ואמר ואמרה גם עוד לאחר כך בתגובה "
            "ל(?:עיתון|כתב|סוכנות|תקשורת|אתר)\\S*".split()
        ),
        frozenset(
            "ראש מנהל מנהלת שר שרת דובר דוברת חבר חברת נשיא נשיאת יו״ר פרופ׳ ד״ר עו״ד בית ספר עיר מועצת "
            "חוקר חוקרת רופא רופאה מנכ״ל מנכ״לית".split()
        ),
        verb_first=True,
        article="ה",
        like_articles=frozenset(
            "בן בר הילה הדס הדר הלל הראל הגר הודיה הדסה הרצל הושע הרב הנרי הנס הלן הילרי הארי הרי "
            "הווארד הרולד הלמוט הוגו".split()
        ),
    ),
    "fa": Caseless(
        (
            *"گفت می‌گوید افزود نوشت".split(),
            r"(?:تأکید|تاکید|اظهار|بیان|تصریح|اعلام|عنوان|اضافه|مطرح|خاطر\s?نشان) (?:کرد|می‌کند)",
            "اظهار داشت|ادامه داد|توضیح داد|یادآور شد|گفته است",
        ),
        tuple("او وی ایشان آنها آن این که و در به از با نیز همچنین دیروز امروز بعد سپس".split()),
        frozenset(
            "مدیر رئیس رییس وزیر شهردار سخنگو سخنگوی معاون استاندار فرماندار نماینده مرکز سازمان اداره شرکت "
            "دانشگاه استاد دکتر کشور شهر".split()
        ),
    ),
    "hi": Caseless(
        tuple("कहा बताया लिखा पूछा जोड़ा".split()),
        tuple("उन्होंने उसने इस उस वे वह यह जिन किसी में से को पर के".split()),
        frozenset(
            "महापौर मंत्री मुख्यमंत्री प्रधानमंत्री राष्ट्रपति अध्यक्ष निदेशक अधिकारी प्रवक्ता पुलिस सरकार डॉ डॉक्टर "
            "प्रोफेसर कंपनी अदालत कोर्ट लोगों".split()
        ),
        mark="ने",
    ),
    "ur": Caseless(
        tuple("کہا بتایا لکھا پوچھا".split()),
        tuple("انہوں اس ان جس کسی".split()),
        frozenset("وزیر اعظم صدر ترجمان پولیس حکومت ڈاکٹر پروفیسر میئر عدالت".split()),
        mark="نے",
    ),
    "bn": Caseless(
        tuple("বলেন বলেছেন বললেন জানান জানিয়েছেন লিখেছেন".split()),
        tuple("যে তিনি তারা সে এ ও".split()),
        frozenset("মন্ত্রী মেয়র পুলিশ সরকার অধ্যাপক ডা ড পরিচালক সভাপতি".split()),
        verb_first=True,
    ),
    "th": Caseless(
        tuple("กล่าวว่า กล่าว เปิดเผยว่า เปิดเผย เผยว่า เผย ระบุว่า ระบุ บอกว่า บอก".split()),
        tuple("เขา เธอ และ ว่า ซึ่ง โดย".split()),
        frozenset(),
    ),
    "ka": Caseless(
        tuple("თქვა ამბობს განაცხადა აღნიშნა დაამატა განმარტა".split()),
        tuple("მან რომ და ჩვენთან შემდეგ დღეს გუშინ".split()),
        frozenset("დირექტორმა მერმა მინისტრმა პრეზიდენტმა პროფესორმა პრემიერმა".split()),
        verb_first=True,
    ),
}
NO_NAMES_KO = frozenset(
    "이번 이날 이들 이후 이어 이곳 오늘 최근 정부 한국 전국 전체 우리 지난 주민 시민 장관 현재 신문 방송 조사 연구 고객 최고 "
    "여기 모두 하지만 이에 한편 이러한 정작 양측 유족 경찰 국민 남편".split()
)
"""Korean words that begin as a surname does and are no name."""
KOREAN = (
    r"(?:말|설명|강조|지적|주장|반박|비판|답|전|토로|회상)했|밝혔|덧붙였|썼|말한다|말해|물었|털어놨"
)
"""Korean verbs of saying, as a pattern."""
