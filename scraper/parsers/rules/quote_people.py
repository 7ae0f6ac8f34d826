"""Words of names: titles, roles, particles, organisations.

Sources: titles after the honorifics of ISO 20614's examples and the style guides of Reuters and
The Guardian; roles after the Occupations of schema.org and what bylines print.
"""

TITLES = frozenset(
    "presidente presidenta président présidente sindaco sindaca direttore dottor dottoressa onorevole dg dr dr. prof prof. professor mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady rev rev. revd reverend hon hon. "
    "officer senator president minister councillor cllr judge justice captain capt. sgt sgt. sergeant detective det. chief "
    "coach king queen prince princess pope father sister brother rabbi imam general gen. gen colonel col. col lt lt. lieutenant "
    "sheriff deputy governor gov. gov mayor rep. rep sen. sen congressman congresswoman congressmember secretary ambassador chancellor "
    "herr frau dr.-ing. madame mme m. mlle monsieur señor señora don doña sr. sra. signor signora pan pani dhr. mevr. mw. "
    "bürgermeister bürgermeisterin ministerin kanzler kanzlerin sprecher sprecherin professorin md doktor burmistrz prezydent "
    "directora director alcalde alcaldesa ministro ministra maire ministre l’architecte architecte mayoress saint st. st".split()
)

ROLES = frozenset(
    "accountant actor actress adviser advisor agent agronomist analyst architect artist assistant associate astronomer attorney author "
    "auctioneer baker banker biologist builder buyer ceo cfo cto coo cmo chair chairman chairperson chairwoman champion chef "
    "chemist clerk climatologist clinician co-author co-founder cofounder coach columnist comedian commander commissioner "
    "composer conductor consultant coordinator counsel counselor critic curator dean dermatologist designer developer "
    "dietician dietitian diplomat director doctor driver ecologist economist editor educator engineer entrepreneur "
    "executive expert farmer filmmaker firefighter fisherman founder gardener geologist governor guide head historian host "
    "inspector instructor investigator investor journalist judge keeper landlord lawmaker lawyer leader lecturer librarian "
    "maire manager mathematician mayor mechanic meteorologist minister mechanic musician neighbor neighbour neurologist nurse "
    "nutritionist officer official operator organizer organiser owner painter partner pastor pediatrician photographer physicist "
    "physician physiotherapist pilot planner player poet policeman premier president pressman principal producer professor "
    "programmer psychiatrist psychologist publisher rector registrar reporter representative researcher resident sailor "
    "scholar scientist secretary senator sergeant shopkeeper singer sister skipper sociologist soldier solicitor specialist "
    "spokesman spokesperson spokeswoman strategist student superintendent supervisor surgeon teacher technician therapist "
    "trader trainer treasurer trustee tutor veteran vice-president veterinarian vice-chancellor volunteer vp worker writer "
    "mp mep msp mla svp evp senior lead global regional deputy former acting interim".split()
)

PLACES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas "
    "kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma "
    "oregon pennsylvania tennessee texas utah vermont wisconsin wyoming england scotland wales ireland france germany italy spain "
    "poland ukraine russia israel gaza iran iraq china japan india canada australia brazil mexico turkey europe africa asia".split()
)
"""States and countries after which a post is often named, right before its holder."""

PARTICLES = frozenset(
    "de da do dos das del della di la le van von der den ter ten zu zur af av el al bin ibn ben abu y e du des dela st. of".split()
)
NAME_PARTICLES = frozenset(
    "de da do dos das del della di la le van von der den ter ten zu af av el al bin ibn ben y du des".split()
)

ORGANISATIONS = frozenset(
    "academy administration agency airlines airport alliance army association authority bank board brewery bureau cabinet center centers "
    "centre chamber charity church club co coalition college commission committee company congress consortium corp corporation "
    "council court department division embassy enterprises federation foundation fund gmbh group herald holdings hospital house inc "
    "industries initiative inspectorate institute institution journal lab laboratories laboratory league library limited llc ltd magazine media "
    "medicine ministry moving movers museum news network office organisation organization parliament partners partnership police post press "
    "program programme research review school schools senate service services society solutions state systems team times trust "
    "union united university watch".split()
)

ORGANISATIONS_ELSEWHERE = frozenset(
    "amt behörde bundesamt bundesministerium bundesregierung fraktion gericht gerichtshof gesellschaft gewerkschaft hochschule "
    "institut kirche kommission ministerium partei rat rundfunk stadtwerke stiftung universität verband verein verlag zeitung "
    "agence association assemblée autorité banque conseil commission comité fédération fondation gouvernement ministère mairie "
    "parti préfecture société syndicat tribunal université agencia asociación ayuntamiento banco comisión confederación consejo "
    "federación fundación gobierno junta ministerio partido sindicato universidad agenzia associazione banca comune consiglio "
    "federazione fondazione governo istituto ministero partito sindacato università associação câmara comissão conselho federação "
    "fundação governo instituto ministério partido prefeitura universidade bedrijf gemeente ministerie stichting universiteit "
    "vereniging fundacja instytut ministerstwo stowarzyszenie uniwersytet urząd".split()
)
"""The same in other languages, for runs of at least two words."""

ROLE_STEMS_DE = tuple(
    "aktivist analyst anwalt anwält architekt arzt ärzt assistent autor beamt beauftragt berater "
    "bischof bischöf biologe biolog bürgermeister chef chemiker chemikerin designer direktor dozent "
    "experte expert fahrer forscher fotograf fraktionsvorsitzend führer generalsekretär "
    "geschäftsführer gründer händler historiker ingenieur intendant journalist jurist jährig kanzler "
    "kapitän kollege kolleg kommissar künstler lehrer leiter manager meister minister mitarbeiter "
    "moderator musiker ökonom pastor philosoph physiker politiker polizist präsident priester "
    "produzent professor psycholog psychologe pfarrer redakteur regisseur rektor richter sänger "
    "schauspieler schriftsteller sekretär senator soziologe soziolog spieler sportler sprecher "
    "staatsanwalt student trainer unternehmer veranstalter verteidiger vertreter virologe virolog "
    "vorsitzend vorstand vorständ wirt wissenschaftler zeuge bewohner bauer bäuer gast kunde besucher "
    "teilnehmer nachbar herr frau".split()
)
"""How German words for people end, without ``ROLE_ENDINGS_DE``."""

ROLE_ENDINGS_DE = ("", "innen", "in", "en", "er", "es", "s", "n", "e", "r")
"""Endings of gender, number and case."""

ARTICLES_DE = (
    "der|die|das|den|dem|des|ein|eine|einer|eines|einem|einen|kein|keine|keiner|keinen|keinem|mein|meine|dein|sein|seine|"
    "seiner|seinen|seinem|ihr|ihre|ihrer|ihren|ihrem|unser|unsere|unserer|unseren|unserem|dieser|diese|dieses|diesen|diesem|"
    "jeder|jede|jedes|jeden|jedem|viele|vielen|alle|allen|mehr|zwei|drei|vier|fünf|im|am|zum|zur|beim|vom|ins|ans|welche|welcher"
)
"""What stands before German nouns and not before names, as a pattern."""

LEADING = {
    "de": frozenset(
        "nach angaben laut doch dann diese dieser dieses dort hier aus um mit beim am im zu zum zur seit vor bei schon dabei damit "
        "daher deshalb denn weil wenn wer was wie wo warum so auch nun nur jetzt heute gestern dazu davon darin darauf zudem "
        "außerdem weiter weiterhin allerdings jedoch grundsätzlich insgesamt schließlich zunächst später einige einiger viele alle andere beide "
        "sein seine ihr ihre unser unsere mein meine kein keine man wir ich er sie es "
        "neben trotz gegenüber wegen dank außer statt ohne unter über zwischen während gegen hinter mehr anders".split()
    ),
    "fr": frozenset(
        "selon pour d’après monsieur madame chez mais puis ainsi si quand comme".split()
    ),
    "es": frozenset(
        "asimismo igualmente luego después finalmente posteriormente según para señor señora pero cuando como así además también".split()
    ),
    "it": frozenset("secondo per signor signora ma quando come così inoltre anche".split()),
    "pt": frozenset("segundo para conforme senhor senhora mas quando como assim também".split()),
    "nl": frozenset("volgens aldus meneer mevrouw maar toen zoals ook".split()),
    "pl": frozenset("według zdaniem jak ale gdy także również".split()),
    "ru": frozenset("по словам мнению согласно как но когда также".split()),
}
"""Further words that open a phrase with a capital and are no part of a name, by language."""

KIN = {
    "en": "mother mom mum mommy mummy mama father dad daddy papa grandmother grandma granny gran grandfather grandpa granddad",
    "fr": "maman papa mamie papi mémé pépé mon ma mes ton ta tes notre nos votre vos leur leurs",
    "de": "mutter mutti mama vater vati papa großmutter großvater oma opa",
    "es": "mamá papá mi mis tu tus nuestro nuestra nuestros nuestras",
    "it": "mamma papà babbo mio mia miei mie tuo tua nostro nostra nostri nostre",
    "pt": "mamãe papai mãe pai vovó vovô meu minha meus minhas nosso nossa nossos nossas",
    "nl": "moeder vader mama papa oma opa mijn onze ons jouw",
    "pl": "mama tata ojciec matka babcia dziadek mój moja moi moje nasz nasza nasi nasze",
    "cs": "maminka máma tatínek táta otec matka babička děda dědeček můj moje má náš naše naši",
    "sk": "mama otec mamka ocko babka dedko môj moja moji náš naša naši",
    "ru": "мама папа отец мать бабушка дедушка дед мой моя мои наш наша наши",
    "uk": "мама тато батько мати бабуся дідусь дід мій моя мої наш наша наші",
    "hr": "mama tata otac majka baka djed moj moja moji naš naša naši",
    "sr": "mama tata otac majka baka deda moj moja moji naš naša naši мама тата отац мајка бака деда мој моја наш наша",
    "ro": "mama tata bunica bunicul",
    "sv": "mamma pappa mor far mormor morfar farmor farfar min mitt mina vår vårt våra",
    "da": "mor far mormor morfar farmor farfar bedstemor bedstefar min mit mine vores",
    "no": "mamma pappa mor far mormor morfar farmor farfar bestemor bestefar min mitt mine vår våre",
    "fi": "äiti isä mummo mummi pappa ukki vaari äitini isäni mummoni isoäitini isoisäni vaarini vaimoni mieheni",
    "hu": "anya apa anyám apám nagymama nagypapa nagyanyám nagyapám férjem feleségem",
    "tr": "annem babam dedem ninem anneannem babaannem ablam abim eşim",
}
"""Words for one's own, which are nobody's name where a sentence opens with them alone: relatives
(``Mother always said``), and whose somebody is (``Mon maître disait``), by language."""
BARE = frozenset("pl cs sk ru uk be sl hr sr bs lt lv et fi tr az".split())
"""Languages without articles, in which any noun may open a sentence (``Лесник сказал``)."""

NOT_NAMES = frozenset(
    "a an the this that these those he she they it we you i his her their its our my your who what when where why how if as and but or nor so "
    "yet for in on at by to from of with without after before during since until while although though because however therefore "
    "moreover meanwhile also then there here one two three four five six seven eight nine ten first second third last next another other others "
    "many most some all both each every any few several such no not yes now today yesterday tomorrow monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december according asked "
    "according despite instead even still just only once like unlike about over under between among through according per via plus maybe perhaps "
    "let don’t don't can could would will shall should may might must do does did is are was were be been has have had "
    "said says again indeed finally additionally furthermore overall ultimately image photo source read more click related "
    "myth fact tip step q a note see figure table chapter section page part english french german spanish american british european "
    "these make get use try start keep take think add look want need whether either neither together enter meet introducing example examples sample samples prompt query".split()
)
"""Capitalised at the start of a sentence, and no name there."""

PRONOUNS = {
    word: gender
    for gender, words in {
        "m": "he him his er il han él lui ele hij on он 他 彼",
        "f": "she her sie elle hon hun ella lei ela zij ze ona она 她 彼女",
        "p": "they ils elles",
        "o": "it",
        "s": "we i",
    }.items()
    for word in words.split()
}
"""Pronoun to gender: m, f, p (plural), o (thing), s (speaker themselves)."""

TEXTS_OF = frozenset(
    "report study survey statement letter website site release paper complaint document lawsuit suit guidelines guide "
    "article announcement review analysis statement email e-mail memo memorandum press post account page brochure filing".split()
)
"""Writings that an organisation or person speaks through."""

DESCRIPTORS = frozenset(
    "source tester spokesman spokesperson spokeswoman resident neighbor neighbour official researcher researchers author authors "
    "worker employee customer user reviewer reader client patient student parent witness driver owner conductor company agency "
    "group organisation organization department government council team firm brand school university ministry minister "
    "mayor police report study survey website statement judge court doctor expert experts analyst scientist scientists".split()
)

CASE_ENDINGS = {
    "pl": frozenset(("", *"a y i e ę ą o u em owi ie ii iej ej ego iego emu iemu im ym".split())),
    "ru": frozenset(("", *"а я ы и у ю е о ой ей ого его ому ему ым им ью ом ем ии".split())),
}
"""Endings by which the cases of a name differ, in languages that decline names; from their
school grammars."""
ORGANISATION_ENDINGS_DE = tuple(
    "amt ministerium verband behörde gericht kommission gesellschaft verein institut universität "
    "hochschule stiftung gewerkschaft zentrum".split()
)
"""How German compounds for organisations end."""

ROLES_CJK = (
    "市长|市長|副市长|镇长|村长|省长|主席|总统|總統|总理|總理|部长|部長|局长|局長|处长|主任|校长|校長|院长|院長|教授|"
    "博士|医生|醫生|律师|律師|记者|記者|经理|總經理|总经理|董事长|董事長|发言人|發言人|专家|專家|研究员|負責人|负责人|居民|市民|"
    "编剧|導演|导演|演员|演員|扮演者|教练|教練|队员|隊員|老师|老師|教师|教師|书记|書記|工程师|工程師|护士|護士|司机|司機|干部|幹部|"
    "作者|作家|学者|創始人|创始人|总裁|總裁|董事|院士|将军|將軍|法官|检察官|"
    "知事|町長|村長|社長|会長|首相|大臣|所長|代表|選手|監督|議員"
)
"""Chinese roles before a name and Japanese ones behind it, as a pattern; the commonest of
newspapers."""
UNNAMED_CJK = (
    "居民|市民|村民|记者|記者|专家|專家|负责人|負責人|发言人|發言人|官员|官員|学生|學生|家长|家長|目击者|目擊者|网友|網友|"
    "住民|関係者|担当者|専門家|男性|女性|広報|学者|業者|店主|客|"
    "他|她|它|我|你|您|自己|大家|有人|对方|對方|人们|人們|彼|彼女|私|僕|俺|自分|我々"
)
"""Words for people at the end of a mention that names nobody, as a pattern."""
SOME_CJK = "它|这些|那些|這些|其中|这|那|一位|一名|一个|一個|某|有位|有人|多位|几位|幾位|不少|许多|許多|有关|有關|多名|几名|幾名|ある"
"""How a mention of somebody without a name begins in Chinese or Japanese, as a pattern."""
SURNAMES_ZH = (
    "欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓"
    "冯馮邓鄧曹彭曾肖蕭田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范廖贾賈夏韦韋付方白邹鄒孟熊秦邱"
    "江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯]"
)
"""The commonest Chinese surnames, as a pattern (Ministry of Public Security, name report 2021)."""
FEMALE_CJK = frozenset("丽麗娟芳婷娜妮娇嬌媛淑霞妍姗姍莎婉嫣倩莉燕琴子美恵香奈代江菜")
MALE_CJK = frozenset("刚剛军軍强強伟偉勇彪雄虎郎夫男太介助彦")
"""Characters that end given names of one gender, in China or Japan; few take the other."""
CIRCUMSTANCES_ZH = "在|对|對|向|于|於|日前|近日|昨日|今天|昨天|当天|當天|也|还|還|则|則|曾|这样|這樣|进一步|随后|接受"
"""Words that end the mention of a source before its verb in Chinese, as a pattern."""
