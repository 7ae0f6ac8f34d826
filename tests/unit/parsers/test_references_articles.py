"""Lists of references in whole articles: headings, markup, numbers, back-links, look-alikes."""

import pytest
from pullquote_test_articles import read

CASES = [
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>References</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading References en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Notes</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Notes en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Sources</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Sources en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Further reading</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Further reading en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Bibliography</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Bibliography en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Works cited</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Works cited en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>References and further reading</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading References and further reading en",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Quellen und Literatur</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Quellen und Literatur de",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Weiterführende Literatur</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Weiterführende Literatur de",
    ),
    pytest.param(
        "fr",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Pour en savoir plus</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Pour en savoir plus fr",
    ),
    pytest.param(
        "fr",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Sources et bibliographie</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Sources et bibliographie fr",
    ),
    pytest.param(
        "es",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Fuentes consultadas</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Fuentes consultadas es",
    ),
    pytest.param(
        "es",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Lecturas recomendadas</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Lecturas recomendadas es",
    ),
    pytest.param(
        "it",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Letture consigliate</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Letture consigliate it",
    ),
    pytest.param(
        "it",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Note</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Note it",
    ),
    pytest.param(
        "nl",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Verder lezen</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Verder lezen nl",
    ),
    pytest.param(
        "pl",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Źródła</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Źródła pl",
    ),
    pytest.param(
        "pl",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Literatura uzupełniająca</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Literatura uzupełniająca pl",
    ),
    pytest.param(
        "sv",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Källor och litteratur</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Källor och litteratur sv",
    ),
    pytest.param(
        "sv",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Vidare läsning</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Vidare läsning sv",
    ),
    pytest.param(
        "pt",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Leituras complementares</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Leituras complementares pt",
    ),
    pytest.param(
        "pt",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Fontes</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Fontes pt",
    ),
    pytest.param(
        "ru",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Литература</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Литература ru",
    ),
    pytest.param(
        "ru",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Дополнительная литература</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Дополнительная литература ru",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Selected sources</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Selected sources en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Endnotes</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Endnotes en",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Zum Weiterlesen</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Zum Weiterlesen de",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Literaturtipps</h3><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading Literaturtipps de",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<p><strong>Sources:</strong></p><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading in strong en",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<dl><dt>Literatur</dt><dd>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</dd><dd>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</dd><dd>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</dd></dl>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="heading in dt de",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<hr><p>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</p><p>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</p><p>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="no heading, paragraphs en",
    ),
    pytest.param(
        "fr",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ul>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="no heading, list fr",
    ),
    pytest.param(
        "es",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Bibliografía</h2><p>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</p><p>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</p><p>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="paragraphs es",
    ),
    pytest.param(
        "it",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Bibliografia</h2><div class=r><div>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</div><div>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</div><div>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</div></div>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="divs it",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>References</h2><table><tr><td>1</td><td>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</td></tr><tr><td>2</td><td>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</td></tr><tr><td>3</td><td>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</td></tr></table>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="table rows en",
    ),
    pytest.param(
        "nl",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Literatuur</h2><table><tr><td>[1]</td><td>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</td></tr><tr><td>[2]</td><td>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</td></tr><tr><td>[3]</td><td>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</td></tr></table>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="table rows nl",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Literatur</h2><table><tr><th>Autor</th><th>Jahr</th><th>Titel</th></tr><tr><td>Abara, N.</td><td>2011</td><td>Eiche und Wasser. Kiel: Hafen.</td></tr><tr><td>Lind, E.</td><td>2016</td><td>Räder. Bonn: Tilde.</td></tr></table>",
        [
            (None, "Abara, N. 2011 Eiche und Wasser. Kiel: Hafen."),
            (None, "Lind, E. 2016 Räder. Bonn: Tilde."),
        ],
        id="table rows, three cells de",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>References</h2><dl><dt>[1]</dt><dd>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</dd><dt>[2]</dt><dd>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</dd><dt>[3]</dt><dd>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</dd></dl>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="definition list en",
    ),
    pytest.param(
        "sv",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Referenser</h2><dl><dt id=f1>1</dt><dd><p>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</p></dd><dt id=f2>2</dt><dd><p>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</p></dd><dt id=f3>3</dt><dd><p>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p></dd></dl>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="definition list sv",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>References</h2><p>Abara, N. (2011).</p><p>Oak and water. Journal of Mills, 4(1), 3–19.</p><p>Lindqvist, E., &amp; Moreau, P. (2016)</p><p>Keeping wheels. Harbour Press.</p>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016) Keeping wheels. Harbour Press."),
        ],
        id="one block cut into several en",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Quellen</h2><p>Statistik der Mühlen 2019</p><p>https://stat.example/muehlen</p><p>Das Bachbuch, Pfarrarchiv 1871</p><p>https://archiv.example/bach</p>",
        [
            (None, "Statistik der Mühlen 2019 https://stat.example/muehlen"),
            (None, "Das Bachbuch, Pfarrarchiv 1871 https://archiv.example/bach"),
        ],
        id="one entry in title line and address de",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>References</h2><p>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.<br>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.<br>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="several in one block (br) en",
    ),
    pytest.param(
        "pt",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Referências</h2><p>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.<br><br>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.<br><br>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                None,
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="several in one block (br br) pt",
    ),
    pytest.param(
        "fr",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Références</h2><p>[1] Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. [2] Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. [3] Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="several in one block, numbered fr",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Sources</h2><p>1. Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. 2. Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. 3. Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="several in one block, numbered dots en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<p><b>Sources:</b> Abara, N. (2011), Oak and water, Harbour Press; Lindqvist, E. (2016), Keeping wheels, Tilde Press; Weiss, O. (2018), Dressing stones, Parish Archive</p>",
        [
            (None, "Abara, N. (2011), Oak and water, Harbour Press"),
            (None, "Lindqvist, E. (2016), Keeping wheels, Tilde Press"),
            (None, "Weiss, O. (2018), Dressing stones, Parish Archive"),
        ],
        id="several in one block, semicolons en",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>References</h2><p>1. Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</p><p>2. Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</p><p>3. Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="printed numbers en",
    ),
    pytest.param(
        "pl",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Literatura</h2><p>(1) Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</p><p>(2) Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</p><p>(3) Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="printed numbers (1) pl",
    ),
    pytest.param(
        "es",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>Referencias</h2><p>1) Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</p><p>2) Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</p><p>3) Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="printed numbers 1) es",
    ),
    pytest.param(
        "fr",
        "<p>Le chêne<sup>1</sup> était cher<sup>2</sup> et la farine<sup>3</sup> aussi.</p>",
        "<h2>Notes</h2><p><sup>1</sup> Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</p><p><sup>2</sup> Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</p><p><sup>3</sup> Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</p>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="printed sup fr",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h2>References</h2><ol><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li><li>Tanaka, K., Ruiz, M., &amp; Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.</li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
            (
                "3",
                "Tanaka, K., Ruiz, M., & Weiss, O. (2020). Letters of a miller. Quarterly of Letters, 12(3), 101–120.",
            ),
        ],
        id="ol counts en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>Notes</h2><ol><li id=fn1>The price is in Abara (2011, p. 4). <a href='#fr1'>Jump up</a></li><li id=fn2>For a longer view see Lindqvist and Moreau (2016). <a href='#fr2'>↑</a></li></ol><h2>References</h2><ul><li>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li></ul>",
        [
            ("1", "The price is in Abara (2011, p. 4)."),
            ("2", "For a longer view see Lindqvist and Moreau (2016)."),
            (None, "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            (None, "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="notes that hold citations en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>↩</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2'>↩</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink ↩ en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>↩︎</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2'>↩︎</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink ↩︎ en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1><a href='#fr1'>^</a> Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li id=fn2><a href='#fr2'>^</a> Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink ^ en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>⇧</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2'>⇧</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink ⇧ en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1><a href='#fr1'>Jump up</a> Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li id=fn2><a href='#fr2'>Jump up</a> Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink Jump up en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>[back]</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2'>[back]</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink [back] en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>Back to text</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2'>Back to text</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink Back to text en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1><a href='#fr1'>a</a> <a href='#fr1b'>b</a> Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19.</li><li id=fn2><a href='#fr2'>a</a> <a href='#fr2b'>b</a> Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press.</li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink a b c en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>↵ return to text</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2'>↵ return to text</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink ↵ return to text en",
    ),
    pytest.param(
        "en",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>References</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>&#8617;&#xfe0e;</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2'>&#8617;&#xfe0e;</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink &#8617;&#xfe0e; en",
    ),
    pytest.param(
        "de",
        "<p>Oak was dear<sup><a href='#fn1' id='fr1'>1</a></sup> and flour was money<sup><a href='#fn2' id='fr2'>2</a></sup>.</p>",
        "<h2>Fußnoten</h2><ol><li id=fn1>Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19. <a href='#fr1'>zurück nach oben</a></li><li id=fn2>Lindqvist, E., &amp; Moreau, P. (2016). Keeping wheels. Harbour Press. <a href='#fr2' title='Zurück zum Text'>hoch</a></li></ol>",
        [
            ("1", "Abara, N. (2011). Oak and water. Journal of Mills, 4(1), 3–19."),
            ("2", "Lindqvist, E., & Moreau, P. (2016). Keeping wheels. Harbour Press."),
        ],
        id="backlink de de",
    ),
    pytest.param(
        "en",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Further reading</h3><ul><li><a href='/a'>How to dress a stone</a></li><li><a href='/b'>Ten brooks worth a walk</a></li></ul>",
        [],
        id="related articles en",
    ),
    pytest.param(
        "de",
        "<p>As the letters show, oak was dear and flour was money in the valley of the two brooks.</p>",
        "<h3>Bildquellen</h3><ul><li>Foto 1: Ada Quill</li><li>Foto 2: Otto Sand, 2019</li></ul>",
        [],
        id="image sources de",
    ),
]


@pytest.mark.parametrize("language, case, end, expected", CASES)
def test_entries_of_an_article(language, case, end, expected):
    record = read(case, end, language=language)
    assert [(entry.label, entry.text) for entry in record.references] == expected
