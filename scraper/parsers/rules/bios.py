"""Words of texts about authors.

The openings and headings were collected from the author boxes of common themes and newspapers,
in the languages of the larger presses.
"""

import re

COPULA = (
    r"is|was|has|have|had|are|were|works?|worked|writes|wrote|covers?|covered|lives?|lived|serves|"
    r"served|leads|led|teaches|taught|holds?|specializes|specialises|specialized|joined|runs|"
    r"brings|began|started|studied|studies|loves|currently|graduated|founded|reports|edits|"
    r"received|earned|helps|focuses|spent|believes|oversees|manages|contributes|"
    r"ist|war|arbeitet|schreibt|lebt|studiert|studierte|leitet|lehrt|berichtet|forscht|hat|"
    r"est|a été|écrit|travaille|enseigne|vit|dirige|couvre|a|"
    r"es|fue|escribe|trabaja|vive|dirige|enseña|ha|"
    r"è|scrive|lavora|vive|insegna|si occupa|"
    r"é|escreve|trabalha|mora|atua|"
    r"werkt|schrijft|woont|is|doceert|"
    r"är|skriver|arbetar|bor|er|arbejder|arbeider|skriver|on|työskentelee|kirjoittaa|"
    r"jest|pisze|pracuje|je|píše|pracuje|"
    r"adalah|merupakan|menulis|là"
)
"""Verbs behind the name at the start of a bio."""
