"""The plots of docs/benchmarks.md and its measurements, from the numbers in docs/figures.toml.

    python benchmarks/plots.py            # writes docs/plots/*.svg, names figures the page has not

Plain SVG with a white ground: no script, no font and no style of elsewhere, the same bytes for the
same numbers. Each plot only repeats a table that stands beside it, which is what a screen reader
gets.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import ceil, log10
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"
OURS, OTHER, INK, SOFT, RULE = "#7a3b2e", "#8f8778", "#23201b", "#645d52", "#e3ddd0"
LINES = ("#7a3b2e", "#1d5564", "#6a4a00", "#24602f", "#62348a", "#14508a")
_DASHES = ("", "6 3", "2 3", "8 3 2 3")
_WIDTH, _LABELS, _RIGHT, _ROW, _TOP = 600, 222, 48, 26, 58


def main() -> None:
    """Draw every plot anew."""
    folder = DOCS / "plots"
    folder.mkdir(exist_ok=True)
    for name, text in draw_all(read_figures()).items():
        (folder / f"{name}.svg").write_text(text, encoding="utf-8")
        print(folder / f"{name}.svg")
    for number in missing_in(read_figures(), read_pages()):
        print(f"{number} does not stand in benchmarks.md or measurements; put one of the two right")


def read_pages() -> str:
    """Return the pages with the tables that plots repeat."""
    pages = [DOCS / "benchmarks.md", *sorted((DOCS / "measurements").glob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def missing_in(figures: object, page: str) -> list[str]:
    """Return the figures that do not stand in a page as it writes them: .962, 6.6, 10,000."""
    if isinstance(figures, Mapping):
        figures = list(figures.values())
    if isinstance(figures, list):
        return [number for part in figures for number in missing_in(part, page)]
    if isinstance(figures, bool) or not isinstance(figures, int | float):
        return []
    written = f"{figures:,}" if isinstance(figures, int) else f"{figures:g}"
    forms = (written, f"{figures:.2f}".removeprefix("0"), f"{figures:.3f}".removeprefix("0"))
    return [] if any(form in page for form in forms) else [written]


def read_figures() -> dict[str, Any]:
    """Return the numbers, by the name of the plot."""
    return tomllib.loads((DOCS / "figures.toml").read_text(encoding="utf-8"))


def draw_all(figures: Mapping[str, Any]) -> dict[str, str]:
    """Return the text of every plot's file, by name."""
    return {
        "quality": draw_pairs(figures["quality"]),
        "speed": draw_bars(figures["speed"]),
        "crawl": draw_bars(figures["crawl"]),
        "memory": draw_lines(figures["memory"]),
    }


def draw_pairs(plot: Mapping[str, Any]) -> str:
    """Return rows of two dots on a scale from 0 to 1: another tool's hollow, ours filled."""
    rows: Sequence[tuple[str, float, float]] = plot["rows"]
    scale = _Scale(1.0)
    height = _TOP + 24 + _ROW * len(rows) + 34
    parts = [*_head(plot["title"], height), *_key(plot["names"])]
    parts += scale.grid(_TOP + 24, height - 34, plot["axis"])
    for number, (label, other, ours) in enumerate(rows):
        y = _TOP + 24 + _ROW * (number + 0.5)
        parts.append(_text(_LABELS - 10, y + 4, label, anchor="end"))
        left, right = sorted((scale(other), scale(ours)))
        parts.append(_line(left, y, right, y, OTHER, 2))
        parts.append(_dot(scale(other), y, "#ffffff", OTHER))
        parts.append(_dot(scale(ours), y, OURS, OURS))
        parts.append(_text(_WIDTH - 6, y + 4, _share(ours), anchor="end", colour=OURS))
    return _close(parts)


def draw_bars(plot: Mapping[str, Any]) -> str:
    """Return one bar a row, ours in the colour of the house."""
    rows: Sequence[tuple[str, float, bool]] = plot["rows"]
    scale = _Scale(max(value for _, value, _ in rows))
    height = _TOP + _ROW * len(rows) + 34
    parts = [*_head(plot["title"], height), *scale.grid(_TOP, height - 34, plot["axis"])]
    for number, (label, value, is_ours) in enumerate(rows):
        y = _TOP + _ROW * number + 5
        colour = OURS if is_ours else OTHER
        parts.append(_text(_LABELS - 10, y + 13, label, anchor="end"))
        width = scale(value) - _LABELS
        parts.append(
            f'<rect x="{_LABELS}" y="{y}" width="{width:.1f}" height="16" fill="{colour}"/>'
        )
        parts.append(_text(scale(value) + 6, y + 13, f"{value:g}", colour=INK))
    return _close(parts)


def draw_lines(plot: Mapping[str, Any]) -> str:
    """Return a line for each name over counts that grow tenfold."""
    lines: Mapping[str, Sequence[float]] = plot["lines"]
    counts: Sequence[int] = plot["counts"]
    top = _nice(max(max(values) for values in lines.values()))
    height, base = 360, 310
    left, right = 52, _WIDTH - 175
    xs = [left + (right - left) * n / (len(counts) - 1) for n in range(len(counts))]
    parts = _head(plot["title"], height)
    for step in range(5):
        value = top * step / 4
        y = base - (base - _TOP) * step / 4
        parts.append(_line(left, y, right, y, RULE))
        parts.append(_text(left - 8, y + 4, f"{value:g}", anchor="end", colour=SOFT))
    parts.append(_text(left - 8, _TOP - 12, plot["unit"], anchor="end", colour=SOFT))
    for x, count in zip(xs, counts, strict=True):
        parts.append(_text(x, base + 18, f"{count:,}", anchor="middle", colour=SOFT))
    parts.append(_text((left + right) / 2, base + 38, plot["axis"], anchor="middle", colour=SOFT))
    ends = _apart({name: base - (base - _TOP) * values[-1] / top for name, values in lines.items()})
    for number, (name, values) in enumerate(lines.items()):
        colour, dash = LINES[number % len(LINES)], _DASHES[number // len(LINES) % len(_DASHES)]
        ys = [base - (base - _TOP) * value / top for value in values]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"'
            f' stroke-dasharray="{dash}"/>'
        )
        parts += [_dot(x, y, colour, colour, 3) for x, y in zip(xs, ys, strict=True)]
        parts.append(_line(right + 4, ys[-1], right + 16, ends[name], RULE))
        parts.append(_text(right + 20, ends[name] + 4, f"{name}: {values[-1]:g}", colour=colour))
    return _close(parts)


class _Scale:
    """From values to places between the labels and the right edge."""

    def __init__(self, most: float) -> None:
        self._top = _nice(most)

    def __call__(self, value: float) -> float:
        return _LABELS + (_WIDTH - _LABELS - _RIGHT) * value / self._top

    def grid(self, top: float, base: float, axis: str) -> Iterator[str]:
        """Yield the lines behind the values, their numbers and what they count."""
        for step in range(6):
            value = self._top * step / 5
            yield _line(self(value), top, self(value), base, RULE)
            yield _text(self(value), base + 14, f"{value:g}", anchor="middle", colour=SOFT)
        yield _text(self(self._top / 2), base + 29, axis, anchor="middle", colour=SOFT)


def _nice(most: float) -> float:
    """Return a round number that is not smaller: 1, 2, 2.5 or 5 with noughts."""
    power: float = 10.0 ** (ceil(log10(most)) - 1)
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= most)


def _apart(places: Mapping[str, float], room: float = 15) -> dict[str, float]:
    """Return places with room for a line of text between them, moved upwards where needed."""
    moved: dict[str, float] = {}
    limit = float("inf")
    for name, place in sorted(places.items(), key=lambda pair: -pair[1]):
        moved[name] = limit = min(place, limit - room)
    return moved


def _share(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")


def _head(title: str, height: float) -> list[str]:
    return [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:g}" role="img"'
            ' font-family="system-ui, sans-serif" font-size="13">'
        ),
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{height:g}" rx="4" fill="#ffffff"/>',
        f'<text x="16" y="28" fill="{INK}" font-size="16" font-weight="600">{escape(title)}</text>',
    ]


def _key(names: Sequence[str]) -> Iterator[str]:
    other, ours = names
    yield _dot(_LABELS + 6, 52, "#ffffff", OTHER)
    yield _text(_LABELS + 18, 56, other, colour=SOFT)
    yield _dot(_LABELS + 136, 52, OURS, OURS)
    yield _text(_LABELS + 148, 56, ours, colour=SOFT)


def _text(x: float, y: float, text: str, *, anchor: str = "start", colour: str = INK) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} fill="{colour}">{escape(text)}</text>'


def _line(x: float, y: float, x2: float, y2: float, colour: str, width: int = 1) -> str:
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width}"/>'


def _dot(x: float, y: float, fill: str, stroke: str, radius: int = 5) -> str:
    place = f'cx="{x:.1f}" cy="{y:.1f}" r="{radius}"'
    return f'<circle {place} fill="{fill}" stroke="{stroke}" stroke-width="2"/>'


def _close(parts: Sequence[str]) -> str:
    return "\n".join([*parts, "</svg>"]) + "\n"


if __name__ == "__main__":
    main()
