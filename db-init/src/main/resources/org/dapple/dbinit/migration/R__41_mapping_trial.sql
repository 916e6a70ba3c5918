-- What the mapping's tables make of a DID, without writing anything: a row for each column that has or gets something, or
-- that lacks what it must have. No row when there is no such DID.
CREATE OR REPLACE FUNCTION ivoa.mapping_trial(did_scope text, did_name text)
RETURNS TABLE (table_name text, column_name text, found text, value text, problem text)
LANGUAGE plpgsql STABLE SET timezone = 'UTC' SET extra_float_digits = 1 AS $trial$
DECLARE
  chosen CONSTANT integer := (SELECT s.section FROM ivoa.mapping_section AS s WHERE did_scope LIKE ANY (s.scopes)
                              ORDER BY s.section LIMIT 1);
BEGIN
  RETURN QUERY EXECUTE format($sql$
    WITH %1$s
    SELECT CASE WHEN v.radio THEN 'ivoa.obscore_radio' ELSE 'ivoa.obscore' END, v.column_name, v.found #>> '{}', v.value,
      v.problem
    FROM (SELECT *, ivoa.region_circle(_region) AS _around FROM candidate) AS c, ivoa.site AS site,
      LATERAL (SELECT c._document) AS d (_document), %2$s,
      LATERAL (SELECT v.*, CASE
          WHEN v.found IS NOT NULL AND NOT v.converted THEN v.reason
          WHEN v.column_name = 's_region' AND v.found IS NOT NULL THEN 'cannot be used: ' || (c._region).problem
          WHEN v.found IS NULL AND v.column_name IN ('calib_level', 'obs_collection', 'obs_id') THEN 'is missing'
        END AS problem
        FROM (VALUES %3$s) AS v (place, radio, column_name, found, converted, value, reason)) AS v
    WHERE v.found IS NOT NULL OR v.value IS NOT NULL OR v.problem IS NOT NULL
    ORDER BY v.place
    $sql$,
    ivoa.candidates(chosen, '(SELECT scope::text, name::text, data FROM rucio.dids WHERE scope = $1 AND name = $2)',
                    ', ivoa.site AS site'),
    ivoa.document_record(chosen),
    (SELECT string_agg(format('(%s, %L::boolean, %L, %s, c.%I IS NOT NULL, (%s)::text, %s)', s.place, s.radio, s.column_name,
                              coalesce(s.value, 'NULL::jsonb'), s.column_name, ivoa.filled_in(s.column_name), s.reason),
                       ', ' ORDER BY s.place)
     FROM ivoa.section_sql(chosen) AS s))
  USING did_scope, did_name;
END $trial$;
