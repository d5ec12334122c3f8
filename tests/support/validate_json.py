"""Validates a JSON file against a JSON schema: schema, file."""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as schema, open(sys.argv[2], encoding="utf-8") as file:
    schema, instance = json.load(schema), json.load(file)
validator = jsonschema.validators.validator_for(schema)(schema)
errors = [f"{list(error.path)}: {error.message[:300]}" for error in validator.iter_errors(instance)]
sys.exit("\n".join(errors[:20]) or 0)
