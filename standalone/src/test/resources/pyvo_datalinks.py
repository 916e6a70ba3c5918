"""What an astronomer does with pyvo to get from rows to files: the links of all rows in one request."""
import sys

import pyvo
import requests

asked = []
send = requests.Session.send


def noted(session, request, **settings):
    asked.append(request.url)
    return send(session, request, **settings)


requests.Session.send = noted
service = pyvo.dal.TAPService(sys.argv[1] + "/tap")

for form in ("votable/td", "votable/b", "votable/b2"):
    for column in ("obs_publisher_did", "obs_publisher_did AS did", 'obs_publisher_did AS "my file"'):
        rows = service.search(
            f"SELECT TOP 5 {column}, target_name FROM ivoa.obscore ORDER BY obs_publisher_did", responseformat=form)
        assert len(rows) == 5, rows
        dids = list(rows.to_table().columns[0])
        asked.clear()
        links = list(rows.iter_datalinks())
        assert [link["ID"][0] for link in links] == dids, (form, column)
        assert all(link["semantics"][0] == "#this" for link in links), (form, column)
        assert len(asked) == 1 and asked[0].startswith(sys.argv[1] + "/datalink/links"), asked
    assert rows[0].getdatalink()["ID"][0] == dids[0]

urls = service.search("SELECT TOP 3 access_url FROM ivoa.obscore")["access_url"]
assert all(url.startswith(sys.argv[1] + "/datalink/links?ID=") for url in urls), urls

found = service.search("SELECT obs_publisher_did FROM ivoa.obscore"
                       " WHERE obs_id = 'MeerKAT-Deep-L-00000-01' AND dataproduct_type = 'image'")
links = next(found.iter_datalinks())
assert [link["error_message"] for link in links] == ["", ""], links.to_table()
assert requests.get(links[0]["access_url"]).content.startswith(b"SIMPLE  =")
print("all is well")
