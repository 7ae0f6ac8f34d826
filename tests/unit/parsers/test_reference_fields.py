"""Fields of whole reference strings, in the styles that lists use."""

import pytest

from scraper.parsers.reference_fields import parse_reference


def families(reference):
    return [name.family or name.literal for name in reference.author]


STYLES = [
    pytest.param(
        "Okafor, L., & Holm, B. C. (2017a). The light of coastal lamps. Journal of Coastal Studies, "
        "12(3), 45–67. https://doi.org/10.1000/JCS.12",
        {
            "author": ["Okafor", "Holm"],
            "issued": "2017",
            "year_suffix": "a",
            "title": "The light of coastal lamps",
            "container_title": "Journal of Coastal Studies",
            "volume": "12",
            "issue": "3",
            "page": "45–67",
            "DOI": "10.1000/jcs.12",
            "URL": "https://doi.org/10.1000/JCS.12",
            "type": "article-journal",
        },
        id="APA article",
    ),
    pytest.param(
        "Okafor LA, Holm BC, Ito C, et al. The light of coastal lamps. J Coast Stud. 2017;12(3):45-67. "
        "PMID: 24055351.",
        {
            "author": ["Okafor", "Holm", "Ito"],
            "issued": "2017",
            "title": "The light of coastal lamps",
            "container_title": "J Coast Stud",
            "volume": "12",
            "issue": "3",
            "page": "45-67",
            "PMID": "24055351",
        },
        id="Vancouver article",
    ),
    pytest.param(
        "Okafor, Lena. “The Light of Coastal Lamps.” Journal of Coastal Studies 12, no. 3 (2017): 45–67.",
        {
            "author": ["Okafor"],
            "title": "The Light of Coastal Lamps",
            "container_title": "Journal of Coastal Studies",
            "volume": "12",
            "issue": "3",
            "page": "45–67",
            "issued": "2017",
        },
        id="Chicago article",
    ),
    pytest.param(
        "[4] L. Okafor and B. Holm, “The light of coastal lamps,” Journal of Coastal Studies, vol. 12, "
        "no. 3, pp. 45–67, 2017.",
        {
            "label": "4",
            "author": ["Okafor", "Holm"],
            "title": "The light of coastal lamps",
            "volume": "12",
            "page": "45–67",
        },
        id="IEEE article",
    ),
    pytest.param(
        "Okafor, Lena. The Light of Lamps. 2nd ed. Cambridge: Cambridge University Press, 1998.",
        {
            "author": ["Okafor"],
            "title": "The Light of Lamps",
            "publisher": "Cambridge University Press",
            "publisher_place": "Cambridge",
            "issued": "1998",
            "type": "book",
        },
        id="book",
    ),
    pytest.param(
        "Okafor, Lena (2012): Licht und Arbeit, in: Zeitschrift für Küstenforschung, 62(43), S. 35-41.",
        {
            "author": ["Okafor"],
            "issued": "2012",
            "title": "Licht und Arbeit",
            "container_title": "Zeitschrift für Küstenforschung",
            "volume": "62",
            "issue": "43",
            "page": "35-41",
        },
        id="German article",
    ),
    pytest.param(
        "Harbour Council. (2025). Lamp statistics. https://harbour.example/lamps",
        {
            "author": ["Harbour Council"],
            "issued": "2025",
            "title": "Lamp statistics",
            "URL": "https://harbour.example/lamps",
            "type": "webpage",
        },
        id="web page of an organisation",
    ),
    pytest.param(
        "https://tides.example/lamps/",
        {"URL": "https://tides.example/lamps/", "title": None, "author": [], "type": "webpage"},
        id="address only",
    ),
    pytest.param(
        "Foss, Anna. The Keeper’s Year. Harbour Press, 2009.",
        {"author": ["Foss"], "title": "The Keeper’s Year", "publisher": "Harbour Press"},
        id="MLA book",
    ),
    pytest.param(
        "Weiß, Otto (Hg.): Lampen am Hafen. 2. Aufl. Göttingen: Tildeverlag 2018.",
        {"author": [], "title": "Lampen am Hafen", "publisher": "Tildeverlag", "type": "book"},
        id="German edited book",
    ),
    pytest.param(
        "“What oil was worth” by Nadia Abara (Lamp Notes blog, 2018)",
        {
            "author": ["Abara"],
            "issued": "2018",
            "title": "What oil was worth",
            "container_title": "Lamp Notes blog",
        },
        id="title first, site and year in a bracket",
    ),
    pytest.param(
        "Ada Quill: Ein Licht im Winter. In: Hafenzeitung, 7. Januar 2020, S. 4.",
        {"author": ["Quill"], "issued": "2020-01-07", "type": "article-newspaper"},
        id="German newspaper in one word",
    ),
    pytest.param(
        "Harbour Museum. “Opening the lamp house.” Accessed 3 May 2021. https://museum.example/lamp.",
        {"author": ["Harbour Museum"], "accessed": "2021-05-03", "type": "webpage"},
        id="museum",
    ),
]


@pytest.mark.parametrize(
    "text, names",
    [
        pytest.param("Foss, Anna. The Keeper’s Year. Harbour Press, 2009.", "Anna", id="a name"),
        pytest.param("Foss, A. The keeper’s year. Harbour Press, 2009.", "A.", id="an initial"),
    ],
)
def test_full_stop_belongs_to_initials_only(text, names):
    assert parse_reference(text).author[0].given == names


@pytest.mark.parametrize(
    "text, family, title",
    [
        ("David A. Gorm. Lamps for all. Harbour Press, 1975.", "Gorm", "Lamps for all"),
        ("Peter S. Lang. Lamps at sea. Light Studies, 20(1):47–61, 1990.", "Lang", "Lamps at sea"),
        ("Holm A. Lamps at sea and on land. Light Studies. 1990;20(1):47–61.", "Holm", "Lamps at sea and on land"),
    ],
)  # fmt: skip
def test_initial_between_given_and_family_name(text, family, title):
    found = parse_reference(text)
    assert (found.author[0].family, found.title) == (family, title)


@pytest.mark.parametrize("mark", ["(Eds.)", "(Hrsg.)", "(dir.)", "(coords.)", "(a cura di)"])
def test_names_before_the_word_for_editors_are_editors(mark):
    found = parse_reference(f"Ruiz, M., & Weiss, O. {mark}. (2020). Writing on lamps. Tilde Press.")
    assert [(name.family, name.given) for name in found.editor] == [("Ruiz", "M."), ("Weiss", "O.")]
    assert found.author == []


@pytest.mark.parametrize("text, fields", STYLES)
def test_styles(text, fields):
    reference = parse_reference(text)
    found = {name: getattr(reference, name) for name in fields if name != "author"}
    expected = {name: value for name, value in fields.items() if name != "author"}
    assert found == expected
    if "author" in fields:
        assert families(reference) == fields["author"]


@pytest.mark.parametrize(
    "text, label, rest",
    [
        ("[12] Holm, B. (2019). Lamps.", "12", "Holm, B. (2019). Lamps."),
        ("(12) Holm, B. (2019). Lamps.", "12", "Holm, B. (2019). Lamps."),
        ("12. Holm, B. (2019). Lamps.", "12", "Holm, B. (2019). Lamps."),
        ("• Holm, B. (2019). Lamps.", None, "Holm, B. (2019). Lamps."),
        ("Holm, B. (2019). Lamps.", None, "Holm, B. (2019). Lamps."),
        ("[12]", None, "[12]"),
    ],
)
def test_printed_label_leaves_the_text(text, label, rest):
    reference = parse_reference(text)
    assert (reference.label, reference.text) == (label, rest)


def test_given_label_wins_and_the_text_stays():
    reference = parse_reference("[12] Holm, B. (2019). Lamps.", label="7")
    assert (reference.label, reference.text) == ("7", "[12] Holm, B. (2019). Lamps.")


def test_links_complete_what_is_not_printed():
    reference = parse_reference(
        "Holm B. On lamps. J Light. 2019;5(2):10-12.",
        links=["https://doi.org/10.1000/x1", "https://pubmed.ncbi.nlm.nih.gov/24055351/"],
    )
    assert reference.DOI == "10.1000/x1"
    assert reference.PMID == "24055351"
    assert reference.URL == "https://doi.org/10.1000/x1"


def test_printed_address_before_links():
    reference = parse_reference(
        "Holm, B. Lamps. https://a.example/1", links=["https://b.example/2"]
    )
    assert reference.URL == "https://a.example/1"


def test_wrong_check_digit_gives_no_isbn():
    good = parse_reference("Holm, B. (1999). Lamps. Tern Press. ISBN 0-306-40615-2.")
    bad = parse_reference("Holm, B. (1999). Lamps. Tern Press. ISBN 0-306-40615-3.")
    assert (good.ISBN, bad.ISBN) == ("0306406152", None)


def test_white_space_is_made_single():
    assert parse_reference("  Holm,\n B.\t(2019). ").text == "Holm, B. (2019)."


def test_entry_without_words_is_a_note():
    assert parse_reference("* * *").kind == "note"


def test_same_string_same_reference():
    text = "Okafor, L. (2019). On lamps. Journal of Light, 3(2), 1–9."
    assert parse_reference(text) == parse_reference(text)


def test_edition_without_its_word():
    reference = parse_reference(
        "Holm, B. (1999). Lamps of the coast. 2nd edition. London: Tern Press."
    )
    assert reference.edition == "2nd"


def test_full_stop_of_an_initial_is_kept_and_that_of_the_list_is_not():
    apa = parse_reference("Holm, B. (1999). Lamps of the coast. London: Tern Press.")
    vancouver = parse_reference("Ito C, Holm B. Lamps of the coast. J Light. 2019;5(2):10-12.")
    assert [name.given for name in apa.author] == ["B."]
    assert [name.given for name in vancouver.author] == ["C", "B"]


def test_title_in_quotation_marks_is_whole():
    reference = parse_reference("Harbour Council. “Topic no. 751, lamps and tides.” January 2025.")
    assert reference.title == "Topic no. 751, lamps and tides"
    assert reference.issued == "2025-01"


def test_archived_and_accessed_days_are_not_the_date():
    reference = parse_reference(
        '"Lamp Engine". tides.example. July 17, 2008. Archived from the original on 2010-11-28. '
        "Retrieved 2012-05-10."
    )
    assert (reference.issued, reference.accessed) == ("2008-07-17", "2012-05-10")


def test_word_in_front_tells_an_access_day():
    reference = parse_reference("Harbour Gallery, Lamps, consulted on November 5, 2025.")
    assert (reference.issued, reference.accessed) == (None, "2025-11-05")


def test_source_named_behind_a_remark():
    reference = parse_reference(
        "The council counted the lamps twice that year. Source: Holm B, Ito C. (2016). Lamps of the "
        "coast. London: Tern Press."
    )
    assert families(reference) == ["Holm", "Ito"]
    assert reference.title == "Lamps of the coast"
    assert reference.text.startswith("The council")


def test_first_word_of_the_title_behind_bare_initials():
    reference = parse_reference("Ito C, Holm B. Lamps, tides and light. J Light. 2019;5(2):10-12.")
    assert families(reference) == ["Ito", "Holm"]
    assert reference.title == "Lamps, tides and light"


@pytest.mark.parametrize(
    "text, container",
    [
        ("Holm, B. (1985), Lamps of a quiet lake, Harbour Review (HR 1985), 60, 257-279.", "Harbour Review (HR 1985)"),
        (
            (
                "Holm, B. (2016). Lamps of a lake. Proceedings of the Conference on Harbour Lamps "
                "(LAMPS 2016), 60, 257-279."
            ),
            "Proceedings of the Conference on Harbour Lamps (LAMPS 2016)",
        ),
        ("Bea Holm, A Torrent of Lamps, J. of Coastal Research 52 (1955), 54–81.", "J. of Coastal Research"),
    ],
)  # fmt: skip
def test_a_journal_has_all_of_its_name(text, container):
    assert parse_reference(text).container_title == container


def test_an_abbreviation_is_the_journals_alone():
    found = parse_reference("Bea Holm, Lamps, Trans. of the Society 56 (1968), 289–306.")
    assert (found.title, found.container_title) == ("Lamps", "Trans. of the Society")


@pytest.mark.parametrize(
    "text, title",
    [
        ("Holm, Bea. Capital. Vol. 2. London: Quay Press, 1963.", "Capital"),
        (
            "HOLM, Bea. Handbook of Coastal Lamps, t. 36. London : Quay Press, 1963.",
            "Handbook of Coastal Lamps",
        ),
    ],
)
def test_a_volume_of_a_book_is_a_book(text, title):
    found = parse_reference(text)
    assert (found.title, found.container_title, found.type) == (title, None, "book")


def test_small_letters_alone_are_no_editor():
    labels = {"Kernel": "title", "sys": "editor", "Ada": "editor"}

    class Fixed:
        """Labels words as told; stands in for the labeller."""

        def label(self, text):
            from scraper.parsers.reference_labels import LabelledToken
            from scraper.parsers.reference_tokens import tokenise

            return [LabelledToken(t, labels.get(t.text, "other")) for t in tokenise(text)]

    assert parse_reference("Kernel notes, sys, 2016", labeller=Fixed()).editor == []
    assert len(parse_reference("Kernel notes, Ada, 2016", labeller=Fixed()).editor) == 1


@pytest.mark.parametrize(
    "text, authors, title",
    [
        (
            "Owen R. Lindqvist, Samuel van der Meer and Ada O’Hara, “Harbour walls,” Maritime Studies 24, no. 8 (2008): 241–257.",
            ["Lindqvist", "van der Meer", "O’Hara"],
            "Harbour walls",
        ),
        ("Owen R. van der Meer and Ada Okafor, A short history of lamp oil (Leeds: Merrow, 1969), 264.", ["van der Meer", "Okafor"], "A short history of lamp oil"),
        ("Grünwald, Ulrike (2001): Der Nebel als Quelle: Versuch einer Deutung. Bremen: Deichverlag.", ["Grünwald"], "Der Nebel als Quelle: Versuch einer Deutung"),
        ("Соколова И. П. Маяки [Электронный ресурс]. 2023. URL: https://www.parom.example/7 (дата обращения: 04.05.2023).", ["Соколова"], "Маяки"),
    ],
)  # fmt: skip
def test_what_looks_like_the_end_of_names_and_is_not(text, authors, title):
    reference = parse_reference(text)
    assert [name.family for name in reference.author] == authors
    assert reference.title == title


def test_small_letters_name_no_editor():
    from schemas import Name
    from scraper.parsers.reference_fields import _is_lower

    assert _is_lower(Name(family="gradually", given="training must"))
    assert _is_lower(Name(literal="/usr/bin"))
    assert not _is_lower(Name(family="de groot", given="A."))
