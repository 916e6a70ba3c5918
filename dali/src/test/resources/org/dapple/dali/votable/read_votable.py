"""Prints what astropy reads from a VOTable: a line for each row, values in Python's notation, masked ones as None."""
import sys
import warnings

import numpy.ma
from astropy.io.votable import parse

warnings.simplefilter("ignore")
table = parse(sys.argv[1], verify="exception").get_first_table()
for row in table.array:
    values = [None if value is numpy.ma.masked else value for value in row]
    plain = [value.item() if hasattr(value, "item") else value for value in values]
    print(ascii(plain))
