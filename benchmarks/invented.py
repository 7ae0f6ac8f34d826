"""Invented records in any number, for benchmarks: same seed, same records, one at a time."""

import random
from collections.abc import Iterator

from schemas import Article, Author, Block, Citation, CitationItem, Evidence, Name, Quote, Reference

_FIRST = "Ada Bryn Carl Dele Greta Helen Ingrid Jo Maureen Nils Olu Priya Rhona Shirin Tess".split()
_LAST = "Amsel Dahl Fenn Hale Holt Kazemi Lund Marrow Okafor Petrie Pym Quill Solheim Wren".split()
_STEMS = "har fer lan pier sal tor win mar col ben dra gil nor ves pol tam rin kel os und".split()
_ENDS = "bour ry d t mon ing er ow ley ton s al ic ment ness ward ish or".split()
_WORDS = sorted({stem + end for stem in _STEMS for end in _ENDS})
_COMMON = "the of and to a in that was it for on with as had by not but from they be".split()
_DISTINCT = 3_000
_LANGUAGES = ("en", "en", "en", "en-GB", "de", "fr", "es")


def invented_records(
    count: int, seed: int = 1, *, paragraphs: int = 12, own_works: bool = False
) -> Iterator[Article]:
    """Yield ``count`` records of about 550 words with quotations, citations and references.

    Texts come round after ``_DISTINCT`` records, under new ids, since inventing costs more than
    what is measured; dates, sites and languages come round with them.

    Args:
        count: How many.
        seed: The same seed gives the same records.
        paragraphs: Of each text, some 46 words each.
        own_works: Whether no two records cite the same work.
    """
    chance = random.Random(seed)
    few = [_record(chance, number, paragraphs) for number in range(min(count, _DISTINCT))]
    for number in range(count):
        changes: dict[str, object] = {"id": invented_id(number)}
        record = few[number % len(few)]
        if own_works:
            changes["references"] = [
                work.model_copy(update={"title": f"{work.title} {number}"})
                for work in record.references
            ]
        yield record.model_copy(update=changes)


def invented_id(number: int) -> str:
    """Return the id of a record: as scattered as those of real ones, which are digests."""
    return f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}"


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def _sentence(chance: random.Random, size: int) -> str:
    words = [
        chance.choice(_COMMON) if chance.random() < 0.45 else _WORDS[_rank(chance)]
        for _ in range(size)
    ]
    return " ".join(words).capitalize() + "."


def _rank(chance: random.Random) -> int:
    """Return the place of a word: few are frequent and many rare, as in real text."""
    return min(int(chance.paretovariate(0.6)), len(_WORDS)) - 1


def _record(chance: random.Random, number: int, size: int) -> Article:
    paragraphs: list[str] = []
    blocks: list[Block] = []
    quotes: list[Quote] = []
    position = 0
    for place in range(size):
        text = " ".join(_sentence(chance, chance.randint(8, 22)) for _ in range(3))
        if place % 3 == 1:
            words = _sentence(chance, 9)
            speaker = _name(chance)
            start = position + len(text) + 2
            quotes.append(
                Quote(text=words, speaker=speaker, cue="said", start=start, end=start + len(words))
            )
            text = f"{text} “{words}” said {speaker}."
        blocks.append(Block(kind="paragraph", text=text, start=position, end=position + len(text)))
        paragraphs.append(text)
        position += len(text) + 2
    host = f"site{chance.randint(1, 300):03}.example"
    work = _work(chance)
    return Article(
        id=invented_id(number),
        url=f"https://{host}/{number}",
        canonical_url=f"https://{host}/{number}",
        title=_sentence(chance, 7).rstrip("."),
        authors=[Author(name=_name(chance), bio=_sentence(chance, 12))] if number % 8 else [],
        date_published=_day(chance),
        language=chance.choice(_LANGUAGES),
        site_name=host.partition(".")[0].capitalize(),
        body="\n\n".join(paragraphs),
        blocks=blocks,
        quotes=quotes,
        citations=[
            Citation(
                text="(Lund, 2016)",
                kind="author-date",
                items=[CitationItem(authors=["Lund"], year="2016", reference=0)],
                reference=0,
            )
        ],
        references=[work],
        word_count=46 * size,
        evidence={
            name: Evidence(source="meta", where=f"og:{name}", confidence=round(chance.random(), 2))
            for name in ("title", "date_published", "language", "site_name")
        },
        extractor_version="0",
    )


def _day(chance: random.Random) -> str:
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    return f"{chance.randint(2000, 2025)}-{month:02}-{day:02}"


def _work(chance: random.Random) -> Reference:
    family, year = chance.choice(_LAST), f"{chance.randint(1990, 2024)}"
    title = f"On {chance.choice(_WORDS)} and {chance.choice(_WORDS)}"
    return Reference(
        text=f"{family} ({year}) {title}.",
        author=[Name(family=family)],
        issued=year,
        title=title,
    )
