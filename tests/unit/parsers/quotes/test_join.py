"""Interrupted quotations become one with parts."""


def test_attribution_between_two_sentences(quotes):
    (found,) = quotes("<p>“The steel is fine,” Clara Novak said. “The arithmetic is fine.”</p>")
    assert [p.text for p in found.parts] == ["The steel is fine,", "The arithmetic is fine."]
    assert found.text == "The steel is fine, The arithmetic is fine."


def test_short_stretches_are_kept_as_parts(quotes):
    (found,) = quotes("<p>“However,” she said, “we work with a lot of people.”</p>")
    assert found.parts[0].text == "However,"


def test_own_attributions_make_two(quotes):
    html = "<p>“The steel of it is fine,” Clara Novak said. “The salt is not so fine,” Judith Amadi said.</p>"
    assert [q.speaker for q in quotes(html)] == ["Clara Novak", "Judith Amadi"]


def test_a_new_paragraph_makes_two(quotes):
    html = "<p>“The steel of it is fine,” Clara Novak said.</p><p>“The salt is not so fine at all.”</p>"
    assert len(quotes(html)) == 2


def test_a_clause_between_makes_two(quotes):
    html = "<p>“The steel of it is fine,” Clara Novak said, adding that it “would last another winter”.</p>"
    assert len(quotes(html)) == 2
