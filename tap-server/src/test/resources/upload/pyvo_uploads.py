"""What an astronomer does with pyvo and tables of his own: a table in memory, a file, a result, a URL."""
import sys
import tempfile
import urllib.parse

import numpy
import pyvo
from astropy.table import MaskedColumn, Table

base = sys.argv[1]
service = pyvo.dal.TAPService(base)

targets = Table({
    "name": ["M83", "Überraschung ☃", "none"],
    "ra": [204.25, 10.5, 0.0],
    "dec": [-29.87, -10.25, 0.0],
    "mag": MaskedColumn([7.5, 1.5, 0.0], dtype="f4", mask=[False, False, True], unit="mag"),
    "count": MaskedColumn([1, -5, 0], dtype="i8", mask=[False, False, True]),
    "seen": [True, False, True],
})
back = service.run_sync("SELECT * FROM TAP_UPLOAD.targets ORDER BY ra DESC", uploads={"targets": targets}).to_table()
assert list(back["name"]) == list(targets["name"]), back
for column in ("ra", "dec", "seen"):
    assert numpy.array_equal(back[column], targets[column]), back
assert list(back["mag"].mask) == [False, False, True] and back["mag"].unit == "mag", back
assert list(back["count"][:2]) == [1, -5] and back["count"].mask[2], back

match = service.run_sync(
    "SELECT t.name, o.target_name FROM ivoa.obscore AS o JOIN TAP_UPLOAD.targets AS t"
    " ON DISTANCE(POINT(o.s_ra, o.s_dec), POINT(t.ra, t.dec)) < 0.1",
    uploads={"targets": targets})
assert set(match["name"]) == {"M83"}, match

with tempfile.NamedTemporaryFile(suffix=".xml") as file:
    targets.write(file.name, format="votable", overwrite=True)
    assert service.run_sync("SELECT COUNT(*) AS n FROM TAP_UPLOAD.f", uploads={"f": file.name})["n"][0] == 3

result = service.run_sync("SELECT TOP 4 obs_id, s_ra, s_dec FROM ivoa.obscore WHERE s_ra IS NOT NULL ORDER BY obs_id")
again = service.run_sync("SELECT * FROM TAP_UPLOAD.r ORDER BY obs_id", uploads={"r": result})
assert list(again["obs_id"]) == list(result["obs_id"]) and list(again["s_ra"]) == list(result["s_ra"])

url = base + "/sync?" + urllib.parse.urlencode({"QUERY": "SELECT TOP 4 obs_id FROM ivoa.obscore"})
assert service.run_sync("SELECT COUNT(*) AS n FROM TAP_UPLOAD.u", uploads={"u": url})["n"][0] == 4

later = service.run_async("SELECT name, mag FROM TAP_UPLOAD.targets ORDER BY ra DESC", uploads={"targets": targets})
assert list(later["name"]) == list(targets["name"]), later

try:
    service.run_sync("SELECT nam FROM TAP_UPLOAD.targets", uploads={"targets": targets})
    raise AssertionError("a wrong column name must be refused")
except pyvo.dal.DALQueryError as refused:
    assert "name" in str(refused), refused

assert {method.ivo_id for method in service.upload_methods} >= {
    "ivo://ivoa.net/std/TAPRegExt#upload-inline", "ivo://ivoa.net/std/TAPRegExt#upload-http"}
print("all is well")
