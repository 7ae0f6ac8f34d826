"""Tables for telling languages apart: function words, telling letters, scripts, wrong tags.

Source: the words of closed classes (articles, pronouns, prepositions, conjunctions, auxiliaries,
common adverbs) as school grammars of each language list them, written down for this project; the
script ranges are those of the Unicode Character Database; tag forms follow BCP 47 (RFC 5646).
"""

FUNCTION_WORDS: dict[str, str] = {
    "en": "the of and to in is that for it with as was on are by be this from at have or an not but has they which you were their we been his had more will would there can all one when who what about than its if other after our she he your how so my could should also into these those because while where through do does did",
    "de": "der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr kann wenn diese dieser mir mich unsere sehr schon gegen unter vom",
    "fr": "le la les de des du et à un une en que qui dans pour pas sur au avec ce il sont plus par est ne se cette ont son sa ses aux mais comme ou nous vous leur été être fait tout ces elle ils deux même bien où sans je dont si entre était aussi après cela très peut lui lors notre votre quand",
    "es": "el la los las de del y a en que un una por con no su para es al lo como más se o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene uno donde bien esto",
    "it": "il lo la i gli le di del della dei delle e che un una in è per non con si da al alla come sono più nel nella anche ma dal ha o questo su se ed ai sul degli dalla hanno essere stato ci loro due molto tra fra perché quando cui tutto così mi suo sua alle era solo nei chi questa poi ancora",
    "pt": "o a os as de do da dos das e que em um uma para com não no na por mais se como mas foi ao ele é seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num suas nem às são pode",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er die om ook als dan maar bij of uit nog naar heeft hij door over wordt ze zich hebben deze kan meer geen werd al worden wel wat ik je was we zo dit tot haar had veel onder omdat tegen moet na alle hun waar onze zijn",
    "pl": "i w na z się nie do to że jest o za od po jak ale przez są co dla tym przy tego jej jego czy już tylko było które który która być może ich oraz także przed lub ten ta te jako bardzo był była tak więc nas pod może kiedy gdy nawet jeszcze sobie może bez między roku tej",
    "cs": "a v se na je že s z do o to i ve k jako za pro by jsou ale po si které který od u jeho však při byl podle také bude jen až není co tak nebo už která jsem bylo kde kdy jejich před má více ze byla být své jsme může tím proto roku mezi pod ještě této těch aby",
    "sk": "a v sa na je že s z do o to i vo k ako za pre by sú ale po si ktoré ktorý od u jeho však pri bol podľa aj bude len až nie čo tak alebo už ktorá som bolo kde keď ich pred má viac zo bola byť svoje sme môže tým preto roku medzi pod ešte tejto tých aby",
    "sl": "in v je na se za da so z s pa po ki ne kot od bo bi do pri tudi iz ni o še ali le ko lahko bil bilo jih ga smo pred tem med kako sta več samo sem jo zaradi tega vse kar če k saj zato svoje biti",
    "hr": "i u je na se da su za od s a o iz kao do ne koji što će koja to bi po samo te ili nije ali biti kako sve ima može prema već još više koje bio bila nakon sa jer kod on njegov tako bez zbog između godine šta ovo oni ono gdje kada smo sam bilo",
    "ro": "și de în a la cu pe o un nu din care pentru este că să mai au ca se prin sau fost după dar ce sunt între lui cea cel el ei fi dintre către acest această această cele cei fără unei unui când foarte doar spre noi își va am cum aceste tot chiar până dacă",
    "hu": "a az és hogy nem is egy meg de ez van azt volt ha már csak még vagy mint ki el mert olyan lesz kell után majd így ezt lehet amely akkor minden aki szerint között úgy pedig nagy ami számára által több sem illetve alatt nagyon ezek való lett magyar mit",
    "fi": "ja on ei että se oli hän joka mutta ovat kun niin myös kuin tai sen siitä mukaan vain jo jos sekä nyt olisi mitä vuoden ole vielä hänen tämä tämän ne voi jotka joita jossa kanssa sitä ollut paljon koska me minä olla noin ennen jälkeen kuitenkin he eivät voidaan tässä",
    "et": "ja on ei et see ta kui oli ka mis aga nii või oma siis kes seda ning mida selle veel nad tema välja juba kuid mitte nagu olnud eesti pole ole kas üle vaid peale järgi kus minu meie olla palju ainult sest aastal mul talle need väga",
    "lv": "un ir ar no par uz kas ka arī bet tas vai lai nav pie kā gan tikai pēc tika līdz šo tā bija viņš savu jau ja kad viņa būs vēl var to šī gada ne pat vairāk bez kur mēs tiek es kuru tam pret kopā",
    "lt": "ir yra kad su iš į tai kaip bet ne apie jis nuo jo per buvo už prie dėl ar ji dar tik ką po iki jau jų kuris jie savo kai būti gali taip pat o kuri mūsų labai tačiau kurie metų mes aš prieš buvo pagal visi tuo",
    "sv": "och i att det som en på är av för med den till inte har de om ett han var men sig från vi så kan när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara jag man mer hur utan mellan blev varit",
    "da": "og i at det er en på som af for til med den der ikke har de et han var men fra sig vi så kan når hun også efter eller nu sin ved mod skal skulle kommer ud får være havde alle andre meget end her da siden over kun jeg man mere hvor uden mellem blev været hvad om af år siger deres noget kunne efter",
    "no": "og i at det er en på som av for til med den der ikke har de et han var men fra seg vi så kan når hun også etter eller nå sin ved mot skal skulle kommer ut får være hadde alle andre mye enn her da siden over bare jeg man mer hvor uten mellom ble vært hva om år sier deres noe kunne etter opp blir dette",
    "is": "og að í á er sem til það um við með var en ekki fyrir af hann því eru þá hefur frá þess þeir svo eftir hún upp ég verið vera voru þar hafa þetta hans sér þegar einnig eða nú mjög okkur yfir sé",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi en kadar ne sonra ki her o var mi ama değil olduğu oldu ya göre ise tarafından hem mı veya şu ben biz ancak diye olduğunu yeni içinde önce üzerinde nasıl kendi bunun yok bütün iki zaman büyük üzere",
    "az": "və bir bu ilə üçün də da daha olan ki o isə kimi sonra onun çox var edir olub görə hər bildirib tərəfindən deyil olaraq belə edilib üzrə həm ya yeni biz artıq amma etmək azərbaycan ilk qeyd heç",
    "id": "yang dan di dengan untuk dari pada ini tidak itu dalam akan ke juga adalah oleh sebagai dapat karena lebih atau telah saat ada kata bisa para mereka tersebut sudah kami seperti tahun menjadi hanya kita bahwa setelah ia dia saya secara antara namun masih belum bila hingga",
    "ms": "yang dan di dengan untuk dari pada ini tidak itu dalam akan ke juga adalah oleh sebagai boleh kerana lebih atau telah ketika ada kata para mereka tersebut sudah kami seperti tahun menjadi hanya kita bahawa selepas beliau dia saya antara namun masih belum hingga daripada berkata kepada turut perlu ialah",
    "tl": "ang ng sa na mga at ay para ito hindi may ko ni siya ako kung kanyang nang din rin pa lang ito isang upang kaya naman dahil nila kami tayo niya mula bilang lamang wala po ba habang kapag",
    "vi": "và của là có cho không các được trong với một người những này để khi từ đã ra đến về cũng như nhiều trên đó vào sẽ phải tại nhưng theo sau lại bị năm còn hơn rất ông thì mà làm nếu việc đang chỉ thể",
    "ca": "el la els les de del i a en que un una per amb no es al com més ha però o si són aquest aquesta dels seva seu va ser també fins on ja molt tot hi sense entre quan perquè han ho pel pels això només havia després cada dos em li ens",
    "gl": "o a os as de do da dos das e que en un unha para con non no na por máis se como pero foi ao é seu súa ou ser cando moi hai nos xa está tamén só polo pola ata iso entre despois sen mesmo teñen son pode este esta cada",
    "eu": "eta da ez du bat dira ere zen baina egin bere dute den izan hau hori dela zuen beste behar edo ditu egiten gehiago arte baino gure izango duela oso dituzte horrek zituen haien nahi aurrera",
    "sq": "të e në dhe për se një me i nga është që më ka u si do nuk këtë ai kjo ishte por ku edhe të tij janë kanë tha pas deri mund ajo kur pa ata duke prej këto vetëm shumë gjatë ose",
    "af": "die en van in is het nie dat te met vir op sy wat ’n aan om hy was deur kan ook as sal by daar uit hulle so maar word ons meer een na of oor nog haar wees hierdie kon toe ek baie al dit jou moet",
    "sw": "ya na wa kwa ni katika la za kuwa cha hiyo huo hii alisema pia kama lakini yake wake kutoka baada wakati huyo ambao ambayo hata watu mwaka zaidi hayo moja sana bila ili kila hivyo wao",
    "cy": "y yr a i yn o ar mae ac gan wedi ei eu am bod oedd fod hyn sydd at ond roedd i'r o'r a'r gyda nid hefyd mewn dros wrth neu bydd un nad fel pan gael ni",
    "ga": "an na agus a ar i go is le tá sé ag do de sin ní bhí seo as mar é siad ach chun leis nach iad sna faoi bhfuil atá air ó den don raibh mé ann sí freisin",
    "mt": "li ta il u ma fil għal minn kien huwa dan din tal mill jew kif hija ukoll iżda aktar wara meta biex hemm dak kienet fuq qal għandu ikun fost kull",
    "lb": "an d'de den déi vun dat eng net mat och fir ass op ze zu huet si bei als vum sinn nach wéi gëtt nëmmen awer hunn ginn un dës méi ech mir säin hir kann no iwwer wann goufen",
    "ru": "и в не на что с по как это он из к за его но от для то у о же так при был все она бы мы они было только или когда чтобы этого до если уже быть также может были более после году который которые этом была есть нет я вы их ее во со лет где том под время",
    "uk": "і в не на що з у та до як це за він від для про але його є ж по із так при був усе вона би ми вони було тільки або коли щоб цього якщо вже бути також може були більше після році який які цьому була нас ні я ви їх її зі років де під час та й",
    "be": "і ў не на што з у да як гэта за ён ад для пра але яго па так пры быў усё яна б мы яны было толькі ці калі каб гэтага калі ўжо быць таксама можа былі больш пасля годзе які якія гэтым была няма я вы іх яе гадоў дзе пад час",
    "bg": "и на в да се за от не с че са по е си като до това при а но ще или който след които беше още само към са ни бъде му той има може през тя те между ако повече които тази този би във във със защото година бяха така много когато ги",
    "sr": "и у је на се да су за од с а о из као до не који што ће која то би по само те или није али бити како све има може према већ још више које био била након са јер код он његов тако без због између године шта ово они где када смо сам било",
    "mk": "и на во да се за од не со дека е по како до ќе што кој но или при ја го тоа ги овој оваа беше само има може му сите која кои биде меѓу повеќе се уште таа тие ако нема бил кога според година бидат поради",
    "kk": "және бұл мен бір да де үшін ол деп бар осы болып керек туралы болды болған бойынша сол оның кейін енді көп дейін екі өз ғана емес тек сондай қазақстан жыл деген бірақ",
    "el": "και το να του η της με που την από για είναι τον στο οι σε θα ο τα στην των δεν τη στη μας ότι αυτό έχει μια τους στον ένα κατά αλλά ή πως αυτή ήταν όπως πολύ μου μετά έχουν τις όταν σας μόνο υπάρχει",
    "ar": "في من على أن إلى التي عن مع هذا الذي هذه ما كان لا بعد كما قد بين ذلك أو كل هو لم هي حيث غير وقد كانت أي منذ خلال حتى عام عند وفي إن قال ولا يوم تم وقال",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم کرد نیز شده ما اما شد های بود دارد می وی باید او پس هر اگر همه بین کند نمی ایران گفت شود کنند کردند سال",
    "ur": "کے کی میں ہے سے اور کو کا نے پر یہ کہ ہیں اس تھا بھی ہو نہیں ایک گیا کر تھی وہ ان جو تک لیے کیا گئی ہوئے بعد ساتھ کہا کرنے رہا اپنے دیا تو",
    "ps": "د په او چې له ته دی کې هم یې دا سره نه پر کړي شي هغه شوي دي وي یو کړ وکړ ده لپاره",
    "ckb": "لە و بە کە بۆ لەگەڵ ئەو ئەم هەر تا نە دەکات بوو کرد هەیە سەر یان دوای پێ ئێمە ئەوە",
    "hi": "के में की है से और को का ने पर यह कि हैं इस था भी हो नहीं एक गया कर थी वह उन जो तक लिए क्या गई हुए बाद साथ कहा करने रहा अपने दिया तो",
    "mr": "आहे आणि या हे त्या की ते आहेत होते मध्ये नाही तर एक होता करण्यात केली यांनी असे आपल्या झाली साठी पण हा होती केले मी काही म्हणून ही",
    "ne": "छ र को मा ले भने पनि हो का लागि यो एक गरेको छन् भएको गर्न बताए तथा हुन् थियो तर त्यो गरिएको हुने उनले",
}
"""Language to words that nearly every paragraph of it has; languages that share a script share
many of them, so a word counts for less the more languages have it."""

TELLING_LETTERS: dict[str, str] = {
    "ß": "de", "ё": "ru", "ы": "ru be kk", "э": "ru be", "ї": "uk", "є": "uk", "ґ": "uk",
    "ў": "be", "ђ": "sr", "ћ": "sr", "џ": "sr mk", "љ": "sr mk", "њ": "sr mk", "ѓ": "mk",
    "ќ": "mk", "ѕ": "mk", "қ": "kk", "ғ": "kk", "ң": "kk", "ә": "kk", "ұ": "kk", "ő": "hu",
    "ű": "hu", "ğ": "tr az", "ı": "tr az", "ə": "az", "ř": "cs", "ů": "cs", "ě": "cs",
    "ľ": "sk", "ĺ": "sk", "ŕ": "sk", "ł": "pl", "ą": "pl lt", "ę": "pl lt", "ż": "pl mt",
    "ș": "ro", "ț": "ro", "ţ": "ro", "ă": "ro vi", "ñ": "es gl eu tl", "ã": "pt vi", "õ": "pt et vi",
    "å": "sv da no", "ø": "da no", "æ": "da no is", "þ": "is", "ð": "is", "ý": "is cs sk",
    "ā": "lv", "ē": "lv", "ī": "lv", "ķ": "lv", "ė": "lt", "ų": "lt", "į": "lt", "đ": "vi hr",
    "ơ": "vi", "ư": "vi", "œ": "fr", "ħ": "mt", "ġ": "mt", "پ": "fa ur ps ckb", "چ": "fa ur ps ckb",
    "گ": "fa ur ckb", "ے": "ur", "ٹ": "ur", "ڈ": "ur", "ڑ": "ur", "ۆ": "ckb", "ێ": "ckb",
    "ړ": "ps", "ښ": "ps", "ې": "ps", "ळ": "mr",
}  # fmt: skip
"""Letters that only these languages use, among those with the same script."""

SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "latin"), (0x1E00, 0x1EFF, "latin"), (0x0370, 0x03FF, "greek"),
    (0x1F00, 0x1FFF, "greek"), (0x0400, 0x052F, "cyrillic"), (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"), (0x0600, 0x077F, "arabic"), (0xFB50, 0xFDFF, "arabic"),
    (0x0900, 0x097F, "devanagari"), (0x0980, 0x09FF, "bengali"), (0x0A00, 0x0A7F, "gurmukhi"),
    (0x0A80, 0x0AFF, "gujarati"), (0x0B00, 0x0B7F, "odia"), (0x0B80, 0x0BFF, "tamil"),
    (0x0C00, 0x0C7F, "telugu"), (0x0C80, 0x0CFF, "kannada"), (0x0D00, 0x0D7F, "malayalam"),
    (0x0D80, 0x0DFF, "sinhala"), (0x0E00, 0x0E7F, "thai"), (0x0E80, 0x0EFF, "lao"),
    (0x0F00, 0x0FFF, "tibetan"), (0x1000, 0x109F, "burmese"), (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"), (0x1200, 0x137F, "ethiopic"), (0x1780, 0x17FF, "khmer"),
    (0x3040, 0x30FF, "kana"), (0x31F0, 0x31FF, "kana"), (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
)  # fmt: skip
"""Ranges of code points, in ascending order within a script, and their script."""

SCRIPT_LANGUAGES: dict[str, str] = {
    "latin": "en de fr es it pt nl pl cs sk sl hr ro hu fi et lv lt sv da no is tr az id ms tl vi ca gl eu sq af sw cy ga mt lb",
    "cyrillic": "ru uk be bg sr mk kk",
    "arabic": "ar fa ur ps ckb",
    "devanagari": "hi mr ne",
    "greek": "el",
    "armenian": "hy",
    "hebrew": "he",
    "bengali": "bn",
    "gurmukhi": "pa",
    "gujarati": "gu",
    "odia": "or",
    "tamil": "ta",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
    "sinhala": "si",
    "thai": "th",
    "lao": "lo",
    "tibetan": "bo",
    "burmese": "my",
    "georgian": "ka",
    "ethiopic": "am",
    "khmer": "km",
    "hangul": "ko",
    "kana": "ja",
    "han": "zh",
}
"""Script to the languages that are told apart within it."""

RELATIVES: tuple[frozenset[str], ...] = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "sr", "bs", "sh", "cnr", "sl"}),
    frozenset({"id", "ms"}),
    frozenset({"zh", "yue", "wuu", "lzh"}),
    frozenset({"cs", "sk"}),
    frozenset({"gl", "pt"}),
    frozenset({"fa", "prs", "tg"}),
    frozenset({"hi", "mr", "ne", "bho", "mai", "sa"}),
    frozenset({"ru", "uk", "be"}),
    frozenset({"tl", "fil"}),
    frozenset({"de", "gsw", "lb", "nds"}),
    frozenset({"he", "yi"}),
    frozenset({"ar", "arz", "ary"}),
    frozenset({"bn", "as"}),
    frozenset({"am", "ti"}),
)
"""Languages so near to each other that only a clear difference speaks against what is stated."""

SAME: tuple[frozenset[str], ...] = (
    frozenset({"no", "nb", "nn"}),
    frozenset({"hr", "sr", "bs", "sh", "cnr"}),
    frozenset({"zh", "yue", "wuu"}),
    frozenset({"tl", "fil"}),
    frozenset({"fa", "prs"}),
)
"""Languages that the tables do not tell apart: what the page states stands."""

WRONG_TAGS: dict[str, str] = {
    "iw": "he", "in": "id", "ji": "yi", "cn": "zh", "jp": "ja", "gr": "el", "cz": "cs",
    "dk": "da", "ua": "uk", "vn": "vi", "english": "en", "eng": "en", "german": "de",
    "deutsch": "de", "deu": "de", "ger": "de", "french": "fr", "fra": "fr", "fre": "fr",
    "spanish": "es", "spa": "es", "espanol": "es", "italian": "it", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl", "rus": "ru", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko",
    "pol": "pl", "ces": "cs", "tur": "tr", "ara": "ar", "swe": "sv", "dan": "da", "nor": "no",
    "fin": "fi", "hun": "hu", "ukr": "uk", "ell": "el", "heb": "he", "hin": "hi", "ind": "id",
    "vie": "vi", "tha": "th", "ron": "ro", "rum": "ro", "bul": "bg", "hrv": "hr", "srp": "sr",
    "slk": "sk", "slv": "sl", "cat": "ca",
}  # fmt: skip
"""What pages write for a tag: withdrawn codes, countries, names, three letters (ISO 639-2)."""

THEME_DEFAULT = "en-US"
"""The tag that themes and editors are shipped with; its region means little."""

AMERICAN_ENDINGS = frozenset({"us", "gov", "mil", "edu"})
