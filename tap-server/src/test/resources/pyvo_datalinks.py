"""What an astronomer does with pyvo to get from rows to files: all links of a result in one request."""
import sys

import pyvo

service = pyvo.dal.TAPService(sys.argv[1])

for form in ("votable/td", "votable/b", "votable/b2"):
    for column in ("obs_publisher_did", "obs_publisher_did AS did", 'obs_publisher_did AS "my file"'):
        rows = service.search(
            f"SELECT TOP 5 {column}, target_name FROM ivoa.obscore ORDER BY obs_publisher_did", responseformat=form)
        assert len(rows) == 5, rows
        dids = list(rows.to_table().columns[0])
        links = list(rows.iter_datalinks())
        assert [link["ID"][0] for link in links] == dids, (form, column)
        assert links[0]["access_url"][0] == "https://example.org/file"
    assert rows[0].getdatalink()["ID"][0] == dids[0]
print("all is well")
