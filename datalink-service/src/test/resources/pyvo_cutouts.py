"""pyvo cuts out by the service that a links document describes, from the document and from one of its rows."""

import sys
import warnings

from astropy import units as u
from astropy.io.votable.exceptions import E02
from pyvo.dal.adhoc import DatalinkResults

warnings.filterwarnings("ignore", category=E02)
links = DatalinkResults.from_result_url(sys.argv[1] + "?ID=lake:m83.fits")
circle = (204.25 * u.deg, -29.87 * u.deg, 0.1 * u.deg)
print(links.get_first_proc().process(circle=circle).read().decode())
print(links[0].processed(circle=circle).read().decode())
