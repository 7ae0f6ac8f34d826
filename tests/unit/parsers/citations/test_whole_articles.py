"""What counts as a citation, clause by clause: marks, styles and look-alikes in whole articles."""

import pytest
from pullquote_test_articles import cases_of, line_of, read, values_of

LISTS = {
    "ENGLISH": "<h2>References</h2><ul><li>Abara, N. (2011a). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Abara, N. (2011b). Flour as money. Mill Studies, 9, 88–97.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Office for Rural Statistics (2019). Mills in use. ORS.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li><li>Costa, J. (n.d.). The brook ledger. Parish Archive.</li><li>Dahl, S. (in press). Stone dressing. Journal of Mills.</li></ul>",
    "GERMAN": "<h2>Literatur</h2><ul><li>Abara, N. (2011): Eiche und Wasser. In: Zeitschrift für Mühlenkunde 4, S. 3–19.</li><li>Lindqvist, E./Moreau, P. (2016): Räder erhalten. Kiel: Hafenverlag.</li><li>Statistisches Landesamt (2019): Mühlen in Betrieb. Hannover.</li><li>Weiß, O. (o. J.): Das Bachbuch. Pfarrarchiv.</li><li>Tanaka, K. (im Druck): Briefe eines Müllers. Berlin: Tildeverlag.</li></ul>",
    "FRENCH": "<h2>Bibliographie</h2><ul><li>Abara, Nadia (2011), «&nbsp;Le chêne et l'eau&nbsp;», Revue des moulins, vol. 4, p. 3-19.</li><li>Lindqvist, Eva et Moreau, Paul (2016), Garder les roues, Paris, Éditions du Port.</li><li>Office des statistiques (2019), Les moulins en usage, Lyon.</li></ul>",
    "SPANISH": "<h2>Referencias</h2><ul><li>Abara, N. (2011). El roble y el agua. Revista de Molinos, 4(1), 3–19.</li><li>Lindqvist, E. y Moreau, P. (2016). Cuidar las ruedas. Editorial Puerto.</li></ul>",
    "NUMBERED": "<h2>References</h2><ol><li>Abara N. Oak and water. Journal of Mills. 2011;4(1):3-19.</li><li>Lind E, Moreau P. Keeping wheels. Journal of Mills. 2016;5(2):20-33.</li><li>Tanaka K. Letters. Journal of Mills. 2020;6(1):1-9.</li><li>Weiss O. Dressing stones. Journal of Mills. 2018;7(3):44-51.</li><li>Costa J. Ledgers. Journal of Mills. 2009;8(1):5-6.</li><li>Dahl S. Brooks. Journal of Mills. 2012;9(1):7-8.</li><li>Ek T. Flour. Journal of Mills. 2013;9(2):70-81.</li><li>Foss A. Grain. Journal of Mills. 2014;9(3):12-18.</li><li>Gad B. Yards. Journal of Mills. 2015;9(4):90-99.</li></ol>",
}


CASES = """
several in one bracket en
language: en
case: <p>Oak was dearer than flour (Abara, 2011a, 2011b; Lindqvist &amp; Moreau, 2016: 33).</p>
end: ENGLISH
cited: author-date (Abara, 2011a, 2011b; Lindqvist & Moreau, 2016: 33) = Abara 2011 ~a →0; Abara 2011 ~b →1; Lindqvist & Moreau 2016 @33 →2

several in one bracket de
language: de
case: <p>Eiche war teurer als Mehl (vgl. Abara 2011, S. 12; Lindqvist/Moreau 2016, S. 4 f.).</p>
end: GERMAN
cited: author-date (vgl. Abara 2011, S. 12; Lindqvist/Moreau 2016, S. 4 f.) = Abara 2011 @12 →0; Lindqvist & Moreau 2016 @4 f →1

ibid. en
language: en
case: <p>Oak was dearer (Abara, 2011a). Flour was money (ibid., p. 7).</p>
end: ENGLISH
cited: author-date (Abara, 2011a) = Abara 2011 ~a →0
cited: author-date (ibid., p. 7) = @7 →0

ibid. es
language: es
case: <p>El roble era más caro (Abara, 2011). La harina era dinero (ibíd., p. 7).</p>
end: SPANISH
cited: author-date (Abara, 2011) = Abara 2011 →0
cited: author-date (ibíd., p. 7) = @7 →0

ibid. ebd. de
language: de
case: <p>Eiche war teuer (Abara 2011, S. 3). Mehl war Geld (ebd., S. 7).</p>
end: GERMAN
cited: author-date (Abara 2011, S. 3) = Abara 2011 @3 →0
cited: author-date (ebd., S. 7) = @7 →0

op. cit. en
language: en
case: <p>Oak was dearer (Abara, 2011b). Wheels last long (Lindqvist &amp; Moreau, 2016). So flour is money (Abara, op. cit., p. 90).</p>
end: ENGLISH
cited: author-date (Abara, 2011b) = Abara 2011 ~b →1
cited: author-date (Lindqvist & Moreau, 2016) = Lindqvist & Moreau 2016 →2
cited: author-date (Abara, op. cit., p. 90) = Abara @90 →1

op. cit. a.a.O. de
language: de
case: <p>Eiche war teuer (Abara 2011). Räder halten (Lindqvist/Moreau 2016). Mehl ist Geld (Abara, a. a. O., S. 9).</p>
end: GERMAN
cited: author-date (Abara 2011) = Abara 2011 →0
cited: author-date (Lindqvist/Moreau 2016) = Lindqvist & Moreau 2016 →1
cited: author-date (Abara, a. a. O., S. 9) = Abara @9 →0

et al. en
language: en
case: <p>Letters were the account book of the valley (Tanaka et al., 2020, pp. 102–104).</p>
end: ENGLISH
cited: author-date (Tanaka et al., 2020, pp. 102–104) = Tanaka 2020 @102–104 →4

et al. (u. a.) de
language: de
case: <p>Briefe waren das Kontobuch (Lindqvist u. a. 2016: 33).</p>
end: GERMAN
cited: author-date (Lindqvist u. a. 2016: 33) = Lindqvist 2016 @33 →1

organisations en
language: en
case: <p>Forty mills still turn (Office for Rural Statistics, 2019).</p>
end: ENGLISH
cited: author-date (Office for Rural Statistics, 2019) = Office for Rural Statistics 2019 →3

organisations fr
language: fr
case: <p>Quarante moulins tournent encore (Office des statistiques, 2019, p. 8).</p>
end: FRENCH
cited: author-date (Office des statistiques, 2019, p. 8) = Office des statistiques 2019 @8 →2

no date en
language: en
case: <p>The ledger was kept by hand (Costa, n.d., p. 2).</p>
end: ENGLISH
cited: author-date (Costa, n.d., p. 2) = Costa n.d. @2 →5

no date de
language: de
case: <p>Das Buch wurde von Hand geführt (Weiß o. J., S. 2).</p>
end: GERMAN
cited: author-date (Weiß o. J., S. 2) = Weiß o. J. @2 →3

in press en
language: en
case: <p>The stones were dressed twice (Dahl, in press).</p>
end: ENGLISH
cited: author-date (Dahl, in press) = Dahl in press →6

in press de
language: de
case: <p>Er schrieb täglich (Tanaka, im Druck).</p>
end: GERMAN
cited: author-date (Tanaka, im Druck) = Tanaka im Druck →4

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a:2).</p>
end: ENGLISH
cited: author-date (Abara, 2011a:2) = Abara 2011 ~a @2 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara 2011a: 33).</p>
end: ENGLISH
cited: author-date (Abara 2011a: 33) = Abara 2011 ~a @33 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a, p. 4).</p>
end: ENGLISH
cited: author-date (Abara, 2011a, p. 4) = Abara 2011 ~a @4 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a, pp. 4–7).</p>
end: ENGLISH
cited: author-date (Abara, 2011a, pp. 4–7) = Abara 2011 ~a @4–7 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara 2011a, S. 12).</p>
end: ENGLISH
cited: author-date (Abara 2011a, S. 12) = Abara 2011 ~a @12 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a, § 3).</p>
end: ENGLISH
cited: author-date (Abara, 2011a, § 3) = Abara 2011 ~a @3 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a, para. 3).</p>
end: ENGLISH
cited: author-date (Abara, 2011a, para. 3) = Abara 2011 ~a @3 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a, ch. 2).</p>
end: ENGLISH
cited: author-date (Abara, 2011a, ch. 2) = Abara 2011 ~a @2 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a; p. 4).</p>
end: ENGLISH
cited: author-date (Abara, 2011a; p. 4) = Abara 2011 ~a @4 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a p. 4).</p>
end: ENGLISH
cited: author-date (Abara, 2011a p. 4) = Abara 2011 ~a @4 →0

locators en
language: en
case: <p>Oak was dearer than flour in that year (Abara, 2011a, section 2.1).</p>
end: ENGLISH
cited: author-date (Abara, 2011a, section 2.1) = Abara 2011 ~a @2.1 →0

locators de
language: de
case: <p>Eiche war in diesem Jahr teurer als Mehl (Abara, 2011, 45-47).</p>
end: GERMAN
cited: author-date (Abara, 2011, 45-47) = Abara 2011 @45-47 →0

locators de
language: de
case: <p>Eiche war in diesem Jahr teurer als Mehl (Abara 2011, Rn. 12).</p>
end: GERMAN
cited: author-date (Abara 2011, Rn. 12) = Abara 2011 @12 →0

locators de
language: de
case: <p>Eiche war in diesem Jahr teurer als Mehl (Abara 2011, Kap. 3).</p>
end: GERMAN
cited: author-date (Abara 2011, Kap. 3) = Abara 2011 @3 →0

narrative en
language: en
case: <p>Lindqvist and Moreau (2016) show that wheels last when oak is dry.</p>
end: ENGLISH
cited: narrative Lindqvist and Moreau (2016) = Lindqvist & Moreau 2016 →2

narrative en
language: en
case: <p>As Tanaka et al. (2020, p. 110) point out, the letters were kept.</p>
end: ENGLISH
cited: narrative Tanaka et al. (2020, p. 110) = Tanaka 2020 @110 →4

narrative fr
language: fr
case: <p>Selon Abara (2011 : 12), le chêne coûtait plus que la farine. Lindqvist et Moreau (2016) montrent que les roues durent.</p>
end: FRENCH
cited: narrative Abara (2011 : 12) = Abara 2011 @12 →0
cited: narrative Lindqvist et Moreau (2016) = Lindqvist & Moreau 2016 →1

narrative es
language: es
case: <p>Según Abara (2011, p. 7), el roble era caro, y Lindqvist y Moreau (2016) lo confirman.</p>
end: SPANISH
cited: narrative Abara (2011, p. 7) = Abara 2011 @7 →0
cited: narrative Lindqvist y Moreau (2016) = Lindqvist & Moreau 2016 →1

narrative words between en
language: en
case: <p>The Office for Rural Statistics’s report on mills in use (2019) counts forty of them.</p>
end: ENGLISH
cited: narrative Office for Rural Statistics’s report on mills in use (2019) = Office for Rural Statistics 2019 →3

narrative words between en
language: en
case: <p>Abara’s early paper on oak (2011a) is still read by those who mend wheels.</p>
end: ENGLISH
cited: narrative Abara’s early paper on oak (2011a) = Abara 2011 ~a →0

narrative words between de
language: de
case: <p>Abaras Aufsatz über Eiche und Wasser (2011) wird noch gelesen.</p>
end: GERMAN
cited: narrative Abaras Aufsatz über Eiche und Wasser (2011) = Abara 2011 →0

numeric en
language: en
case: <p>Oak was dear [3], flour was money [3–5, 9], and wheels were mended [1,2].</p>
end: NUMBERED
cited: numeric [3] = #3 →2
cited: numeric [3–5, 9] = #3 →2; #4 →3; #5 →4; #9 →8
cited: numeric [1,2] = #1 →0; #2 →1

numeric ru
language: ru
case: <p>Дуб был дорог [3, с. 12], мука была деньгами [4; 5], а колёса чинили [1–2].</p>
end: <h2>Список литературы</h2><ol><li>Абара Н. А. Дуб и вода // Журнал мельниц. — 2011. — № 1. — С. 3–19.</li><li>Линд Э. М. Уход за колёсами // Журнал мельниц. — 2016. — № 2. — С. 20–33.</li><li>Танака К. К. Письма мельника // Журнал мельниц. — 2020. — № 3. — С. 1–9.</li><li>Вайс О. О. Жернова // Журнал мельниц. — 2018. — № 4. — С. 44–51.</li><li>Коста Ж. П. Книга ручья // Журнал мельниц. — 2009. — № 5. — С. 5–6.</li></ol>
cited: numeric [3, с. 12] = #3 @12 →2
cited: numeric [4; 5] = #4 →3; #5 →4
cited: numeric [1–2] = #1 →0; #2 →1

superscript en
language: en
case: <p>Oak was dear.<sup>1</sup> Flour was money,<sup>2,3</sup> and wheels were mended.<sup>4–6</sup></p>
end: NUMBERED
cited: footnote 1 = #1 →0
cited: footnote 2,3 = #2 →1; #3 →2
cited: footnote 4–6 = #4 →3; #5 →4; #6 →5

superscript de
language: de
case: <p>Eiche war teuer.¹ Mehl war Geld.² Räder wurden geflickt.³</p>
end: <h2>Anmerkungen</h2><ol><li>Nadia Abara: Eiche und Wasser, Kiel 2011, S. 4.</li><li>Ebd., S. 9.</li><li>Eva Lind: Räder, Bonn 2016, S. 12.</li></ol>
cited: footnote ¹ = #1 →0
cited: footnote ² = #2 →1
cited: footnote ³ = #3 →2
cited: author-date Ebd., S. 9 = @9 →0

anchor markers en
language: en
case: <p>Oak was dear<a href='#n1' id='b1'>1</a> and flour was money<a href='#n2' id='b2'>2</a>.</p>
end: <h3>Notes</h3><p id=n1>1. Nadia Abara, Oak and Water (Kiel: Harbour, 2011), 4. <a href='#b1'>↩</a></p><p id=n2>2. Eva Lind, Wheels (Bonn: Tilde, 2016), 9. <a href='#b2'>↩</a></p>
cited: footnote 1 = #1 →0
cited: footnote 2 = #2 →1

anchor markers pl
language: pl
case: <p>Dąb był drogi<a href='#p1' name='o1'>[1]</a>, a mąka była pieniądzem<a href='#p2' name='o2'>[2]</a>.</p>
end: <h3>Przypisy</h3><p><a name=p1 href='#o1'>[1]</a> N. Abara, Dąb i woda, Warszawa 2011, s. 4.</p><p><a name=p2 href='#o2'>[2]</a> E. Lind, Koła, Kraków 2016, s. 9.</p>
cited: numeric [1] = #1 →0
cited: numeric [2] = #2 →1

look-alikes en
language: en
case: <p>The Corolla (2019) and the Nokia 3310 (2000) were cheaper than a millstone.</p>

look-alikes de
language: de
case: <p>Der Golf (2019) und das Nokia 3310 (2000) waren billiger als ein Mühlstein.</p>

look-alikes en
language: en
case: <p>The wheel was painted by Joan Mirell (1881–1946) and later by Otto Sand (b. 1920).</p>

look-alikes it
language: it
case: <p>La ruota fu dipinta da Carlo Fontana (1881-1946) e poi da Otto Sand (nato nel 1920).</p>

look-alikes en
language: en
case: <p>[12] The miller asked for oak.</p><p>[13] The farms sent oak, and the yard was full.</p><p>[14] The court finds for the miller.</p>

look-alikes fr
language: fr
case: <p>12. Le meunier demanda du chêne.</p><p>13. Les fermes en envoyèrent.</p>

look-alikes en
language: en
case: <p>Comments (14) · Share (203) · Filed under Mills (7)</p>

look-alikes de
language: de
case: <p>Kommentare (14) und Antworten [3] zu diesem Beitrag</p>

look-alikes en
language: en
case: <p>Set <code>w[0]</code> before <code>w[i+1]</code>, then read x[1] and y[2] once more.</p>

look-alikes es
language: es
case: <p>Ponga <code>w[0]</code> antes de <code>w[1]</code> y lea a[3] otra vez.</p>

look-alikes en
language: en
case: <p>The yard is 40 m<sup>2</sup>, the force is 10<sup>3</sup> N and the 3<sup>rd</sup> wheel is H<sub>2</sub>O proof.</p>

look-alikes de
language: de
case: <p>Der Hof hat 40 m² und 10<sup>-3</sup> Liter CO<sub>2</sub> im 1<sup>er</sup> Teil.</p>
"""


@pytest.mark.parametrize("case", cases_of(CASES, "case language end cited"))
def test_citations_of_an_article(case):
    given = {"end": ""} | dict(case)
    expected = values_of(case, "cited")
    end = LISTS.get(given["end"], given["end"])
    record = read(given["case"], end, language=given["language"])
    assert list(map(line_of, record.citations)) == expected
