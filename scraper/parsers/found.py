"""What a field parser returns: a value and the evidence for it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from schemas import Evidence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with where it came from."""

    value: T
    evidence: Evidence
