"""Invented works in eight languages: who wrote what, where and when.

Two sets that share no name, title or journal: one to mend parsers with, one to check them.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

KINDS = ("article", "book", "chapter", "web", "article", "book", "article", "chapter")
_YEARS = range(1962, 2024)


@dataclass(frozen=True, slots=True)
class Work:
    """One cited work."""

    kind: str
    authors: tuple[tuple[str, str], ...]
    """(given, family) names in order."""
    year: str
    suffix: str
    title: str
    container: str
    """Journal, book or site; empty for books."""
    volume: int
    issue: int
    pages: tuple[int, int]
    publisher: str
    place: str
    site: str
    number: int = 0

    @property
    def doi(self) -> str:
        """An invented DOI of an unassigned prefix."""
        return f"10.99{self.volume % 90 + 10:02d}/{self.site.split('.')[0]}.{self.year}.{self.issue}{self.pages[0]}"

    @property
    def url(self) -> str:
        """An address of a reserved domain."""
        return f"https://www.{self.site}/{self.year}/{self.issue}{self.pages[0]}"

    @property
    def families(self) -> tuple[str, ...]:
        """Family names in order."""
        return tuple(family for _, family in self.authors)


_PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "en-dev": {
        "given": ("Ada Jane", "Thomas", "Priya", "Owen R.", "Ingrid", "Samuel", "Leonie"),
        "family": (
            "Okafor",
            "Fenwick",
            "van der Meer",
            "O’Hara",
            "Lindqvist",
            "Pym-Holt",
            "Tan",
            "MacBride",
        ),
        "title": (
            "Harbour walls and the people who mend them",
            "A short history of lamp oil",
            "Tide tables as public knowledge: three coastal towns",
            "Why ferries run late",
            "Rope, rust and repair",
            "The ledger of small islands",
            "Measuring fog by ear",
            "Children’s maps of a changing shore",
            "Night watch: work after dark in fishing ports",
        ),
        "journal": (
            "Journal of Coastal Labour",
            "Maritime Studies Quarterly",
            "Annals of Harbour Engineering",
        ),
        "book": ("Readings in Island Economics", "The Shoreline Handbook"),
        "publisher": ("Saltmarsh Press", "Northgate University Press", "Merrow & Sons"),
        "place": ("Bristol", "Halifax", "Leeds"),
        "site": ("tidewatch.example", "ferrynotes.example"),
    },
    "en-check": {
        "given": ("Miriam", "George E.", "Wanjiru", "Hal", "Beatrix", "Dev", "Colm"),
        "family": (
            "Ashdown",
            "Kimathi",
            "de Souza",
            "St. Clair",
            "Rao",
            "Whitcombe",
            "Ng",
            "D’Arcy",
        ),
        "title": (
            "Orchards on the edge of town",
            "Grafting as memory: an ethnography",
            "What the beekeeper counted",
            "Soil, sugar and frost",
            "Cider houses and their ledgers",
            "Hedges in law and practice",
            "A field guide to lost pears",
            "Pruning in winter: evidence from four valleys",
            "The price of a plum",
        ),
        "journal": ("Review of Rural History", "Pomology Letters", "Food and Field"),
        "book": ("Essays on the Commons", "Handbook of Orchard Science"),
        "publisher": ("Greenlane Books", "Wold University Press", "Harrow House"),
        "place": ("Norwich", "Wellington", "Boston"),
        "site": ("orchardpost.example", "hedgerow.example"),
    },
    "de-dev": {
        "given": ("Anna", "Karl-Heinz", "Jürgen", "Ulrike", "Matthias"),
        "family": ("Grünwald", "Meier-Roth", "von Hagen", "Schäfer", "Öztürk", "Brandt"),
        "title": (
            "Brücken im ländlichen Raum",
            "Der Nebel als Quelle: Versuch einer Deutung",
            "Fähren und Fahrpläne im Umbruch",
            "Vom Reparieren alter Lampen",
            "Kinderkarten einer Küste",
            "Das Hafenbuch von Altenwerder",
        ),
        "journal": (
            "Zeitschrift für Küstenkunde",
            "Blätter für Heimatforschung",
            "Archiv für Seewesen",
        ),
        "book": ("Handbuch der Inselwirtschaft", "Arbeit am Wasser"),
        "publisher": ("Deichverlag", "Niederelbe-Verlag", "Verlag Kranich"),
        "place": ("Hamburg", "Wien", "Bremen"),
        "site": ("kuestenblick.example", "faehrplan.example"),
    },
    "de-check": {
        "given": ("Friederike", "Otto", "Selma", "Hans-Peter", "Lukas"),
        "family": ("Weiß", "Lohmann", "zu Berg", "Kühn-Alt", "Yıldız", "Pfister"),
        "title": (
            "Obstwiesen am Stadtrand",
            "Die Hecke im Recht",
            "Bienen zählen: Methoden und Irrtümer",
            "Frost und Zucker",
            "Mosthäuser und ihre Bücher",
            "Vom Schneiden im Winter",
        ),
        "journal": ("Jahrbuch für Agrargeschichte", "Pomologische Hefte", "Feld und Garten"),
        "book": ("Grundriss der Obstkunde", "Texte zur Allmende"),
        "publisher": ("Gartenverlag", "Edition Walnuss", "Verlag Hofmann & Söhne"),
        "place": ("Leipzig", "Zürich", "Kassel"),
        "site": ("obstpost.example", "heckenblatt.example"),
    },
    "fr-dev": {
        "given": ("Hélène", "Jean-Paul", "Camille", "Étienne"),
        "family": ("Marchand", "Le Goff-Petit", "d’Aubigny", "Carrère", "Benali"),
        "title": (
            "Les phares et leurs gardiens",
            "Histoire brève de l’huile de lampe",
            "Le brouillard à l’oreille",
            "Ports de nuit : le travail après le couchant",
            "Cordages et réparations",
            "Cartes d’enfants d’un rivage",
        ),
        "journal": ("Revue d’histoire littorale", "Cahiers du port", "Annales des îles"),
        "book": ("Manuel d’économie insulaire", "Travaux du rivage"),
        "publisher": ("Éditions du Môle", "Presses de la Dune", "L’Estran"),
        "place": ("Nantes", "Lyon", "Bruxelles"),
        "site": ("marees.example", "bacs.example"),
    },
    "fr-check": {
        "given": ("Odile", "Marc-Antoine", "Yasmine", "Rémi"),
        "family": ("Fontaine", "Du Pré", "Lacombe", "N’Diaye", "Roussel"),
        "title": (
            "Vergers aux portes de la ville",
            "La haie en droit",
            "Ce que comptait l’apiculteur",
            "Le gel et le sucre",
            "Cidreries et registres",
            "La taille d’hiver : quatre vallées",
        ),
        "journal": ("Revue des campagnes", "Lettres de pomologie", "Champs et jardins"),
        "book": ("Essais sur les communs", "Traité des vergers"),
        "publisher": ("Éditions du Pommier", "Presses du Bocage", "La Serpe"),
        "place": ("Rennes", "Genève", "Tours"),
        "site": ("vergers.example", "bocage.example"),
    },
    "es-dev": {
        "given": ("Lucía", "Juan Carlos", "Beatriz", "Íñigo"),
        "family": ("Ferrer Soto", "Ibáñez", "de la Vega", "Quiroga", "Muñoz"),
        "title": (
            "Los faros y sus guardianes",
            "Breve historia del aceite de lámpara",
            "Medir la niebla de oído",
            "Transbordadores y retrasos",
            "Cuerdas, óxido y reparación",
            "Mapas infantiles de una costa",
        ),
        "journal": ("Revista de Estudios Costeros", "Cuadernos del Puerto", "Anales de las Islas"),
        "book": ("Manual de economía insular", "Lecturas del litoral"),
        "publisher": ("Editorial Marisma", "Ediciones del Faro", "Universidad de la Ribera"),
        "place": ("Valencia", "Bogotá", "Vigo"),
        "site": ("mareas.example", "puerto.example"),
    },
    "es-check": {
        "given": ("Marta", "Luis Miguel", "Noemí", "Andrés"),
        "family": ("Castro Pinto", "Núñez", "del Olmo", "Zabala", "Peña"),
        "title": (
            "Huertos al borde de la ciudad",
            "El seto en el derecho",
            "Lo que contaba el apicultor",
            "Helada y azúcar",
            "Sidrerías y sus libros",
            "La poda de invierno: cuatro valles",
        ),
        "journal": ("Revista de Historia Rural", "Cartas de Pomología", "Campo y Huerta"),
        "book": ("Ensayos sobre lo común", "Tratado de los frutales"),
        "publisher": ("Editorial Manzano", "Ediciones Seto", "Universidad del Valle Alto"),
        "place": ("Oviedo", "Quito", "Murcia"),
        "site": ("huertos.example", "setos.example"),
    },
    "it-dev": {
        "given": ("Chiara", "Gian Luca", "Elisa", "Paolo"),
        "family": ("Bellandi", "De Rosa", "Ferraro", "Zanetti", "Dell’Acqua"),
        "title": (
            "I fari e i loro custodi",
            "Breve storia dell’olio da lampada",
            "La nebbia misurata a orecchio",
            "Traghetti in ritardo",
            "Corde e riparazioni",
            "Mappe infantili di una costa",
        ),
        "journal": ("Rivista di studi costieri", "Quaderni del porto", "Annali delle isole"),
        "book": ("Manuale di economia insulare", "Letture del litorale"),
        "publisher": ("Edizioni del Molo", "La Laguna", "Il Faro"),
        "place": ("Trieste", "Pisa", "Bari"),
        "site": ("maree.example", "porto.example"),
    },
    "it-check": {
        "given": ("Sara", "Pier Paolo", "Nadia", "Ugo"),
        "family": ("Marchetti", "Di Stefano", "Colombo", "Rinaldi", "D’Amico"),
        "title": (
            "Frutteti ai margini della città",
            "La siepe nel diritto",
            "Ciò che contava l’apicoltore",
            "Gelo e zucchero",
            "Sidrerie e registri",
            "La potatura d’inverno",
        ),
        "journal": ("Rivista di storia rurale", "Lettere di pomologia", "Campo e giardino"),
        "book": ("Saggi sui beni comuni", "Trattato dei frutteti"),
        "publisher": ("Edizioni del Melo", "La Siepe", "Casa Orto"),
        "place": ("Trento", "Cuneo", "Parma"),
        "site": ("frutteti.example", "siepi.example"),
    },
    "ru-dev": {
        "given": ("Иван Петрович", "Ольга Сергеевна", "Михаил Ильич"),
        "family": ("Береговой", "Соколова", "Лоцманов", "Рыбаков"),
        "title": (
            "Маяки и их смотрители",
            "Краткая история лампового масла",
            "Туман как источник",
            "Паромы и расписания",
            "Верёвки и починка",
            "Детские карты побережья",
        ),
        "journal": ("Вестник берегов", "Морской журнал", "Записки о гаванях"),
        "book": ("Очерки островной экономики", "Труд у воды"),
        "publisher": ("Прибой", "Наследие", "Северный маяк"),
        "place": ("М.", "СПб.", "Казань"),
        "site": ("priboy.example", "parom.example"),
    },
    "ru-check": {
        "given": ("Анна Львовна", "Пётр Алексеевич", "Вера Ивановна"),
        "family": ("Садовников", "Яблокова", "Пчелинцев", "Громова"),
        "title": (
            "Сады на окраине",
            "Изгородь в праве",
            "Что считал пасечник",
            "Мороз и сахар",
            "Сидродельни и их книги",
            "Обрезка зимой",
        ),
        "journal": ("Аграрная история", "Вопросы садоводства", "Поле и сад"),
        "book": ("Очерки общинной земли", "Основы плодоводства"),
        "publisher": ("Росток", "Нива", "Сельская книга"),
        "place": ("М.", "СПб.", "Пермь"),
        "site": ("sady.example", "izgorod.example"),
    },
    "zh-dev": {
        "given": ("伟", "丽娜", "建国", "晓明"),
        "family": ("张", "李", "王", "陈"),
        "title": (
            "灯塔与守塔人",
            "灯油简史",
            "以耳测雾的方法研究",
            "渡轮为何晚点",
            "绳索与修补",
            "海岸儿童地图",
        ),
        "journal": ("海岸研究", "港口学报", "岛屿经济"),
        "book": ("岛屿经济手册", "水边的劳动"),
        "publisher": ("海潮出版社", "北岸大学出版社", "渔火出版社"),
        "place": ("北京", "上海", "厦门"),
        "site": ("haichao.example", "dulun.example"),
    },
    "zh-check": {
        "given": ("芳", "志强", "海燕", "文静"),
        "family": ("刘", "赵", "周", "吴"),
        "title": (
            "城郊的果园",
            "法律中的树篱",
            "养蜂人的账本",
            "霜与糖",
            "果酒作坊考",
            "冬季修剪的证据",
        ),
        "journal": ("乡村史评论", "果树学报", "田野与花园"),
        "book": ("公地文集", "果树学概论"),
        "publisher": ("青枝出版社", "山谷大学出版社", "麦田出版社"),
        "place": ("南京", "成都", "广州"),
        "site": ("guoyuan.example", "shuli.example"),
    },
    "ja-dev": {
        "given": ("太郎", "花子", "健一", "美咲"),
        "family": ("山田", "佐藤", "高橋", "小林"),
        "title": (
            "灯台と灯台守",
            "ランプ油の小史",
            "耳で測る霧",
            "渡し船はなぜ遅れるか",
            "縄と修繕",
            "海辺の子どもの地図",
        ),
        "journal": ("沿岸研究", "港湾学雑誌", "島の経済"),
        "book": ("島嶼経済の手引き", "水辺の仕事"),
        "publisher": ("潮書房", "北浜大学出版会", "渚社"),
        "place": ("東京", "横浜", "神戸"),
        "site": ("ushio.example", "watashi.example"),
    },
    "ja-check": {
        "given": ("一郎", "陽子", "直樹", "恵"),
        "family": ("木村", "清水", "森田", "石井"),
        "title": (
            "町はずれの果樹園",
            "法の中の生垣",
            "養蜂家が数えたもの",
            "霜と砂糖",
            "林檎酒の帳簿",
            "冬の剪定",
        ),
        "journal": ("農村史評論", "果樹学雑誌", "畑と庭"),
        "book": ("共有地論集", "果樹学入門"),
        "publisher": ("若枝書店", "谷大学出版会", "麦社"),
        "place": ("京都", "長野", "仙台"),
        "site": ("kaju.example", "ikegaki.example"),
    },
}


def invented_works(
    language: str, part: str, chance: random.Random, count: int, *, alike: bool = False
) -> list[Work]:
    """Return works of one language, numbered from 1, no two by the same authors in one year.

    Args:
        language: One of ``en de fr es it ru zh ja``.
        part: ``dev`` or ``check``.
        chance: The source of what is picked.
        count: How many.
        alike: Whether the first two are by one author in one year, told apart by a letter.
    """
    parts = _PARTS[f"{language}-{part}"]
    works = [_work(parts, KINDS[place % len(KINDS)], chance) for place in range(count)]
    if alike:
        first, second = works[0], works[1]
        works[0] = replace(first, suffix="a")
        works[1] = replace(second, authors=first.authors, year=first.year, suffix="b")
    return _told_apart(works, parts, chance)


def _told_apart(
    works: Sequence[Work], parts: dict[str, tuple[str, ...]], chance: random.Random
) -> list[Work]:
    """Return works numbered, each with a title and a (first author, year) of its own."""
    titles = chance.sample(parts["title"], min(len(works), len(parts["title"])))
    seen: set[tuple[str, str, str]] = set()
    found: list[Work] = []
    for place, work in enumerate(works):
        year = int(work.year)
        while (work.families[0], str(year), work.suffix) in seen or (
            not work.suffix and (work.families[0], str(year), "a") in seen
        ):
            year = year + 1 if year < _YEARS[-1] else _YEARS[0]
        seen.add((work.families[0], str(year), work.suffix))
        title = titles[place % len(titles)]
        found.append(replace(work, title=title, year=str(year), number=place + 1))
    return found


def _work(parts: dict[str, tuple[str, ...]], kind: str, chance: random.Random) -> Work:
    size = chance.choice((1, 1, 2, 2, 3, 4))
    families = chance.sample(parts["family"], min(size, len(parts["family"])))
    start = chance.randrange(3, 380)
    container = {"article": "journal", "chapter": "book", "web": "site"}.get(kind)
    return Work(
        kind=kind,
        authors=tuple((chance.choice(parts["given"]), family) for family in families),
        year=str(chance.choice(_YEARS)),
        suffix="",
        title="",
        container=chance.choice(parts[container]) if container else "",
        volume=chance.randrange(3, 80),
        issue=chance.randrange(1, 9),
        pages=(start, start + chance.randrange(4, 40)),
        publisher=chance.choice(parts["publisher"]),
        place=chance.choice(parts["place"]),
        site=chance.choice(parts["site"]),
    )
