"""What an astronomer does with pyvo: search, list the tables, describe the service."""
import sys

import numpy
import pyvo

service = pyvo.dal.TAPService(sys.argv[1])

rows = service.search("SELECT target_name, s_ra, calib_level, access_estsize FROM ivoa.obscore WHERE target_name = 'M83'")
assert len(rows) == 1, rows
assert rows[0]["target_name"] == "M83"
assert abs(rows[0]["s_ra"] - 204.24712522989094) < 1e-12
assert rows[0]["calib_level"] == 2
assert numpy.ma.is_masked(rows.to_table()["access_estsize"][0]), "an absent value is masked"
assert rows.to_table()["s_ra"].unit == "deg"
assert rows.fielddescs[1].ucd == "pos.eq.ra"

cut = service.search("SELECT obs_id FROM ivoa.obscore", maxrec=5)
assert len(cut) == 5 and cut.query_status == "OVERFLOW", cut.query_status

columns = {column.name: column for column in service.tables["ivoa.obscore"].columns}
assert columns["s_ra"].unit == "deg" and columns["s_ra"].datatype.content == "double"
assert {"tap_schema.tables", "ivoa.obscore"} <= set(service.tables.keys())

try:
    service.search("SELECT * FROM ivoa.obscor")
    raise AssertionError("a wrong table name must be refused")
except pyvo.dal.DALQueryError as refused:
    assert "obscore" in str(refused), refused

examples = service.examples
assert len(examples) >= 8, examples
assert "FROM ivoa.obscore" in examples[0]["QUERY"], examples[0]
for example in examples:
    assert example.execute().query_status in ("OK", "OVERFLOW"), example["QUERY"]

assert service.available
assert service.maxrec > 0 and service.hardlimit >= service.maxrec
service.describe()
print("all is well")
