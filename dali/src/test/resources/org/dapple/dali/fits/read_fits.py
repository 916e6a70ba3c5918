"""Prints what astropy reads from a FITS table: the columns, then a line for each row, masked values as None."""
import sys

import numpy.ma
from astropy.io import fits
from astropy.table import Table


def plain(value):
    if value is numpy.ma.masked:
        return None
    value = value.tolist() if hasattr(value, "tolist") else value
    return value.decode("utf-8") if isinstance(value, bytes) else value


with fits.open(sys.argv[1], checksum=True) as file:
    file.verify("exception")
    for column in file[1].columns:
        print(column.name, column.format, column.unit, column.null)
table = Table.read(sys.argv[1], hdu=1, character_as_bytes=True)
for row in range(len(table)):
    print(ascii([plain(table[name][row]) for name in table.colnames]))
