-- From the rows of the mapping to SQL: what the generator (R__40) and the trial (R__41) put together.

-- Every column that metadata fill, in the order of writing. The kind names the conversion ivoa.to_<kind>(jsonb).
CREATE OR REPLACE VIEW ivoa.derived_column AS
SELECT column_name, radio, place, type, CASE
    WHEN column_name = 'dataproduct_type' THEN 'product_type'
    WHEN column_name = 'calib_level' THEN 'calib_level'
    WHEN column_name = 's_ra' THEN 'longitude'
    WHEN column_name = 's_dec' THEN 'latitude'
    WHEN column_name = 's_region' THEN 'region'
    WHEN column_name = 'pol_states' THEN 'pol_states'
    WHEN column_name IN ('obs_collection', 'obs_id', 'obs_publisher_did', 'target_name') OR (indexed AND type = 'text')
      THEN 'label'
    WHEN type = 'double precision' THEN 'double'
    WHEN type LIKE 'timestamp%' THEN 'timestamp'
    ELSE type
  END AS kind
FROM (
  SELECT a.attname::text AS column_name, a.attrelid = 'ivoa.obscore_radio'::regclass AS radio,
    a.attnum + CASE a.attrelid WHEN 'ivoa.obscore'::regclass THEN 0 ELSE 2000 END AS place,
    format_type(a.atttypid, a.atttypmod) AS type, false AS indexed
  FROM pg_attribute AS a
  WHERE a.attrelid IN ('ivoa.obscore'::regclass, 'ivoa.obscore_radio'::regclass) AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attname NOT LIKE 'rucio\_did\_%' AND a.attname <> 's_point' AND a.attname NOT LIKE 's\_region\_%'
    AND NOT (a.attrelid = 'ivoa.obscore_radio'::regclass AND a.attname = 'obs_publisher_did')
    AND NOT EXISTS (SELECT FROM ivoa.own_column AS o WHERE o.column_name = a.attname)
  UNION ALL
  SELECT column_name, false, 4000 + place, type, indexed FROM ivoa.own_column
) AS columns;

-- The rules of a section, for every column; those that the site did not write are made up.
CREATE OR REPLACE FUNCTION ivoa.section_rules(section integer)
RETURNS TABLE (column_name text, radio boolean, place integer, type text, kind text, sources jsonb)
LANGUAGE sql STABLE AS $$
  SELECT c.column_name, c.radio, c.place, c.type, c.kind, coalesce(r.sources, CASE WHEN s.own_keys
    THEN jsonb_build_array(jsonb_build_object('path', jsonb_build_array(c.column_name))) ELSE '[]' END)
  FROM ivoa.mapping_section AS s CROSS JOIN ivoa.derived_column AS c
    LEFT JOIN ivoa.mapping_rule AS r ON r.section = s.section AND r.column_name = c.column_name
  WHERE s.section = section_rules.section
$$;

-- A key that can be a column of x, the record of the document's top-level keys.
CREATE OR REPLACE FUNCTION ivoa.is_record_key(key text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT
RETURN octet_length(key) BETWEEN 1 AND 63;

-- The SQL that finds the value of a source; SQL NULL for JSON null.
CREATE OR REPLACE FUNCTION ivoa.source_value(source jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE
    WHEN source ? 'constant' THEN format('%L::jsonb', nullif(source -> 'constant', 'null'))
    WHEN source ? 'values' THEN format('nullif(coalesce(%L::jsonb -> lower(%2$s #>> ''{}''), %2$s), ''null'')',
      source -> 'values', found)
    ELSE found END
  FROM (SELECT CASE
      WHEN NOT ivoa.is_record_key(keys[1]) THEN format('nullif(d._document #> %L, ''null'')', keys)
      WHEN cardinality(keys) = 1 THEN format('x.%I', keys[1])
      ELSE format('nullif(x.%I #> %L, ''null'')', keys[1], keys[2:]) END AS found
    FROM (SELECT ARRAY(SELECT jsonb_array_elements_text(source -> 'path')) AS keys) AS path) AS located
$$;

-- The SQL that makes the column's value of a source's value.
CREATE OR REPLACE FUNCTION ivoa.source_converted(kind text, source jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE
    WHEN NOT source ? 'unit' THEN format('ivoa.to_%s(%s)', kind, value)
    WHEN kind = 'longitude' THEN format('CASE WHEN %1$s BETWEEN 0 AND 360 THEN %1$s END', quantity)
    WHEN kind = 'latitude' THEN format('CASE WHEN %1$s BETWEEN -90 AND 90 THEN %1$s END', quantity)
    WHEN kind = 'bigint' THEN format('CASE WHEN abs(%1$s) < 9e18 THEN ceil(%1$s)::bigint END', quantity)
    WHEN kind = 'integer' THEN format('CASE WHEN abs(%1$s) < 2e9 THEN ceil(%1$s)::integer END', quantity)
    ELSE quantity END
  FROM (SELECT value, CASE source ->> 'unit'
      WHEN 'mjd' THEN format('ivoa.to_mjd(%s)', value)
      WHEN 'jd' THEN format('ivoa.to_mjd_of_jd(%s)', value)
      WHEN 'unix' THEN format('ivoa.to_mjd_of_unix(%s)', value)
      WHEN 'hms' THEN format('ivoa.to_sexagesimal(%s, 15)', value)
      WHEN 'dms' THEN format('ivoa.to_sexagesimal(%s, 1)', value)
      ELSE format('ivoa.to_%s(%s, %s::double precision)', source ->> 'unit', value, source ->> 'by') END AS quantity
    FROM ivoa.source_value(source) AS value) AS converted
$$;

-- For each column of a section the SQL of its value, of what is made of that, and of why nothing could be made.
CREATE OR REPLACE FUNCTION ivoa.section_sql(section integer)
RETURNS TABLE (column_name text, radio boolean, place integer, value text, converted text, reason text)
LANGUAGE sql STABLE AS $$
  SELECT r.column_name, r.radio, r.place, CASE count(s)
      WHEN 0 THEN NULL
      WHEN 1 THEN min(s.value)
      ELSE format('coalesce(%s)', string_agg(s.value, ', ' ORDER BY s.n)) END,
    CASE count(s)
      WHEN 0 THEN format('NULL::%s', r.type)
      WHEN 1 THEN min(s.converted)
      ELSE format('CASE %s END', string_agg(format('WHEN %s IS NOT NULL THEN %s', s.value, s.converted), ' ' ORDER BY s.n))
    END,
    CASE count(s)
      WHEN 0 THEN 'NULL::text'
      WHEN 1 THEN min(s.reason)
      ELSE format('CASE %s END', string_agg(format('WHEN %s IS NOT NULL THEN %s', s.value, s.reason), ' ' ORDER BY s.n)) END
  FROM ivoa.section_rules(section) AS r LEFT JOIN LATERAL (
    SELECT n, v AS value, ivoa.source_converted(r.kind, source) AS converted,
      format('ivoa.why_unusable(%L, %L, %s)', r.kind, source ->> 'unit', v) AS reason
    FROM jsonb_array_elements(r.sources) WITH ORDINALITY AS sources (source, n), ivoa.source_value(source) AS v
  ) AS s ON true
  GROUP BY r.column_name, r.radio, r.place, r.type
$$;

-- The top-level keys of a document that a section looks at, taken apart in one pass, as the FROM item x.
CREATE OR REPLACE FUNCTION ivoa.document_record(section integer) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format(
    'jsonb_to_record(CASE jsonb_typeof(d._document) WHEN ''object'' THEN d._document ELSE ''{}'' END) AS x (%s)',
    coalesce(string_agg(DISTINCT format('%I jsonb', source #>> '{path,0}'), ', '), 'obs_id jsonb'))
  FROM ivoa.section_rules(section) AS r, jsonb_array_elements(r.sources) AS source
  WHERE ivoa.is_record_key(source #>> '{path,0}')
$$;

-- How many of some expressions are not NULL; PostgreSQL takes no more than a hundred at a time.
CREATE OR REPLACE FUNCTION ivoa.count_present(expressions text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT coalesce(string_agg(format('num_nonnulls(%s)', part), ' + '), '0')
  FROM (SELECT string_agg(e, ', ' ORDER BY n) AS part
        FROM unnest(expressions) WITH ORDINALITY AS all_expressions (e, n) GROUP BY (n - 1) / 90) AS parts
$$;

-- What a column gets, where that is more than its converted value. (c: a converted row; _around: see R__40.)
CREATE OR REPLACE FUNCTION ivoa.filled_in(column_name text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE column_name
  WHEN 'obs_publisher_did' THEN 'c._did'
  WHEN 'access_url' THEN 'coalesce(c.access_url, ivoa.datalink_url(site.base_url, c._did))'
  WHEN 'access_format' THEN
    'CASE WHEN c.access_url IS NULL THEN ''application/x-votable+xml;content=datalink'' ELSE c.access_format END'
  WHEN 's_region' THEN '(c._region).text'
  WHEN 's_ra' THEN 'coalesce(c.s_ra, ivoa.tidy_degrees(long(center(c._around))))'
  WHEN 's_dec' THEN 'coalesce(c.s_dec, ivoa.tidy_degrees(lat(center(c._around))))'
  WHEN 's_fov' THEN 'coalesce(c.s_fov, nullif(ivoa.tidy_degrees(2 * radius(c._around)), 0))'
  ELSE format('c.%I', column_name)
END;
