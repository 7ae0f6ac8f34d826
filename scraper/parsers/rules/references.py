"""Words that the parser of reference strings knows, by what they stand for.

Sources: roles, locators and access phrases from the locale terms of CSL 1.0.2 (en, de, fr, es, it,
pt, nl, sv, pl); publishers, places and common given names are our own short lists of what reference
lists print often. All words are in lower case and without a final full stop.
"""

from scraper.parsers.rules.months import language_months

MONTHS: dict[str, int] = {
    form: number
    for language in ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl")
    for form, number in language_months(language).items()
}
"""Month names and short forms in nine languages, with the number of the month."""

SEASONS = frozenset(
    "spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver "
    "primavera verano otoño invierno estate autunno inverno outono verão".split()
)

CONJUNCTIONS = frozenset("and und et y e en og och i & u ja".split())
"""Words between the last two names."""

PARTICLES = frozenset(
    "van von de der den del della dei di da do dos das du des la le les los las el al af av ten ter "
    "te zu zum zur vom und y e ibn bin ben abu bar st st. san santa d' l' o' mac mc 't".split()
)
"""Words that belong to a family name and are often printed small."""

SUFFIXES = frozenset("jr sr ii iii iv phd md dr prof esq".split())
"""Words behind a name that are not part of it, or only of its end."""

EDITOR_WORDS = frozenset(
    "ed eds edited editor editors edit hg hrsg hgg herausgegeben herausgeber herausgeberin dir dirs "
    "éd éds eds. coord coords org orgs cura redaktion red szerk redakcją sous ss compiled comp "
    "edición editores a.o".split()
)
"""Words that make the names beside them editors."""

TRANSLATOR_WORDS = frozenset(
    "trans translated translator translation tr transl übersetzt übers übersetzung traduit trad "
    "traducción tradução traduzione vertaald foreword introduction preface afterword illustrated "
    "illustrator narrated produced directed performed".split()
)
"""Words that give the names beside them another part in the work."""

VOLUME_WORDS = frozenset(
    "vol vols volume volumes band bd bde jg jahrgang jahrg tome tom tomo t v vo deel årg vol.".split()
)
ISSUE_WORDS = frozenset(
    "no nos nr nrs n num number numéro número numero núm n° nº no. issue heft h hft ausgabe iss fasc "
    "fascicle isssue zeszyt z".split()
)
PAGE_WORDS = frozenset(
    "p pp pg pgs page pages s ss seite seiten pag págs pág pagina página str".split()
)
PART_WORDS = frozenset(
    "chapter chap ch kapitel kap chapitre capítulo part section sec art article paper figure table "
    "suppl supplement special".split()
)
EDITION_WORDS = frozenset(
    "edition edn ed auflage aufl ausgabe édition édn edición edizione edição druk uppl rev revised "
    "expanded erweiterte überarbeitete aktualisierte enlarged updated reprint reprinted repr "
    "nachdruck ndr paperback neuauflage augmentée wyd".split()
)

ACCESS_WORDS = frozenset(
    "accessed access retrieved consulted viewed visited cited abgerufen aufgerufen abruf zugriff "
    "zugegriffen besucht eingesehen consulté consultée consultado consultada accedido acceso "
    "recuperado consultato accesso acesso acessado geraadpleegd bezocht hämtad dostęp "
    "lastaccessed letzter".split()
)
"""Words before the day on which somebody read the source."""

AVAILABLE_WORDS = frozenset(
    "available online from at url urn via disponible verfügbar abrufbar unter erhältlich internet "
    "web website webseite link http https doi disponível retirado recuperado http:// source".split()
)

NO_DATE_WORDS = frozenset("n.d nd s.a o.j s.d undated forthcoming press preprint".split())

IN_WORDS = frozenset("in en dans aus nel nella em dans: i w".split())

JOURNAL_WORDS = frozenset(
    "journal j jnl review reviews rev revue revista rivista zeitschrift z zeitung magazine mag "
    "quarterly annals ann annales annali annual archives arch archiv bulletin bull transactions "
    "trans proceedings proc proceeding letters lett communications commun advances adv science "
    "sciences sci nature cell lancet studies research res acta american am amer european eur "
    "international int intl british br clinical clin med medicine medical biol biology chem "
    "chemistry chemical phys physics physical math psychology psychol psychiatry neurosci "
    "neuroscience soc society economics econ engineering eng theory appl applied forum gazette "
    "times post guardian herald tribune daily news newspaper monde figaro spiegel zeit blatt hefte "
    "beiträge cahiers cuadernos tijdschrift jahrbuch yearbook plos ieee acm mnras jama bmj pnas".split()
)
"""Words that names of journals and newspapers are made of."""

MEETING_WORDS = frozenset(
    "proceedings proc conference conf symposium workshop congress meeting tagung kongress colloque "
    "congrès congreso convention colloquium conferencia atti actes lncs".split()
)

SITE_WORDS = frozenset(
    "blog .com .org .net .de wikipedia youtube medium substack twitter facebook linkedin github "
    "statista".split()
)

PUBLISHER_WORDS = frozenset(
    "press verlag publishing publishers publisher publications publication books book university "
    "univ editions édition éditions editorial editora edizioni editore edition presses uitgeverij "
    "förlag wydawnictwo wiley springer elsevier routledge sage blackwell penguin macmillan palgrave "
    "harper collins harpercollins random house mcgraw hill mcgraw-hill pearson academic addison "
    "addison-wesley prentice prentice-hall norton erlbaum gallimard seuil dunod puf suhrkamp beck "
    "reclam gruyter brill vintage knopf basic simon schuster doubleday faber bloomsbury verso polity "
    "mit oup cup up sons co inc ltd llc gmbh ag kg & company ashgate elgar kluwer birkhäuser vieweg "
    "klett campus fischer rowohlt hanser ullstein piper dtv hachette flammarion plon larousse armand "
    "colin harmattan nathan anagrama planeta alianza laterza einaudi feltrinelli mondadori "
    "lippincott mosby saunders thieme karger dover freeman sinauer guilford brookings heinemann "
    "longman longmans houghton mifflin viking scribner's scribner's beacon".split()
)
"""Words that names of publishing houses are made of."""

INSTITUTION_WORDS = frozenset(
    "university universität université universidad universidade università institute institut "
    "instituto istituto department dept school college faculty fakultät faculté laboratory lab "
    "center centre agency ministry ministerium ministère office bureau bundesamt commission "
    "committee council association society foundation stiftung fondation organization organisation "
    "nations government administration federal national service services bank group corporation "
    "academy academia union board authority company inc department's who un oecd unesco nasa imf "
    "u.s us united world museum museo musée archive archives library".split()
)

REPORT_WORDS = frozenset(
    "report rapport bericht working paper papers discussion technical tech memorandum memo whitepaper "
    "arbeitspapier diskussionspapier patent standard iso rfc brief factsheet".split()
)
THESIS_WORDS = frozenset(
    "thesis theses dissertation diss ph.d phd doctoral doctorate master's masters master's thèse "
    "mémoire tesis tese tesi habilitation diplomarbeit masterarbeit bachelorarbeit doktorarbeit "
    "m.sc msc m.a unpublished habilitationsschrift proefschrift".split()
)

PLACES = frozenset(
    "london new york cambridge oxford paris berlin boston chicago washington dc princeton stanford "
    "los angeles san francisco philadelphia baltimore toronto montreal montréal ottawa vancouver "
    "sydney melbourne canberra brisbane auckland wellington dublin edinburgh glasgow manchester "
    "bristol birmingham leeds liverpool cardiff belfast hamburg münchen munich köln cologne frankfurt "
    "main stuttgart leipzig dresden tübingen heidelberg göttingen freiburg bonn düsseldorf hannover "
    "bremen mainz marburg münster wiesbaden weinheim darmstadt opladen reinbek bielefeld würzburg "
    "augsburg kassel wien vienna graz salzburg innsbruck zürich zurich basel bern genf geneva genève "
    "lausanne lyon marseille toulouse bordeaux rennes lille strasbourg grenoble nantes montpellier "
    "bruxelles brussels brüssel leuven louvain gent ghent antwerp antwerpen amsterdam rotterdam "
    "leiden utrecht groningen dordrecht haag hague nijmegen stockholm uppsala göteborg lund "
    "copenhagen københavn aarhus oslo bergen helsinki turku tampere reykjavik madrid barcelona "
    "valencia sevilla salamanca granada bilbao lisboa lisbon porto coimbra roma rome milano milan "
    "torino turin bologna firenze florence napoli naples venezia venice padova padua pisa bari warsaw "
    "warszawa kraków krakow poznań prague praha budapest bucharest bucurești sofia belgrade zagreb "
    "ljubljana athens istanbul ankara moscow moskva petersburg kyiv tel aviv jerusalem cairo nairobi "
    "johannesburg pretoria lagos tokyo kyoto osaka seoul beijing shanghai hong kong taipei singapore "
    "delhi mumbai bombay bangalore calcutta kolkata chennai mexico méxico bogotá lima santiago buenos "
    "aires rio janeiro são paulo brasília montevideo caracas havana quito seattle portland denver "
    "austin houston dallas atlanta miami detroit minneapolis cleveland pittsburgh columbus madison "
    "ithaca "
    "haven ann arbor bloomington chapel hill durham berkeley pasadena davis hillsdale hoboken mahwah "
    "malden norwell thousand oaks upper saddle river englewood cliffs reading amherst albany evanston "
    "urbana champaign lincoln tucson gainesville bethesda arlington alexandria reston hyattsville "
    "cheltenham aldershot abingdon basingstoke harmondsworth chichester hove northampton farnham "
    "uk usa u.k u.s.a england scotland wales ireland germany deutschland france españa spain italy "
    "italia netherlands belgium switzerland schweiz austria österreich sweden denmark norway finland "
    "poland canada australia zealand japan china india brazil brasil israel russia turkey".split()
)
"""Words of places of publication."""

REGIONS = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY "
    "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NSW VIC QLD UK "
    "USA Mass Calif Conn Ill Mich Minn Penn Vt Va Md Ga Fla Ind Wis Tex Ont Que N.Y N.J D.C "
    "N.C".split()
)
"""Short forms of states and provinces behind a place, as printed."""

GIVEN_NAMES = frozenset(
    "john james robert michael william david richard joseph thomas charles christopher daniel matthew "
    "anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy "
    "jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin "
    "samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan "
    "henry peter douglas zachary kyle walter ethan jeremy harold keith christian roger noah gerald "
    "carl terry sean arthur lawrence jesse dylan bryan joe mary patricia jennifer linda elizabeth "
    "barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna "
    "michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela "
    "shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn "
    "janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren "
    "christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara "
    "madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris "
    "marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis "
    "hans klaus jürgen wolfgang günter karl heinz werner manfred uwe horst dieter gerhard helmut "
    "friedrich otto heinrich ernst georg franz josef ludwig max martin stefan andreas markus matthias "
    "jan lars jens sven ulrich ulrike sabine petra monika renate ursula ingrid christa gisela heike "
    "anja katrin pierre jacques michel philippe alain bernard claude françois nicolas julien louis "
    "antoine olivier laurent sylvie nathalie isabelle catherine monique jeanne hélène cécile juan "
    "carlos luis miguel antonio francisco manuel pedro javier fernando jorge alberto rafael pablo "
    "carmen ana isabel lucia elena rosa giovanni giuseppe marco andrea paolo francesco luca alessandro "
    "giulia chiara francesca erik nils anders lena karin ingmar ivan vladimir dmitri sergei olga "
    "natalia mohamed ahmed ali hassan omar fatima wei ming jing li yan hiroshi takashi kenji yuki ravi "
    "raj anil priya sanjay amit".split()
)
"""Common given names; a sign of an author in sequences without initials."""

STOP_WORDS = frozenset(
    "the of and in to for a an on with by from at as is are its their how why what when between under "
    "der die das und des dem den ein eine im zur zum von für mit auf über aus als la le les de du des "
    "et en un une sur pour dans aux au el los las y del por para con il lo gli di della e nel o da do "
    "dos das um uma em het een van voor op".split()
)
"""Small words of titles."""

WORD_LISTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("month", frozenset(MONTHS)),
    ("season", SEASONS),
    ("and", CONJUNCTIONS),
    ("particle", PARTICLES),
    ("suffix", SUFFIXES),
    ("editor", EDITOR_WORDS),
    ("translator", TRANSLATOR_WORDS),
    ("volume", VOLUME_WORDS),
    ("issue", ISSUE_WORDS),
    ("page", PAGE_WORDS),
    ("part", PART_WORDS),
    ("edition", EDITION_WORDS),
    ("access", ACCESS_WORDS),
    ("available", AVAILABLE_WORDS),
    ("undated", NO_DATE_WORDS),
    ("in", IN_WORDS),
    ("journal", JOURNAL_WORDS),
    ("meeting", MEETING_WORDS),
    ("site", SITE_WORDS),
    ("publisher", PUBLISHER_WORDS),
    ("institution", INSTITUTION_WORDS),
    ("report", REPORT_WORDS),
    ("thesis", THESIS_WORDS),
    ("place", PLACES),
    ("given", GIVEN_NAMES),
    ("stop", STOP_WORDS),
)
"""The lists that describe the words of a reference, by what they tell."""
