"""Words of the headings over reference lists, and of what stands in an entry without being part of it.

Sources: the section names that the style manuals of APA, MLA and Chicago, DIN ISO 690 and the
Wikipedia language editions prescribe; labels of links from the platforms that print them. All
words are in lower case; headings are compared word by word.
"""

LIST_NOUNS = frozenset(
    "references reference refs bibliography bibliographies biblio citations footnotes footnote "
    "endnotes endnote "
    "literatur literaturverzeichnis literaturliste literaturangaben literaturangabe "
    "literaturhinweise literaturnachweise literaturnachweis quellenverzeichnis quellenangaben "
    "quellenangabe quellennachweise quellennachweis einzelnachweise einzelnachweis fußnoten "
    "fussnoten fußnote fussnote endnoten anmerkungen belege bibliografie bibliographie "
    "références réferences referencias bibliografía bibliografia referências citas citazioni "
    "riferimenti bibliografici bibliografiche referenties literatuur literatuurlijst "
    "bronvermelding bronvermeldingen bronnenlijst voetnoten eindnoten "
    "referenser källförteckning litteraturförteckning litteratur fotnoter referanser "
    "litteraturliste kildehenvisninger referencer fodnoter lähteet lähdeluettelo viitteet "
    "kirjallisuus przypisy literatura piśmiennictwo reference použitá irodalomjegyzék irodalom "
    "hivatkozások jegyzetek kaynakça kaynaklar dipnotlar βιβλιογραφία παραπομπές αναφορές "
    "литература библиография примечания сноски література бібліографія примітки библиографија "
    "литература бележки référence bibliografie referințe "
    "参考文献 參考文獻 引用文献 引用文獻 参考资料 參考資料 参考資料 脚注 腳註 注释 註釋 出典 注釈 "
    "참고문헌 각주 المراجع مراجع منابع מקורות תומכין อ้างอิง เอกสารอ้างอิง rujukan referensi "
    "सन्दर्भ संदर्भ তথ্যসূত্র மேற்கோள்கள் మూలాలు სქოლიო ծանոթագրություններ viited atsauces išnašos "
    "heimildir heimildaskrá tilvísanir referències referime referimet erreferentziak cyfeiriadau "
    "llyfryddiaeth referințe referinţe referencie referencoj literaturo literatūra literatúra "
    "kirjallisuutta alaviitteet lähdeviitteet kirjandus bibliografi bibliographia bronnelys "
    "verwysings tagairtí sklici referansar kildeliste källhänvisningar källhänvisning referanslar "
    "istinadlar i̇stinadlar ədəbiyyat adabiyotlar marejeo tanbihi sanggunian talababa "
    "референце наводи зноскі літаратура әдебиет дереккөздер эшлэл "
    "ლიტერატურა գրականություն ביבליוגרפיה "
    "مصادر الهوامش هوامش حواشی پانویس پانوشت ارجاعات کتابشناسی مآخذ "
    "পাদটীকা গ্রন্থপঞ্জি உசாத்துணை అవలంబం అవలంబాలు അവലംബം ಉಲ್ಲೇಖಗಳು સંદર્ભ ਹਵਾਲੇ บรรณานุกรม เชิงอรรถ "
    "ឯកសារយោង ကိုးကား මූලාශ්‍ර ማጣቀሻ 參考書目 参考书目 引文 註腳 註解 注解 文献 引用・参考文献 "
    "参照文献 参考図書 註 주석 인용문헌".split()
)
"""Nouns that name a list of references or notes and little else."""

WEAK_NOUNS = frozenset(
    "sources source notes note quellen quelle fuentes fuente fonti fonte fontes bronnen bron "
    "källor källa kilder kilde źródła źródło zdroje források forrás surse sursa πηγές источники "
    "источник viri šaltiniai джерела извори izvori lähde reading readings lektüre lesetipps "
    "leseempfehlungen lectures lecturas letture resources links weblinks "
    "notas nota noten noter poznámky konsultierte sourcing 资料来源 資料來源 來源 来源 参考 參考 注 引用 출처 المصادر "
    "allikad avoti burimet iturriak oharrak fonts fontoj notoj foinsí ffynonellau bronne kjelder "
    "mənbələr manbalar qeydlər notlar sumber opombe bilješke shënime крыніцы източници "
    "напомене σημειώσεις წყაროები աղբյուրներ स्रोत टिप्पणियाँ".split()
)
"""Nouns that head such lists but other things as well: their entries have to look the part."""

NOTE_NOUNS = frozenset(
    "footnotes footnote endnotes endnote notes note fußnoten fussnoten fußnote fussnote endnoten "
    "anmerkungen notas nota voetnoten eindnoten noten fotnoter fodnoter noter przypisy jegyzetek "
    "dipnotlar примечания сноски примітки бележки poznámky 脚注 腳註 注释 註釋 注釈 각주 "
    "註腳 註解 注解 註 注 주석 alaviitteet tanbihi talababa opombe bilješke shënime зноскі "
    "напомене notlar notoj oharrak qeydlər الهوامش هوامش حواشی پانویس پانوشت পাদটীকা เชิงอรรถ σημειώσεις "
    "išnašos".split()
)
"""Nouns that say that the entries are notes rather than works."""

LIST_MODIFIERS = frozenset(
    "and & und et y e en og och i a the of to for from in our this article articles post page "
    "cited works work literature selected select key main full complete list view show see all "
    "further additional external primary secondary used study scientific academic consulted "
    "important general specific recommended suggested medical sources references reference notes "
    "citations footnotes endnotes bibliography scholarly image more other text "
    "verwendete benutzte weitere ausgewählte zitierte weiterführende und der die das zum zur "
    "dieses artikels wissenschaftliche belege literatur quellen links allgemeine "
    "de la le les des du pour aller plus loin bibliographiques bibliographique et notes sources "
    "références para saber más del los las el consultadas bibliográficas bibliográficos citadas "
    "bibliografiche al pie piè di pagina per approfondire "
    "en literatuur bronnen noten список использованной использованных литературы источников и "
    "tài liệu tham khảo tham-khảo".split()
)
"""Words that may stand beside the noun of such a heading."""

WORKS_PHRASES = frozenset(
    "works cited|work cited|literature cited|works consulted|works referenced|"
    "literature consulted|list of references|further reading|список литературы|"
    "список використаних джерел|tài liệu tham khảo|حوالہ جات|notes de bas de page|notas al pie|"
    "note a piè di pagina|pour aller plus loin|para saber más|opere citate|obras citadas|"
    "ouvrages cités|œuvres citées|literatura citada|geraadpleegde literatuur|"
    "geraadpleegde bronnen|použitá literatura|použitá literatúra|použité zdroje|"
    "seznam literatury|zoznam použitej literatúry|felhasznált irodalom|felhasznált források|"
    "spis literatury|wykaz źródeł|viri in literatura|literatura in viri|kasutatud kirjandus|"
    "izmantotā literatūra|naudota literatūra|список літератури|список источников|"
    "список использованной литературы|использованная литература|использованные источники|"
    "използвана литература|ном зүй|tham khảo|chú thích|nguồn tham khảo|daftar pustaka|"
    "daftar referensi|daftar rujukan|catatan kaki|mga sanggunian|참고 문헌|참고 자료|הערות שוליים|"
    "רשימת מקורות|संदर्भ ग्रंथ|संदर्भ सूची|सन्दर्भ सूची|قائمة المراجع|المصادر والمراجع|"
    "منابع و مآخذ|فهرست منابع".split("|")
)
"""Headings whose nouns say nothing on their own."""

FURTHER_WORDS = frozenset(
    "reading readings lektüre lesetipps leseempfehlungen lectures lecturas letture resources links "
    "weblinks external loin más weiterführende".split()
)
"""Words of headings over works that the text recommends rather than cites."""

NOT_LIST_WORDS = frozenset(
    "image images photo photos picture pictures video news data credits credit code guide manual "
    "api cross job jobs letter letters light power energy income food water revenue funding "
    "bildquelle bildquellen bildnachweis bildnachweise fotos foto release show patch lecture class "
    "author's editor's programme program tasting delivery shipping cooking recipe chef's cook's "
    "quick related release".split()
)
"""Words that make a heading with one of the nouns something else (image sources, recipe notes)."""

ENTRY_LABELS = tuple(
    "more information|further information|journal reference|journal references|story source|"
    "original publication|original study|originalpublikation|originalveröffentlichung|"
    "publikation|publication|paper|study|studie|reference|references|citation|dokumentation|"
    "literatur|quelle|quellen|source|sources|fuente|fuentes|fonte|fonti|référence|références|"
    "bron|bronnen|zum buch|rezension zu|review of|reviewed|works cited|bibliography|literature|"
    "literaturangaben|bibliographie".split("|")
)
"""Words before a colon that introduce one full reference, or several in one block."""

LINK_LABELS = frozenset(
    "pubmed|crossref|cross ref|google scholar|medline|full text|free full text|pmc|"
    "pmc free article|free pmc article|article|cas|ads|web of science|scopus|view|view article|"
    "view in article|abstract|pdf|download pdf|go to citation|search google scholar|isi|"
    "google schola|europe pmc|zentralblatt math|mathscinet|math|publisher full text|"
    "reference source|export|bibtex|open url|openurl|links|view record in scopus|"
    "open in new tab|google books|worldcat|find it|summary|full text pdf|return to text|"
    "nasa ads|semantic scholar|inspire hep|connected papers|litmaps|"
    "back to text|back|return|go back|jump up|jump up to|zurück|zurück zum text|"
    "retour au texte|retour|volver|torna su|naar boven|external|external link|opens new tab".split(
        "|"
    )
)
"""Texts of links in an entry that are not part of it."""
