-- The exact tests behind a search in compound regions (ranges, unions): the index on s_region_bound finds candidates,
-- these decide. Their bodies are bound when they are created, so that no search_path of a caller matters.

-- pgSphere's own && misses many circles and boxes that meet a box, so that these do without it. A circle meets a box
-- where it reaches the place nearest to its centre: on the centre's meridian, or on a side of the box, taken in halves
-- because none may go from pole to pole.
CREATE OR REPLACE FUNCTION ivoa.box_meets(box sbox, c scircle) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT n.nearest <@ box AND n.nearest <-> center(c) <= radius(c)
    OR c && sline(sw(box), n.west) OR c && sline(n.west, nw(box)) OR c && sline(se(box), n.east) OR c && sline(n.east, ne(box))
  FROM (SELECT spoint(long(center(c)), least(greatest(lat(center(c)), lat(sw(box))), lat(ne(box)))) AS nearest,
      spoint(long(sw(box)), (lat(sw(box)) + lat(ne(box))) / 2) AS west,
      spoint(long(ne(box)), (lat(sw(box)) + lat(ne(box))) / 2) AS east) AS n);

-- Two boxes meet where their latitudes do and one begins within the other, or at a pole.
CREATE OR REPLACE FUNCTION ivoa.box_meets(a sbox, b sbox) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT m.south <= m.north
    AND (spoint(long(sw(a)), m.south) <@ b OR spoint(long(sw(b)), m.south) <@ a OR spoint(0, m.north) <@ a AND spoint(0, m.north) <@ b)
  FROM (SELECT greatest(lat(sw(a)), lat(sw(b))) AS south, least(lat(ne(a)), lat(ne(b))) AS north) AS m);

CREATE OR REPLACE FUNCTION ivoa.region_contains(circles scircle[], polygons spoly[], boxes sbox[], p spoint)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(p <@ ANY (circles), false) OR coalesce(p <@ ANY (polygons), false) OR coalesce(p <@ ANY (boxes), false);

CREATE OR REPLACE FUNCTION ivoa.region_intersects(circles scircle[], polygons spoly[], boxes sbox[], c scircle)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(c && ANY (circles), false) OR coalesce(c && ANY (polygons), false)
    OR EXISTS (SELECT FROM unnest(boxes) AS part(s) WHERE ivoa.box_meets(part.s, c));

CREATE OR REPLACE FUNCTION ivoa.region_intersects(circles scircle[], polygons spoly[], boxes sbox[], g spoly)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(g && ANY (circles), false) OR coalesce(g && ANY (polygons), false) OR coalesce(g && ANY (boxes), false);

CREATE OR REPLACE FUNCTION ivoa.region_intersects(circles scircle[], polygons spoly[], boxes sbox[], b sbox)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN EXISTS (SELECT FROM unnest(circles) AS part(s) WHERE ivoa.box_meets(b, part.s))
    OR coalesce(b && ANY (polygons), false)
    OR EXISTS (SELECT FROM unnest(boxes) AS part(s) WHERE ivoa.box_meets(part.s, b));

-- Two compound regions: a part of one meets a part of the other.
CREATE OR REPLACE FUNCTION ivoa.region_intersects(
    circles scircle[], polygons spoly[], boxes sbox[], circles2 scircle[], polygons2 spoly[], boxes2 sbox[])
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN EXISTS (SELECT FROM unnest(circles2) AS part(s) WHERE ivoa.region_intersects(circles, polygons, boxes, part.s))
    OR EXISTS (SELECT FROM unnest(polygons2) AS part(s) WHERE ivoa.region_intersects(circles, polygons, boxes, part.s))
    OR EXISTS (SELECT FROM unnest(boxes2) AS part(s) WHERE ivoa.region_intersects(circles, polygons, boxes, part.s));

-- One compound region in another: each part of the second lies in a part of the first.
CREATE OR REPLACE FUNCTION ivoa.region_contains(
    circles scircle[], polygons spoly[], boxes sbox[], circles2 scircle[], polygons2 spoly[], boxes2 sbox[])
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NOT EXISTS (
        SELECT FROM unnest(circles2) AS part(s)
        WHERE NOT coalesce(part.s <@ ANY (circles) OR part.s <@ ANY (polygons) OR part.s <@ ANY (boxes), false))
    AND NOT EXISTS (
        SELECT FROM unnest(polygons2) AS part(s)
        WHERE NOT coalesce(part.s <@ ANY (circles) OR part.s <@ ANY (polygons) OR part.s <@ ANY (boxes), false))
    AND NOT EXISTS (
        SELECT FROM unnest(boxes2) AS part(s)
        WHERE NOT coalesce(part.s <@ ANY (circles) OR part.s <@ ANY (polygons) OR part.s <@ ANY (boxes), false));
