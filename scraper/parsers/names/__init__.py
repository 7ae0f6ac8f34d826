"""Reads the names of people and organisations as pages print them.

A printed line is split into names, and each name freed of what is not part of it: honorifics,
credentials, job titles, employers, dates that were glued on. Whether a text is the name of a
person is answered as a likelihood from its form alone.
"""

from scraper.parsers.names.holders import cut_holder
from scraper.parsers.names.looks import (
    is_agency,
    is_credential,
    is_given_name,
    is_japanese_name,
    is_label,
    is_picturing,
    is_role,
    looks_like_organization,
    looks_like_person,
    name_key,
)
from scraper.parsers.names.plain import part_photographers, pictures_behind
from scraper.parsers.names.spelling import name_parts, same_person, spelling_rank
from scraper.parsers.names.split import PersonName, read_name, split_names

__all__ = [
    "PersonName",
    "cut_holder",
    "is_agency",
    "is_credential",
    "is_given_name",
    "is_japanese_name",
    "is_label",
    "is_picturing",
    "is_role",
    "looks_like_organization",
    "looks_like_person",
    "name_key",
    "name_parts",
    "part_photographers",
    "pictures_behind",
    "read_name",
    "same_person",
    "spelling_rank",
    "split_names",
]
