"""Reporting verbs and phrases in fifteen languages, and words that announce something else.

Sources: verbs of the frames Statement, Communication_manner and Judgment_communication of
FrameNet 1.7 (English); for the other languages the verbs that the style pages of their larger
news agencies recommend, in the forms of the third person (present, past, perfect participle) that
stand beside a quotation. Nouns of works follow schema.org CreativeWork and its subtypes.
"""

_REGULAR = (
    "accept acknowledge add admit advise affirm agree announce answer argue ask assert assure bark boast "
    "caution chuckle claim clarify comment complain conclude concur concede confess confide confirm "
    "contend continue counter cry declare decry describe detail disclose echo elaborate emphasize "
    "emphasise enthuse exclaim explain express guess gush highlight hint inform inquire insist instruct "
    "interject joke lament maintain mention mumble murmur mutter muse note object observe offer opine "
    "outline plead pledge point pray predict proclaim promise propose protest quip recall recommend "
    "recount reflect reiterate remark remember remind reply report request respond reveal sigh shout "
    "signal snap specify state stress suggest summarize summarise surmise theorize tease testify "
    "urge venture volunteer vow warn whisper wonder yell demand assess post tweet caption concur joke "
    "reason retort rejoin remonstrate rule find credit praise label term dub call refute criticise criticize "
    "share beg begin start stipulate require define discuss believe hope feel encourage lament joke opine marvel"
).split()
_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote writing written",
    "read": "read reads reading",
    "put": "put puts putting",
    "think": "think thinks thought thinking",
    "go": "goes",
    "hold": "holds held",
    "feel": "feels felt",
    "speak": "speaks spoke",
    "begin": "begins began begun",
    "find": "finds found",
    "swear": "swears swore",
    "cry": "cries cried crying",
    "reply": "replies replied replying",
    "testify": "testifies testified testifying",
    "clarify": "clarifies clarified clarifying",
    "specify": "specifies specified specifying",
    "decry": "decries decried",
    "beg": "begs begged",
    "quip": "quips quipped",
    "snap": "snaps snapped",
    "admit": "admits admitted admitting",
    "dub": "dubs dubbed",
    "quote": "quoted",
    "sum": "sums summed summing",
}
_DOUBTFUL = frozenset(
    "find think go hold call label term dub point start credit begin rule read share".split()
)
"""English verbs that stand beside a quotation as often for another reason."""


def _inflect(verb: str) -> list[str]:
    """Return the forms of a regular English verb."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    stem = verb.removesuffix("e")
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return [verb, third, f"{stem}ed", f"{stem}ing"]


ENGLISH = tuple(
    sorted(
        {form for verb in (*_REGULAR, *_IRREGULAR) for form in _inflect(verb)},
        key=len,
        reverse=True,
    )
)
BARE_ENGLISH = frozenset((*_REGULAR, *_IRREGULAR)) - {"put", "read"}
"""Forms that need a plural subject or "I": else they are nouns (the *report* stated)."""
BE = frozenset("is are was were be been being isn’t wasn’t gets got".split())
STRONG_ENGLISH = frozenset(
    form
    for verb in (*_REGULAR, *_IRREGULAR)
    if verb not in _DOUBTFUL
    for form in _inflect(verb)
    if form not in ("point", "points", "pointed", "thought")
)
PAST_ENGLISH = frozenset(
    form
    for form in ENGLISH
    if form.endswith("ed") or form in "said told wrote spoke swore began".split()
)


def _german(stems: str) -> str:
    """Return the forms of weak German verbs that stand beside a quotation, from their stems."""
    forms: list[str] = []
    for stem in stems.split():
        link = "e" if stem.endswith(("t", "d", "tm", "gn", "chn", "ffn")) else ""
        forms += [f"{stem}{link}t", f"{stem}{link}te", f"{stem}{link}ten", f"{stem}en"]
    return " ".join(forms)


def _japanese(stems: str, nouns: str) -> str:
    """Return patterns of Japanese verbs of saying.

    Stems stand with their past, lasting and polite endings, or bare where the sentence goes on
    behind a comma; nouns with those of *suru*, or without any, as at the end of a newspaper's
    sentence.
    """
    ending = "(?:(?:まし)?た|て(?:い(?:る|た|ます|ました))?|ます|(?=[、，,]))"
    verbs = [stem + ending for stem in stems.split()]
    return " ".join([*verbs, *(f"{noun}(?:する|し{ending})?" for noun in nouns.split())])


VERBS: dict[str, str] = {
    "de": _german(
        "sag mein beton bericht ergänz antwort frag kritisier forder warn lob zitier bestätig versicher behaupt glaub "
        "hoff resümier bilanzier freu argumentier erläuter begründ äußer kommentier mahn analysier konstatier prognostizier "
        "urteil folger schilder erwider entgegn scherz witzel klag beklag bedauer dementier droh flüster gesteh gratulier "
        "höhn informier interpretier jubel knurr murmel notier orakel plädier poch präzisier prophezei protestier reagier "
        "rechtfertig reklamier relativier ruder schimpf schwärm seufz signalisier spekulier spott staun stell stimm tadel "
        "tröst unterstreich verkünd verdeutlich verlang vermut verrat verteidig wiederhol wunder zeter teil bemäng bemängel "
        "appellier bilanzier bet dank schlussfolger sorg zähl nann erinner zürn zweifel ermuntr ermunter ermahn mutmaß führ lautet",
    )
    + " erklärt erklärte erklärten erklären meinen räumt räumte fügt fügte schreibt schrieb schreiben schrieben erzählt "
    "erzählte erzählen findet fand finden fanden sprach spricht nannte nennt nennen bezeichnet bezeichnete empfiehlt empfahl "
    "verspricht versprach widerspricht widersprach weiß wusste gibt gab gesteht gestand gestanden rät riet ruft rief befindet "
    "befand denkt dachte schließt schloss verrät verriet betet betete erwidert ließ lässt tweetet tweetete twitterte twittert "
    "postet postete kündigt kündigte zitiert meldet meldete legt legte gab weist wies hält hielt schätzt schätzte heißt heisst "
    "gesagt gemeint gefragt geantwortet geschrieben gesprochen lacht lachte lächelt freuen verweist verwies bekräftigt bekräftigte zeigt gratuliert überlegt wirbt warb spottet lautet lautete",
    "fr": "jure jurait juré constatent estiment assurent racontent rappellent soulignent déplorent dénoncent ajoutent écrivent répondent "
    "constate constatait constaté avertit avertissait averti assène asséné déplore déplorait déploré concède concédé alerte alerté "
    "pointe pointait pointé fustige fustigeait tonne tacle abonde acquiesce argumente argumenté balaie calcule certifie cingle "
    "clame clamait complète conseille corrige craint détaillait développe enfonce espère espérait éclaire évacue explicite "
    "formule garantit glissait grince ponctue poursuivait présente pronostique questionne rapporte rapportait "
    "rassure rebondit récapitule recommande redoute remarque répète répétait résumait révèle s’alarme s’emballe s’excuse s’insurge "
    "s’énerve s’étrangle s’offusque se félicite signale soutient suggère synthétise théorise vante "
    "sourit souffle plaisante ironise martèle martelé renchérit nuance juge jugé plaide plaidé réplique répliqué lâche lâché admet admis avoue avoué tranche tempère enchaîne justifie critique critiqué interroge confirme confirmé prévenu s’amuse s’inquiète s’étonne s’indigne s’agace s’interroge s’enthousiasme s’emporte considère considéré murmure crie crié murmuré proteste protesté relève relevé relativise réagit réagi évoque évoqué décrit précisent expliquent disent affirment "
    "dit disait explique expliquait expliqué affirme affirmait affirmé assure assurait assuré ajoute "
    "ajoutait ajouté déclare déclarait déclaré précise précisait précisé raconte racontait raconté répond "
    "répondu estime estimait estimé souligne soulignait souligné rappelle rappelait rappelé confie confiait "
    "confié poursuit poursuivi conclut conclu écrit écrivait écrivent note notait regrette regrettait "
    "regretté insiste insistait insisté avance indique indiquait indiqué résume résumait témoigne "
    "s’exclame lance lançait lancé promet reconnaît reconnu prévient demande demandé reprend glisse "
    "détaille soupire commente observe annonce annoncé dénonce rétorque félicite réjouit désole souvient alarme "
    "exclame étonne indigne inquiète agace amuse emporte enthousiasme exclamé félicité indigné étonné réjoui emporté agacé amusé "
    "exclamée félicitée indignée étonnée réjouie emportée agacée amusée",
    "es": "explican afirman aseguran añaden señalan declaran cuentan comentan responden insisten sostienen subrayan advierten "
    "recuerdan escriben concluyen indican apuntan lamentan denuncian afirmaron explicaron señalaron admite admitió aclara aclaró alerta alertó anuncia anunció argumenta argumentó bromea bromeó celebra celebró confiesa confesó confirma confirmó critica criticó denuncia denunció detalla detalló defiende defendió enfatiza enfatizó exige exigió ironiza narra narró niega negó prosigue prosiguió promete prometió proclama propone propuso recalca recalcó reclama reclamó reflexiona relata relató remarca remarcó replica replicó resalta resaltó resume resumió revela reveló sentencia sentenció sugiere sugirió valora valoró "
    "dice decía dijo dijeron dicen dicho explica explicó explicaba afirma afirmó afirmaba asegura aseguró "
    "añade añadió agrega agregó señala señaló señalaba declara declaró declarado cuenta contó comenta comentó "
    "responde respondió insiste insistió sostiene sostuvo subraya subrayó advierte advirtió recuerda recordó "
    "escribe escribió concluye concluyó indica indicó manifestó manifiesta apunta apuntó precisa precisó "
    "reconoce reconoció destaca destacó pregunta preguntó lamenta lamentó expresa expresó expuso matizó "
    "zanjó reiteró considera consideró opina opinó queja quejó "
    "explicado afirmado asegurado añadido agregado señalado contado comentado respondido insistido sostenido subrayado "
    "advertido recordado escrito concluido indicado manifestado apuntado precisado reconocido destacado preguntado "
    "lamentado expresado reiterado considerado opinado admitido aclarado anunciado confesado confirmado criticado "
    "denunciado defendido detallado relatado resaltado matizado zanjado",
    "it": "spiegano affermano aggiungono raccontano scrivono sottolineano dichiarano sostengono concludono commentano precisano "
    "rispondono ricordano osservano ribadiscono denunciano chiedono ripete ripetono accusa accusato ammonisce attacca avvertito chiarisce chiarito chiosa confessa confessato conferma confermato considera critica criticato definisce definito denuncia denunciato difende esclama garantisce ironizza incalza lamenta lamentato lancia minaccia nota promette promesso ragiona rassicura replica replicato riassume ribatte ricostruisce rilancia rimarca risponde rivela rivelato sbotta scherza segnala sintetizza sorride specifica specificato suggerisce teme testimonia tuona "
    "dice diceva disse detto dicono spiega spiegava spiegò spiegato afferma affermato affermò aggiunge "
    "aggiunto aggiunse racconta raccontato raccontò sottolinea sottolineato dichiara dichiarato dichiarò "
    "scrive scritto scrisse sostiene sostenuto risponde risposto rispose precisa precisato assicura ricorda "
    "ricordato osserva conclude concluso ammette commenta commentato insiste prosegue continua avverte "
    "ribadisce ribadito annuncia evidenzia chiede chiesto",
    "pt": "dizem explicam afirmam acrescentam contam declaram garantem escrevem destacam lembram concluem alertam disseram "
    "afirmaram explicaram falou falam fala adianta adiantou aponta apontou argumenta argumentou assegura assegurou brinca brincou celebra comemora comemorou confessa confessou confirma confirmou critica criticou denuncia denunciou descreve descreveu desabafa desabafou detalha detalhou enfatiza enfatizou exclama indica indicou informa informou ironiza ironizou justifica justificou lamenta lamentou narra narrou nega negou opina opinou orienta pondera ponderou prevê previu prossegue prosseguiu promete prometeu recorda recordou reconhece reconheceu reitera reiterou revela revelou resume resumiu ressaltou sugere sugeriu "
    "diz dizia disse disseram dito explica explicou explicava afirma afirmou afirmava acrescenta "
    "acrescentou conta contou declara declarou garante garantiu escreve escreveu responde respondeu comenta "
    "comentou destaca destacou ressalta ressaltou lembra lembrou sublinha sublinhou salienta salientou "
    "conclui concluiu alerta alertou avisa avisou admite admitiu observa observou reforça reforçou questiona "
    "pergunta perguntou relata relatou defende defendeu refere referiu frisa frisou",
    "nl": "beweert beweerde beaamt bekent bekende belooft beloofde betoogt betoogde denkt dacht erkent erkende grapt hoopt hoopte klaagt klaagde lacht lachte licht lichtte meldt meldde oordeelt oppert opperde protesteert reageren roept riep schrijven sneert somt stellen sust verduidelijkt verdedigt verwacht verzekert verzekerde verzucht verzuchtte vinden waarschuwde weet wijst wees "
    "zegt zei zeiden zeggen gezegd vertelt vertelde legt legde verklaart verklaarde meent meende stelt "
    "stelde schrijft schreef voegt voegde antwoordt antwoordde benadrukt benadrukte vindt vond reageert "
    "reageerde vraagt vroeg aldus waarschuwt waarschuwde concludeert besluit besloot bevestigt bevestigde "
    "verteld geschreven vervolgt merkt merkte geeft gaf herinnert klinkt noemt noemde laat liet",
    "pl": "martwi śmieje uśmiecha żali dziwi skarży denerwuje zastanawia ubolewa przewiduje wylicza wzdycha alarmuje apelował argumentuje argumentował cieszy deklaruje deklarował dodają komentował krytykuje krytykował kwituje narzeka obiecuje ocenił opisuje opisywał ostrzegał podsumowuje podsumował potwierdza potwierdził precyzuje prognozuje przekazał przekazała przypomina przypomniał przypomniała radzi relacjonuje relacjonował uważa uważał uzasadnia wskazuje wskazał wskazała wtóruje zapowiada zapowiedział zapowiedziała zastrzega zdradza zwraca żartuje "
    "mówi mówił mówiła mówią powiedział powiedziała powiedzieli dodaje dodał dodała twierdzi twierdził "
    "twierdziła podkreśla podkreślił podkreśliła wyjaśnia wyjaśnił wyjaśniła tłumaczy tłumaczył tłumaczyła "
    "zaznacza zaznaczył zaznaczyła zauważa zauważył zauważyła pisze pisał pisała napisał napisała odpowiada "
    "odpowiedział odpowiedziała opowiada informuje poinformował poinformowała przyznaje przyznał przyznała "
    "ocenia ocenił oceniła komentuje wspomina stwierdził stwierdziła apeluje ostrzega zapewnia zapewnił pyta "
    "oświadczył oświadczyła przekonuje",
    "ru": "восклицает восклицал жалуется заметил заметила замечает заявляет заявляют констатирует критикует комментирует настаивает обещает обратил обратила опасается описывает передаёт подтвердил подтвердила поделился поделилась полагает поясняют предупредил предупредила предупреждает признаёт признал признала продолжает прогнозирует рассуждает рекомендует советует согласен соглашается сообщили сетует убеждён убежден уверяет указал указала указывает указывают уточняет утверждал шутит "
    "говорит говорил говорила говорят сказал сказала сказали заявил заявила заявили отметил отметила "
    "отмечает добавил добавила добавляет рассказал рассказала рассказывает пояснил пояснила поясняет "
    "подчеркнул подчеркнула подчеркивает сообщил сообщила сообщает считает ответил ответила отвечает пишет "
    "написал написала утверждает признался признаётся вспоминает объясняет объяснил объяснила спросил "
    "спросила уточнил уточнила заверил уверен уверена напомнил напомнила заключил резюмировал прокомментировал",
    "sv": "säger sade sa berättar berättade förklarar förklarade menar menade tycker konstaterar konstaterade fortsätter fortsatte "
    "tillägger tillade skriver skrev svarar svarade påpekar påpekade understryker betonar hävdar uppger uppgav medger varnar frågar undrar",
    "da": "siger sagde fortæller fortalte forklarer forklarede mener mente synes konstaterer konstaterede fortsætter fortsatte "
    "tilføjer tilføjede skriver skrev svarer svarede påpeger påpegede understreger understregede lyder oplyser oplyste advarer spørger",
    "no": "sier sa forteller fortalte forklarer forklarte mener mente synes konstaterer konstaterte fortsetter fortsatte legger "
    "avslutter avsluttet skriver skrev svarer svarte påpeker påpekte understreker understreket opplyser opplyste advarer spør fortel seier",
    "fi": "sanoo sanoi sanovat kertoo kertoi kertovat toteaa totesi jatkaa jatkoi lisää lisäsi kuvailee kuvaili huomauttaa huomautti "
    "muistuttaa muistutti korostaa korosti arvioi pohtii pohti vastaa vastasi kirjoittaa kirjoitti selittää selitti kysyy uskoo opastaa "
    "iloitsee tuumaa täsmentää linjaa tiivistää naurahtaa",
    "zh": "声称 聲稱 宣称 宣稱 (?<![小传學学據据])说道? 表示 指出 称 认为 告诉 强调 写道 问道 回答 补充 介绍 坦言 透露 回忆 解释 說 說道 認為 告訴 強調 寫道 問道 補充",
    "ja": _japanese(
        "話し 述べ 語っ 語り 言っ 言い 答え 振り返っ 振り返り 明かし 訴え 書い 書き 呼びかけ 求め 伝え 笑っ 続け つぶやい",
        "説明 強調 指摘 コメント 主張 批判 発表 表明 要請 評価 報告 反論 謝罪 警告",
    )
    + " 話す 述べる 語る 言う 答える 振り返る 明かす 訴える 呼びかける 求める 笑う",
}
"""Reporting verbs of the other languages, as they stand beside a quotation."""

_IN_SOMEBODYS_EYES = (
    r"(?<![^\W_] (?:pour|para))(?<![^\W_] per)"
    r"(?= (?:M\.|Mme|lui|lei|elle|eux|ele|ela|(?:l['’]|(?:l[aeo]|il|[ao]) )?(?:[^\W\d_]+ ){0,3}?(?-i:[^\Wa-z_\d])[\w’'-]+ (?-i:[^\Wa-z_\d])[\w’'-]+)(?!\w))"
)
"""Behind a preposition that means "in the eyes of" where it opens its clause before somebody.

Elsewhere it tells a purpose (« un appel pour « sauver le port » »).
"""

PARTICIPLES: dict[str, str] = {
    "de": r"gesagt|gemeint|gefragt|geantwortet|geschrieben|gesprochen|gestanden",
    "fr": r"\w+ée?s?|répondu|conclu|poursuivi|prévenu|reconnu|admis|réagi|réjouie?s?",
    "es": r"\w+[ai]do|dicho|escrito",
    "it": r"\w+[aiu]to|detto|scritto|risposto|chiesto|ammesso|promesso|difeso",
    "pt": r"dito",
    "nl": r"gezegd|verteld|geschreven",
}
"""Forms that report only behind an auxiliary: ``il est poursuivi`` speaks of a trial."""

CONTINUING = frozenset(
    "adds added continues continued concludes concluded poursuit poursuivait ajoute ajoutait reprend conclut enchaîne complète "
    "añade añadió agrega agregó prosigue prosiguió continúa concluye aggiunge prosegue continua conclude acrescenta acrescentou "
    "prossegue conclui dodaje dodał dodała добавил добавила продолжает ergänzt ergänzte fügt fügte voegt vervolgt".split()
)
"""Verbs by which somebody goes on who has spoken before."""

SAID_ELSEWHERE = frozenset("säger siger sier kata".split())
"""Verbs of saying that are among the commonest words of a language without a table here."""

DROPS_SUBJECT = frozenset(("es", "it", "pt", "pl", "ru"))
"""Languages whose verbs do without a pronoun (``« … », añadió.``)."""

PHRASES_EVERYWHERE = "according to|in the words of|words of"
"""English phrases that are read on pages in other languages as well."""

PHRASES: dict[str, str] = {
    "en": "as per|per",
    "de": "nach angaben (?:von|der|des)|laut|nach (?:ansicht|meinung|auffassung|einschätzung|überzeugung|worten) (?:von|der|des)|"
    "so(?= (?:(?-i:[A-ZÄÖÜ])|d(?:er|ie|as) (?:[a-zäöüß]+ )?(?-i:[A-ZÄÖÜ])|eine?r? (?-i:[A-ZÄÖÜ])))|"
    "(?:heißt|hieß|heisst) es(?: (?:weiter|dazu|dort|auch|etwa|zudem))?(?: (?:in|im|bei|beim|aus|auf|von|vom))",
    "fr": rf"(?:peut-on|on peut) lire (?:dans|sur)|lit-on (?:dans|sur)|selon|d’après|d'après|aux yeux de|de l’avis de|pour{_IN_SOMEBODYS_EYES}",
    "es": "según|de acuerdo con|en palabras de|a juicio de",
    "it": rf"secondo|stando a|a detta di|per{_IN_SOMEBODYS_EYES}",
    "pt": rf"segundo|de acordo com|conforme|nas palavras de|para{_IN_SOMEBODYS_EYES}",
    "nl": "volgens|aldus|naar eigen zeggen van",
    "pl": "według|zdaniem|jak podaje",
    "ru": "по словам|по мнению|согласно|по данным",
    "sv": "enligt",
    "da": "ifølge",
    "no": "ifølge|i følge",
    "fi": "mukaan",
    "zh": "据|根据|按照",
    "ja": "によると|によれば",
}
"""What introduces a source without a verb, in lower case."""

CALLING: dict[str, str] = {
    "en": "called call calls calling so-called known term terms termed word words phrase phrases titled entitled named "
    "name names dubbed nicknamed labeled labelled means meaning mean expression abbreviated aka concept motto slogan "
    "translates translated tagline hashtag stands defined referred label category counts subheading theme themed",
    "de": "sogenannte sogenannten sogenannter genannt heißt heißen nennt nennen begriff wort bezeichnung ausdruck titel motto",
    "fr": "appelé appelée appelés dit dite nommé nommée expression mot terme titre intitulé intitulée surnommé baptisé baptisée",
    "es": "llamado llamada llaman llama denominado denominada término palabra expresión titulado titulada lema apodado",
    "it": "chiamato chiamata cosiddetto cosiddetta termine parola espressione intitolato intitolata detto soprannominato",
    "pt": "chamado chamada denominado denominada termo palavra expressão intitulado intitulada apelidado lema",
    "nl": "zogenaamde zogeheten genoemd heet term woord begrip uitdrukking getiteld bijgenaamd",
    "pl": "tzw nazywany nazywana nazwą określenie słowo termin tytułem pojęcie zwany zwana hasło",
    "ru": "называемый называемая называют слово термин понятие название названием лозунг девиз так",
    "zh": "所谓 称为 叫做 名为 被称 稱為 所謂 題為 题为",
    "ja": "呼ばれ 呼ぶ 呼ん 題する 名付け という名 いわゆる",
}
"""Words that announce a name, a term or a word as a word."""

WORKS: dict[str, str] = {
    "en": "album anthology article app band blog book booklet brochure book's campaign case category chapter class collection column comic course "
    "ebook editorial episode essay exhibition feature film festival game guide headline hit journal lecture list magazine "
    "memoir mode movie musical newsletter novel opera option paintings painting paper performance picture play playlist podcast "
    "poem poster program programme project report book series session setting show single song story study symphony tab talk "
    "thesis tool track tune tutorial tv video volume webinar website workshop button link menu sign stamp legend field folder file page section series report heading",
    "de": "artikel aufsatz bericht buch erzählung film gedicht gemälde lied ausstellung roman serie song stück studie theaterstück zeitschrift zeitung projekt programm",
    "fr": "album article chanson essai exposition film livre ouvrage pièce poème rapport revue roman série tableau étude émission projet programme",
    "es": "álbum artículo canción cuento cuadro ensayo estudio exposición informe libro novela obra película poema programa proyecto revista serie",
    "it": "album articolo brano canzone film libro mostra opera poesia progetto programma racconto rapporto rivista romanzo saggio serie studio",
    "pt": "álbum artigo canção conto ensaio estudo exposição filme livro música novela obra peça poema programa projeto relatório revista romance série",
    "nl": "album artikel boek film gedicht lied project programma rapport roman schilderij serie studie tentoonstelling toneelstuk verhaal",
    "pl": "album artykuł film książka książce obraz piosenka powieść powieści projekt program raport serial spektakl utwór wiersz wystawa",
    "ru": "альбом журнал книга книге картина песня повесть пьеса проект программа рассказ роман сериал спектакль статья статье фильм",
    "zh": "书 电影 小说 歌曲 文章 专辑 报告",
    "ja": "写真集 小説 映画 著書 論文 曲 本 番組",
}
"""Nouns whose name may follow in quotation marks."""

NOT_REPORTED = frozenset(
    "you your yourself someone somebody anyone anybody everyone everybody nobody people many "
    "most some others parents students clients customers employers recruiters they we if when "
    "whenever every each think thinking thought wonder wondering wondered ask yourself ourselves "
    "themselves imagine say might could can may would should will let’s lets tell tells try phrases like "
    "adage saying proverb example examples such e.g instance question questions question’s".split()
)
"""Words of a lead that speak of words nobody said on one occasion."""
PROVERB = (
    "adage|proverb|maxim|clich[eé]|dictum|the saying|an? saying|old saying|common saying|"
    "popular saying|saying goes"
)
"""What announces a saying without a source, as alternatives of a pattern."""
