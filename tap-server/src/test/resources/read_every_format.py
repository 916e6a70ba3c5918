"""Reads a table of awkward values in every format that Python reads, and compares it with what the database says, row by row.

Arguments: the URL of the TAP service, and a file with a JSON array for each row in the order of row_number.
"""
import csv
import io
import json
import sys
import urllib.parse
import urllib.request
import warnings

import astropy.io.fits
import numpy
from astropy.io.votable import parse
from astropy.table import Table

warnings.simplefilter("ignore")
SERVICE, TRUTH = sys.argv[1:]
SINGLES = {"single", "singles"}
TEXTS = {"words", "moment", "labels"}
NUMBERS = {"small", "whole", "large", "row_number"}


def fetch(fmt, condition):
    parameters = {"QUERY": "SELECT * FROM ivoa.awkward WHERE " + condition + " ORDER BY row_number", "FORMAT": fmt}
    return urllib.request.urlopen(SERVICE + "/sync?" + urllib.parse.urlencode(parameters)).read()


def plain(value):
    """A value of numpy as one of Python, None where it is masked."""
    if value is numpy.ma.masked:
        return None
    if isinstance(value, numpy.ma.MaskedArray):
        return [plain(element) for element in value.reshape(-1)]
    value = value.reshape(-1).tolist() if isinstance(value, numpy.ndarray) else value
    value = value.item() if isinstance(value, numpy.generic) else value
    return value.decode("utf-8") if isinstance(value, bytes) else value


def votable(data):
    array = parse(io.BytesIO(data), verify="exception").get_first_table().array
    return array.dtype.names, [[plain(array[name][row]) for name in array.dtype.names] for row in range(len(array))]


def fits(data):
    """Of arrays in the heap astropy leaves it to its user to look for TNULL."""
    with astropy.io.fits.open(io.BytesIO(data)) as file:
        missing = {column.name: column.null for column in file[1].columns if "Q" in column.format}
    table = Table.read(io.BytesIO(data), format="fits", hdu=1, character_as_bytes=True)
    return table.colnames, [[unmissed(missing.get(name), plain(table[name][row])) for name in table.colnames]
                            for row in range(len(table))]


def unmissed(missing, value):
    return [None if element == missing else element for element in value] if missing is not None and value else value


def of_json(data):
    answer = json.loads(data)
    return [field["name"] for field in answer["metadata"]], answer["data"]


def word(text):
    return {"true": True, "false": False, "null": None}.get(text, text)


def separated(delimiter):
    def read(data):
        lines = list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=delimiter,
                                quoting=csv.QUOTE_MINIMAL if delimiter == "," else csv.QUOTE_NONE))
        names = lines[0]
        lists = names[names.index("place"):]
        return names, [[text if name in TEXTS else [word(part) for part in text.split()] if name in lists
                        else word(text) for name, text in zip(names, line)] for line in lines[1:]]
    return read


def flat(value):
    return [part for element in value for part in flat(element)] if isinstance(value, list) else [value]


def same(fmt, name, expected, actual):
    if isinstance(expected, list) or isinstance(actual, list):
        left, right = flat(expected or []), flat(actual or [])
        # An array of a fixed size that is NULL is told by its elements.
        left = left or [None] * len(right) if name in ("place", "wholes", "span", "grid") else left
        return len(left) == len(right) and all(same(fmt, name, *pair) for pair in zip(left, right))
    if name in TEXTS:
        text = (expected or "")
        if fmt == "votable/td":
            text = text.replace("\x01", "\ufffd")
        if fmt == "tsv":
            text = text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
        return text == (actual or "")
    if name in ("truth", "flags"):
        # FITS has a zero byte for a NULL, which astropy does not know; it reads logical arrays of the heap as letters.
        actual = {84: True, 70: False, 0: None}.get(actual, actual) if fmt == "fits" and name == "flags" else actual
        return (expected or None) == (actual or None) if fmt == "fits" else expected == (None if actual == "" else actual)
    if expected is None or actual in (None, ""):
        # Formats other than JSON and delimited text do not tell NaN from NULL.
        missing = (None, "") if fmt in ("json", "csv", "tsv") else (None, "", "NaN")
        return expected in missing and (actual in missing or actual != actual)
    if name in NUMBERS or name in ("smalls", "wholes", "larges"):
        return int(expected) == int(actual)
    number = numpy.float32 if name in SINGLES else float
    left, right = number(expected), number(actual)
    return left == right or (left != left and right != right) or (name == "place" and abs(left - right) < 1e-13)


truth = [json.loads(line) for line in open(TRUTH, encoding="utf-8")]
# The least number of a type stands for NULL in BINARY.
FORMATS = {"votable/td": votable, "votable/b": votable, "votable/b2": votable, "fits": fits, "json": of_json,
           "csv": separated(","), "tsv": separated("\t")}
for fmt, read in FORMATS.items():
    without = "row_number <> 6" if fmt == "votable/b" else "row_number > 0"
    names, rows = read(fetch(fmt, without))
    expected = truth[:5] if fmt == "votable/b" else truth
    assert len(rows) == len(expected), (fmt, len(rows))
    for should, row in zip(expected, rows):
        for name, left, right in zip(names, should, row):
            assert same(fmt, name, left, right), (fmt, should[0], name, left, right)
print("all is well")
