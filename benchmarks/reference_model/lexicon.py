# ruff: noqa: E501 (tables of words)
"""Words of invented works: names, titles in six languages, journals, publishers, sites.

Names of real publishing houses, cities, newspapers and agencies are used as facts of the field;
works, people and domains are made up.
"""

import random

LANGUAGES = ("en", "en", "en", "en", "de", "fr", "es", "it")
MONTHS = {
    "en": "January February March April May June July August September October November "
    "December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre".split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre".split(),
}
SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec".split()
ROMANS = ("I", "II", "III", "IV", "VII", "XII", "XIX", "XXI")
INITIALS = "ABCDEFGHIJKLMNOPRSTVWZ"
FRONT = ("[{}] ", "{}. ", "({}) ", "{} ", "• ", "^ ", "[{}]")
BACK = (
    " [PubMed]",
    " Google Scholar",
    " [Google Scholar] [CrossRef]",
    " Web.",
    " Print.",
    " Available at SSRN.",
    " Reprinted with permission.",
    " (in German)",
    " See also chapter 3.",
    " Epub ahead of print.",
    " Submitted for publication.",
)

FAMILIES = (
    "Abara Ackermann Adeyemi Aldous Alvarado Anand Arroyo Ashdown Bakker Balogh Barlowe Bellini Benoit "
    "Bergström Bianchi Birk Blanchet Brandt Brennan Caldera Carver Castellano Chen Chaudhry Cho Claes "
    "Corbett Costa Dahl Dalton Delacroix Demir Dubois Duarte Eder Ekström Engel Esposito Farrow Faure "
    "Feld Ferraro Fischer Fontaine Fraser Fujita Gallo Garrido Gauthier Gerhardt Ghosh Goldfarb Grau "
    "Haas Hagen Hale Hammond Hartmann Hayashi Herrera Hoffmann Holm Huang Ibarra Iqbal Ito Ivanova "
    "Jansen Jimenez Johansson Joshi Kapoor Kaufmann Keller Khan Kim Kiss Kowalski Kruger Kumar Lambert "
    "Laurent Lee Lehmann Lindqvist Liu Lopes Lund MacLeod Malik Mancini Marchetti Martel Mbeki McCabe "
    "Mehta Mendoza Meyer Molina Moreau Mori Müller Nakamura Navarro Neumann Ngo Nielsen Novak O'Brien "
    "Okafor Olsen Ortega Osei Pacheco Park Patel Pereira Petrov Pohl Prasad Quint Ramos Rao Reyes Ricci "
    "Rossi Roth Ruiz Sato Saunders Schäfer Schmid Shah Silva Singh Sokolov Song Stein Suzuki Takahashi "
    "Tan Tanaka Thorne Torres Tran Ueda Vargas Vasquez Vidal Vogel Voss Wagner Walsh Wang Weber Whitlock "
    "Wolff Wu Yamada Yilmaz Young Zhang Zhou Ziegler Zimmermann".split()
)
GIVEN = (
    "Ada Aisha Alan Alice Amara Ana Andrea Anna Antoine Arthur Beatriz Ben Carl Carla Caroline Chidi "
    "Clara Claire Daniel David Diego Elena Elif Emma Erik Eva Fatima Felix Fiona Frank George Giulia "
    "Grace Greta Hana Hannah Hans Helen Hiro Hugo Ines Ingrid Irene Isaac Ivan Jack James Jana Jean "
    "Jean-Paul Joanna John Jonas Jörg Jose Julia Karin Karl Kate Kenji Lars Laura Leila Leo Li Lina "
    "Louis Luca Lucia Luis Maja Marc Marco Maria Marie Mark Martin Mary Matteo Max Mei Michael Michel "
    "Mina Nadia Nina Noah Nora Oliver Olga Oscar Pablo Paul Paula Peter Pierre Priya Rafael Rahul Raj "
    "Ravi Richard Robert Rosa Ruth Sam Sara Sarah Sofia Stefan Susan Sven Thomas Tim Tom Uwe Vera "
    "Victor Wei Will William Xin Yara Yuki Yusuf Zoe".split()
)
PLACES = (
    "London|New York|Cambridge|Oxford|Cambridge, MA|Cambridge, UK|Chicago|Berlin|Paris|München|Wien|"
    "Zürich|Frankfurt am Main|Frankfurt a. M.|Stuttgart|Hamburg|Leipzig|Amsterdam|Leiden|Bruxelles|"
    "Washington, DC|Washington, D.C.|Boston|Boston, MA|San Francisco|San Francisco, CA|Los Angeles|"
    "Thousand Oaks, CA|Hillsdale, NJ|Hoboken, NJ|Englewood Cliffs, NJ|Princeton|Princeton, NJ|"
    "Philadelphia|Toronto|Montréal|Québec|Sydney|Melbourne|Edinburgh|Dublin|Manchester|Bristol|"
    "Aldershot|Cheltenham, UK|Basingstoke|Madrid|Barcelona|Buenos Aires|México|Bogotá|Lisboa|São Paulo|"
    "Roma|Milano|Torino|Bologna|Stockholm|Copenhagen|Oslo|Helsinki|Warszawa|Praha|Budapest|Moscow|Tokyo|"
    "Singapore|New Delhi|Geneva|Rennes|Lyon|Reading, MA|New Haven|New Haven, CT|Ithaca|Ithaca, NY|"
    "Durham, NC|Stanford, CA|Berkeley|Hannover|Göttingen|Tübingen|Köln|Bielefeld|Wiesbaden|Heidelberg|"
    "New York, NY|New York, USA|London, UK|Paris, France|Seattle, WA|Atlanta, GA|Vancouver, BC".split(
        "|"
    )
)
PUBLISHERS = (
    "Oxford University Press|Cambridge University Press|University of Chicago Press|MIT Press|"
    "Harvard University Press|Princeton University Press|Yale University Press|Routledge|Sage|"
    "SAGE Publications|Springer|Springer-Verlag|Springer Nature|Wiley|John Wiley & Sons|Wiley-Blackwell|"
    "Blackwell|Elsevier|Academic Press|Palgrave Macmillan|Macmillan|Penguin|Penguin Books|Random House|"
    "HarperCollins|Harper & Row|Norton|W. W. Norton|Knopf|Basic Books|Simon & Schuster|Bloomsbury|Verso|"
    "Polity|Polity Press|Edward Elgar|Ashgate|McGraw-Hill|Pearson|Addison-Wesley|Prentice Hall|"
    "Lawrence Erlbaum|Guilford Press|American Psychological Association|IEEE|ACM|ACM Press|CRC Press|"
    "Brill|De Gruyter|Walter de Gruyter|Suhrkamp|C.H. Beck|Reclam|S. Fischer|Campus|Campus Verlag|"
    "Springer VS|VS Verlag|Nomos|Klett-Cotta|Hanser|Rowohlt|transcript|Mohr Siebeck|Gallimard|Seuil|"
    "Le Seuil|La Découverte|PUF|Presses universitaires de France|L'Harmattan|Armand Colin|Dunod|Fayard|"
    "Flammarion|Éditions du Cerf|Alianza|Siglo XXI|Fondo de Cultura Económica|Planeta|Anagrama|Tecnos|"
    "Laterza|Il Mulino|Einaudi|Feltrinelli|World Bank|OECD Publishing|United Nations|World Health "
    "Organization|National Academies Press|Government Printing Office|Lantern House|Northgate Books|"
    "Harbour Press|Quill & Sons|Meridian Verlag|Éditions du Phare|Sandstone Academic|Tern Publishing|"
    "University of Northmoor Press|Greywater University Press|Lippincott Williams & Wilkins|Saunders|"
    "Mosby|Thieme|Karger|Humana Press|Birkhäuser|Kluwer|Kluwer Academic Publishers|Dover|Freeman|"
    "O'Reilly Media|Manning|Apress|No Starch Press|Allen & Unwin|Faber and Faber|Chatto & Windus".split(
        "|"
    )
)
UNIVERSITIES = (
    "University of Northmoor|Greywater University|Department of Computer Science, University of Northmoor|"
    "Stanford University|University of California, Berkeley|MIT|Harvard University|University of Michigan|"
    "Carnegie Mellon University|Universität Hamburg|Technische Universität München|Université de Lyon|"
    "Université Paris 8|Universidad de Granada|ETH Zürich|Uppsala University|University of Toronto|"
    "National Bureau of Economic Research|School of Education, Greywater University|Institute for Coastal "
    "Studies|Cornell University|University of Edinburgh|Universität Wien|Lund University".split("|")
)
ORGANISATIONS = (
    "World Health Organization|WHO|OECD|UNESCO|UNICEF|World Bank|European Commission|United Nations|"
    "International Monetary Fund|U.S. Census Bureau|U.S. Department of Education|U.S. Department of Labor|"
    "Centers for Disease Control and Prevention|CDC|National Institutes of Health|American Heart "
    "Association|American Medical Association|Federal Reserve|Bundesamt für Statistik|Statistisches "
    "Bundesamt|Umweltbundesamt|Bundesministerium für Gesundheit|Robert Koch-Institut|INSEE|Ministère de "
    "l'Éducation nationale|Instituto Nacional de Estadística|Greenpeace|Amnesty International|Pew Research "
    "Center|Statista|Gartner|McKinsey & Company|Deloitte|Ofsted|Office for National Statistics|NHS|HMRC|"
    "Department for Education|Mayo Clinic|Cleveland Clinic|Harbour Cities Network|Lowland Water Board|"
    "Institute for Quiet Transport|Northmoor County Council|Society of Lamp Makers|Google|Apple|Microsoft|"
    "Amazon|IBM|OpenAI|Mozilla|W3C|IEEE|Adobe|Salesforce|HubSpot|Shopify|Tern Analytics|Bluefin Travel|"
    "Security Trade Association|National Hearing Council|Energy Agency|American Dental Association|"
    "Internal Revenue Service|Federal Trade Commission|FBI|NASA|NOAA|EPA|FDA|Netflix|Redfin|Zillow|"
    "Lighthouse Gallery|Museum of Salt|Verbraucherzentrale|ADAC|WWF Deutschland|Stiftung Warentest".split(
        "|"
    )
)
SITES = (
    "The New York Times|New York Times|The Guardian|The Washington Post|BBC News|BBC|CNN|Forbes|Reuters|"
    "Bloomberg|Wired|The Atlantic|The Economist|Financial Times|Wall Street Journal|The Wall Street Journal|"
    "NPR|Vox|Slate|Time|Der Spiegel|Spiegel Online|Die Zeit|ZEIT ONLINE|FAZ|Süddeutsche Zeitung|taz|"
    "Tagesschau|Le Monde|Le Figaro|Libération|El País|El Mundo|La Repubblica|Corriere della Sera|"
    "Neue Zürcher Zeitung|NZZ|Der Standard|Wikipedia|YouTube|Medium|GitHub|Stack Overflow|Towards Data "
    "Science|Healthline|WebMD|Mayo Clinic|Investopedia|NerdWallet|TechCrunch|The Verge|Ars Technica|CNET|"
    "ZDNet|PCMag|Mashable|BuzzFeed|HuffPost|Business Insider|Fast Company|Harvard Business Review|"
    "Psychology Today|National Geographic|Scientific American|ScienceDaily|New Scientist|Statista|"
    "Mozilla Foundation|The Mozilla Blog|Google Blog|Apple Support|Microsoft Learn|Tern Blog|Lantern "
    "Weekly|Northmoor Gazette|The Harbour Times|Greywater Daily|coastnotes.example|quietroads.example|"
    "ScientificAmerican.com|MarketWatch.com|Lamp & Wick Magazine|Bluefin Travel Blog|Computerworld|"
    "InfoWorld|LinkedIn|Substack|Britannica|Variety|Rolling Stone|Pitchfork|Billboard|ESPN|The Independent|"
    "The Telegraph|Daily Mail|USA Today|Los Angeles Times|Chicago Tribune|Politico|Axios|Vice".split(
        "|"
    )
)
HOSTS = (
    "coastnotes.example lamps.example quietroads.example tides.example northmoor.example ternblog.example "
    "harbour.example greywater.example news.example journal.example blog.example data.example".split()
)

_TOPICS = {
    "en": (
        "the tides coastal erosion urban trees night trains memory in old age school meals migrant birds "
        "salt marshes public libraries heart failure sleep loss gut bacteria rural broadband tax reform "
        "housing prices solar panels deep learning speech recognition protein folding graph theory war "
        "memorials medieval guilds colonial maps gender roles childhood obesity social media remote work "
        "vaccine uptake cancer screening blood pressure wage growth language change folk music river "
        "deltas soil carbon steel bridges quantum dots dark matter neural networks climate policy teacher "
        "training patient safety prison reform coffee brewing battery storage insulin therapy tea trade"
    ).split(),
    "de": (
        "Wasser Arbeit Sprache Geschichte Erinnerung Schule Kindheit Politik Gesellschaft Wirtschaft Klima "
        "Energie Gesundheit Pflege Medien Kunst Wissenschaft Recht Demokratie Migration Wald Insekten "
        "Städte Verkehr Digitalisierung Inflation Wachstum Literatur Religion Familie"
    ).split(),
    "fr": (
        "eau travail langue histoire mémoire école enfance politique société économie climat énergie santé "
        "soins médias art science droit démocratie migration forêt ville transport recherche évaluation"
    ).split(),
    "es": (
        "agua trabajo lengua historia memoria escuela infancia política sociedad economía clima energía "
        "salud medios arte ciencia derecho democracia migración bosque ciudad transporte educación"
    ).split(),
    "it": (
        "acqua lavoro lingua storia memoria scuola infanzia politica società economia clima energia salute "
        "media arte scienza diritto democrazia migrazione città trasporti ricerca"
    ).split(),
}
_PATTERNS = {
    "en": (
        "The {a} of {b}",
        "{a} and {b}: a {c} review",
        "Effects of {a} on {b} and {c}",
        "On the {a} {b} of {c}",
        "How {a} {b} shape {c}",
        "What is {a}? A guide to {b}",
        "Towards a theory of {a} {b}",
        "{a}, {b} and {c}",
        "Why {a} matters for {b}",
        "A study of {a} in {b} under {c}",
        "{a} in {b}: evidence from {c}",
        "Is {a} changing {b}?",
        "10 tips for {a} and {b}",
        "An introduction to {a} {b}",
        "Measuring {a} with {b}",
        "{a}",
        "{a} {b}",
        "Report on {a} {b} 2021",
        "Best {a} for {b}",
        "{a} statistics and facts",
        "Annual {a} Survey",
        "{a} for beginners",
    ),
    "de": (
        "Zur {a} der {b}",
        "{a} und {b}. Eine Einführung",
        "Wie {a} die {b} verändert",
        "Die {a} in der {b}",
        "{a}, {b} und {c}: Beiträge zu einer Theorie",
        "Was ist {a}?",
        "Handbuch {a}",
        "Grundlagen der {a}",
    ),
    "fr": (
        "La {a} et la {b}",
        "Vers une {a} de la {b}",
        "Les enjeux de la {a} dans la {b}",
        "Histoire de la {a}",
        "{a}, {b} et {c}",
        "Qu’est-ce que la {a} ?",
    ),
    "es": (
        "La {a} y la {b}",
        "Hacia una {a} de la {b}",
        "Historia de la {a} en España",
        "El papel de la {a} en la {b}",
        "¿Qué es la {a}?",
    ),
    "it": (
        "La {a} e la {b}",
        "Storia della {a}",
        "Per una {a} della {b}",
        "{a} e {b} nel Novecento",
    ),
}
_SUBJECTS = (
    "Coastal Studies|Lamp Technology|Public Health|Applied Ecology|Social Psychology|Economic History|"
    "Urban Planning|Clinical Nutrition|Computational Linguistics|Physical Chemistry|Language and Society|"
    "Neuroscience|Education Research|Media Studies|Political Economy|Molecular Biology|Music Theory|"
    "Environmental Policy|Internal Medicine|Machine Learning|Comparative Literature|Modern History|"
    "Human Resources|Sports Medicine|Mathematics|Astrophysics|Philosophy|Geophysics|Nursing|Finance".split(
        "|"
    )
)
_JOURNALS = (
    "Journal of {s}|Journal of {s}|International Journal of {s}|European Journal of {s}|{s}|{s} Review|"
    "Annals of {s}|Annual Review of {s}|{s} Letters|Advances in {s}|Frontiers in {s}|British Journal of {s}|"
    "American Journal of {s}|Archives of {s}|{s} Quarterly|Transactions on {s}|Proceedings of the {s} "
    "Society|Bulletin of {s}|Zeitschrift für {s}|Revue de {s}|Revista de {s}|Rivista di {s}|Nature {s}|"
    "Current Opinion in {s}|Trends in {s}|{s} & {t}|{s}: An International Journal|The {s} Journal".split(
        "|"
    )
)
_REAL_JOURNALS = (
    "Nature|Science|Cell|PNAS|Proc. Natl. Acad. Sci. USA|J. Am. Chem. Soc.|Phys. Rev. Lett.|Phys. Rev. D|"
    "N Engl J Med|Lancet|The Lancet|JAMA|BMJ|PLoS ONE|PLOS ONE|J Biol Chem|J Neurosci|Am J Public Health|"
    "J Clin Invest|Ann Intern Med|Br J Dermatol|ApJ|A&A|MNRAS|Appl. Phys. Lett.|J. Chem. Phys.|IEEE Trans. "
    "Inf. Theory|Commun. ACM|Am J Clin Nutr|Med Care|Int J Obes|Eur Heart J|Soc Sci Med|Arch Intern Med|"
    "JHEP|Nucl. Phys. B|Angew. Chem. Int. Ed.|Chem. Rev.|Biochem Biophys Res Commun|Am Econ Rev|Mo Med".split(
        "|"
    )
)
_MEETINGS = (
    "Proceedings of the {n} International Conference on {s}|Proceedings of the {n} Annual Meeting of the "
    "{s} Society|{n} Workshop on {s}|Proc. of the Conference on {s}|Advances in {s}|International "
    "Conference on {s} ({x})|{x} Symposium on {s}|Proceedings of {x}|IEEE Conference on {s}|ACM Symposium on "
    "{s}|Proceedings of the {n} {x} Conference|{x} '98|{n} {s} Conference|Annual Meeting of the {s} "
    "Association".split("|")
)
_SENTENCES = (
    "The {a} of {b} was measured in {n} towns and rose by half within two years.",
    "We thank a reader for pointing out that {a} and {b} are not the same.",
    "This is the figure before {a} was taken into account.",
    "According to the council, {n} percent of {b} depends on {a}.",
    "For more about {a}, read the section on {b} below.",
    "Not all {b} are counted as {a}, as we explain above.",
    "Die Zahl der Fälle stieg um {n} Prozent, was wir hier nicht weiter verfolgen.",
    "Il va de soi que ces chiffres ne disent rien de la suite.",
    "See the discussion of {a} in chapter {n}.",
    "I owe this example to a friend who works on {a}.",
)
_ORDINALS = ("2nd", "3rd", "8th", "12th", "21st", "Fourth", "Ninth", "Twentieth", "37th")
_ACRONYMS = (
    "ICLT",
    "SIGLAMP",
    "COASTAL",
    "NIPS",
    "ACL",
    "ICML",
    "CHI",
    "VLDB",
    "PODS",
    "POPL",
    "AAAI",
)


def title(rng: random.Random) -> str:
    """Return an invented title, in sentence or headline capitals."""
    language = rng.choice(LANGUAGES)
    pattern = rng.choice(_PATTERNS[language])
    words = _TOPICS[language]

    def topic() -> str:
        count = rng.choice((1, 2, 2, 3)) if language == "en" else 1
        return " ".join(rng.choice(words) for _ in range(count))

    made = pattern.format(a=topic(), b=topic(), c=topic())
    if language == "en" and rng.random() < 0.4:
        made = " ".join(
            word if word in _SMALL else word[0].upper() + word[1:] for word in made.split()
        )
    return made[0].upper() + made[1:]


def roughen(title: str, rng: random.Random) -> str:
    """Give some titles what breaks naive reading: brackets, numbers, lists, dates, marks."""
    if rng.random() > 0.22:
        return title
    words = title.split()
    place = rng.randint(1, len(words))
    piece = rng.choice(
        (
            f"({rng.choice(_ACRONYMS)})",
            f"({rng.choice(_TOPICS['en'])})",
            f"({rng.randint(1980, 2024)})",
            f"No. {rng.randint(1, 900)}",
            f"{rng.randint(1800, 1990)}–{rng.randint(1991, 2024)}",
            f"{rng.randint(1980, 2000)} through {rng.randint(2001, 2024)}",
            f"{rng.randint(1, 9)},{rng.randint(100, 999)}",
            f"Oct. {rng.randint(1, 28)}, 2025",
            f"and {rng.choice(_TOPICS['en'])}, {rng.choice(_TOPICS['en'])},",
            f"“{rng.choice(_TOPICS['en'])}”",
            f"in {rng.choice(PLACES)}",
            "U.S.",
            "vs.",
            f"{rng.randint(2, 40)} {rng.choice(_TOPICS['en'])} & {rng.choice(_TOPICS['en'])}",
            "?",
        )
    )
    return " ".join([*words[:place], piece, *words[place:]]).replace(" ?", "?").strip(" ,")


_SMALL = frozenset("the of and on for in to a an with from under is".split())


def journal(rng: random.Random) -> str:
    """Return a journal: invented, well known, or shortened in the manner of ISO 4."""
    if rng.random() < 0.3:
        return rng.choice(_REAL_JOURNALS)
    name = rng.choice(_JOURNALS).format(s=rng.choice(_SUBJECTS), t=rng.choice(_SUBJECTS))
    if rng.random() < 0.3:
        mark = rng.choice((".", ""))
        kept = [
            word
            for word in name.split()
            if word not in ("of", "in", "on", "the", "für", "de", "di")
        ]
        cut = [word if len(word) < 5 else word[: rng.randint(2, 5)] + mark for word in kept]
        return " ".join("J" + mark if word == "Journal" else word for word in cut)
    if rng.random() < 0.12:
        return name.capitalize()
    if rng.random() < 0.05:
        return f"{name} ({rng.choice(('Oxford', 'Silver Spring', 'Rio J', 'London', 'Print'))})"
    return name


def prose(rng: random.Random) -> str:
    """Return one or two sentences of a note that name no work."""
    words = _TOPICS["en"]
    said = [
        rng.choice(_SENTENCES).format(
            a=rng.choice(words), b=rng.choice(words), n=rng.randint(2, 90)
        )
        for _ in range(rng.choice((1, 1, 2)))
    ]
    return " ".join(said)


def meeting(rng: random.Random) -> str:
    """Return the name of a conference or its proceedings."""
    return rng.choice(_MEETINGS).format(
        n=rng.choice(_ORDINALS), s=rng.choice(_SUBJECTS), x=rng.choice(_ACRONYMS)
    )
