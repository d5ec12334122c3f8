"""Reads the .ris file named on the command line with rispy and prints its records as JSON."""

import json
import sys

import rispy


def plain(text):
    # Zotero takes RIS text for HTML, so that these three are written as entities.
    for entity, character in ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"):
        text = text.replace(entity, character)
    return text


with open(sys.argv[1], encoding="utf-8") as file:
    records = rispy.load(file)
json.dump(
    [
        {
            "key": record.get("id", ""),
            "title": plain(record.get("title") or record.get("primary_title") or ""),
            "authors": [plain(name) for name in record.get("authors") or record.get("first_authors") or []],
        }
        for record in records
    ],
    sys.stdout,
)
