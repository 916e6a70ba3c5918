-- The conversions that ivoa.derived_column names: ivoa.to_<kind>(jsonb) gives the value, or NULL for whatever
-- cannot be used; none raises. Their bodies are single expressions, so that the planner puts them into the generated
-- statement. JSON path in strict mode, with errors silenced, is what makes a number of 1e400 or "abc" a NULL.

CREATE OR REPLACE FUNCTION ivoa.to_text(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(value) IN ('string', 'number', 'boolean') THEN value #>> '{}' END;

-- Text that is indexed: not blank, and of a size that fits into a B-tree page.
CREATE OR REPLACE FUNCTION ivoa.to_label(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(value) IN ('string', 'number', 'boolean') AND octet_length(value #>> '{}') <= 2000
  AND btrim(value #>> '{}') <> '' THEN value #>> '{}' END;

-- A number as they nearly all are is told by its size and its decimals, which is quicker than a JSON path. Of a number in a
-- string JSON path would keep 15 digits.
CREATE OR REPLACE FUNCTION ivoa.to_double(value jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'number' THEN CASE
    WHEN abs(value::numeric) < 1e300 AND scale(value::numeric) < 300 THEN value::double precision
    ELSE jsonb_path_query_first(value, 'strict $.double()', '{}', true)::double precision END
  WHEN 'string' THEN CASE
    WHEN jsonb_path_exists(value, 'strict $.double()', '{}', true) THEN (value #>> '{}')::double precision END
END;

CREATE OR REPLACE FUNCTION ivoa.to_longitude(value jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'number' THEN CASE
    WHEN value::numeric BETWEEN 0 AND 360 THEN ivoa.to_double(value) END
  WHEN 'string' THEN CASE
    WHEN jsonb_path_exists(value, 'strict $.double() ? (@ >= 0 && @ <= 360)', '{}', true) THEN (value #>> '{}')::double precision END
END;

CREATE OR REPLACE FUNCTION ivoa.to_latitude(value jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'number' THEN CASE
    WHEN value::numeric BETWEEN -90 AND 90 THEN ivoa.to_double(value) END
  WHEN 'string' THEN CASE
    WHEN jsonb_path_exists(value, 'strict $.double() ? (@ >= -90 && @ <= 90)', '{}', true) THEN (value #>> '{}')::double precision END
END;

CREATE OR REPLACE FUNCTION ivoa.to_calib_level(value jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_path_query_first(value, 'strict $.double() ? (@ >= 0 && @ <= 4 && @.floor() == @)', '{}', true)::integer;

-- A number that is one of 64 bits without decimals, or NULL.
CREATE OR REPLACE FUNCTION ivoa.whole(number numeric) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN number = trunc(number) AND number BETWEEN -9223372036854775808 AND 9223372036854775807 THEN number::bigint END;

-- A number is compared as it is, not as a double, which would round what is beyond 2^53.
CREATE OR REPLACE FUNCTION ivoa.to_bigint(value jsonb) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'number' THEN ivoa.whole(value::numeric)
  WHEN 'string' THEN CASE
    WHEN octet_length(value #>> '{}') <= 10000
      AND value #>> '{}' ~ '^\s*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]{1,3})?\s*$'
    THEN ivoa.whole((value #>> '{}')::numeric) END
END;

CREATE OR REPLACE FUNCTION ivoa.to_product_type(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(value) = 'string' AND lower(value #>> '{}') IN
  ('image', 'cube', 'spectrum', 'sed', 'timeseries', 'visibility', 'event', 'measurements')
  THEN lower(value #>> '{}') END;

-- ISO 8601, in UTC where no offset is given. There is no way but trying to learn whether a day exists.
CREATE OR REPLACE FUNCTION ivoa.to_timestamp(value jsonb) RETURNS timestamp
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  iso CONSTANT text := value #>> '{}';
BEGIN
  IF jsonb_typeof(value) <> 'string'
      OR iso !~ '^\s*\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.]\d+)?)?(Z|[-+]\d\d(:?\d\d)?)?)?\s*$' THEN
    RETURN NULL;
  END IF;
  IF iso ~ '(Z|[-+]\d\d(:?\d\d)?)\s*$' AND iso ~ ':' THEN
    RETURN iso::timestamptz AT TIME ZONE 'UTC';
  END IF;
  RETURN iso::timestamp;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- The text for ivoa.parse_region: text as it is, and a list of numbers as the circle or polygon it must be.
CREATE OR REPLACE FUNCTION ivoa.to_region(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(value)
  WHEN 'string' THEN value #>> '{}'
  WHEN 'array' THEN CASE
    WHEN NOT jsonb_path_exists(value, 'strict $[*] ? (@.type() != "number")') AND jsonb_array_length(value) > 2
    THEN CASE jsonb_array_length(value) WHEN 3 THEN 'Circle ' ELSE 'Polygon ' END
      || translate(value::text, '[],', '') END
END;

-- Why ivoa.to_<conversion> could not use a value, in words that follow the value.
CREATE OR REPLACE FUNCTION ivoa.unusable_because(conversion text, value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  kind    CONSTANT text := jsonb_typeof(value);
  numeric_text CONSTANT boolean := kind = 'number'
    OR value #>> '{}' ~* '^\s*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[-+]?[0-9]+)?\s*$';
BEGIN
  IF kind = 'object' THEN RETURN 'is an object, not a single value'; END IF;
  IF kind = 'array' AND conversion <> 'region' THEN RETURN 'is a list, not a single value'; END IF;
  IF conversion IN ('calib_level', 'bigint', 'double', 'longitude', 'latitude') AND NOT numeric_text THEN
    RETURN 'is not a number';
  END IF;
  RETURN CASE conversion
    WHEN 'calib_level' THEN 'is not an integer from 0 to 4'
    WHEN 'bigint' THEN 'is not an integer of 64 bits'
    WHEN 'double' THEN 'is beyond the range of a double'
    WHEN 'longitude' THEN 'is not within 0 to 360'
    WHEN 'latitude' THEN 'is not within -90 to 90'
    WHEN 'timestamp' THEN 'is not a date and time of ISO 8601, such as 2026-11-22T12:00:00'
    WHEN 'product_type' THEN 'is not one of image, cube, spectrum, sed, timeseries, visibility, event, measurements'
    WHEN 'label' THEN CASE WHEN btrim(value #>> '{}') = '' THEN 'is blank' ELSE 'is longer than 2000 bytes' END
    WHEN 'region' THEN 'is neither a shape in words nor a list of numbers'
    ELSE 'cannot be used'
  END;
END $$;
