-- What is filled in where the metadata does not say: identifiers, the DataLink URL.

-- Percent-encoding of UTF-8 by RFC 3986; "keep" is a regular expression of what may stay as it is.
CREATE OR REPLACE FUNCTION ivoa.percent_encode(source text, keep text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(
    CASE WHEN c ~ keep THEN c
      ELSE upper(regexp_replace(encode(convert_to(c, 'UTF8'), 'hex'), '(..)', '%\1', 'g')) END,
    '' ORDER BY place), '')
  FROM regexp_split_to_table(source, '') WITH ORDINALITY AS characters (c, place)
$$;

-- ivo://<authority>/<path>?<scope>:<name>. It reads back: the first colon ends the scope (one within it is
-- encoded), and after percent-decoding both are what they were.
CREATE OR REPLACE FUNCTION ivoa.mint_publisher_did(authority text, path text, scope text, name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 'ivo://' || authority || '/' || path || '?'
  || CASE WHEN scope ~ '^[A-Za-z0-9._~-]*$' THEN scope
       ELSE ivoa.percent_encode(scope, '[A-Za-z0-9._~/@!$*,;=()-]') END || ':'
  || CASE WHEN name ~ '^[A-Za-z0-9._~/:-]*$' THEN name
       ELSE ivoa.percent_encode(name, '[A-Za-z0-9._~/:@!$*,;=()-]') END;

-- The identifier as the value of a URL's parameter; the usual characters are replaced one by one, as that is quicker.
CREATE OR REPLACE FUNCTION ivoa.datalink_url(base_url text, publisher_did text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN base_url || '/datalink/links?ID=' || CASE WHEN publisher_did ~ '^[A-Za-z0-9._~/:?%-]*$'
  THEN replace(replace(replace(replace(publisher_did, '%', '%25'), ':', '%3A'), '/', '%2F'), '?', '%3F')
  ELSE ivoa.percent_encode(publisher_did, '[A-Za-z0-9._~-]') END;

-- The circle that s_ra, s_dec and s_fov describe, as s_region; NULL when one is missing or it is no circle.
CREATE OR REPLACE FUNCTION ivoa.field_region(ra double precision, "dec" double precision, fov double precision)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN fov > 1e-300 AND fov <= 180 THEN 'Circle ICRS ' || ra || ' ' || "dec" || ' ' || fov / 2 END;

-- Degrees without the noise that the way through radians adds.
CREATE OR REPLACE FUNCTION ivoa.tidy_degrees(angle double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN round(degrees(angle)::numeric, 12)::double precision;
