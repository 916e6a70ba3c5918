-- The exact tests behind a search in compound regions (ranges, unions): the index on s_region_bound finds candidates,
-- these decide. Their bodies are bound when they are created, so that no search_path of a caller matters.

CREATE OR REPLACE FUNCTION ivoa.region_contains(circles scircle[], polygons spoly[], boxes sbox[], p spoint)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(p <@ ANY (circles), false) OR coalesce(p <@ ANY (polygons), false) OR coalesce(p <@ ANY (boxes), false);

CREATE OR REPLACE FUNCTION ivoa.region_intersects(circles scircle[], polygons spoly[], boxes sbox[], c scircle)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(c && ANY (circles), false) OR coalesce(c && ANY (polygons), false) OR coalesce(c && ANY (boxes), false);

CREATE OR REPLACE FUNCTION ivoa.region_intersects(circles scircle[], polygons spoly[], boxes sbox[], g spoly)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(g && ANY (circles), false) OR coalesce(g && ANY (polygons), false) OR coalesce(g && ANY (boxes), false);

CREATE OR REPLACE FUNCTION ivoa.region_intersects(circles scircle[], polygons spoly[], boxes sbox[], b sbox)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(b && ANY (circles), false) OR coalesce(b && ANY (polygons), false) OR coalesce(b && ANY (boxes), false);

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
