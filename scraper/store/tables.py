"""The tables of a job's database, written as SQLite reads them; ``postgres`` translates them."""

VERSION = 1
"""Number of the table layout, kept in the database."""

TABLES = """
CREATE TABLE hosts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE           -- host name, with its port where not the scheme's own
);
CREATE TABLE urls (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,           -- SHA-256 over host (4 bytes) and canonical URL (8)
    host INTEGER NOT NULL,
    url TEXT NOT NULL,
    kind INTEGER NOT NULL,              -- 0 page, 1 feed, 2 sitemap
    state INTEGER NOT NULL,             -- 0 queued, 1 done, 2 failed, 3 left, 4 too deep
    priority INTEGER NOT NULL,          -- lower is earlier
    depth INTEGER NOT NULL,             -- links from a seed
    hops INTEGER NOT NULL,              -- redirects that led here
    due_at REAL                         -- when to ask again, seconds since 1970
);
CREATE INDEX urls_queued ON urls (host, priority, id) WHERE state = 0;
CREATE INDEX urls_due ON urls (due_at) WHERE state IN (1, 2) AND due_at IS NOT NULL;
CREATE TABLE visits (
    url INTEGER PRIMARY KEY,            -- urls.id
    run INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    status INTEGER,
    checked_at REAL NOT NULL,           -- seconds since 1970
    changed_at REAL NOT NULL,
    interval_s REAL NOT NULL,           -- age at which it is asked for again
    etag TEXT,
    last_modified TEXT,
    fingerprint TEXT,                   -- of the body, to tell changed from unchanged
    redirect_to TEXT,
    record TEXT                         -- records.id
);
CREATE TABLE fetches (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    url INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    message TEXT,
    status INTEGER,
    started_at REAL NOT NULL,
    elapsed_s REAL NOT NULL,
    attempts INTEGER NOT NULL,
    size_bytes INTEGER NOT NULL,
    wire_bytes INTEGER NOT NULL,
    redirect_to TEXT,
    record TEXT,
    found INTEGER NOT NULL
);
CREATE INDEX fetches_run ON fetches (run, outcome);
CREATE TABLE records (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,                  -- canonical URL of the fetch that gave it
    is_own INTEGER NOT NULL,            -- whether that URL is the record's canonical URL
    digest TEXT NOT NULL,               -- of all fields but the time of the fetch
    signature BLOB,                     -- MinHash of the body
    json TEXT NOT NULL,
    first_run INTEGER NOT NULL,
    changed_run INTEGER NOT NULL,
    vanished_run INTEGER,
    duplicate_of TEXT
);
CREATE TABLE versions (
    record TEXT NOT NULL,
    run INTEGER NOT NULL,               -- in which this version was replaced
    json TEXT NOT NULL,
    PRIMARY KEY (record, run)
);
CREATE TABLE families (
    host INTEGER NOT NULL,
    shape TEXT NOT NULL,                -- the path with its varying parts left out
    fetched INTEGER NOT NULL,
    fruitless INTEGER NOT NULL,         -- in a row, without a record or a new URL elsewhere
    reason TEXT,                        -- why it is a trap
    PRIMARY KEY (host, shape)
) WITHOUT ROWID;
CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    fetched_at REAL NOT NULL,
    expires_at REAL NOT NULL,
    access TEXT NOT NULL,               -- rules, all or none
    reason TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE archives (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL               -- bytes whose records are committed
);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started_at REAL NOT NULL,
    ended_at REAL,
    state TEXT NOT NULL,                -- running, finished; no crawl: extracting, extracted
    pages INTEGER NOT NULL,             -- URLs fetched of the run's max_pages
    report TEXT
);
"""

LATER_TABLES = """
-- What is known of all records, without a walk through the texts that stand before it in the rows.
CREATE INDEX IF NOT EXISTS records_states ON records
    (id, url, digest, first_run, changed_run, vanished_run, duplicate_of);
CREATE TABLE IF NOT EXISTS originals (
    url INTEGER PRIMARY KEY,            -- urls.id
    record TEXT NOT NULL,               -- WARC-Record-ID of the archived answer
    date TEXT NOT NULL,
    digest TEXT NOT NULL                -- of its payload
);
CREATE TABLE IF NOT EXISTS failing (
    url INTEGER PRIMARY KEY,            -- urls.id
    times INTEGER NOT NULL              -- fetches in a row that failed in the same way
);
CREATE TABLE IF NOT EXISTS replaced (   -- what the run has changed, until the next one begins
    record TEXT PRIMARY KEY,            -- records.id; its earlier text is a version of the run
    digest TEXT NOT NULL,
    signature BLOB,
    changed_run INTEGER NOT NULL,
    vanished_run INTEGER,
    duplicate_of TEXT
);
CREATE TABLE IF NOT EXISTS held (       -- pages whose answer was a notice when last asked for
    url INTEGER PRIMARY KEY,            -- urls.id
    since REAL NOT NULL,                -- seconds since 1970
    times INTEGER NOT NULL              -- in a row
);
CREATE TABLE IF NOT EXISTS stood_for (  -- texts of many new pages for which one of them stands
    host INTEGER NOT NULL,
    title BLOB NOT NULL,                -- of the words of their title
    url INTEGER NOT NULL,               -- urls.id of that page
    PRIMARY KEY (host, title)
);
CREATE TABLE IF NOT EXISTS hinted (     -- pages that are said to have changed, until they are read
    url INTEGER PRIMARY KEY,            -- urls.id
    teller INTEGER NOT NULL             -- 1 feed, 2 sitemap
);
CREATE TABLE IF NOT EXISTS tellers (
    host INTEGER NOT NULL,              -- of the pages
    teller INTEGER NOT NULL,
    told INTEGER NOT NULL,              -- pages asked for that were said to have changed
    found INTEGER NOT NULL,             -- and had
    PRIMARY KEY (host, teller)
);
CREATE TABLE IF NOT EXISTS marks (      -- what the parameters of addresses are for
    bare BLOB NOT NULL,                 -- urls.key of the URL without the parameter
    name TEXT NOT NULL,                 -- of the parameter
    host INTEGER NOT NULL,
    verdict INTEGER NOT NULL,           -- 0 none, 1 being looked at, 2 it chooses, 3 it marks
    until REAL NOT NULL,                -- end of the verdict, seconds since 1970
    times INTEGER NOT NULL,             -- verdicts so far
    text BLOB NOT NULL,                 -- digest of what the latest URL with it says
    PRIMARY KEY (bare, name)
);
CREATE TABLE IF NOT EXISTS parked (     -- hosts that the latest run had to leave
    host INTEGER PRIMARY KEY,
    run INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS rests (      -- hosts that asked for a pause longer than a run waits
    host INTEGER PRIMARY KEY,
    until REAL NOT NULL                 -- seconds since 1970
);
CREATE TABLE IF NOT EXISTS reach (
    id INTEGER PRIMARY KEY,             -- 1: there is one
    told TEXT NOT NULL                  -- what the job said of which URLs it may ask for
);
CREATE TABLE IF NOT EXISTS notice_texts ( -- texts that a host gave for many of its pages
    host INTEGER NOT NULL,
    key BLOB NOT NULL,                  -- of its words
    signature BLOB,                     -- MinHash; none of a short text
    title BLOB NOT NULL,                -- of the words of their title
    seen_at REAL NOT NULL,              -- seconds since 1970
    PRIMARY KEY (host, key)
);
CREATE TABLE IF NOT EXISTS suspected (  -- titles under which one page says something else now
    host INTEGER NOT NULL,
    title BLOB NOT NULL,                -- of its words
    key BLOB NOT NULL,                  -- of the words that the page had before
    signature BLOB,                     -- of its text before
    seen_at REAL NOT NULL,              -- seconds since 1970
    PRIMARY KEY (host, title)
);
"""
"""Tables that came after layout 1; files without them get them, earlier versions ignore them."""

SHARED_TABLES = """
CREATE TABLE layout (
    version BIGINT NOT NULL
);
CREATE TABLE workers (                  -- who crawls, and until when nobody else may
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    run BIGINT NOT NULL,
    machine TEXT NOT NULL,
    process BIGINT NOT NULL,
    until DOUBLE PRECISION NOT NULL,    -- end of the lease, seconds since 1970
    pages BIGINT NOT NULL,              -- URLs fetched of the run's max_pages
    granted BIGINT NOT NULL,            -- pages of max_pages that it may still fetch
    has_ended BOOLEAN NOT NULL
);
CREATE INDEX workers_run ON workers (run);
CREATE TABLE shards (
    id BIGINT PRIMARY KEY,
    owner BIGINT,                       -- workers.id
    free_since DOUBLE PRECISION NOT NULL
);
INSERT INTO shards SELECT id, NULL, 0 FROM generate_series(0, 1023) id;
CREATE TABLE posted (                   -- URLs found by a worker for a shard of another
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    shard BIGINT NOT NULL,
    url TEXT NOT NULL,
    kind BIGINT NOT NULL,               -- of a hint: who gave it, -1 the job itself
    priority BIGINT NOT NULL,
    depth BIGINT NOT NULL,
    hops BIGINT NOT NULL,
    changed_at DOUBLE PRECISION         -- set: nothing but a hint that the page was changed then
);
CREATE INDEX posted_shard ON posted (shard, id);
ALTER TABLE hosts ADD COLUMN shard BIGINT;
ALTER TABLE hosts ADD COLUMN parked_run BIGINT;  -- run in which it is asked no more
CREATE INDEX hosts_shard ON hosts (shard, id);
"""
"""What PostgreSQL has besides, since several processes crawl on it; in its own words."""
