"""Factors between units of VOUnits as astropy knows them: reads "from -> to" a line, writes each factor, or "none"."""

import sys
import warnings

import astropy.units as u


def factor(source, target):
    try:
        return repr(float(u.Unit(source, format="vounit").to(u.Unit(target, format="vounit"))))
    except (ValueError, u.UnitConversionError):
        return "none"


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            print(factor(*line.rstrip("\n").split(" -> ")))
