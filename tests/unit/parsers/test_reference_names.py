"""Names in all printed orders."""

import pytest

from scraper.parsers.reference_names import is_initials, split_names


def names_of(text):
    return [(n.family, n.given) if n.family else n.literal for n in split_names(text)]


@pytest.mark.parametrize(
    "printed, names",
    [
        pytest.param("Okafor, L.", [("Okafor", "L.")], id="APA"),
        pytest.param("Okafor, L. A., & Holm, B.", [("Okafor", "L. A."), ("Holm", "B.")], id="APA two"),
        pytest.param("Kiss P. – Balogh A. – Nagy S.", [("Kiss", "P."), ("Balogh", "A."), ("Nagy", "S.")], id="dashes"),
        pytest.param("DVOŘÁK, Jan a Petr ČERNÝ", [("DVOŘÁK", "Jan"), ("ČERNÝ", "Petr")], id="Czech"),
        pytest.param("Okafor LA, Holm B", [("Okafor", "LA"), ("Holm", "B")], id="Vancouver"),
        pytest.param("L. A. Okafor, B. Holm, and C. Ito", [("Okafor", "L. A."), ("Holm", "B."), ("Ito", "C.")], id="IEEE"),
        pytest.param("S.J. Okafor and B.C. Holm", [("Okafor", "S.J."), ("Holm", "B.C.")], id="tight"),
        pytest.param("Okafor, Lena, and Ben Holm", [("Okafor", "Lena"), ("Holm", "Ben")], id="MLA turns the first"),
        pytest.param("Okafor, Lena, Ben Holm and Cho Ito", [("Okafor", "Lena"), ("Holm", "Ben"), ("Ito", "Cho")], id="MLA three"),
        pytest.param("Okafor, Lena R., & Holm, Ben A.", [("Okafor", "Lena R."), ("Holm", "Ben A.")], id="both turned"),
        pytest.param("Okafor, L.; Holm, B. C.", [("Okafor", "L."), ("Holm", "B. C.")], id="ACS"),
        pytest.param("Okafor, Lena/Holm, Ben", [("Okafor", "Lena"), ("Holm", "Ben")], id="German slash"),
        pytest.param("Lena Okafor und Ben Holm", [("Okafor", "Lena"), ("Holm", "Ben")], id="und"),
        pytest.param("OKAFOR Lena, HOLM Ben", [("OKAFOR", "Lena"), ("HOLM", "Ben")], id="French capitals"),
        pytest.param("Ludwig van der Holm", [("van der Holm", "Ludwig")], id="particles"),
        pytest.param("van Holm, L.", [("van Holm", "L.")], id="particle first"),
        pytest.param("Holm, Lena, Jr.", [("Holm", "Lena Jr.")], id="suffix behind comma"),
        pytest.param("L. Holm Jr", [("Holm", "L. Jr")], id="suffix"),
        pytest.param("Holm L, Ito C, et al.", [("Holm", "L"), ("Ito", "C")], id="et al"),
        pytest.param("Holm et al", ["Holm"], id="family and et al"),
        pytest.param("Holm, L. (Ed.)", [("Holm", "L.")], id="editor role"),
        pytest.param("by Lena Holm", [("Holm", "Lena")], id="by"),
        pytest.param("J.-P. Holm", [("Holm", "J.-P.")], id="double initial"),
        pytest.param("Ministry of Lamps", ["Ministry of Lamps"], id="organisation"),
        pytest.param("Centers for Lamp Control and Prevention", ["Centers for Lamp Control and Prevention"], id="organisation with and"),
        pytest.param("LAMPS & CO2", ["LAMPS", "CO2"], id="two short names"),
        pytest.param("———", [], id="dashes for the author before"),
        pytest.param("", [], id="nothing"),
        pytest.param("1999", [], id="no letter"),
    ],
)  # fmt: skip
def test_names(printed, names):
    assert names_of(printed) == names


@pytest.mark.parametrize("text", ["L.", "L. A.", "LA", "J.-P.", "L.A.", "Yu."])
def test_initials(text):
    assert is_initials(text)


@pytest.mark.parametrize("text", ["", "Holm", "l.", "Lena A.", "LAMPS", "12"])
def test_no_initials(text):
    assert not is_initials(text)


def test_list_is_capped():
    assert len(split_names("Holm A, " * 5000)) <= 200


def test_a_particle_at_the_start_is_no_word_for_by():
    assert [n.family for n in split_names("von Hagen, Anna / Brandt, Karl")] == [
        "von Hagen",
        "Brandt",
    ]
    assert [n.family for n in split_names("von Anna Hagen")] == ["Hagen"]


@pytest.mark.parametrize(
    "text, families",
    [
        ("LE GOFF-PETIT Jean-Paul, MARCHAND Étienne", ["LE GOFF-PETIT", "MARCHAND"]),
        ("Ibáñez, Lucía y Ferrer Soto, Lucía", ["Ibáñez", "Ferrer Soto"]),
        (
            "Quiroga, Íñigo, Ferrer Soto, Beatriz y de la Vega, Juan Carlos",
            ["Quiroga", "Ferrer Soto", "de la Vega"],
        ),
        ("Anoop Gupta, Andrew Tucker", ["Gupta", "Tucker"]),
        ("Carilli C.L., Taylor G.B.", ["Carilli", "Taylor"]),
    ],
)
def test_family_names_of_two_words(text, families):
    assert [name.family for name in split_names(text)] == families
