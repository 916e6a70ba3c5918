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
