"""Words in and around the names of people and organisations.

Honorifics and credentials follow the lists of the Chicago Manual of Style (10.15 and following)
and Duden's "Titel und Anreden"; particles follow the Library of Congress practice for surnames
with prefixes; given names are the most frequent ones of national statistics of some forty
countries, in the spelling without accents.
"""

from scraper.parsers.rules.conjunctions import CLEAR, SOFT

FACULTIES = frozenset("med jur iur phil rer nat oec theol vet dent pol soc paed habil hab".split())
"""What a German doctor is one of, behind the title: "Dr. rer. nat."."""

HONORIFICS = FACULTIES | frozenset(
    "dr dra dres mr mrs ms mx miss prof profa professor professorin sir dame lord lady rev revd "
    "reverend fr father sister brother rabbi imam pastor bishop hon judge justice senator sen rep "
    "gov mag mgr msgr canon ven ing dipl-ing univ-prof em priv-doz pd dr.-ing dr-ing h.c doc docent drs ir mme mlle "
    "herr frau sr sra srta don dona señor señora señorita sig sigra dott dottssa avv onorevole "
    "pan pani inż lic mgr dhr mevr hr fru sayin capt captain col colonel lt maj gen general "
    "sgt maître me d-r mudr judr phdr rndr paeddr thdr mvdr bc dipl ד\"ר ד״ר פרופ' פרופ׳ "
    "د أ أ.د ا.د دكتور دكتورة الدكتور الدكتورة أستاذ الأستاذ الأستاذة دکتر "
    "ڈاکٹر پروفیسر डॉ डा प्रो श्री श्रीमती ড ডা অধ্যাপক ดร".split()
)
"""Titles in front of a name, without full stops, in lower case."""

CREDENTIALS = frozenset(
    "phd md do dds dmd jd llb llm ma ms msc ba bs bsc mba mph mpa mpp mfa med edd psyd rn rd rdn "
    "ldn np pa fnp dnp aprn bsn msn cpa cfa cfp cepf cissp cpp psp cscs rds dvm vmd dacvb lvt fand "
    "facp faafp facs facog foma dabom facc frcp frs obe mbe cbe esq lcsw lmft lmhc lpc pharmd dpt "
    "pt ot cns cdces cde rdn ldn facoep mscp lac nd dc e-ryt ryt pmp mbbs mrcp frcs dphil meng beng "
    "mp mep msp mla mdb mdl "
    "msw bed llm ll.m ph.d m.d j.d b.a m.a m.sc b.sc d.o d.d.s ma cphil habil".split()
)
"""Degrees and memberships behind a name, without full stops, in lower case."""

SUFFIXES = frozenset("jr sr ii iii iv v júnior filho neto".split())
"""Generation marks that belong to a name."""

PARTICLES = frozenset(
    "de del della dei degli delle di da do dos das du des d' von vom zu zum zur van der den ten ter "
    "te 't la las le les lo los el al bin binti bint ibn ben abu af av de' y e i und v o mac mc st san "
    "santa ap vander op het in't 'n".split()
)
"""Words inside surnames that are written in lower case."""

JOINERS = "|".join(
    (
        *CLEAR,
        *("in collaboration with", "in association with", "together with", "as told to"),
        *("with", "mit", "avec", "con la colaboración de", "y con", "med"),
    )
)
"""Words that stand only between names, never inside one."""

SOFT_JOINERS = "|".join((*SOFT, *"a in con com met z s".split()))
"""Words between names that also stand inside names: both sides must be full names."""

ROLE_WORDS = frozenset(
    "editor editors editor-in-chief writer writers reporter reporters correspondent contributor contributors "
    "columnist journalist director manager expert founder co-founder cofounder specialist analyst "
    "producer photographer illustrator critic blogger author coach consultant strategist engineer "
    "developer designer researcher professor lecturer fellow teacher educator attorney lawyer "
    "physician dietitian nutritionist veterinarian therapist psychologist pharmacist nurse doctor "
    "president ceo cto cfo coo cmo vp chair chairman head lead chief chef officer executive associate "
    "assistant intern student advisor adviser advocate marketer copywriter freelancer freelance "
    "staff senior junior deputy managing contributing guest representative curator historian "
    "architect gardener winemaker astrologer horticulturalist trainer owner partner principal "
    "reviewer reviewers tester testers spokesperson pressesprecher pressesprecherin "
    "redakteur redakteurin redaktor redaktorin chefredakteur chefredakteurin korrespondent "
    "korrespondentin autor autorin journalistin volontär volontärin leiter leiterin geschäftsführer "
    "geschäftsführerin kolumnist kolumnistin fotograf experte expertin "
    "auteur autrice rédacteur rédactrice journaliste correspondant correspondante chroniqueur "
    "directeur directrice photographe "
    "redactor redactora periodista corresponsal director directora colaborador colaboradora "
    "redattore redattrice giornalista corrispondente direttore direttrice "
    "jornalista repórter redator redatora colunista editora correspondente "
    "redacteur verslaggever correspondente hoofdredacteur journalist "
    "redaktör skribent redaktør journalist toimittaja päätoimittaja redaktor redaktorka dziennikarz "
    "dziennikarka redaktorem novinář novinářka šéfredaktor újságíró szerkesztő muhabir editör yazar "
    "envoyé envoyée envoyés envoyées spécial spéciale spéciaux spéciales inviato inviata enviado enviada "
    "редактор журналист корреспондент журналіст кореспондент обозреватель wartawan penulis "
    "כתב כתבת כתבנו כתבתנו פרשן פרשנית עורך עורכת עיתונאי עיתונאית סופר סופרת מראיין "
    "مراسل مراسلة صحفي صحفية صحافي صحافية كاتب كاتبة محرر محررة إعلامي إعلامية باحث باحثة "
    "chargé chargée seniorforsker pracovník pracovnice pracovníčka munkatárs munkatársa suradnik "
    "suradnica сотрудник сотрудница співробітник співробітниця асистент ассистент ассистентка "
    "araştırmacı araştırmacısı poseł posłanka poslanec poslankyně poslankyňa képviselő képviselője "
    "abgeordneter abgeordnete député députée diputado diputada deputado deputada deputato deputata "
    "riksdagsledamot kansanedustaja folketingsmedlem stortingsrepresentant kamerlid депутат депутатка "
    "βουλευτής milletvekili zastupnik zastupnica poslanka "
    "خبرنگار نویسنده روزنامه‌نگار पत्रकार लेखक लेखिका संपादक संवाददाता δημοσιογράφος αρθρογράφος "
    "συντάκτης συντάκτρια журналістка оглядач оглядачка колумнист колумнистка "
    "dozent dozentin privatdozent privatdozentin forscher forscherin wissenschaftler wissenschaftlerin "
    "referent referentin geschäftsleiterin direktor direktorin professeur professeure enseignant "
    "enseignante chercheur chercheuse doctorant doctorante profesor profesora catedrático catedrática "
    "investigador investigadora docente jefe jefa directrice professore professoressa ricercatore "
    "ricercatrice dottorando dottoranda responsabile professora pesquisador pesquisadora diretor "
    "diretora doutorando doutoranda hoogleraar docent onderzoeker promovendus directeur lektor "
    "universitetslektor forskare forsker doktorand førsteamanuensis adjunkt professori tutkija lehtori "
    "yliopistonlehtori dosentti väitöskirjatutkija johtaja adiunkt kierownik kierowniczka dyrektor "
    "dyrektorka wykładowca wykładowczyni doktorant doktorantka prezes vedoucí ředitel ředitelka profesorka "
    "docentka riaditeľ riaditeľka vedúci vedúca professzor docens kutató igazgató adjunktus tanár "
    "conferențiar cercetător cercetătoare director profesör doçent müdürü başkanı üyesi uzmanı доцент "
    "профессор профессорка преподаватель руководитель руководительница директор директорка заведующий "
    "заведующая научный аспирант аспирантка професор доцентка керівник керівниця викладач викладачка "
    "завідувач завідувачка καθηγητής καθηγήτρια ερευνητής ερευνήτρια διευθυντής διευθύντρια dosen "
    "peneliti direktur kepala محاضر محاضرة أستاذ أستاذة مدير مديرة رئيس رئيسة מרצה חוקר חוקרת פרופסור "
    "פרופסורית מנהל מנהלת راهنما استاد استادیار پژوهشگر".split()
)
"""Words of job titles and credit lines, in lower case."""

HAN_JOBS = tuple(
    "记者 記者 编辑 編輯 教授 研究员 研究員 馆员 館員 主任 院长 院長 校长 校長 评论员 評論員 分析师 分析師 律师 律師 "
    "医生 醫生 院士 作家 学者 學者 秘书长 会长 會長 "
    "讲师 講師 助教 所长 所長 部长 部長 局长 局長 馆长 館長 社长 社長 主编 主編 編集長 主筆 特派員 論説委員 "
    "理事长 理事長 顾问 顧問 センター長 연구원 연구위원 교수 기자 작가".split()
)
"""What job titles end in where no blank parts words."""

OURS = frozenset(
    "our unser unsere unserem unserer unserem notre nos onze ons vår våra vores nuestro nuestra "
    "nuestros nostro nostra nosso nossa nasz nasza náš naše наш наша нашего".split()
)
"""Words by which a paper speaks of its own writer, before a job and a name."""

ORGANIZATION_WORDS = frozenset(
    "team staff news newsroom newsdesk desk editors editorial agency agencies press media group inc "
    "ltd llc gmbh plc corp corporation company co. foundation institute university college school "
    "department center centre office bureau association society council committee ministry "
    "commission network magazine journal times post daily weekly herald tribune gazette online "
    "studio studios agency solutions services systems software technologies technology labs "
    "hospital clinic bank radio tv television channel reports wire newswire service services "
    "blog marketing research project initiative library museum church club verein verband verlag "
    "redaktion redaktionsteam pressestelle pressedienst presseamt agenturen nachrichtenagentur "
    "webteam stiftung bund institut universität hochschule zeitung gesellschaft partei ministerium "
    "fraktion rédaction redaction agence agences équipe institut association fondation université "
    "redacción redaccion agencia agencias equipo fundación instituto universidad prensa "
    "redazione agenzia agenzie fondazione istituto università stampa redação agência equipe "
    "redactie persbureau stichting vereniging universiteit redaktionen redaktionens nyheter "
    "nyhetsbyrån toimitus uutiset redakcja agencja zespół redakce tisková agentura szerkesztőség "
    "haber ajansı merkezi редакция агентство служба редакція пресс-служба redaksi "
    "编辑部 新华社 記者会 editorialteam community guide guides store shop travel properties realty "
    "health healthcare dentistry dental insurance resources centers centres clinics hospitals schools "
    "universities colleges libraries museums churches associations "
    "partners consulting enterprises holdings academy hub collective alliance coalition "
    "chronicle observer advocate recorder independent examiner inquirer enquirer sentinel dispatch "
    "insider argus telegraph bulletin spectator intelligencer kurier anzeiger tagblatt tageblatt "
    "volksblatt rundschau diario heraldo noticias courier industries pharmaceuticals therapeutics instruments airlines "
    "polizei feuerwehr polizeiinspektion polizeidirektion polizeipräsidium bundespolizeiinspektion bundespolizeidirektion "
    "staatsanwaltschaft hauptzollamt".split()
)
"""Words of organisations, desks and agencies, in lower case."""

INSTITUTIONS = frozenset(
    "museo museu musée muzeum muzeul müzesi múzeum музей biblioteca bibliothek bibliothèque bibliotheek "
    "bibliotek biblioteka biblioteket knihovna könyvtár kirjasto библиотека бібліотека teatro théâtre "
    "theater teatr teatern divadlo teatrul színház театр ayuntamiento municipio município comune mairie "
    "gemeinde gemeente kommune kommun kunta obec gmina primăria belediyesi администрация "
    "stadt stadtwerke rathaus landratsamt miasto město waterschap urząd úřad "
    "ministerio ministero ministère ministerie ministerium ministerstwo ministerstvo министерство "
    "міністерство école escuela escola scuola schule grundschule szkoła škola školka школа "
    "klinikum krankenhaus hôpital ospedale szpital nemocnice больница kulturhuset kulturhaus kirchengemeinde "
    "pfarrei paroisse parrocchia parafia galerie galería galleria galeria галерея hotel hôtel gasthaus "
    "asociación associação associazione stowarzyszenie towarzystwo sdružení spolek fundacja nadace nadácia "
    "fundação fundacja egyesület общество товариство ośrodek domaine château maison casa "
    "inštitut institutas instituut institutet institutt instituttet institutul instytut institute ústav институт інститут "
    "ινστιτούτο viện laboratoire laboratorio laboratório laboratorium лаборатория лабораторія "
    "universidade universitatea univerzita univerzitet sveučilište uniwersytet universitet "
    "universitetet yliopisto ülikool university університет университет πανεπιστήμιο "
    "معهد جامعة مركز مؤسسة كلية وزارة دانشگاه پژوهشگاه المعهد الجامعة المركز המכון אוניברסיטת המרכז".split()
)
"""Words that open the names of towns' houses and offices, and of associations, in lower case."""

INSTITUTION_ENDS = (
    *("instituutti", "yliopisto", "intézet", "intézete", "egyetem", "enstitüsü", "üniversitesi"),
    *("universitetas", "institutas", "universitāte", "institūts", "akadeemia", "ülikool"),
    *("研究所", "研究院", "研究センター", "大学", "大學", "学院", "學院", "연구소", "대학교"),
)
"""What the last word of such names ends in, where a language puts it last."""

AGENCIES = frozenset(
    "dpa afp ap apa reuters sda ats ansa efe pti ani ians cp aap dapd kna epd sid upi tass xinhua "
    "kyodo jiji belga anp ntb tt ritzau stt pap čtk mti bta lusa ots pr bbc cnn npr ndr wdr swr mdr "
    "orf srf zdf ard iwb red redaktion bloomberg".split()
)
"""Short names of news agencies and broadcasters as they sign."""

AGENCIES_ALONE = AGENCIES | frozenset(
    "tasr agerpres hina tanjug fena beta unian ukrinform yonhap antara bernama vna aa dha iha tna ria "
    "interfax рбк тасс риа унн уніан укрінформ бта αμπε telam notimex adnkronos agi dire anadolu".split()
)
"""Those that are words or names otherwise, and sign only where they fill the line."""

NOT_NAMES = frozenset(
    "the this that these those a an of for from by to in on at with your our their his her its my "
    "how what why when where who which is are was were be been will can should about all more most "
    "new best top read share follow subscribe sign log login menu home search contact posted "
    "published publisher updated written without zvg comments comment reply views min mins minute minutes read "
    "time date thứ "
    "today yesterday photo photos image images video credit source sources category categories tags "
    "tag topics related next previous back print email facebook twitter instagram linkedin "
    "pinterest youtube whatsapp newsletter podcast privacy policy terms cookie cookies advertisement "
    "advertising sponsored guest post article articles story blog page section january february "
    "march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday anonymous unknown admin administrator user author authors "
    "profile view full bio biography meet jetzt und oder der die das ein eine uhr veröffentlicht "
    "aktualisiert lesezeit minuten kommentare kommentar mehr lesen teilen drucken artikel bild foto "
    "quelle januar februar märz mai juni juli oktober dezember publié mis jour lire partager "
    "imprimer commentaires janvier février mars avril juin juillet août septembre octobre novembre "
    "décembre publicado actualizado compartir leer enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre publicato aggiornato condividi leggi gennaio febbraio "
    "aprile maggio giugno luglio settembre ottobre dicembre gepubliceerd bijgewerkt delen lees "
    "not no yes here click learn get see also by: save listen watch copy link hours ago day days "
    "week weeks month months year years edited reviewed medically checked fact verified expert "
    "undefined null none nobody publiziert verfasst geschrieben erstellt eintrag beitrag verfasser "
    "creative commons license licence lizenz licensed copyright rights reserved credit licencia "
    "redirect toggle website impressum datenschutz kontakt anmelden abmelden registrieren über uns "
    "last first updated: price prices rating review reviews guide tips ideas shares share: skip "
    "content disqus human stand head extra rezept interview datum recipe listen website inhalt "
    "follow folgen login autor autoren autorin author's zur zum zu als bei für im von vom aus nach auf "
    "main navigation close open view all-posts posts register account cart checkout "
    "size resize larger smaller montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes "
    "lunedì martedì mercoledì giovedì venerdì hakkında "
    "עוד כל כתבות המאמרים المزيد جميع مقالات المقالات بیشتر همه مطالب".split()
)
"""Words that the text around a byline has and names do not."""

NAMELESS = frozenset("anonymous anonymus anonym anonyme anónimo anônimo anonimo".split())
"""Words with which somebody signs who keeps the name back."""

PLACEHOLDERS = frozenset(
    "webmaster webadmin sysadmin superuser moderator gast gastautor gastautorin gastautoren "
    "gastbeitrag redaktionsadmin administratorin invité invitée invités administrateur "
    "administratrice modérateur invitado invitada administrador administradora moderador ospite "
    "ospiti amministratore amministratrice moderatore convidado convidada convidados gastauteur "
    "gastblogger gastschrijver beheerder gästskribent gästbloggare gäst administratör gjesteskribent "
    "gjesteblogger gjest gæsteskribent gæst ylläpitäjä ylläpito vierailija vieraskynä gość gościnny "
    "gościnna hosté správce webu vendég vendégszerző adminisztrátor rendszergazda oaspete invitat "
    "gost gostujući gost-autor konuk misafir yönetici kontributor kontributoren tamu "
    "администратор админ гость гостевой модератор адміністратор адмін гість админин администрация "
    "επισκέπτης διαχειριστής φιλοξενούμενος διαχειριστης مدير المدير المشرف مشرف ضيف زائر مدیر سایت "
    "کاربر مهمان ادمین אורח מנהל האתר מערכת ผู้ดูแลระบบ แอดมิน ผู้เยี่ยมชม "
    "व्यवस्थापक एडमिन अतिथि "
    "redaktor redaktorka redaktör redaktør redacteur rédacteur redattore redactor redaktur editör "
    "szerkesztő toimittaja редактор редакторът συντάκτης "
    "host hosť vieras külaline svečias viesis besucher bezoeker visiteur visitante visitatore ziyaretçi "
    "tetamu гост khách quản trị viên অতিথি ایڈمن ადმინი".split()
)
"""Words for a guest, an administrator, an editor: accounts under which systems publish for others."""

HAN_PLACEHOLDERS = frozenset(
    "管理员 管理員 管理者 管理人 游客 访客 訪客 匿名 匿名者 名無し ゲスト 관리자 운영자 손님 익명 게스트 방문자".split()
)
"""The same in scripts without blanks."""

PLATFORMS = frozenset(
    "google|google news|google plus|bing|yahoo|duckduckgo|baidu|yandex|facebook|twitter|x com|"
    "instagram|youtube|youtube com|linkedin|pinterest|tiktok|telegram|whatsapp|reddit|tumblr|medium|"
    "substack|wordpress|wordpress com|wordpress org|blogger|blogspot|wix|wix com|squarespace|weebly|"
    "shopify|joomla|drupal|typo3|github|gitlab|vimeo|flickr|disqus|getty images|gettyimages|"
    "shutterstock|istock|istockphoto|adobe stock|unsplash|pixabay|pexels|depositphotos|alamy|"
    "fotolia|wikimedia commons|wikipedia|bluesky|mastodon|threads|discord".split("|")
)
"""Search engines, networks, systems that run sites and picture agencies, folded: they sign nothing
on other sites than their own, though data and links next to headlines name them."""

SECTIONS = frozenset(
    "nyheter nyheder sport kultur ekonomi økonomi debatt debat opinion ledare leder krönika nöje "
    "livsstil politik politikk resor rejser mat musik film teknik blogg allmänt lokalt utrikes "
    "inrikes opinions politics culture business sports world news meinung wirtschaft wissen "
    "gesellschaft politique société économie monde política cultura economía economia deportes "
    "sociedad sociedade opinión opinião desporto esportes società cronaca politica politiek "
    "economie cultuur mening opinie polityka gospodarka politika ekonomika kultura kultúra "
    "politiikka talous kulttuuri urheilu политика экономика культура общество спорт мнение "
    "політика економіка суспільство siyaset ekonomi kültür spor olahraga politik bisnis".split()
)
"""What papers call their sections, in lower case."""

TOWNS_BEGIN = frozenset("bad fort port las los new novi nowy nowa nowe nueva sankt".split())
"""Words that open names of towns and no person's."""

CITIES = frozenset(
    "new york|los angeles|san francisco|las vegas|new delhi|hong kong|kuala lumpur|tel aviv|cape town|"
    "nova scotia|nova gorica|nova zagora|nova iorque|nova lima|mexico city|ciudad de mexico|buenos aires|sao paulo|rio de janeiro|belo horizonte|porto alegre|"
    "sao luis|buenos aires|la habana|la paz|santo domingo|san salvador|san jose|santa fe|"
    "saint petersburg|st petersburg|nizhny novgorod|el salvador|costa rica|puerto rico|"
    "den haag|the hague|frankfurt main|frankfurt am main|bad homburg|el cairo|abu dhabi|"
    "addis abeba|addis ababa|dar es salaam|ho chi minh city|phnom penh|quezon city|sri lanka|"
    "new zealand|south africa|saudi arabia|united kingdom|united states|washington dc|new orleans|"
    "salt lake city|kansas city|st louis|san diego|san antonio|baton rouge|palma de mallorca|"
    "las palmas|reggio emilia|la spezia|zielona gora|gorzow wielkopolski|ceske budejovice|"
    "hradec kralove|usti nad labem|banska bystrica|novi sad|stara zagora|veliko tarnovo|"
    "кривий ріг|біла церква|нижний новгород|велико търново".split("|")
)
"""Cities and countries of several words that look like a name, folded: papers print them beside
the byline."""

VIETNAMESE_SURNAMES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương nguyen".split()
)
"""Families of nine in ten Vietnamese."""

HAN_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖"
    "田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊"
    "秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚邵万萬钱錢严嚴覃武戴莫孔向汤湯温康施文牛樊葛邢安齐齊易乔"
    "伍庞颜顏倪庄聂章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂"
    "成苗谷盛曲翁冉骆路游游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶牟艾尤阳時穆农司卓古吉缪简簡车項项连芦麦褚娄"
)
"""First characters of Chinese names: the surnames that more than nine in ten bear."""

JAPANESE_SURNAMES = tuple(
    "佐藤 鈴木 高橋 田中 渡辺 渡邊 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤 清水 山崎 池田 橋本 "
    "阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 "
    "中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 "
    "今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 藤本 平野 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 "
    "市川 菊地 杉本 古川 大西 島田 水野 桜井 高野 吉川 山内 西田 飯田 菊池 西川 小松 北村 安田 五十嵐 川口 平田 中田 久保田 服部 "
    "川崎 岩田 土屋 本田 樋口".split()
)
"""Openings of Japanese names: the most frequent surnames of two and more characters."""

JAPANESE_NAME_ENDS = frozenset(
    "介佑作佳健光克児助勇博司吾咲哉哲啓喜士夫太奈央子孝宏宗寛将尚希平幸康弘彦彩徳志恭恵悟悠慎憲昌昭晃晋智朗枝梓梨樹武沙洋浩涼"
    "淳潤也真瞳矢祐祥秀穂純紗綾美義翔聡臣花茂茜葵衣裕誠諒貴賢輔輝遥遼郎絵香馨駿麻麿龍之乃代仁亮伸一二三斗"
)
"""Last characters of given names of Japan."""

ASIAN_LABELS = tuple(
    "登录 登入 注册 註冊 登録 ログイン 会員 會員 讨论 討論 编辑 編輯 編集 锁定 阅读 閱讀 评论 "
    "評論 分享 收藏 举报 更多 首页 首頁 返回 搜索 搜尋 检索 検索 下载 下載 订阅 訂閱 购读 "
    "購読 关注 關注 点击 點擊 推荐 推薦 专题 專題 频道 记事 記事 一覧 続き 共有 印刷 打印 "
    "保存 無料 有料 新着 速報 人気 関連 設定 设置 時間 时间 来源 來源 发布 發布 公開 更新 "
    "浏览 瀏覽 热门 熱門 排行 版权 로그인 회원 구독 댓글 검색 더보기 기사 뉴스 인쇄 저장 "
    "메뉴 입력 文化 新闻 新聞 体育 體育 图片 圖片 财经 財經 娱乐 娛樂 国际 國際 国内 國內 社会 社會 "
    "時事 时事 県 紹介 介绍 介紹 简介 簡介 略歴 経歴 소개 약력 "
    "教育 健康 科技 视频 視頻 本报 本報 本刊 本站 本网 本網 关于 關於 联系 聯繫 我们 我們 作者 日报 日報".split()
)
"""Words of buttons, menus and lines around the text, one of which no name holds."""

HANGUL_SURNAMES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모"
"""First syllables of Korean names: the surnames that nearly all bear."""

GIVEN_NAMES_BEHIND = frozenset(
    "katalin zoltán lászló istván józsef jános gábor péter andrás attila tamás ferenc györgy balázs "
    "dániel gergely bence ádám máté márton miklós sándor imre lajos béla károly csaba zsolt szabolcs "
    "eszter ágnes judit éva erzsébet ildikó zsuzsa zsuzsanna anikó orsolya réka nóra dóra boglárka "
    "edit tímea enikő emese csilla krisztina krisztián szilvia beáta mónika bernadett barnabás kinga "
    "dorottya lilla zsombor levente botond áron ákos róbert viktória fruzsina edina gyula kálmán dezső "
    "ernő jenő ödön árpád endre mihály mátyás benedek domonkos dénes győző kornél gergő zsófia "
    "júlia mária hương thảo trang tuấn dũng hùng thủy phương hạnh".split()
)
"""Given names of peoples who put them last, in the spelling with accents that no other word has."""

MORE_GIVEN_NAMES = frozenset(
    "will geoff jen steph grace mercedes luiz kees lukasz małgorzata ioana georgi dimitar can "
    "alexey dmitry ibtisam rahul rajesh anil sunil vijay suresh sunita kavita aditi ankit "
    "vikram manoj prashant ming jing hong xin mei chen hiroshi takashi haruki satoshi takeshi "
    "min-jun ji-hoon hyun eun seung budi sri putri nguyen μαρία γιώργος νίκος δημήτρης ελένη "
    "κώστας γιάννης κατερίνα σοφία παναγιώτης βασίλης αναστασία юлія георги димитър петър דנה "
    "יוסי משה אברהם דוד שרה רחל נועה יעל אורי أحمد محمد محمود علي سارة فاطمة خالد يوسف عمر حسن "
    "مريم ليلى إبراهيم राहुल अमित प्रिया अनिल सुनील नेहा संजय สมชาย สมศักดิ์ วิชัย kossivi "
    "thabo sipho zanele".split()
)
"""Frequent given names that the table of ``given_names`` lacks, in lower case."""
