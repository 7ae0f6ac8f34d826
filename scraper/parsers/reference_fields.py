"""Reads the fields of one reference string, under their CSL 1.0.2 names.

Identifiers are found by pattern and check digit; the rest is what the labeller assigns to each
token, joined to runs and cleaned. Finding the strings on a page is the work of ``references``.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from schemas import Name, Reference
from schemas import identifiers as ids
from scraper.parsers.reference_borders import mend_borders
from scraper.parsers.reference_dates import parse_date
from scraper.parsers.reference_labels import LabelledToken, Labeller, load_labeller
from scraper.parsers.reference_marked import marked_fields
from scraper.parsers.reference_names import is_initials, opening_editors, split_names
from scraper.parsers.reference_runs import Run, bridge_runs, end_authors, join_runs
from scraper.parsers.reference_slips import cut_number, mend_slips
from scraper.parsers.reference_starts import FULL_NAME, SMALL_NAME_WORDS, start_of_source
from scraper.parsers.reference_types import Signs, find_type
from scraper.parsers.rules.citations import UPPER
from scraper.parsers.rules.given_names import given_names
from scraper.patterns import WORD_BEGINS, by_first_letter, late

_PRINTED_LABEL = late(
    r"\s*(?:\[(\w{1,8})\]|\((\d{1,4})\)|(\d{1,3})\.(?=\s+[^\W\d_]))\s*|\s*[•·^*†]\s+"
)
_OUTER = ' \t,;:."“”„«»–—-/|_'
_WORD_BEFORE = 40
_ACCESS_WORDS = by_first_letter(
    "accessed|retrieved|consulted|visited|viewed|cited|abgerufen|aufgerufen|abruf|zugriff|"
    "besucht|consultée?s?|consultad[oa]|recuperado|consultato|acesso|geraadpleegd|hämtad|dostęp",
    WORD_BEGINS,
)
_ACCESS = late(rf"(?:{_ACCESS_WORDS})\b[^\d.;()]{{0,20}}$")
"""What stands before the day of a visit, in small letters."""
_ARCHIVED = late(r"archived(?<!\w.{8})\b[^;()]{0,30}$")
_PUBLISHED = late(r"\b(?:stand|published|updated|posted|modified)\b:?\s*(?:on\s)?$", re.IGNORECASE)
_QUOTED = late(
    r"“([^“”]{3,400})”|„([^„“”]{3,400})[“”]|«\s?([^«»]{3,400}?)\s?»|\"(?<!\w.)([^\"]{3,400})\""
)
"""A quotation on one level, which names the title in most styles that print one."""
_OPENING = "([{“„«‘"
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "“", "«": "»"}
_BARE_INITIALS = late(r"(?:and\s|&\s)?[^\W\d_][\w'’‐ -]{1,60}\s[A-Z]{1,3}")
_EDITION_WORD = late(
    r"\s*\b(?:edition|edn|eds?|éd(?:ition)?|edición|edizione|edição|auflage|aufl|uppl|druk|wyd)\b\.?$",
    re.I,
)
_OPENING_NAME = late(
    r"[^()\[\]“”„«»\"\d]{2,150}?(?=[.,:]?\s*[(\[](?:n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|(?:1[5-9]|20)\d\d[a-z]?[,)\]\s]))"
)
"""What author-date styles print before the bracket of the year."""
_NAMES_ONLY = late(
    rf"(?P<names>(?:(?:{UPPER}[\w’'‐-]{{1,30}}|{UPPER}\."
    rf"|{SMALL_NAME_WORDS}|zu|y|e|and|und|et|&)"
    r"(?:,?\s|(?=[,.:])|(?<=[.])-?(?=\S))){2,40}?)[,.:]?\s*"
)
"""Nothing but names, in any order, before a title in quotation marks."""
_MEDIUM = late(r"\s*\[(?:Электронный ресурс|Текст|Internet|Online|En ligne)\]?$", re.I)
"""What some styles print behind a title for the medium."""
_FULL_NAMES = late(
    rf"(?P<names>{UPPER}[\w’'‐-]+(?:\s{UPPER}\.)+(?:\s{SMALL_NAME_WORDS})*\s{UPPER}[\w’'‐-]+"
    rf"(?:,\s{FULL_NAME}){{0,8}}(?:,?\s(?:and|und|et|y|e|&)\s{FULL_NAME})?)(?=[:,(]|\.\s)"
)
"""Names in reading order, the first with an initial behind the given name."""
_LEADING_WORD = late(r"^(?:In|in|Dans|dans|En|en|Aus|Nel)\s*:?\s+(?=\S)")
_LOCATOR_WORD = late(
    r"^(?:pp?|S|Seiten?|pages?|págs?|vols?|volume|no|n[°º]|nr|Bd|Heft|H|v|n)(?:\.\s*|\s+)(?=[\dA-Z])",
    re.IGNORECASE,
)


def parse_reference(
    text: str,
    *,
    links: Sequence[str] = (),
    label: str | None = None,
    labeller: Labeller | None = None,
) -> Reference:
    """Return the fields of one reference string.

    Args:
        text: The entry as printed. A number or mark in front becomes the label where none is
            given. Fields are read from the first 3,000 characters.
        links: Addresses that the entry links to, in order; they complete URL, DOI, PMID, PMCID
            and arXiv where the text prints none.
        label: The entry's number or mark, if the caller knows it.
        labeller: Another labeller than the one that ships, for training and tests.

    Returns:
        A reference in which each field is what the text says or None. ``kind`` is ``note``
        where no field was found at all.
    """
    text, label = _cut_label(" ".join(text.split()), label)
    source = text[start_of_source(text) :]
    tokens = (labeller or load_labeller()).label(source)
    runs = end_authors(source, bridge_runs(source, join_runs(tokens)))
    marked = marked_fields(source) or {}
    fields = _labelled_fields(_Fields(source, mend_slips(source, mend_borders(source, runs))))
    fields |= _identifiers(tokens, links)
    fields |= {name: value for name, value in marked.items() if name != "type"}
    return Reference.model_validate(
        {
            "text": text,
            "label": label,
            "kind": "source" if any(fields.values()) else "note",
            "type": marked.get("type") or find_type(_signs(text, fields)),
            **fields,
        }
    )


def _labelled_fields(found: "_Fields") -> dict[str, object]:
    """Return all fields that the labeller reads, by their CSL names; absent ones are empty."""
    issued, suffix = found.issued()
    title, container = found.title_and_container()
    volume = found.short("volume")
    if volume is None and container is not None:
        container, volume = cut_number(container)
    editors = found.opening_editors()
    return {
        "author": [] if editors else found.names("author"),
        "editor": editors or [n for n in found.names("editor") if not _is_lower(n)],
        "issued": issued,
        "year_suffix": suffix,
        "title": _MEDIUM.sub("", title) if title else title,
        "container_title": container,
        "volume": volume,
        "issue": found.short("issue"),
        "page": found.short("pages"),
        "publisher": found.text_of("publisher"),
        "publisher_place": found.text_of("place"),
        "edition": found.edition(),
        "accessed": found.accessed(),
    }


def _is_lower(name: Name) -> bool:
    """Return whether a name has small letters only: a path, a command, words of a note."""
    return (name.literal or f"{name.family}{name.given or ''}").islower()


def _cut_label(text: str, known: str | None) -> tuple[str, str | None]:
    """Return the text without the number or mark in front, and that; a known label is kept."""
    match = _PRINTED_LABEL.match(text) if known is None else None
    if match is None or match.end() == len(text):
        return text, known
    return text[match.end() :], next((group for group in match.groups() if group), None)


class _Fields:
    """The runs of one text, asked field by field."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self._text = text
        self._runs = runs

    def _of(self, label: str) -> list[Run]:
        return [run for run in self._runs if run.label == label]

    def text_of(self, label: str) -> str | None:
        """Return the text of the main run of a label, cleaned of outer marks."""
        best = self._main(label) if self._of(label) else None
        return (clean(self._text, best.start, best.end) or None) if best else None

    def title_and_container(self) -> tuple[str | None, str | None]:
        """Return both, with slips of the labeller mended.

        A work without a title but with a container that no volume counts is the title. What
        stands in quotation marks behind the authors is the title, whole and nothing more.
        """
        title, container = self._behind_names("title"), self._behind_names("container")
        if title is None and container and not self._of("volume") and not self._of("pages"):
            title, container = container, None
        quoted = self._quoted_title()
        if quoted is None:
            return title, container
        if title and container is None:
            container = self._behind(
                quoted, self._main("title" if self._of("title") else "container")
            )
        return quoted.group(quoted.lastindex or 0).strip(_OUTER), container

    def _behind_names(self, label: str) -> str | None:
        """Return the text of a field without names that the labeller has put before it."""
        text = self.text_of(label)
        if text is None or (end := self._end_of_names()) == 0:
            return text
        run = self._main(label)
        return text if run.start >= end else clean(self._text, min(end, run.end), run.end) or None

    def _quoted_title(self) -> re.Match[str] | None:
        """Return the first quotation, where it holds the title or stands before all else."""
        match = next((m for m in _QUOTED.finditer(self._text) if " " in m.group()), None)
        if match is None or not _ends_field(self._text, match):
            return None
        inside = [
            run for run in self._of("title") if run.start < match.end() and match.start() < run.end
        ]
        before = self._text[: match.start()].strip(_OUTER)
        led_by_names = not before or any(
            run.label in ("author", "date") and run.end >= match.start() - 6 for run in self._runs
        )
        starts = any(run.start >= match.start() for run in inside)
        starts = starts or _NAMES_ONLY.fullmatch(self._text[: match.start()]) is not None
        return match if (starts or (led_by_names and not inside)) else None

    def _behind(self, quoted: re.Match[str], run: Run) -> str | None:
        """Return what of a run stands behind a quotation: the container of a quoted title."""
        start = max(run.start, quoted.end())
        return clean(self._text, start, run.end) or None if start < run.end else None

    def _main(self, label: str) -> Run:
        """Return the longest run of a label; of titles the first that is more than one word."""
        runs = self._of(label)
        first = [run for run in runs if run.tokens > 1] if label == "title" else []
        return first[0] if first else max(runs, key=lambda run: run.tokens)

    def short(self, label: str) -> str | None:
        """Return the first run of a number-like field without its label word."""
        runs = self._of(label)
        if not runs:
            return None
        value = self._text[runs[0].start : runs[0].end].strip(_OUTER)
        return _LOCATOR_WORD.sub("", value) or None

    def names(self, label: str) -> list[Name]:
        """Return the names of the first run, and of runs that only a word parts from it."""
        runs = self._of(label)
        if not runs:
            return []
        end = runs[0].end
        for run in runs[1:]:
            if run.start - end > 6 or any(
                other.start >= end and other.end <= run.start for other in self._runs
            ):
                break
            end = run.end
        if label == "author":
            end = max(end, self._end_of_opening(runs[0].start))
            quoted = self._quoted_title()
            if quoted is not None and runs[0].start == 0:
                names = _NAMES_ONLY.fullmatch(self._text[: quoted.start()])
                end = max(end, names.end("names") if names else 0)
            end += self._stop_of_initial(runs[0].start, end)
            end = max(end, self._end_of_names() if runs[0].start == 0 else 0)
        return split_names(self._text[runs[0].start : end])

    def opening_editors(self) -> list[Name]:
        """Return the editors who stand where authors do, if the text calls them that."""
        return opening_editors(self._text)

    def _stop_of_initial(self, start: int, end: int) -> int:
        """Return 1 where the full stop behind the names belongs to an initial (``Holm, B.``)."""
        if self._text[end : end + 1] != ".":
            return 0
        parts = self._text[start:end].split(",")
        if len(parts) == 2 and " " not in parts[0].strip():
            return int(is_initials(parts[1].split()[-1] if parts[1].strip() else ""))
        return 0 if _BARE_INITIALS.fullmatch(parts[-1].strip()) else 1

    def _end_of_names(self) -> int:
        """Return where the opening names end if the labeller stopped at an initial, else 0.

        ``Owen R.`` looks like the end of a sentence; the family name behind it says that it is not.
        """
        match = _FULL_NAMES.match(self._text)
        authors = self._of("author")
        if match is None or not authors or authors[0].end >= match.end("names"):
            return 0
        # ``Holm A. Lamps.`` is a family name, an initial and a title.
        first = match.group().split()[0].casefold()
        if self._text[match.end()] == "." and first not in given_names():
            return 0
        inside = self._text[authors[0].end - 1 : authors[0].end + 1].startswith(".")
        return match.end("names") if inside or self._text[authors[0].end] == "." else 0

    def edition(self) -> str | None:
        """Return the edition without the word for it (``2nd``, ``Rev.``)."""
        value = self.text_of("edition")
        if value is None:
            return None
        return _EDITION_WORD.sub("", value).strip(_OUTER) or value

    def _end_of_opening(self, start: int) -> int:
        """Return where the name before a bracketed year ends, or 0.

        Organisations whose name looks like a journal (``Coast Review. (2019). Title``) are cut
        short by the labeller; a title behind the year says that all before it is the author.
        """
        titles = self._of("title")
        match = _OPENING_NAME.match(self._text) if start == 0 and titles else None
        return match.end() if match is not None and titles[0].start >= match.end() else 0

    def issued(self) -> tuple[str | None, str | None]:
        """Return the date of publication and the letter behind its year."""
        dates = [date for kind, *date in self._dates() if kind == "date"]
        return (dates[0][0], dates[0][1]) if dates else (None, None)

    def accessed(self) -> str | None:
        """Return the day on which somebody read the source."""
        return next((str(date) for kind, date, _ in self._dates() if kind == "accessed"), None)

    def _dates(self) -> list[tuple[str, str, str | None]]:
        """Return all dates with what they are; the word in front overrules the labeller."""
        dates = []
        for run in self._runs:
            if run.label not in ("date", "accessed"):
                continue
            date, suffix = parse_date(self._text[run.start : run.end])
            before = self._text[max(0, run.start - _WORD_BEFORE) : run.start].lower()
            if date is None or _ARCHIVED.search(before):
                continue
            kind = "accessed" if _ACCESS.search(before) else run.label
            if kind == "accessed" and _PUBLISHED.search(before):
                kind = "date"
            dates.append((kind, date, suffix))
        return dates


def clean(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]`` grown by its own closing mark and cut of foreign ones."""
    while (
        start and text[start - 1] in _OPENING and _closes_inside(text[start - 1], text[start:end])
    ):
        start -= 1
    value = text[start:end]
    following = text[end : end + 1]
    if following in ("?", "!") or (
        following in (")", "]")
        and value.count("(") + value.count("[") > value.count(")") + value.count("]")
    ):
        value += following
    return _LEADING_WORD.sub("", value.strip(_OUTER))


def _ends_field(text: str, quoted: re.Match[str]) -> bool:
    """Return whether a quotation ends a field: a mark inside or behind it, or the end."""
    behind = text[quoted.end() : quoted.end() + 2].lstrip(" ")
    return not behind or behind[0] in ".,;:([" or text[quoted.end() - 2] in ".,;?!"


def _closes_inside(mark: str, value: str) -> bool:
    closing = _PAIRS.get(mark, "")
    return bool(closing) and closing in value[:-1] and mark not in value.split(closing, 1)[0]


def _identifiers(tokens: Sequence[LabelledToken], links: Sequence[str]) -> dict[str, str | None]:
    printed = [item.token for item in tokens if item.token.kind != "word"]
    linked = [*(token.text for token in printed), *links]
    urls = [*(token.text for token in printed if token.kind == "link"), *links]
    isbns = [token.text for token in printed if token.kind == "isbn"]
    issns = [token.text for token in printed if token.kind == "issn"]
    return {
        "DOI": _first(ids.parse_doi, linked),
        "URL": next((url for url in urls if url), None),
        "ISBN": _first(ids.parse_isbn, isbns),
        "ISSN": _first(ids.parse_issn, issns),
        "PMID": _first(ids.parse_pmid, linked),
        "PMCID": _first(ids.parse_pmcid, linked),
        "arxiv": _first(ids.parse_arxiv, linked),
    }


def _first(parse: Callable[[str], str | None], texts: Sequence[str]) -> str | None:
    return next((found for found in map(parse, texts) if found), None)


def _signs(text: str, fields: Mapping[str, object]) -> Signs:
    issued = fields["issued"]
    container = fields["container_title"]
    return Signs(
        text=text,
        container=container if isinstance(container, str) else None,
        has_editor=bool(fields["editor"]),
        has_volume=bool(fields["volume"]) or bool(fields["issue"]),
        has_pages=bool(fields["page"]),
        has_publisher=bool(fields["publisher"]) or bool(fields["publisher_place"]),
        has_isbn=bool(fields["ISBN"]),
        has_doi=bool(fields["DOI"]),
        has_url=bool(fields["URL"]),
        has_arxiv=bool(fields["arxiv"]),
        has_day=bool(fields["accessed"]) or (isinstance(issued, str) and len(issued) > len("2016")),
    )
