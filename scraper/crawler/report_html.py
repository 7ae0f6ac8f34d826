"""Draws a run's report as one self-contained HTML page: no script, no network, prints well.

Colours say three things only: what was asked for came, we chose not to have it, it failed.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape

from schemas import CrawlReport
from schemas.fetch import meaning_of
from scraper.urls import without_credentials

_TONES = {"success": "", "decision": "odd", "failure": "bad"}
"""Class of each meaning's colour."""

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --dim: #667085; --paper: #f6f7f9; --card: #fff;
  --line: #e3e6eb; --good: #2f6fb0; --odd: #c4912f; --bad: #c0443c; --track: #eceff3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --dim: #98a2b3; --paper: #14181f;
  --card: #1c222b; --line: #303845; --good: #6aa5e0; --odd: #dcb25c; --bad: #e5746c;
  --track: #2a313c; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .8rem; }
h1 { font-size: 1.6rem; margin: 0; letter-spacing: -.01em; overflow-wrap: anywhere; }
h2 { font-size: .95rem; margin: 0 0 .7rem; }
.pill { font-size: .8rem; padding: .05rem .6rem; border-radius: 1rem; color: var(--card);
  background: var(--good); }
.pill.bad { background: var(--bad); }
.dim { color: var(--dim); } p { margin: .3rem 0; }
.grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.2rem, 1fr)); gap: .75rem;
  margin: 1.2rem 0 1rem; }
.figures div, section { background: var(--card); border: 1px solid var(--line);
  border-radius: .6rem; }
.figures div { padding: .7rem .9rem; color: var(--dim); font-size: .85rem; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.25; color: var(--ink);
  font-variant-numeric: tabular-nums; }
section { padding: 1rem 1.1rem; break-inside: avoid; } section.wide { grid-column: 1 / -1; }
.warn { border-left: 4px solid var(--odd); background: var(--card); border-radius: .3rem;
  padding: .4rem .8rem; margin: .5rem 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th { color: var(--dim); font-weight: 500; font-size: .8rem; }
th, td { text-align: left; padding: .28rem .7rem .28rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.bar { width: 45%; padding-right: 0; vertical-align: middle; }
.track { background: var(--track); border-radius: .3rem; height: .6rem; overflow: hidden; }
.track i { display: block; height: 100%; background: var(--good); border-radius: .3rem; }
i.odd, .odd i { background: var(--odd); } i.bad, .bad i { background: var(--bad); }
.stack { display: flex; height: 1rem; border-radius: .4rem; overflow: hidden; gap: 2px;
  background: var(--track); } .stack i { background: var(--good); }
.stack i.odd { background: var(--odd); } .stack i.bad { background: var(--bad); }
.key { font-size: .85rem; color: var(--dim); margin-bottom: .9rem; }
.key i { display: inline-block; width: .7rem; height: .7rem; border-radius: .2rem;
  background: var(--good); margin: 0 .3rem 0 .8rem; } .key i:first-child { margin-left: 0; }
.key i.odd { background: var(--odd); } .key i.bad { background: var(--bad); }
svg { display: block; width: 100%; height: 9rem; border-bottom: 1px solid var(--line); }
svg rect { fill: var(--good); }
.scale { display: flex; justify-content: space-between; font-size: .8rem; color: var(--dim); }
ul { margin: 0; padding-left: 1.1rem; } li { overflow-wrap: anywhere; }
@media (max-width: 700px) { .grid { grid-template-columns: minmax(0, 1fr); }
  body { padding: 1.2rem .8rem 2rem; } td.bar { width: 34%; } }
@media print { body { background: none; padding: 0; } }
"""
_PLOT_WIDTH, _PLOT_HEIGHT = 1000, 150
_MOST_LABELS = 4
_MOST_MONTHS = 240


def render(report: CrawlReport) -> str:
    """Return the page of a report."""
    head = f"{escape(report.job)}, run {report.run}"
    parts = [
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width, initial-scale=1'>",
        "<meta http-equiv='Content-Security-Policy' ",
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{head}</title><style>{_STYLE}</style></head><body><main>",
        _header(report, head),
        *(f"<p class='warn'>{escape(text)}</p>" for text in report.warnings),
        _figures(report),
        "<div class='grid'>",
        _endings(report),
        _statuses(report),
        _months(report.by_month),
        _completeness(report.completeness),
        _hosts(report),
        _failures(report),
        _lines("Endless families of pages that were left", report.traps),
        _lines(f"Files{_kept(report)}", report.files),
        "</div></main></body></html>\n",
    ]
    return "".join(parts)


def _kept(report: CrawlReport) -> str:
    return ", left as they were: nothing in them has changed" if report.files_unchanged else ""


def _header(report: CrawlReport, head: str) -> str:
    seconds = max(0, round((report.ended_at - report.started_at).total_seconds()))
    took = f"{seconds // 3600} h {seconds % 3600 // 60} min" if seconds >= 3600 else ""
    took = took or (f"{seconds // 60} min {seconds % 60} s" if seconds >= 60 else f"{seconds} s")
    pill = "pill" if report.state == "finished" else "pill bad"
    return (
        f"<header><h1>{head}</h1><span class='{pill}'>{report.state}</span></header>"
        f"<p class='dim'>{report.started_at:%Y-%m-%d %H:%M:%S} to "
        f"{report.ended_at:%Y-%m-%d %H:%M:%S} UTC, {took}"
        f"{', going on with an interrupted run' if report.resumed else ''}</p>"
    )


def _figures(report: CrawlReport) -> str:
    figures = {
        "URLs fetched": f"{report.fetched:,}",
        "of them failed": f"{report.failure_share:.1%}",
        "still queued": f"{report.queued:,}",
        "records": f"{report.records:,}",
        "new in this run": f"{report.new:,}",
        "changed in this run": f"{report.changed:,}",
        "vanished in this run": f"{report.vanished:,}",
        "duplicates": f"{report.duplicates:,}",
    }
    shown = (f"<div><b>{value}</b>{name}</div>" for name, value in figures.items())
    return f"<div class='figures'>{''.join(shown)}</div>"


def _section(title: str, body: str, *, wide: bool = False) -> str:
    css = " class='wide'" if wide else ""
    return f"<section{css}><h2>{title}</h2>{body}</section>"


def _bar(share: float, tone: str = "") -> str:
    """Return the cell of a bar that is filled to a share."""
    css = f"track {tone}".strip()
    # What is little stays visible; what is nothing shows nothing.
    filled = f"<i style='width:{max(share, 0.005):.1%}'></i>" if share > 0 else ""
    return f"<td class='bar'><div class='{css}'>{filled}</div></td>"


def _endings(report: CrawlReport) -> str:
    if not report.outcomes:
        return ""
    totals = {"": 0, "odd": 0, "bad": 0}
    tones = {name: _TONES[meaning_of(name)] for name in report.outcomes}
    for name, count in report.outcomes.items():
        totals[tones[name]] += count
    stack = "".join(
        f"<i class='{tone}' style='flex:{count}'></i>" for tone, count in totals.items() if count
    )
    names = {"": "came", "odd": "left by choice", "bad": "failed"}
    key = "".join(
        f"<i class='{tone}'></i>{names[tone]} {count:,}" for tone, count in totals.items()
    )
    most = max(report.outcomes.values())
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td class='n'>{count:,}</td>{_bar(count / most, tones[name])}"
        "</tr>"
        for name, count in report.outcomes.items()
    )
    body = f"<div class='stack'>{stack}</div><p class='key'>{key}</p><table>{rows}</table>"
    return _section("How fetches ended", body)


def _statuses(report: CrawlReport) -> str:
    if not report.statuses:
        return ""
    most = max(report.statuses.values())
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td class='n'>{count:,}</td>"
        f"{_bar(count / most, 'bad' if name >= '4' else '')}</tr>"
        for name, count in report.statuses.items()
    )
    return _section("HTTP status", f"<table>{rows}</table>")


def _completeness(shares: Mapping[str, float]) -> str:
    if not shares:
        return ""
    rows = "".join(
        f"<tr><td>{escape(name)}</td><td class='n'>{share:.0%}</td>{_bar(share)}</tr>"
        for name, share in shares.items()
    )
    return _section("Records with a value, by field", f"<table>{rows}</table>")


def _hosts(report: CrawlReport) -> str:
    if not report.hosts:
        return ""
    slowest = sorted(report.hosts, key=lambda host: -(host.median_s or 0))
    longest = max(slowest[0].median_s or 0, 0.001)
    rows = "".join(
        f"<tr><td>{escape(host.host)}</td><td class='n'>{host.fetched:,}</td>"
        f"<td class='n'>{host.failed:,}</td><td class='n'>{host.median_s or 0:.2f} s</td>"
        f"{_bar((host.median_s or 0) / longest)}</tr>"
        for host in slowest
    )
    columns = "".join(f"<th class='n'>{name}</th>" for name in ("fetched", "failed", "median"))
    head = f"<tr><th>host</th>{columns}<td></td></tr>"
    return _section("Hosts, slowest first", f"<table>{head}{rows}</table>")


def _months(by_month: Mapping[str, int]) -> str:
    """Return a plot of records by month of publication."""
    known = {month: count for month, count in by_month.items() if _is_month(month)}
    if not known:
        return ""
    months = {month: known.get(month, 0) for month in _months_from(min(known), max(known))}
    most = max(months.values())
    step = _PLOT_WIDTH / len(months)
    drawn = []
    for place, (month, count) in enumerate(months.items()):
        height = max(1.0, _PLOT_HEIGHT * count / most) if count else 0.0
        drawn.append(
            f"<rect x='{place * step:.1f}' y='{_PLOT_HEIGHT - height:.1f}' "
            f"width='{step * 0.85:.1f}' height='{height:.1f}'>"
            f"<title>{escape(month)}: {count}</title></rect>"
        )
    plot = (
        f"<svg role='img' aria-label='Records by month' viewBox='0 0 {_PLOT_WIDTH} "
        f"{_PLOT_HEIGHT}' preserveAspectRatio='none'>{''.join(drawn)}</svg>"
    )
    names = list(months)
    shown = names[:: max(1, -(-len(names) // _MOST_LABELS))]
    scale = "".join(f"<span>{escape(month)}</span>" for month in shown)
    rest = sum(count for month, count in by_month.items() if not _is_month(month))
    earlier = sum(known.values()) - sum(months.values())
    note = f"at most {most:,} a month" + (f"; {rest:,} without a month" if rest else "")
    note += f"; {earlier:,} before {min(months)}" if earlier else ""
    body = f"{plot}<div class='scale'>{scale}</div><p class='dim'>{note}</p>"
    return _section("Records by month of publication", body, wide=True)


def _months_from(first: str, last: str) -> list[str]:
    """Return all months of a span, so that a gap shows as one; of a long one the last part."""
    begin, end = (12 * int(text[:4]) + int(text[5:7]) - 1 for text in (first, last))
    span = range(max(begin, end - _MOST_MONTHS + 1), end + 1)
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in span]


def _is_month(text: str) -> bool:
    return re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", text, re.ASCII) is not None


def _failures(report: CrawlReport) -> str:
    if not report.failures:
        return ""
    rows = []
    last = None
    for failure in report.failures:
        name = ""
        if failure.outcome != last:
            count = report.outcomes.get(failure.outcome, 0)
            name = f"{escape(failure.outcome)} <span class='dim'>{count:,}</span>"
        last = failure.outcome
        rows.append(
            f"<tr><td>{name}</td><td>{escape(without_credentials(failure.url))}"
            f"<br><span class='dim'>{escape(failure.message or '')}</span></td></tr>"
        )
    table = f"<table>{''.join(rows)}</table>"
    return _section("Failures, with examples", table, wide=True)


def _lines(title: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return _section(title, f"<ul>{items}</ul>", wide=True) if items else ""
