"""Draws a run's report as one self-contained HTML page: no script, no network, prints well."""

from collections.abc import Iterable, Mapping
from html import escape

from schemas import CrawlReport
from scraper.urls import without_credentials

_STYLE = """
:root { color-scheme: light dark; --bar: #3b6ea5; --line: #8884; --dim: #777; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
.cards { display: flex; flex-wrap: wrap; gap: .75rem; }
.cards div { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .9rem; }
.cards b { display: block; font-size: 1.3rem; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; overflow-wrap: anywhere; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.dim { color: var(--dim); } svg { display: block; }
.warn { border-left: 3px solid #c60; padding-left: .6rem; }
"""
_BAR_WIDTH = 260
_PLOT_HEIGHT = 120


def render(report: CrawlReport) -> str:
    """Return the page of a report."""
    head = f"{escape(report.job)}, run {report.run}"
    parts = [
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width'>",
        "<meta http-equiv='Content-Security-Policy' ",
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{head}</title><style>{_STYLE}</style></head><body><h1>{head}</h1>",
        f"<p class='dim'>{report.state}{', resumed' if report.resumed else ''}; ",
        f"{report.started_at:%Y-%m-%d %H:%M:%S} to {report.ended_at:%Y-%m-%d %H:%M:%S} UTC</p>",
        *(f"<p class='warn'>{escape(text)}</p>" for text in report.warnings),
        _cards(report),
        _bars("How fetches ended", report.outcomes),
        _bars("HTTP status", report.statuses),
        _hosts(report),
        _months(report.by_month),
        _shares("Records with a value, by field", report.completeness),
        _failures(report),
        _lines("Traps left", report.traps),
        _lines("Files", report.files),
        "</body></html>\n",
    ]
    return "".join(parts)


def _cards(report: CrawlReport) -> str:
    figures = {
        "fetched": report.fetched,
        "queued": report.queued,
        "records": report.records,
        "new": report.new,
        "changed": report.changed,
        "vanished": report.vanished,
        "duplicates": report.duplicates,
        "failed": f"{report.failure_share:.1%}",
    }
    cards = (f"<div><b>{value}</b>{name}</div>" for name, value in figures.items())
    return f"<div class='cards'>{''.join(cards)}</div>"


def _bar(share: float) -> str:
    width = max(1, round(_BAR_WIDTH * share))
    return (
        f"<svg width='{_BAR_WIDTH}' height='12' role='img'><rect width='{width}' height='12' "
        "rx='2' fill='#3b6ea5'/></svg>"
    )


def _bars(title: str, counts: Mapping[str, int]) -> str:
    if not counts:
        return ""
    most = max(counts.values())
    rows = (
        f"<tr><td>{escape(name)}</td><td class='n'>{count}</td><td>{_bar(count / most)}</td></tr>"
        for name, count in counts.items()
    )
    return f"<h2>{title}</h2><table>{''.join(rows)}</table>"


def _shares(title: str, shares: Mapping[str, float]) -> str:
    if not shares:
        return ""
    rows = (
        f"<tr><td>{escape(name)}</td><td class='n'>{share:.0%}</td><td>{_bar(share)}</td></tr>"
        for name, share in shares.items()
    )
    return f"<h2>{title}</h2><table>{''.join(rows)}</table>"


def _hosts(report: CrawlReport) -> str:
    if not report.hosts:
        return ""
    slowest = sorted(report.hosts, key=lambda host: -(host.median_s or 0))
    rows = (
        f"<tr><td>{escape(host.host)}</td><td class='n'>{host.fetched}</td>"
        f"<td class='n'>{host.failed}</td><td class='n'>{host.median_s or 0:.2f} s</td></tr>"
        for host in slowest
    )
    columns = "".join(f"<th class=n>{name}</th>" for name in ("fetched", "failed", "median"))
    head = f"<tr><th>host</th>{columns}</tr>"
    return f"<h2>Hosts, slowest first</h2><table>{head}{''.join(rows)}</table>"


def _months(by_month: Mapping[str, int]) -> str:
    """Return a plot of records by month of publication."""
    months = {month: count for month, count in by_month.items() if len(month) == 7}
    if not months:
        return ""
    most = max(months.values())
    width = max(3, min(24, 900 // len(months)))
    bars = []
    for place, (month, count) in enumerate(months.items()):
        height = max(1, round(_PLOT_HEIGHT * count / most))
        bars.append(
            f"<rect x='{place * width}' y='{_PLOT_HEIGHT - height}' width='{width - 1}' "
            f"height='{height}' fill='#3b6ea5'><title>{escape(month)}: {count}</title></rect>"
        )
    first, last = next(iter(months)), next(reversed(months))
    return (
        f"<h2>Records by month of publication</h2><svg role='img' width='{len(months) * width}' "
        f"height='{_PLOT_HEIGHT}'>{''.join(bars)}</svg>"
        f"<p class='dim'>{escape(first)} to {escape(last)}, at most {most} a month; "
        f"{by_month.get('unknown', 0)} without a date</p>"
    )


def _failures(report: CrawlReport) -> str:
    if not report.failures:
        return ""
    rows = (
        f"<tr><td>{escape(failure.outcome)}</td><td>{escape(without_credentials(failure.url))}"
        f"<br><span class='dim'>{escape(failure.message or '')}</span></td></tr>"
        for failure in report.failures
    )
    return f"<h2>Failures, with examples</h2><table>{''.join(rows)}</table>"


def _lines(title: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h2>{title}</h2><ul>{items}</ul>" if items else ""
