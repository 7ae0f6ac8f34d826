"""Sentences of invented articles, with a place for a citation."""

CLOSING: dict[str, tuple[str, ...]] = {
    "en": (
        "Most of the walls were rebuilt by the people who used them{}.",
        "The first tide tables were sold in taverns{}.",
        "By the end of the decade the ferry carried more goods than travellers{}.",
        "Repairs were paid for with fish, not with money{}.",
        "Few of the keepers left letters behind{}.",
        "The council kept its accounts in two languages{}.",
        "What fog does to sound was known long before it was measured{}.",
        "Oil was stored in the church until the roof was mended{}.",
    ),
    "de": (
        "Die meisten Mauern wurden von denen erneuert, die sie brauchten{}.",
        "Die ersten Gezeitentafeln verkaufte man in Schenken{}.",
        "Gegen Ende des Jahrzehnts trug die Fähre mehr Waren als Reisende{}.",
        "Bezahlt wurde mit Fisch und nicht mit Geld{}.",
        "Nur wenige Wärter hinterließen Briefe{}.",
        "Der Rat führte seine Bücher in zwei Sprachen{}.",
    ),
    "fr": (
        "La plupart des murs furent relevés par ceux qui s’en servaient{}.",
        "Les premières tables de marées se vendaient dans les tavernes{}.",
        "À la fin de la décennie, le bac portait plus de marchandises que de voyageurs{}.",
        "On payait les réparations en poisson{}.",
        "Peu de gardiens ont laissé des lettres{}.",
        "Le conseil tenait ses comptes en deux langues{}.",
    ),
    "es": (
        "La mayoría de los muros los levantó quien los usaba{}.",
        "Las primeras tablas de mareas se vendían en las tabernas{}.",
        "Al final de la década el barco llevaba más carga que viajeros{}.",
        "Las reparaciones se pagaban con pescado{}.",
        "Pocos guardianes dejaron cartas{}.",
        "El concejo llevaba sus cuentas en dos lenguas{}.",
    ),
    "it": (
        "Quasi tutti i muri furono rialzati da chi li usava{}.",
        "Le prime tavole delle maree si vendevano nelle osterie{}.",
        "Alla fine del decennio il traghetto portava più merci che viaggiatori{}.",
        "Le riparazioni si pagavano in pesce{}.",
        "Pochi custodi hanno lasciato lettere{}.",
        "Il consiglio teneva i conti in due lingue{}.",
    ),
    "ru": (
        "Большую часть стен поднимали те, кто ими пользовался{}.",
        "Первые таблицы приливов продавали в тавернах{}.",
        "К концу десятилетия паром возил больше грузов, чем людей{}.",
        "За починку платили рыбой{}.",
        "Немногие смотрители оставили письма{}.",
        "Совет вёл счета на двух языках{}.",
    ),
    "zh": (
        "多数堤墙由使用它的人重修{}。",
        "最早的潮汐表在酒馆里出售{}。",
        "到那十年的末尾，渡轮运的货物比旅客多{}。",
        "修理费用是用鱼支付的{}。",
        "很少有守塔人留下书信{}。",
        "议会用两种语言记账{}。",
    ),
    "ja": (
        "石垣の多くは、それを使う人々の手で直された{}。",
        "最初の潮汐表は酒場で売られていた{}。",
        "その十年の終わりには、渡し船は人より荷を多く運んだ{}。",
        "修繕の代金は魚で支払われた{}。",
        "手紙を残した灯台守は少ない{}。",
        "村会は二つの言葉で帳簿をつけた{}。",
    ),
}
"""Sentences that a citation ends."""
TELLING: dict[str, tuple[str, ...]] = {
    "en": (
        "As {} shows, the harbour changed slowly.",
        "{} argues that nobody planned the second wall.",
        "According to {}, lamps were mended at night.",
        "The same point is made by {} for the northern islands.",
    ),
    "de": (
        "Wie {} zeigt, veränderte sich der Hafen langsam.",
        "{} argumentiert, dass niemand die zweite Mauer geplant hat.",
        "Laut {} wurden Lampen nachts repariert.",
        "Ähnlich beschreibt es {} für die nördlichen Inseln.",
    ),
    "fr": (
        "Comme le montre {}, le port changea lentement.",
        "{} affirme que personne n’avait prévu le second mur.",
        "Selon {}, on réparait les lampes la nuit.",
        "On lit la même chose chez {} pour les îles du nord.",
    ),
    "es": (
        "Como muestra {}, el puerto cambió despacio.",
        "{} sostiene que nadie planeó el segundo muro.",
        "Según {}, las lámparas se arreglaban de noche.",
        "Lo mismo dice {} de las islas del norte.",
    ),
    "it": (
        "Come mostra {}, il porto cambiò lentamente.",
        "{} sostiene che nessuno progettò il secondo muro.",
        "Secondo {}, le lampade si riparavano di notte.",
        "Lo stesso scrive {} per le isole del nord.",
    ),
    "ru": (
        "Как показывает {}, гавань менялась медленно.",
        "{} утверждает, что вторую стену никто не планировал.",
        "Согласно {}, лампы чинили ночью.",
        "О том же пишет {} на примере северных островов.",
    ),
    "zh": (
        "{}指出，港口的变化十分缓慢。",
        "{}认为，没有人规划过第二道墙。",
        "根据{}的研究，灯是在夜里修的。",
        "{}也得出了同样的结论。",
    ),
    "ja": (
        "{}によれば、港の変化はゆるやかだった。",
        "{}は、二つ目の石垣を計画した者はいなかったと述べる。",
        "{}は夜の修繕を論じている。",
        "{}も北の島々について同じことを述べた。",
    ),
}
"""Sentences that name the author."""
FILLING: dict[str, str] = {
    "en": "Nothing of this was written down at the time, and what we know of it comes from those who came later and asked.",
    "de": "Nichts davon wurde damals aufgeschrieben, und was wir wissen, stammt von denen, die später kamen und fragten.",
    "fr": "Rien de tout cela ne fut noté à l’époque, et ce que nous en savons vient de ceux qui posèrent des questions plus tard.",
    "es": "Nada de esto se anotó entonces, y lo que sabemos viene de quienes llegaron más tarde y preguntaron.",
    "it": "Nulla di tutto ciò fu annotato allora, e quel che sappiamo viene da chi arrivò più tardi e fece domande.",
    "ru": "Ничего из этого тогда не записали, и всё, что мы знаем, рассказали те, кто пришёл позже и спросил.",
    "zh": "当时没有人把这些写下来，我们所知道的都来自后来提问的人。",
    "ja": "当時これを書き留めた者はなく、私たちの知ることは後から来て尋ねた人々による。",
}
TITLES: dict[str, str] = {
    "en": "Who mended the harbour",
    "de": "Wer den Hafen flickte",
    "fr": "Qui répara le port",
    "es": "Quién arregló el puerto",
    "it": "Chi riparò il porto",
    "ru": "Кто чинил гавань",
    "zh": "谁修好了港口",
    "ja": "港を直した人々",
}
