"""What an astronomer does with pyvo beside TAP: cone searches and searches of images, which give what TAP gives."""
import sys

import pyvo
from astropy import units as u
from astropy.coordinates import SkyCoord

base = sys.argv[1]
tap = pyvo.dal.TAPService(base + "/tap")
m83 = SkyCoord(204.254, -29.865, unit="deg")


def of_tap(condition):
    return sorted(tap.search("SELECT obs_publisher_did FROM ivoa.obscore WHERE " + condition)["obs_publisher_did"])


def same(found, condition):
    expected = of_tap(condition)
    assert len(expected) > 0, condition
    assert sorted(found["obs_publisher_did"]) == expected, (condition, len(found), len(expected))


# Cone search
near = "DISTANCE(s_ra, s_dec, 204.254, -29.865) <= 0.5"
found = pyvo.dal.conesearch(base + "/scs", pos=m83, radius=0.5)
same(found, near)
assert all(m83.separation(row.pos) <= 0.5 * u.deg for row in found)
assert sorted(row.id for row in found) == of_tap(near)

cone = pyvo.dal.SCSService(base + "/scs")
same(cone.search((359.9, -30), radius=3 * u.deg), "DISTANCE(s_ra, s_dec, 359.9, -30) <= 3")
sizes = [len(cone.search(m83, radius=0.5, verbosity=verbosity).fieldnames) for verbosity in (1, 2, 3)]
assert sizes[0] < sizes[1] < sizes[2], sizes
assert len(cone.search(m83, radius=20, maxrec=3)) == 3
try:
    cone.search(m83, radius=200)
    raise AssertionError("a wrong radius must be refused")
except pyvo.dal.DALQueryError as refused:
    assert "0 to 180" in str(refused), refused

# Images
images = pyvo.dal.sia2.SIAService(base + "/sia2")
image = "dataproduct_type IN ('image', 'cube') AND "
same(images.search(pos=(204.254, -29.865, 0.5) * u.deg),
     image + "INTERSECTS(CIRCLE(204.254, -29.865, 0.5), s_region) = 1")
same(images.search(pos=(350, 359, -5, 5) * u.deg, data_type="cube", calib_level=[2, 3]),
     "dataproduct_type = 'cube' AND calib_level IN (2, 3) AND INTERSECTS(REGION('RANGE 350 359 -5 5'), s_region) = 1")
same(images.search(pos=(10, 10, 14, 10, 14, 13) * u.deg),
     image + "INTERSECTS(POLYGON(10, 10, 14, 10, 14, 13), s_region) = 1")
same(images.search(band=(0.2, 0.22) * u.m, pol=["Q", "V"], collection="MeerKAT-Deep-L", field_of_view=(1, 2) * u.deg),
     image + "em_min <= 0.22 AND em_max >= 0.2 AND obs_collection = 'MeerKAT-Deep-L' AND s_fov BETWEEN 1 AND 2"
     " AND (pol_states LIKE '%/Q/%' OR pol_states LIKE '%/V/%')")
same(images.search(facility="MeerKAT", instrument="L-band", exptime=(60, 1e6) * u.s, target_name="M83"),
     image + "facility_name = 'MeerKAT' AND instrument_name = 'L-band' AND t_exptime BETWEEN 60 AND 1e6"
     " AND target_name = 'M83'")
some = pyvo.dal.sia2.search(base + "/sia2", pos=(204.254, -29.865, 0.5) * u.deg, maxrec=2)
assert len(some) == 2, len(some)
same(images.search(publisher_did=some[0]["obs_publisher_did"].upper()),
     "obs_publisher_did = '%s'" % some[0]["obs_publisher_did"])
assert some[0].dataproduct_type in ("image", "cube") and some[0].s_ra.unit == "deg"
assert images.available
try:
    images.search(data_type="spectrum")
    raise AssertionError("what is no image must be refused")
except pyvo.dal.DALQueryError as refused:
    assert "UsageFault" in str(refused) and "image, cube" in str(refused), refused

print("all is well")
