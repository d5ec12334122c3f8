"""Reads the .ris file named on the command line with rispy and prints its records as JSON."""

import json
import sys

import rispy

with open(sys.argv[1], encoding="utf-8") as file:
    records = rispy.load(file)
json.dump(
    [
        {
            "key": record.get("id", ""),
            "title": record.get("title") or record.get("primary_title") or "",
            "authors": record.get("authors") or record.get("first_authors") or [],
        }
        for record in records
    ],
    sys.stdout,
)
