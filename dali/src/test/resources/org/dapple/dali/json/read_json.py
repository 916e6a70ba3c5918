"""Prints what Python reads from a result as JSON: a line for each row, then the status."""
import json
import sys


def strict(constant):
    raise ValueError("not JSON: " + constant)


with open(sys.argv[1], encoding="utf-8") as file:
    result = json.load(file, parse_constant=strict)
for row in result["data"]:
    assert len(row) == len(result["metadata"])
    print(ascii(row))
print(ascii(result["status"]))
