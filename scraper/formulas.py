"""Writes a formula of a page as one line of text.

What its author wrote comes first: TeX, as an annotation (MathML 3, 5.1.3) or in ``alttext``
(2.2.1). Where a page has only the drawn form, its parts are joined as one writes them on one
line: ``x^2``, ``(a+b)/c``, ``√(x)``.
"""

from collections.abc import Callable

from lxml import etree

_TEX = ("application/x-tex", "TeX", "LaTeX")
_DISPLAY = "{\\displaystyle"
_DRAWN_BESIDE = ("katex", "MJX_Assistive", "MathJax_Preview")
"""Class names around the hidden form of a formula that stands beside it in visible characters."""
_DEEPEST = 60
"""Below this many levels the characters are joined as they come."""
_SIMPLE = 1
"""Parts of so many characters need no brackets."""


def formula_text(element: etree._Element) -> str:
    """Return a formula in one line, between spaces if it is long; empty if it is shown elsewhere.

    Args:
        element: A ``math`` element, or a ``mjx-container`` (MathJax 3) that may hold one.
    """
    math = element if element.tag == "math" else element.find(".//math")
    if math is None or _is_drawn_beside(math):
        return ""
    return _as_tex(math) or _linear(math, 0)


def _is_drawn_beside(math: etree._Element) -> bool:
    parent = math.getparent()
    name = parent.get("class", "") if parent is not None else ""
    return any(sign in name for sign in _DRAWN_BESIDE)


def _as_tex(math: etree._Element) -> str:
    written = next(
        (a.text for a in math.iter("annotation") if a.get("encoding") in _TEX and a.text),
        math.get("alttext", ""),
    )
    tex = " ".join(written.split())
    if tex.startswith(_DISPLAY) and tex.endswith("}"):
        tex = tex[len(_DISPLAY) : -1].strip()
    return tex


def _linear(element: etree._Element, depth: int) -> str:
    """Return what the drawn form says."""
    if depth > _DEEPEST:
        return "".join("".join(map(str, element.itertext())).split())
    if not isinstance(element.tag, str) or element.tag.startswith("annotation"):
        return ""
    parts = [_linear(child, depth + 1) for child in element]
    if element.tag == "semantics":
        return parts[0] if parts else ""
    if element.tag == "msqrt":
        return f"√({''.join(parts)})"
    write = _FORMS.get(element.tag)
    if write is not None and len(parts) == write[0]:
        return write[1](*parts)
    if not parts:
        return " ".join((element.text or "").split())
    joint = {"mtable": "; ", "mtr": ", "}.get(element.tag, "")
    return joint.join(part for part in parts if part)


def _bracketed(part: str) -> str:
    if len(part) <= _SIMPLE or part.isalnum() or _is_bracketed(part):
        return part
    return f"({part})"


def _is_bracketed(part: str) -> bool:
    """Return whether the first sign is a bracket that the last one closes."""
    open_ = 0
    for place, sign in enumerate(part):
        open_ += (sign == "(") - (sign == ")")
        if not open_:
            return place == len(part) - 1
    return False


_FORMS: dict[str, tuple[int, Callable[..., str]]] = {
    "mfrac": (2, lambda over, under: f"{_bracketed(over)}/{_bracketed(under)}"),
    "msup": (2, lambda base, up: f"{base}^{_bracketed(up)}"),
    "mover": (2, lambda base, up: f"{base}^{_bracketed(up)}"),
    "msub": (2, lambda base, down: f"{base}_{_bracketed(down)}"),
    "munder": (2, lambda base, down: f"{base}_{_bracketed(down)}"),
    "msubsup": (3, lambda base, down, up: f"{base}_{_bracketed(down)}^{_bracketed(up)}"),
    "munderover": (3, lambda base, down, up: f"{base}_{_bracketed(down)}^{_bracketed(up)}"),
    "mroot": (2, lambda base, degree: f"{degree}√({base})"),
}
"""Element → how many parts it has, and how they are written on one line."""
