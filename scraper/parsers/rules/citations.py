"""Words that the parsers of citations in the text know.

Sources: locator and "no date" terms from the locale files of CSL 1.0.2; the rest are our own
short lists of what web pages print. All words are in lower case. The words of the lists that
the citations lead to are in ``reference_lists``.
"""

from scraper.parsers.rules.conjunctions import AND_PATTERN

CITE_PREFIXES = (
    "see also for example / see,? for example,? / see,? for instance,? / see also:? / see:? / "
    r"see,? e\.\s?g\.,? / also / cf\.?,? / compare / e\.\s?g\.,? / i\.\s?e\.,? / for example,? / "
    "for instance,? / such as / as (?:cited|quoted|reported|discussed|described|reviewed) (?:in|by) / "
    "(?:cited|quoted|reported|reviewed|discussed|described|adapted|reprinted|taken|translated|"
    r"reproduced) (?:in|by|from|after) / q(?:td|uot)\. in / (?:source|sources|from|after|adapted):? / "
    "following / contra / reviewed by / citing / and / but see / both in / "
    r"vgl\.?(?: auch| dazu| hierzu| u\. ?a\.| z\. ?b\.| etwa| insb\.)?:? / s\.(?: auch| a\.) / "
    r"siehe(?: auch| dazu| hierzu| z\. ?b\.)?:? / zit(?:iert)?\.?(?: nach| n\.| in| bei)? / "
    r"z\. ?b\.,? / so(?: auch| etwa| schon)? / etwa / nach / bei / in / dazu / hierzu / anders / ähnlich / zuletzt / dagegen / ausführlich(?:er)? / "
    "und / sowie / "
    "voir(?: aussi| par exemple| notamment)?:? / citée? (?:par|dans) / par exemple / d['’]après / "
    r"selon / p\. ?ex\.,? / et / "
    "véase(?: también)?:? / ver(?: también)?:? / v[ée]ase,? por ejemplo,? / citad[oa] (?:en|por|em) / "
    r"por ejemplo / según / p\. ?ej\.,? / y / apud / cf\. também / por exemplo / conforme / segundo / "
    r"cfr\.? / si veda(?: anche)? / vedi(?: anche)? / v\. / cit(?:ato)?\.? in / "
    r"zie(?: ook)?:? / bijv\. / geciteerd in / se(?: också| även| også)? / jfr?\.? / sit\. / cit\. efter / "
    r"por\. / zob\.(?: też)? / za:? / cyt\. za:? / srov\. / porov\. / viz / pozri(?: aj)? / např\. / cit\. podle / usp\. / vidi / "
    r"vö\.? / lásd / ld\. / idézi:? / pl\. / ks\. / vrt\. / esim\. / bkz\.? / akt\.? / örn\.? / bnd / "
    "lihat / dalam / xem / dẫn theo / vezi / "
    r"см\.(?: также)?:? / ср\. / цит\. по:? / напр\. / див\.(?: також)?:? / пор\. / цит\. за:? / "
    "βλ\\.? / انظر / راجع / نقلا عن / ر\\.ک\\.? / ראו / ראה / مثل"
).split(" / ")
"""Words before the authors of a citation, as patterns, one language after the other."""

ET_AL_PATTERN = (
    r"(?:,?\s*(?:等|등|외(?!\w)|ほか|وآخرون|و\s?آخرون|و\s?همکاران|ואחרים|ואח['׳]|และคณะ|आदि|وغیرہ|"
    r"(?<=[\s,])(?-i:e\.\s?a\.)|et\.?\s+al(?:ii|\b)\.?|et\s+coll\.?|u\.\s?a\.|& al\.?|and\s+others|y\s+cols?\.?|"
    r"y\s+otros|e\s+outros|e\s+altri|et\s+autres|a\s+kol\.|i\s+(?:in|sur|sar)\.|in\s+sod\.|"
    r"și\s+colab\.|és\s+(?:mtsai|tsai|munkatársai)\.?|κ\.?\s?ά\.|ve\s+(?:diğerleri|ark\.)|və\s+b\.|"
    r"ir\s+kt\.|un\s+citi|dan\s+kawan-kawan|và\s+(?:cs\.?|cộng\s+sự)|na\s+wenzake|"
    r"(?:та|й|і)\s+ін\.|и\s+(?:др|сар)\.|и\s+соавт\.|"
    r"(?<=[\s,])(?-i:m\.\s?fl|o\.\s?fl|u\.\s?c|mfl|ym|jt|vd|dkk)\b\.?|"
    r"and\s+(?:\w+\s+)?colleagues|and\s+co-?workers|und\s+kolleg\w*))"
)
"""Printed signs that the list of authors goes on."""

UPPER = r"[^\W\d_a-zß-öø-ÿа-џά-ώ]"
"""A letter that may begin a name: none of the small ones of Latin, Greek and Cyrillic scripts."""

CONJUNCTION_PATTERN = rf"(?:{AND_PATTERN}|with)"
"""Words between the last two names."""

PARTICLES = frozenset(
    "van von de der den del della dei di da do dos das du des la le les los las el al ten ter te zu "
    "zum zur vom y af av bin ibn ben bint d' l' 't in't dal dalla degli und".split()
)
"""Small words within names."""

ARABIC_ARTICLES = tuple("al as ad an ar at az ash el".split())
"""What is joined to a name with a hyphen, and stays small (``al-Khatib``)."""

ORG_SMALL_WORDS = frozenset(
    "of for in the and on to & de des du la le les der die das für und et del y e di da do dos van "
    "voor sur aux with at by pour zur zum im au en en".split()
)
"""Small words within names of organisations, journals and reports."""

ORG_WORDS = frozenset(
    "department ministry institute institut university universität council office bureau centre "
    "center agency commission committee association society foundation organization organisation "
    "bank fund group network national international federal european world united nations bundesamt "
    "bundesministerium ministère ministerio instituto council union party service services board team "
    "authority academy college school observatory forum alliance coalition federation trust "
    "research journal review frontiers reports statistics census survey panel industry analysts "
    "health education statistisches umweltbundesamt stiftung initiative global".split()
)
"""Words that make a run of capitalised words an organisation or periodical."""

NO_DATE_PATTERN = (
    r"(?:n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|s\.\s?f\.|s\.\s?a\.|b\.\s?d\.|z\.\s?j\.|u\.\s?å\.|"
    r"in press|forthcoming|in preparation|in prep\.|to appear|under review|submitted|"
    r"im Druck|im Erscheinen|i\.\s?E\.|i\.\s?Dr\.|à paraître|sous presse|en prensa|no prelo|"
    r"in corso di stampa|in druk|w druku|v tisku|under tryckning|baskıda|в печати|у друці|б\.\s?г\.|"
    r"无日期|無日期|印刷中|近刊|出版年不明)"
)
"""What stands where the year would (terms of CSL 1.0.2: no date, in press, forthcoming)."""

IBID_PATTERN = (
    r"(?:ibid(?:em)?\.?|ebd\.?|ebenda|id(?:em)?\.|ders\.|dies\.|loc\.\s?cit\.|op\.\s?cit\.|"
    r"a\.\s?a\.\s?O\.|ib\.|ibíd(?:em)?\.?|ivi|там же|указ\.\s?соч\.|tamże|obid\.|同上|前掲|前引)"
)
"""Words that cite the work just cited again."""

LOCATOR_LABELS = (
    r"(?:第|pages?|pp?\.?|pgs?\.?|S\.|Seiten?|pág(?:ina)?s?\.?|pags?\.?|págs?\.|blz\.|str\.|стр\.|с\.|"
    r"s\.|side|sid\.|chapters?|ch(?:ap)?s?\.?|Ch\.|Kap(?:itel)?\.?|chapitres?|cap(?:ítulo|itolo)?s?\.?|"
    r"hoofdstuk|hfst\.|sections?|sect?s?\.|Abschnitt|Abschn\.|Abs(?:atz)?\.?|paragraphs?|paras?\.?|"
    r"par\.|§§?|¶¶?|Rn\.|Rdnr\.|Rz\.|Nr\.|no\.|number|num\.|art(?:icle|ikel|ículo|icolo)?s?\.?|"
    r"fig(?:ure|s)?\.?|Abb(?:ildung)?\.?|tables?|tab(?:elle)?\.?|vol(?:ume|s)?\.?|Bd\.|Band|"
    r"tome|t\.|lines?|l(?:l)?\.|verses?|vv?\.|v\.|appendix|app\.|Anhang|annex|notes?|nn?\.|fn\.|"
    r"Fn\.|Anm\.|Heft|Hefte?|location|loc\.|Kindle|at|claims?|eq\.|equation|box|part|pt\.|act|sc\.|min\.|"
    r"slides?|folio|fol\.|ff?\.|Z\.|Zeile|Sp\.|Spalte|cols?\.|"
    r"hlm\.|hal\.|σ(?:ελ)?\.|σσ\.|lk\.?|lpp\.|tr\.|ص\.?|עמ['׳])"
)
"""Labels of places within a work (terms of CSL 1.0.2 in some twenty languages)."""

PAGE_LABELS = (
    r"(?:pages?|pp?\.|pgs?\.|S\.|Seiten?|págs?\.|páginas?|blz\.|str\.|chapters?|ch(?:ap)?s?\.|"
    r"Kap(?:itel)?\.?|chapitres?|cap(?:ítulo)?s?\.|sections?|sect?\.|paras?\.|Abschnitt|Rn\.)"
)
"""Labels that make a citation of a name without a year."""

NOT_AUTHORS = frozenset(
    "january february march april june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember "
    "okt dez mär janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "gennaio febbraio maggio giugno luglio settembre ottobre dicembre januari februari maart mei "
    "augustus monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag spring summer autumn winter fall frühjahr frühling sommer "
    "herbst printemps été automne hiver early late mid q1 q2 q3 q4 h1 h2 fy stand status "
    "published updated released born founded established opened built launched died season "
    "episode version edition volume copyright photo image picture credit reg est circa since "
    "until before after during by aka formerly now then gegründet geboren gestorben seit bis um "
    "ab née né nato nacido page chapter figure table appendix section part act step grade class "
    "year years jahr jahre week day days age aged model series gen generation phase stage level "
    "film movie album song book novel single ep series tv remix remastered trailer "
    "windows ios android iphone ipad galaxy playstation xbox photoshop office "
    "teil band bd kapitel kap abschnitt anhang abbildung abb tabelle tab seite seiten zeile artikel absatz ziffer chapitre partie annex annexe tableau capítulo parte anexo tabla figura deel hoofdstuk appendices figs "
    "verse line lines psalm genesis exodus nr no number room booth hall stand isbn issn art article rule law act title case vs "
    "bill directive regulation agreement accord accords protocol constitution code amendment "
    "award awards prize prizes oscar emmy grammy medal tour games expo battle siege hurricane typhoon "
    "earthquake operation mission crisis revolution strike riots pandemic gesetz verordnung loi ley "
    "championships finals final olympics championship cup league draft election war treaty summit conference convention "
    "meanwhile however therefore although also thus this that these those there here when where "
    "as last first second third next previous new old total average source figures n".split()
)
"""Words that no author's name begins with: dates, products, parts of works, sentence openers."""

PUBLISHER_WORDS = frozenset(
    "press verlag publishing publishers publisher publications books edition editions éditions "
    "records recordings music pictures films film studios studio entertainment productions "
    "publishing-house hachette routledge penguin knopf bloomsbury harpercollins palgrave springer "
    "elsevier suhrkamp rowohlt reclam gallimard seuil flammarion anagrama planeta einaudi "
    "mondadori feltrinelli verso scribner doubleday gruyter ullstein dtv "
    "museum gallery galerie theatre theater opera festival biennale netflix hbo disney pixar "
    "warner paramount sony universal nintendo capcom sega".split()
)
"""Words of publishers, labels, studios and venues, which stand in brackets behind a title."""

PLACE_NAMES = frozenset(
    "london paris berlin vienna wien rome roma madrid lisbon new-york chicago boston washington "
    "tokyo beijing shanghai sydney melbourne toronto montreal amsterdam rotterdam brussels "
    "bruxelles zürich zurich geneva genève basel bern munich münchen hamburg köln frankfurt "
    "leipzig dresden stuttgart venice venezia milan milano florence naples barcelona sevilla "
    "dublin edinburgh glasgow manchester oxford cambridge stockholm copenhagen oslo helsinki "
    "moscow warsaw prague budapest istanbul athens cairo jerusalem dubai singapore seoul delhi "
    "mumbai bangkok kassel "
    "usa uk us eu france germany italy spain portugal austria switzerland england scotland wales "
    "ireland netherlands belgium denmark sweden norway finland poland russia ukraine turkey greece "
    "israel egypt iran iraq syria india china japan korea vietnam thailand indonesia australia "
    "canada mexico brazil argentina chile peru cuba nigeria kenya texas california florida "
    "deutschland österreich schweiz frankreich italien spanien polen russland türkei "
    "europe asia africa america europa afrika asien amerika".split()
)
"""Cities and countries: a place and a year is an event or a work of art, not a citation."""

REPORT_NOUNS = (
    r"(?:reports?|study|studies|paper|white ?paper|review|survey|analysis|meta-analysis|article|"
    r"essay|book|monograph|treatise|thesis|dissertation|research|findings|guidance|inquiry|"
    r"handbook|textbook|memoir|lecture|Bericht|Studie|Untersuchung|Aufsatz|Buch|Artikel|Analyse|"
    r"Beitrag|Arbeit|rapport|étude|ouvrage|livre|enquête|essai|thèse|informe|estudio|libro|"
    r"artículo|ensayo|studio|rapporto|saggio|articolo|onderzoek|boek)"
)
"""What an author is said to have written."""

PERSONAL_VERBS = (
    r"(?:argue[sd]?|contend(?:s|ed)?|claim(?:s|ed)?|maintain(?:s|ed)?|posit(?:s|ed)?|propose[sd]?|"
    r"suggest(?:s|ed)?|conclude[sd]?|observe[sd]?|note[sd]?|write[s]?|wrote|state[sd]?|say[s]?|"
    r"describe[sd]?|define[sd]?|distinguish\w*|explain(?:s|ed)?|point(?:s|ed)? out|put(?:s)? it|"
    r"emphasi[sz]e[sd]?|theori[sz]e[sd]?|hypothesi[sz]e[sd]?|criticis?z?e[sd]?|found that|"
    r"behauptet\w*|schreib\w*|schrieb\w*|argumentier\w+|betont\w*|definiert\w*|versteht|nennt|"
    r"affirm\w+|soutien\w+|écri\w+|constat\w+|soulign\w+|sostiene\w*|afirma\w*|señala\w*|"
    r"scriv\w+|afferma\w*|stelt dat|beschrijft)"
)
"""Verbs of what persons do with words: no film and no storm contends."""

CITE_VERBS = (
    rf"(?:{PERSONAL_VERBS}|demonstrate[sd]?|show(?:s|ed|n)?|found|finds?|report(?:s|ed)?|written|said|"
    r"discuss(?:es|ed)?|identif(?:y|ies|ied)|estimate[sd]?|examine[sd]?|investigate[sd]?|"
    r"analy[sz]e[sd]?|coined?|zeig\w+|stell\w+|beschreib\w*|beschrieb\w*|kommt|kommen|fand\w*|"
    r"untersucht\w*|sieht|montr\w+|propos\w+|muestra\w*|demuestra\w*|escrib\w+|mostra\w*|stelt|"
    r"reminds? us|document(?:s|ed)?|review(?:s|ed)?)"
)
"""Verbs of scholarly reporting."""

BEFORE_NARRATIVE = frozenset(
    "by to from see also both per and von nach laut bei wie durch gemäß zufolge auch siehe vgl. "
    "selon par chez d'après según por de secondo da di volgens door enligt ifølge".split()
)
"""Words that lead to the name of a narrative citation."""

SENTENCE_OPENERS = frozenset(
    "in as the a an according following since while when although though if but and so yet thus "
    "hence for from by with like both see also here there this that these those his her their its "
    "our my your one recently later earlier similarly moreover however furthermore finally first "
    "second third next then to on at of per what who why how where nach wie laut auch im in der die "
    "das ein eine bei für mit von so als wenn doch aber und da durch gemäß schon bereits selon comme "
    "pour dans le la les un une mais et en según como para el los las una pero y o secondo come per "
    "d'après d’après segundo conforme enligt ifølge mukaan οι ο η zdaniem dle podľa prema "
    "zuletzt ebenso ähnlich nel il lo gli ma e anche volgens zoals het de en not even indeed only once after before during "
    "under over more most many some such other another each every against between among did does "
    "was were is are has have had can could would should may might must let sociologist "
    "согласно по как в на у из для о об при также ещё однако поэтому według jak w na podle jak v "
    "siehe vgl voir véase cf cfr vedi zie zit zob "
    "psychologist economist historian philosopher researcher researchers author authors scholar "
    "scholars professor dr prof sir".split()
)
"""Capitalised at the start of a sentence, but no part of the name behind them."""
