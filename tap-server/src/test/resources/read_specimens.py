"""Reads a table with a column of every type as astropy sees it."""
import sys

import numpy
import pyvo

service = pyvo.dal.TAPService(sys.argv[1])
table = service.search("SELECT * FROM ivoa.specimens ORDER BY row_number").to_table()

expected = {"row_number": "int32", "truth": "bool", "small": "int16", "whole": "int32", "large": "int64",
            "single": "float32", "double": "float64"}
for name, dtype in expected.items():
    assert table[name].dtype == numpy.dtype(dtype), (name, table[name].dtype)

first = table[0]
assert first["truth"] and first["small"] == 32767 and first["whole"] == 2147483647
assert first["large"] == 9223372036854775807
assert first["single"] == numpy.float32(3.4028235e38) and first["double"] == 1.7976931348623157e308
assert first["words"] == 'a, "b" <c> & ünïcödé', first["words"]
assert first["moment"] == "2026-11-22T01:02:03.456789", first["moment"]

second = table[1]
assert not second["truth"] and second["large"] == -9223372036854775808
assert second["single"] == numpy.float32(1.4e-45) and second["double"] == 5e-324

third = table[2]
# VOTable does not tell NaN from NULL.
assert numpy.ma.is_masked(third["single"]) and third["double"] == -numpy.inf

for name in ("small", "whole", "large", "single", "double", "truth"):
    assert numpy.ma.is_masked(table[name][3]), name

for form in ("votable/td", "votable/b2"):
    shapes = service.search("SELECT POINT(10, -20) AS p, CIRCLE(10, -20, 0.5) AS c, POLYGON(10, 0, 11, 0, 11, 1) AS g, "
                            "row_number FROM ivoa.specimens WHERE row_number = 1", responseformat=form).to_table()[0]
    assert shapes["p"].tolist() == [10, -20], shapes["p"]
    assert shapes["c"].tolist() == [10, -20, 0.5], shapes["c"]
    assert list(shapes["g"]) == [10, 0, 11, 0, 11, 1], shapes["g"]
print("all is well")
