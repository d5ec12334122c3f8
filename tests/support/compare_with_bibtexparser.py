"""Reads the .bib files of two folders with bibtexparser and says what one has that the other has not.

Arguments: the folder before and the folder after. Prints an object: how many blocks of each kind
were compared, in how many files the reader finds other blocks in the same text, and the
differences, a sentence each.
"""

import json
import logging
import pathlib
import re
import sys
from collections import Counter

import bibtexparser
from bibtexparser import model

logging.disable(logging.CRITICAL)


def words(text):
    return " ".join(str(text).split())


def told(block):
    """What a block says, its layout apart."""
    if isinstance(block, model.ParsingFailedBlock):
        return "failed", words(block.raw)
    if isinstance(block, model.Entry):
        fields = [(words(field.key.lower()), words(field.value)) for field in block.fields]
        return "entry", (block.entry_type.lower(), block.key, fields)
    if isinstance(block, model.String):
        return "string", (block.key.lower(), words(block.value))
    if isinstance(block, model.Preamble):
        return "preamble", words(block.value)
    return "comment", words(block.comment)


def bare(text):
    """The characters of a text that no layout changes, in order."""
    return re.sub(r"[\s,{}()]", "", text).lower()


def same(was, now):
    one, other = told(was), told(now)
    # What it cannot read it gives as it stands, so that layout shows.
    unread = one[0] in ("failed", "comment")
    return one == other or unread and bare(was.raw) == bare(now.raw)


def read(path):
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    library = bibtexparser.parse_string(text, parse_stack=[])
    return text, library.blocks


before, after = map(pathlib.Path, sys.argv[1:3])
counts, faults, torn = Counter(), [], 0
for path in sorted(before.glob("*.bib")):
    (old_text, old), (new_text, new) = read(path), read(after / path.name)
    counts["file"] += 1
    counts.update(told(block)[0] for block in old)
    if len(old) == len(new) and all(map(same, old, new)):
        continue
    if bare(old_text) == bare(new_text):
        torn += 1
        continue
    faults.append(f"{path.name}: {len(old)} blocks before, {len(new)} after")
    pairs = ((told(was), told(now)) for was, now in zip(old, new))
    faults += [f"{was} becomes {now}" for was, now in pairs if was != now][:3]
json.dump({"counts": counts, "torn": torn, "faults": faults}, sys.stdout)
