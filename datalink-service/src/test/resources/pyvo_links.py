"""pyvo on links: results, one request for many rows, descriptors of services; and what the SRCNet's client does."""
import sys
import warnings
from io import BytesIO

import requests
from astropy.io.votable import parse
from astropy.io.votable.exceptions import E02
from pyvo.dal.adhoc import DatalinkResults

# astropy expects as many numbers of MIN and MAX as of an interval, SODA 1.0 writes one each.
warnings.filterwarnings("ignore", category=E02)
url = sys.argv[1]

links = DatalinkResults.from_result_url(url + "?ID=lake:m83.fits&client_latitude=-33&client_longitude=18")
this = list(links.bysemantics("#this", include_narrower=False))
assert [row["local_semantics"] for row in this] == ["replica:CAPE", "replica:PERTH", "replica:JODRELL"], this
assert this[0].access_url == "https://cape.example.org/lake/m83.fits", this[0].access_url
assert this[0].content_length == 1048576 and this[0].content_type == "image/fits"
assert [row.content_type for row in links.bysemantics("#preview", include_narrower=False)] == ["image/png"]
assert [row["semantics"] for row in links if row["error_message"]] == []

proc = links.get_first_proc()
assert proc.service_def == "soda-sync", proc
group = [g for g in links.get_adhocservice_by_id(proc.service_def).groups if g.name == "inputParams"][0]
params = {param.name: param for param in group.entries}
assert params["ID"].value == "ivo://dapple.local/data?lake:m83.fits", params["ID"].value
assert set(params) == {"ID", "POS", "CIRCLE", "POLYGON", "BAND", "TIME", "POL", "RESPONSEFORMAT"}, params

many = DatalinkResults.from_result_url(url + "?ID=lake:foreign&ID=lake:nothing&ID=lake:copying.fits")
assert list(dict.fromkeys(row["ID"] for row in many)) == ["lake:foreign", "lake:nothing", "lake:copying.fits"]
assert [row["error_message"].split(":")[0] for row in many if row["error_message"]] == [
    "NotFoundFault", "TransientFault"]
assert len(DatalinkResults.from_result_url(url)) == 0

# What astroquery.srcnet does (soda_cutout).
answer = requests.get(url, params={"id": "lake:m83.fits", "must_include_soda": True, "sort": "nearest_by_ip",
                                   "client_ip_address": "192.0.2.1"})
answer.raise_for_status()
soda = next(resource for resource in parse(BytesIO(answer.content)).resources
            if resource.type == "meta" and resource.ID == "soda-sync")
access_url = next(param.value for param in soda.params if param.name == "accessURL")
data_id = next(param.value for group in soda.groups if group.name == "inputParams"
               for param in group.entries if param.name == "ID")
assert access_url == "https://jodrell.example.org/soda/sync", access_url
assert data_id == "ivo://dapple.local/data?lake:m83.fits", data_id
print("all is well")
