"""All state of a job in one database; only this package writes SQL."""

from scraper.store.frontier import Added, Candidate, Frontier, Kind, State, Target
from scraper.store.harvest import Harvest
from scraper.store.hints import Teller
from scraper.store.notices import ChangedPage, Holding, Notice
from scraper.store.opening import find_address, find_store, open_store
from scraper.store.records import Put, Records, RecordState, Version
from scraper.store.runs import Run, Runs, Visit
from scraper.store.shared import SharedStore
from scraper.store.speakers import THRESHOLD, NewRecord, similarity
from scraper.store.store import Original, RobotsEntry, Store

__all__ = [
    "THRESHOLD",
    "Added",
    "Candidate",
    "ChangedPage",
    "Frontier",
    "Harvest",
    "Holding",
    "Kind",
    "NewRecord",
    "Notice",
    "Original",
    "Put",
    "RecordState",
    "Records",
    "RobotsEntry",
    "Run",
    "Runs",
    "SharedStore",
    "State",
    "Store",
    "Target",
    "Teller",
    "Version",
    "Visit",
    "find_address",
    "find_store",
    "open_store",
    "similarity",
]
