"""Ranks storage elements for each client by astropy's angular separation, then priority, then name."""
import csv
import sys

from astropy.coordinates import angular_separation
from numpy import radians

rses = [(name, int(priority), float(lat) if lat else None, float(lon) if lon else None)
        for name, priority, lat, lon in csv.reader(open(sys.argv[1]))]
for lat, lon in csv.reader(open(sys.argv[2])):
    def key(rse):
        name, priority, rse_lat, rse_lon = rse
        if rse_lat is None:
            return 1, 0, priority, name
        distance = angular_separation(radians(float(lon)), radians(float(lat)), radians(rse_lon), radians(rse_lat))
        return 0, round(float(distance), 12), priority, name
    print(" ".join(rse[0] for rse in sorted(rses, key=key)))
