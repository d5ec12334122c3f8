"""Reads the .bib file named on the command line with pybtex, strictly, and prints its entries as JSON."""

import json
import sys

import pybtex.errors
from pybtex.database import parse_file
from pybtex.richtext import Text


def plain(latex):
    # latexcodec decodes every escaped character but the dollar sign.
    return str(Text.from_latex(latex)).replace(r"\$", "$")


def name(person):
    last = " ".join(person.prelast_names + person.last_names)
    first = " ".join(person.first_names + person.middle_names)
    parts = [last, " ".join(person.lineage_names), first]
    return ", ".join(plain(part) for part in parts if part)


pybtex.errors.set_strict_mode(True)
entries = parse_file(sys.argv[1], bib_format="bibtex", encoding="utf-8").entries
json.dump(
    [
        {
            "key": key,
            "title": plain(entry.fields.get("title", "")),
            "authors": [name(person) for person in entry.persons.get("author", [])],
        }
        for key, entry in entries.items()
    ],
    sys.stdout,
)
