"""Prints what astropy reads from a VOTable: a line for each row, values in Python's notation, masked ones as None."""
import sys
import warnings

import numpy.ma
from astropy.io.votable import parse


def plain(value):
    if value is numpy.ma.masked:
        return None
    return value.tolist() if hasattr(value, "tolist") else value


warnings.simplefilter("ignore")
array = parse(sys.argv[1], verify="exception").get_first_table().array
columns = [array[name] for name in array.dtype.names]
for row in range(len(array)):
    print(ascii([plain(column[row]) for column in columns]))
