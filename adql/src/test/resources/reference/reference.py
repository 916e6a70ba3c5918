"""What the functions of ADQL must give, computed without PostgreSQL and without pgSphere.

Reads Python expressions, one a line, and writes the value of each: "NULL", "error", "no shape", "number N", "numbers N N N…" or "text T".
"""

import math
import sys
import warnings
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import astropy.units as u
import astropy_healpix
import numpy as np
from astropy.coordinates import Distance, SkyCoord, angular_separation
from astropy.time import Time


def error():
    """There is no such value, and the checker or the database says so."""
    return Answer("error")


def no_shape():
    """There is no such shape, which is said of literals; of columns the value is NULL, so that one bad row fails no query."""
    return Answer("no shape")


class Answer(str):
    """A word that is not a text of the query."""


def rounded(x, digits=0, how=ROUND_HALF_UP):
    """To decimal digits of the number as it is written, halves away from zero; negative digits are tens, hundreds…"""
    return float(Decimal(repr(float(x))).quantize(Decimal(1).scaleb(-digits), rounding=how))


def truncated(x, digits=0):
    return rounded(x, digits, ROUND_DOWN)


def cot(x):
    return math.cos(x) / math.sin(x)


def quotient(a, b):
    """Of whole numbers: towards zero."""
    return int(a / b)


# The sky: longitudes and latitudes in degrees, polygons as lists of them.


def separation(lon1, lat1, lon2, lat2):
    return math.degrees(angular_separation(*np.radians([lon1, lat1, lon2, lat2])))


def vector(lon, lat):
    lon, lat = math.radians(lon), math.radians(lat)
    return np.array([math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)])


def lonlat(v):
    x, y, z = v
    return math.degrees(math.atan2(y, x)) % 360, math.degrees(math.atan2(z, math.hypot(x, y)))


def corners(numbers):
    return [vector(lon, lat) for lon, lat in zip(numbers[::2], numbers[1::2])]


def angle(at, one, other):
    """Between the great circles from a point to two others, -pi to pi, seen from outside of the sphere."""
    a, b = np.cross(at, one), np.cross(at, other)
    return math.atan2(np.dot(at, np.cross(a, b)), np.dot(a, b))


def in_circle(lon, lat, lon0, lat0, radius):
    return int(separation(lon, lat, lon0, lat0) <= radius)


def in_polygon(lon, lat, *numbers):
    """Whether the corners wind around the point, and not around its antipode: polygons are smaller than a hemisphere."""
    p, v = vector(lon, lat), corners(numbers)
    if np.dot(p, sum(v)) < 0:
        return 0
    turned = sum(angle(p, a, b) for a, b in zip(v, v[1:] + v[:1]))
    return int(abs(turned) > math.pi)


def in_box(lon, lat, lon0, lat0, width, height):
    """Between great circles at right angles to the arms of a cross: seen from its centre, each bounds one angle."""
    lon0, lat0 = math.radians(lon0), math.radians(lat0)
    east = np.array([-math.sin(lon0), math.cos(lon0), 0])
    out = np.array([math.cos(lat0) * math.cos(lon0), math.cos(lat0) * math.sin(lon0), math.sin(lat0)])
    p = vector(lon, lat)
    x, y, z = np.dot(p, out), np.dot(p, east), np.dot(p, np.cross(out, east))
    return int(abs(math.atan2(y, x)) <= math.radians(width / 2) and abs(math.atan2(z, x)) <= math.radians(height / 2))


def to_edge(lon, lat, *numbers):
    """Degrees from a point to the nearest side of a polygon."""
    p, v = vector(lon, lat), corners(numbers)
    return min(math.degrees(to_side(p, a, b)) for a, b in zip(v, v[1:] + v[:1]))


def to_side(p, a, b):
    pole = np.cross(a, b)
    pole /= np.linalg.norm(pole)
    foot = p - np.dot(p, pole) * pole
    beside = np.dot(np.cross(a, foot), pole) < 0 or np.dot(np.cross(foot, b), pole) < 0
    ends = [math.atan2(np.linalg.norm(np.cross(p, e)), np.dot(p, e)) for e in (a, b)]
    return min(ends) if beside else abs(math.asin(np.dot(p, pole)))


def circle_in_polygon(lon, lat, radius, *numbers):
    return int(in_polygon(lon, lat, *numbers) and to_edge(lon, lat, *numbers) >= radius)


def circle_meets_polygon(lon, lat, radius, *numbers):
    return int(in_polygon(lon, lat, *numbers) or to_edge(lon, lat, *numbers) <= radius)


def polygon_in_circle(lon, lat, radius, *numbers):
    return int(all(in_circle(a, b, lon, lat, radius) for a, b in zip(numbers[::2], numbers[1::2])))


def polygon_in_polygon(inner, outer):
    """For convex ones."""
    return int(all(in_polygon(a, b, *outer) for a, b in zip(inner[::2], inner[1::2])))


def polygon_meets_polygon(one, other):
    """For convex ones: a corner of one in the other, or sides that cross."""
    some = any(in_polygon(a, b, *other) for a, b in zip(one[::2], one[1::2]))
    some = some or any(in_polygon(a, b, *one) for a, b in zip(other[::2], other[1::2]))
    v, w = corners(one), corners(other)
    sides = [(a, b, c, d) for a, b in zip(v, v[1:] + v[:1]) for c, d in zip(w, w[1:] + w[:1])]
    return int(some or any(cross(*four) for four in sides))


def cross(a, b, c, d):
    m, n = np.cross(a, b), np.cross(c, d)
    return (
        np.dot(m, c) * np.dot(m, d) < 0
        and np.dot(n, a) * np.dot(n, b) < 0
        and np.dot(a + b, c + d) > 0
    )


def in_range(lon, lat, west, east, south, north):
    """Between meridians, eastwards, and parallels."""
    around = east - west >= 360 or (lon - west) % 360 <= (east - west) % 360
    return int(around and south <= lat <= north)


def range_border(west, east, south, north, count=2001):
    width = min(360, east - west if east - west >= 360 else (east - west) % 360)
    steps = np.linspace(0, 1, count)
    sides = [] if width == 360 else [(lon, south + (north - south) * t) for lon in (west, east) for t in steps]
    return sides + [(west + width * t, lat) for lat in (south, north) for t in steps]


def around(lon, lat, radius):
    """Points on a circle."""
    out, steps = vector(lon, lat), np.linspace(0, 2 * math.pi, 361)
    side = np.cross(out, [0, 0, 1] if abs(lat) < 80 else [1, 0, 0])
    side /= np.linalg.norm(side)
    up, r = np.cross(out, side), math.radians(radius)
    return [lonlat(math.cos(r) * out + math.sin(r) * (math.cos(t) * side + math.sin(t) * up)) for t in steps]


def sides(numbers):
    """Points on the sides of a polygon."""
    v = corners(numbers)
    return [lonlat((1 - t) * a + t * b) for a, b in zip(v, v[1:] + v[:1]) for t in np.linspace(0, 1, 41)]


def circle_in_range(lon, lat, radius, *sky):
    poles = [(0, pole) for pole in (-90, 90) if abs(pole - lat) <= radius]
    return int(in_range(lon, lat, *sky) and all(in_range(*p, *sky) for p in around(lon, lat, radius) + poles))


def circle_meets_range(lon, lat, radius, *sky):
    border = np.radians(range_border(*sky)).T
    near = np.degrees(angular_separation(*border, *np.radians([lon, lat]))).min() <= radius
    return int(near or in_range(lon, lat, *sky))


def polygon_in_range(numbers, *sky):
    return int(all(in_range(*p, *sky) for p in sides(numbers)))


def polygon_meets_range(numbers, *sky):
    return int(any(in_range(*p, *sky) for p in sides(numbers)) or any(in_polygon(*p, *numbers) for p in range_border(*sky, 81)))


def range_in_circle(lon, lat, radius, *sky):
    return int(all(in_circle(*p, lon, lat, radius) for p in range_border(*sky, 201)))


def range_area(west, east, south, north):
    return (east - west) * (math.sin(math.radians(north)) - math.sin(math.radians(south))) * math.degrees(1)


def range_centroid(west, east, south, north):
    """The mean of places spread evenly."""
    lon = np.radians(np.linspace(west, east, 200001)[:-1] + (east - west) / 400000)
    up = np.linspace(math.sin(math.radians(south)), math.sin(math.radians(north)), 200001)
    up = (up[:-1] + up[1:]) / 2
    out = np.sqrt(1 - up**2).mean()
    return lonlat((out * np.cos(lon).mean(), out * np.sin(lon).mean(), up.mean()))


def circle_area(radius):
    """4 pi sin^2(r / 2), which keeps its digits for small radii."""
    return 4 * math.pi * math.sin(math.radians(radius) / 2) ** 2 * math.degrees(1) ** 2


def box_area(width, height):
    """The solid angle of a pyramid by the angles between its opposite faces."""
    sines = math.sin(math.radians(width / 2)) * math.sin(math.radians(height / 2))
    return 4 * math.asin(sines) * math.degrees(1) ** 2


def polygon_area(*numbers):
    """A fan of triangles, each by the solid angle of Van Oosterom and Strackee."""
    v = corners(numbers)
    total = 0
    for b, c in zip(v[1:], v[2:]):
        a = v[0]
        total += 2 * math.atan2(np.dot(a, np.cross(b, c)), 1 + np.dot(a, b) + np.dot(b, c) + np.dot(c, a))
    return abs(total) * math.degrees(1) ** 2


def polygon_centroid(*numbers):
    """The direction of the mean of the surface: each side adds its angle along the pole of its great circle."""
    v = corners(numbers)
    mean = np.zeros(3)
    for a, b in zip(v, v[1:] + v[:1]):
        pole = np.cross(a, b)
        length = np.linalg.norm(pole)
        mean += pole / length * math.atan2(length, np.dot(a, b))
    return lonlat(mean if np.dot(mean, sum(v)) > 0 else -mean)


def healpix(order, lon, lat):
    return int(astropy_healpix.lonlat_to_healpix(lon * u.deg, lat * u.deg, 2**order, order="nested"))


def healpix_center(order, index):
    lon, lat = astropy_healpix.healpix_to_lonlat(index, 2**order, order="nested")
    return lon.deg, lat.deg


def moved(ra, dec, parallax, pmra, pmdec, radial_velocity, before, after):
    star = SkyCoord(
        ra * u.deg,
        dec * u.deg,
        distance=Distance(parallax=parallax * u.mas),
        pm_ra_cosdec=pmra * u.mas / u.yr,
        pm_dec=pmdec * u.mas / u.yr,
        radial_velocity=radial_velocity * u.km / u.s,
        obstime=Time(before, format="jyear"),
    )
    then = star.apply_space_motion(new_obstime=Time(after, format="jyear"))
    return then.ra.deg, then.dec.deg


def galactic(ra, dec):
    there = SkyCoord(ra * u.deg, dec * u.deg).galactic
    return there.l.deg, there.b.deg


def words(value):
    if value is None:
        return "NULL"
    if isinstance(value, Answer):
        return value
    if isinstance(value, str):
        return "text " + value
    if isinstance(value, (tuple, list)):
        return "numbers " + " ".join(repr(float(number)) for number in value)
    if isinstance(value, (int, np.integer)):
        return "number " + str(int(value))
    return "number " + {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(repr(float(value)), repr(float(value)))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            print(words(eval(line)))
