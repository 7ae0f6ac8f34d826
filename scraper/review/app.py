"""The desk's web application: addresses → what they show or do.

Plain links and forms; every page works without JavaScript. Each answer is made from the index
and one record in a few milliseconds, so that requests are answered one after the other; only
exports, which take longer, run in a thread of their own.
"""

from collections.abc import Callable, Coroutine, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from scraper.corrections import place_of
from scraper.errors import ScraperError
from scraper.exporters import FORMATS
from scraper.review import lists
from scraper.review.article import view_article
from scraper.review.corrector import Refused, confirm, read_form, withdraw
from scraper.review.desk import Desk
from scraper.review.overview import read_facets, read_overview
from scraper.review.page_view import render_page
from scraper.review.query import (
    CHANGES,
    COUNTED,
    HAS,
    SORTS,
    Query,
    count,
    find,
    find_numbers,
    neighbours,
    read_query,
    wrong_dates,
)
from scraper.review.rows import FIELDS
from scraper.review.security import App, Guarded, Keys, page_policy

_FOLDER = Path(__file__).parent
_FORM_LIMIT = 4_000_000
"""Bytes of a form: the longest body that is read, with room."""

Answer = Callable[[Request], Coroutine[Any, Any, Response]]


class DeskApp:
    """Answers the desk's requests.

    Args:
        keys: Secrets of the session, for the tokens in forms.
    """

    def __init__(self, desk: Desk, keys: Keys) -> None:
        self._desk = desk
        self._keys = keys
        self._templates = Environment(
            loader=PackageLoader("scraper.review"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(lists.HELPERS)
        self._page_style = (_FOLDER / "static" / "page.css").read_text(encoding="utf-8")
        # What is computed from the whole index is kept until a correction or update, which makes
        # a new generation.
        self._overview = lru_cache(maxsize=1)(lambda _generation: read_overview(desk.db))
        self._facets = lru_cache(maxsize=1)(lambda _generation: read_facets(desk.db))
        self._numbers = lru_cache(maxsize=64)(
            lambda query, _generation: find_numbers(desk.db, query)
        )

    def routes(self) -> list[Route | Mount]:
        """Return the addresses of the desk."""
        return [
            Route("/", self.articles),
            Route("/article/{id}", self.article),
            Route("/article/{id}/correct", self._form(self.correct), methods=["POST"]),
            Route("/article/{id}/settle", self._form(self.settle), methods=["POST"]),
            Route("/article/{id}/fixture", self._form(self.fixture), methods=["POST"]),
            Route("/page/{id}", self.page),
            Route("/overview", self.overview),
            Route("/speaker", self.speaker),
            Route("/work", self.work),
            Route("/corrections", self.corrections),
            Route("/export", self.export_choice, methods=["GET"]),
            Route("/export", self._form(self.export), methods=["POST"]),
            Route("/export/{name}", self.exported),
            Mount("/static", StaticFiles(directory=_FOLDER / "static")),
        ]

    def _render(self, name: str, status: int = 200, **values: object) -> HTMLResponse:
        common = {"desk": self._desk.setting, "token": self._keys.token, "here": name}
        text = self._templates.get_template(name).render(**common, **values)
        return HTMLResponse(text, status)

    def _problem(self, status: int, text: str) -> HTMLResponse:
        return self._render("problem.html", status, text=text)

    def _form(
        self, answer: Callable[[Request, dict[str, str]], Coroutine[Any, Any, Response]]
    ) -> Answer:
        """Return an answer to a form that was read and whose token is right."""

        async def checked(request: Request) -> Response:
            body = b""
            async for chunk in request.stream():
                body += chunk
                if len(body) > _FORM_LIMIT:
                    return self._problem(413, "The form is too long to be read.")
            pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
            form: dict[str, str] = {}
            for name, value in pairs:
                form[name] = f"{form[name]},{value}" if name == "to" and name in form else value
            if not self._keys.is_token(form.pop("token", "")):
                return self._problem(403, "The form is of another session; go back and reload.")
            try:
                return await answer(request, form)
            except ScraperError as error:
                return self._problem(400, str(error))

        return checked

    async def articles(self, request: Request) -> Response:
        """Show the list."""
        query = _query(request)
        now = self._desk.generation
        refused = wrong_dates(query)
        numbers = () if refused else self._numbers(query.first_page, now)
        return self._render(
            "list.html",
            422 if refused else 200,
            query=query,
            refused=refused,
            found=find(self._desk.db, query, numbers),
            total=None if numbers is None else len(numbers),
            counted=COUNTED,
            facets=self._facets(now),
            fields=FIELDS,
            has=list(HAS),
            changes=CHANGES,
            sorts=list(SORTS),
        )

    async def article(self, request: Request) -> Response:
        """Show one article."""
        return self._show_article(request, request.path_params["id"])

    def _show_article(
        self, request: Request, article: str, refused: Mapping[str, str] | None = None
    ) -> Response:
        draft = self._desk.draft(article)
        if draft is None:
            return self._problem(404, "There is no such article here; it may have been replaced.")
        query = _query(request)
        numbers = self._numbers(query.first_page, self._desk.generation)
        previous, following = neighbours(self._desk.db, query, article, numbers)
        shows_fields = bool(refused) or request.query_params.get("side") == "fields"
        side = "fields" if shows_fields else "page"
        return self._render(
            "article.html",
            422 if refused else 200,
            view=view_article(draft, refused),
            query=query,
            back=query.link(),
            asked=urlencode(_pairs_without(request, "side", "done")),
            side=side,
            has_page=self._desk.pages.find(draft.extracted) is not None,
            previous=_step(previous, query, side),
            following=_step(following, query, side),
            done=request.query_params.get("done", ""),
        )

    async def page(self, request: Request) -> Response:
        """Show a saved page, harmless and marked."""
        draft = self._desk.draft(request.path_params["id"])
        page = self._desk.page(draft.extracted) if draft else None
        if draft is None or page is None:
            return self._problem(404, "The saved page is not at hand.")
        evidence = draft.extracted.evidence
        html = render_page(page, draft.applied.record, self._page_style, evidence)
        headers = {"Content-Security-Policy": page_policy(self._page_style)}
        return HTMLResponse(html, headers=headers)

    async def correct(self, request: Request, form: dict[str, str]) -> Response:
        """Keep a correction and go back to where it was made."""
        article = request.path_params["id"]
        draft = self._desk.draft(article)
        if draft is None:
            return self._problem(404, "There is no such article here.")
        try:
            made = read_form(draft, form, self._desk.author())
        except Refused as error:
            return self._show_article(request, article, {**form, "message": str(error)})
        self._desk.correct(article, made)
        return self._back(request, "corrected" if made else "", form.get("path", ""))

    async def settle(self, request: Request, form: dict[str, str]) -> Response:
        """Take a correction back, or make it again over a changed extraction."""
        article = request.path_params["id"]
        draft = self._desk.draft(article)
        if draft is None:
            return self._problem(404, "There is no such article here.")
        number = next(
            (n for n, c in enumerate(draft.kept) if repr(place_of(c)) == form.get("place")), -1
        )
        settle = withdraw if form.get("action") == "withdraw" else confirm
        try:
            line = settle(draft, number, self._desk.author())
        except Refused as error:
            return self._problem(404, str(error))
        self._desk.correct(article, [line])
        if form.get("then") == "corrections":
            return RedirectResponse("/corrections", 303)
        return self._back(request, "taken back" if line.withdrawn else "confirmed", line.path)

    async def fixture(self, request: Request, form: dict[str, str]) -> Response:
        """Save the page and its corrected record as a fixture."""
        fixture = self._desk.save_fixture(request.path_params["id"])
        side = form.get("side", "fields")
        return self._back(request, f"saved as fixture {fixture.name}", "", side)

    def _back(self, request: Request, done: str, path: str, side: str = "fields") -> Response:
        pairs = [*_pairs_without(request, "side", "done"), ("side", side)]
        if done:
            pairs.append(("done", done))
        place = f"#f-{path.replace('.', '-')}" if path and "+" not in path else ""
        address = f"/article/{request.path_params['id']}?{urlencode(pairs)}{place}"
        return RedirectResponse(address, 303)

    async def overview(self, request: Request) -> Response:  # noqa: ARG002 - the form of answers
        """Show the figures of the corpus."""
        return self._render("overview.html", overview=self._overview(self._desk.generation))

    async def speaker(self, request: Request) -> Response:
        """Show all quotations of a speaker."""
        name = request.query_params.get("name", "")
        quotes = lists.quotations_of(self._desk.db, name)
        return self._render("speaker.html", speaker=name, quotes=quotes)

    async def work(self, request: Request) -> Response:
        """Show the articles that cite a work."""
        key = request.query_params.get("key", "")
        text, rows = lists.articles_citing(self._desk.db, key)
        return self._render("work.html", text=text, rows=rows)

    async def corrections(self, request: Request) -> Response:  # noqa: ARG002 - the form of answers
        """Show all corrections, those in conflict first."""
        return self._render("corrections.html", groups=lists.corrected_articles(self._desk))

    async def export_choice(self, request: Request) -> Response:
        """Ask for the formats of an export of what was found."""
        query = _query(request)
        if refused := wrong_dates(query):
            return self._problem(400, refused)
        return self._export_page(query, [])

    def _export_page(self, query: Query, files: list[Path]) -> Response:
        return self._render(
            "export.html",
            query=query,
            total=count(self._desk.db, query),
            formats=lists.FORMAT_NOTES,
            files=files,
            folder=self._desk.setting.export_folder,
            back=query.link(),
        )

    async def export(self, request: Request, form: dict[str, str]) -> Response:
        """Write the export and show its files."""
        query = _query(request)
        if refused := wrong_dates(query):
            return self._problem(400, refused)
        wanted = [name for name in form.get("to", "").split(",") if name in FORMATS]
        if not wanted:
            return self._problem(400, "Choose at least one format; go back and try again.")
        files = await run_in_threadpool(self._desk.export, query, wanted)
        return self._export_page(query, files)

    async def exported(self, request: Request) -> Response:
        """Send a file of an export."""
        folder = self._desk.setting.export_folder
        path = folder / Path(request.path_params["name"]).name
        if not path.is_file():
            return self._problem(404, "That file is not there; export again.")
        return FileResponse(path, filename=path.name)


def create_app(desk: Desk, keys: Keys) -> App:
    """Return the desk as an ASGI application behind its checks."""
    answers = DeskApp(desk, keys)
    return Guarded(Starlette(routes=answers.routes()), keys)


def _step(article: str, query: Query, side: str) -> str:
    """Return the address of a neighbour in the list, seen from the same side; empty for none."""
    address = query.link().replace("/", f"/article/{article}", 1)
    return f"{address}{'&' if '?' in address else '?'}side={side}" if article else ""


def _query(request: Request) -> Query:
    parameters = request.query_params
    several = {name: parameters.getlist(name) for name in ("has", "missing")}
    return read_query(dict(parameters), several)


def _pairs_without(request: Request, *names: str) -> list[tuple[str, str]]:
    return [(k, v) for k, v in request.query_params.multi_items() if k not in names]
