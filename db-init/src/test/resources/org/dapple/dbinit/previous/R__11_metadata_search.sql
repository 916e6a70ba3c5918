-- What searches in the metadata of DIDs are made of.

-- The JSON path that is true of documents in which a key has a value, for data @@ path, which a GIN index on data
-- (jsonb_path_ops) answers. Dots in the key go into nested objects. Text that is also a number, true or false means
-- that, too; where there is a list, one of its elements will do.
CREATE OR REPLACE FUNCTION ivoa.metadata_has(key text, value text) RETURNS jsonpath
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT format(CASE
      WHEN value IN ('true', 'false')
        OR length(value) <= 300 AND value ~ '^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]{1,3})?$'
      THEN '%1$s == %2$s || %1$s == %3$s'
      ELSE '%1$s == %2$s' END,
    '$.' || replace(to_jsonb(key)::text, '.', '"."'), to_jsonb(value), value)
)::jsonpath;

-- The value of a key as a number; NULL where it is missing or neither a number nor text that is one.
CREATE OR REPLACE FUNCTION ivoa.metadata_number(data jsonb, key text) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_path_query_first(data #> string_to_array(key, '.'), 'strict $.double()', '{}', true)::double precision;
