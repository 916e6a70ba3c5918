-- Conversions of values in other units and forms, for the mapping. As in R__30, none raises, and bodies are single
-- expressions. Numbers so large or so small that arithmetic could leave the range of a double are not used.

-- A number, not NaN, of a size with which one can calculate.
CREATE OR REPLACE FUNCTION ivoa.to_quantity(value jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_path_query_first(value,
  'strict $.double() ? (@ == 0 || (@ >= 1e-200 && @ <= 1e200) || (@ <= -1e-200 && @ >= -1e200))', '{}',
  true)::double precision;

CREATE OR REPLACE FUNCTION ivoa.to_multiple(value jsonb, factor double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ivoa.to_quantity(value) * factor;

CREATE OR REPLACE FUNCTION ivoa.to_fraction(value jsonb, divisor double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ivoa.to_quantity(value) / divisor;

-- A wavelength from a frequency or an energy: "numerator" is what their product is.
CREATE OR REPLACE FUNCTION ivoa.to_inverse(value jsonb, numerator double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN numerator
  / jsonb_path_query_first(value, 'strict $.double() ? (@ >= 1e-200 && @ <= 1e200)', '{}', true)::double precision;

-- Modified Julian Date, from a date of ISO 8601, a Julian Date, and seconds since 1970.
CREATE OR REPLACE FUNCTION ivoa.to_mjd(value jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(epoch FROM ivoa.to_timestamp(value)) / 86400 + 40587)::double precision;

CREATE OR REPLACE FUNCTION ivoa.to_mjd_of_jd(value jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ivoa.to_quantity(value) - 2400000.5;

CREATE OR REPLACE FUNCTION ivoa.to_mjd_of_unix(value jsonb) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ivoa.to_quantity(value) / 86400 + 40587;

-- Degrees from "13:37:00.9" or "-29 51 56.7", where a whole is 1 degree, or 15 for hours.
CREATE OR REPLACE FUNCTION ivoa.to_sexagesimal(value jsonb, whole double precision) RETURNS double precision
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  parts CONSTANT text[] := regexp_match(value #>> '{}',
    '^\s*([-+]?)(\d{1,3})[: hd°]\s*([0-5]?\d)[: m''′]\s*([0-5]?\d(?:[.]\d*)?)\s*[s"″]?\s*$');
BEGIN
  IF jsonb_typeof(value) <> 'string' OR parts IS NULL THEN
    RETURN NULL;
  END IF;
  RETURN (parts[1] || '1')::double precision
    * ((parts[2]::numeric * 3600 + parts[3]::numeric * 60 + parts[4]::numeric) * whole::numeric / 3600);
END $$;

CREATE OR REPLACE FUNCTION ivoa.to_integer(value jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_path_query_first(value,
  'strict $.double() ? (@ >= -2147483648 && @ <= 2147483647 && @.floor() == @)', '{}', true)::integer;

-- ObsCore's list of polarisation states, in its order, from what is written as a list of JSON, with any separators, or
-- as in IQUV.
CREATE OR REPLACE FUNCTION ivoa.sorted_pol_states(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  known  CONSTANT text[] := '{I,Q,U,V,RR,LL,RL,LR,XX,YY,XY,YX,POLI,POLA}';
  states text[] := '{}';
  state  text;
BEGIN
  IF jsonb_typeof(value) = 'array' AND jsonb_array_length(value) <= 100 THEN
    states := ARRAY(SELECT upper(e) FROM jsonb_array_elements_text(value) AS e);
  ELSIF jsonb_typeof(value) = 'string' AND length(value #>> '{}') <= 100 THEN
    FOR state IN SELECT regexp_split_to_table(upper(value #>> '{}'), '[^A-Z]+') LOOP
      states := states || CASE
        WHEN state = ANY (known) OR state = '' THEN ARRAY[state]
        WHEN state ~ '^[IQUV]{2,4}$' THEN string_to_array(state, NULL)
        WHEN state ~ '^([RLXY]{2}){2,4}$' THEN ARRAY(SELECT (regexp_matches(state, '..', 'g'))[1])
        ELSE ARRAY[state] END;
    END LOOP;
  END IF;
  states := array_remove(states, '');
  IF cardinality(states) = 0 OR NOT states <@ known THEN
    RETURN NULL;
  END IF;
  RETURN '/' || array_to_string(ARRAY(SELECT k FROM unnest(known) WITH ORDINALITY AS o (k, place)
    WHERE k = ANY (states) ORDER BY place), '/') || '/';
END $$;

-- Usual values pass at once, and others that are as they should be without a closer look.
CREATE OR REPLACE FUNCTION ivoa.to_pol_states(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value #>> '{}' IN ('/I/', '/XX/YY/', '/I/Q/U/V/', '/I/Q/U/', '/RR/LL/', '/XX/YY/XY/YX/', '/RR/LL/RL/LR/')
  THEN value #>> '{}'
  WHEN length(value #>> '{}') > 1 AND value #>> '{}' ~
    '^/(I/)?(Q/)?(U/)?(V/)?(RR/)?(LL/)?(RL/)?(LR/)?(XX/)?(YY/)?(XY/)?(YX/)?(POLI/)?(POLA/)?$' THEN value #>> '{}'
  ELSE ivoa.sorted_pol_states(value) END;

-- Why a value could not be used that R__30 does not explain, in words that follow the value.
CREATE OR REPLACE FUNCTION ivoa.why_unusable(kind text, unit text, value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN kind = 'pol_states' AND jsonb_typeof(value) <> 'object'
    THEN 'is not a list of polarisation states: I Q U V RR LL RL LR XX YY XY YX POLI POLA'
  WHEN kind = 'integer' AND jsonb_typeof(value) NOT IN ('object', 'array') AND ivoa.to_double(value) IS NOT NULL
    THEN 'is not an integer of 32 bits'
  WHEN unit IN ('hms', 'dms') AND jsonb_typeof(value) NOT IN ('object', 'array') THEN CASE
    WHEN ivoa.to_sexagesimal(value, 1) IS NULL THEN 'is not sexagesimal, such as 13:37:00.9'
    WHEN kind = 'longitude' THEN 'is not within 0 to 360' ELSE 'is not within -90 to 90' END
  WHEN unit = 'mjd' THEN ivoa.unusable_because('timestamp', value)
  WHEN unit = 'inverse' AND ivoa.to_double(value) <= 0 THEN 'is not above 0'
  ELSE ivoa.unusable_because(CASE kind WHEN 'integer' THEN 'double' ELSE kind END, value)
END;
