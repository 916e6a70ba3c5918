-- The generator: from ivoa.obscore_mapping it writes ivoa.sync_chunk, the one place that writes to ivoa.obscore, and
-- ivoa.obscore_problems, which explains. What it writes is static SQL, planned once in a session.

-- The SQL that finds a mapped value in x, the record of the document's top-level keys; SQL NULL for JSON null.
CREATE OR REPLACE FUNCTION ivoa.mapped_value(json_path text[]) RETURNS text
LANGUAGE sql IMMUTABLE STRICT
RETURN CASE cardinality(json_path)
  WHEN 1 THEN format('x.%I', json_path[1])
  ELSE format('nullif(x.%I #> %L, ''null'')', json_path[1], json_path[2:])
END;

-- One row for each column of ivoa.obscore that metadata can fill; an unmapped one stays NULL.
CREATE OR REPLACE VIEW ivoa.sync_column AS
SELECT a.attname::text AS column_name, a.attnum AS place, m.conversion, ivoa.mapped_value(m.json_path) AS value,
  CASE WHEN m.conversion IS NULL THEN format('NULL::%s', format_type(a.atttypid, a.atttypmod))
    ELSE format('ivoa.to_%s(%s)', m.conversion, ivoa.mapped_value(m.json_path)) END AS converted
FROM pg_attribute AS a
  LEFT JOIN ivoa.obscore_mapping AS m ON m.column_name = a.attname
WHERE a.attrelid = 'ivoa.obscore'::regclass AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attname NOT LIKE 'rucio\_did\_%' AND a.attname <> 's_point' AND a.attname NOT LIKE 's\_region\_%';

-- The top-level keys of a document, taken apart in one pass, as the FROM item x.
CREATE OR REPLACE FUNCTION ivoa.document_record() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format(
    'jsonb_to_record(CASE jsonb_typeof(d.document) WHEN ''object'' THEN d.document ELSE ''{}'' END) AS x (%s)',
    string_agg(DISTINCT format('%I jsonb', json_path[1]), ', '))
  FROM ivoa.obscore_mapping
$$;

-- What a column gets, where that is more than its converted value. (c: a converted row; around: see below.)
CREATE OR REPLACE FUNCTION ivoa.filled_in(column_name text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE column_name
  WHEN 'obs_publisher_did' THEN 'c.did'
  WHEN 'access_url' THEN 'coalesce(c.access_url, ivoa.datalink_url(site.base_url, c.did))'
  WHEN 'access_format' THEN
    'CASE WHEN c.access_url IS NULL THEN ''application/x-votable+xml;content=datalink'' ELSE c.access_format END'
  WHEN 's_region' THEN '(c.region).text'
  WHEN 's_ra' THEN 'coalesce(c.s_ra, ivoa.tidy_degrees(long(center(c.around))))'
  WHEN 's_dec' THEN 'coalesce(c.s_dec, ivoa.tidy_degrees(lat(center(c.around))))'
  WHEN 's_fov' THEN 'coalesce(c.s_fov, nullif(ivoa.tidy_degrees(2 * radius(c.around)), 0))'
  ELSE format('c.%I', column_name)
END;

CREATE OR REPLACE FUNCTION ivoa.generate_sync() RETURNS void
LANGUAGE plpgsql AS $generator$
DECLARE
  columns text := (SELECT string_agg(format('%I', column_name), ', ' ORDER BY place) FROM ivoa.sync_column);
BEGIN
  EXECUTE format($sync$
    CREATE OR REPLACE FUNCTION ivoa.sync_chunk(scopes text[], names text[], documents jsonb[]) RETURNS void
    LANGUAGE plpgsql
    -- Plans are made when the tables may still be empty, and stay when they are full: only index lookups will do.
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
    SET plan_cache_mode = force_generic_plan SET jit = off
    AS $body$
    DECLARE
      site ivoa.site := (SELECT s FROM ivoa.site AS s);
    BEGIN
      WITH converted AS MATERIALIZED (
        SELECT d.scope, d.name, d.document, num_nonnulls(%1$s) AS present, %2$s
        FROM unnest(scopes, names, documents) AS d (scope, name, document), %3$s
      ), candidate AS MATERIALIZED (
        SELECT c.*,
          num_nonnulls(%4$s) = present AND jsonb_typeof(document) IS NOT DISTINCT FROM 'object' AS usable,
          calib_level IS NOT NULL AND obs_collection IS NOT NULL AND obs_id IS NOT NULL AS visible,
          ivoa.parse_region(coalesce(s_region, ivoa.field_region(s_ra, s_dec, s_fov))) AS region,
          coalesce(obs_publisher_did, ivoa.mint_publisher_did(site.authority, site.path, scope, name)) AS did
        FROM converted AS c
      ), shown AS (
        INSERT INTO ivoa.obscore (rucio_did_scope, rucio_did_name, %5$s,
          s_point, s_region_circle, s_region_polygon, s_region_bound,
          s_region_circles, s_region_polygons, s_region_boxes)
        SELECT scope, name, %6$s,
          ivoa.sky_point(%7$s, %8$s), (c.region).circle, (c.region).polygon, (c.region).bound,
          (c.region).circles, (c.region).polygons, (c.region).boxes
        FROM (SELECT *, CASE WHEN num_nulls(s_ra, s_dec, s_fov) > 0 THEN ivoa.region_circle(region) END AS around
              FROM candidate WHERE visible OFFSET 0) AS c
        ON CONFLICT (rucio_did_scope, rucio_did_name) DO UPDATE SET %9$s
      ), hidden AS (
        DELETE FROM ivoa.obscore AS o USING candidate AS c
        WHERE NOT c.visible AND o.rucio_did_scope = c.scope AND o.rucio_did_name = c.name
      ), settled AS (
        DELETE FROM ivoa.obscore_pending AS p USING candidate AS c
        WHERE c.visible AND c.usable AND (c.region).problem IS NULL
          AND p.rucio_did_scope = c.scope AND p.rucio_did_name = c.name
      )
      INSERT INTO ivoa.obscore_pending AS p (rucio_did_scope, rucio_did_name, visible, reason, problems, since)
      SELECT c.scope, c.name, c.visible, ivoa.problems_in_words(problems), problems, now()
      FROM candidate AS c, LATERAL ivoa.obscore_problems(c.document, (c.region).problem) AS problems
      WHERE NOT (c.visible AND c.usable AND (c.region).problem IS NULL)
      ON CONFLICT (rucio_did_scope, rucio_did_name) DO UPDATE
        SET visible = EXCLUDED.visible, reason = EXCLUDED.reason, problems = EXCLUDED.problems,
          since = CASE WHEN p.visible = EXCLUDED.visible THEN p.since ELSE EXCLUDED.since END;
    END $body$ $sync$,
    (SELECT string_agg(value, ', ') FROM ivoa.sync_column WHERE value IS NOT NULL),
    (SELECT string_agg(format('%s AS %I', converted, column_name), ', ' ORDER BY place) FROM ivoa.sync_column),
    ivoa.document_record(),
    (SELECT string_agg(format('%I', column_name), ', ') FROM ivoa.sync_column WHERE value IS NOT NULL),
    columns,
    (SELECT string_agg(ivoa.filled_in(column_name), ', ' ORDER BY place) FROM ivoa.sync_column),
    ivoa.filled_in('s_ra'), ivoa.filled_in('s_dec'),
    (SELECT string_agg(format('%1$I = EXCLUDED.%1$I', attname), ', ') FROM pg_attribute
     WHERE attrelid = 'ivoa.obscore'::regclass AND attnum > 0 AND NOT attisdropped
       AND attname NOT LIKE 'rucio\_did\_%'));

  EXECUTE format($problems$
    CREATE OR REPLACE FUNCTION ivoa.obscore_problems(document jsonb, region_problem text) RETURNS jsonb
    LANGUAGE sql STABLE AS $body$
      SELECT coalesce(jsonb_agg(
        jsonb_build_object('column', p.column_name, 'value', left(p.value #>> '{}', 200), 'reason', p.reason)
        ORDER BY p.place), '[]')
      FROM (SELECT document) AS d, %1$s, LATERAL (
        SELECT v.column_name, v.value, v.place, CASE
          WHEN v.value IS NOT NULL AND NOT v.converted THEN ivoa.unusable_because(v.conversion, v.value)
          WHEN v.conversion = 'region' THEN 'cannot be used: ' || region_problem
          WHEN v.value IS NULL AND v.column_name IN ('calib_level', 'obs_collection', 'obs_id') THEN 'is missing'
        END AS reason
        FROM (VALUES %2$s) AS v (place, column_name, conversion, value, converted)
        UNION ALL
        SELECT 'data', d.document, 0, CASE
          WHEN d.document IS NULL THEN 'is NULL, so that Rucio cannot add metadata to it'
          WHEN jsonb_typeof(d.document) <> 'object' THEN 'is not a JSON object' END
      ) AS p
      WHERE p.reason IS NOT NULL
    $body$ $problems$,
    ivoa.document_record(),
    (SELECT string_agg(format('(%s, %L, %L, %s, %s IS NOT NULL)', place, column_name, conversion,
                              coalesce(value, 'NULL::jsonb'), converted), ', ' ORDER BY place)
     FROM ivoa.sync_column));
END $generator$;

-- The same for people: s_ra: "abc" is not a number; obs_id is missing.
CREATE OR REPLACE FUNCTION ivoa.problems_in_words(problems jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(CASE WHEN value IS NULL THEN format('%s %s', "column", reason)
    ELSE format('%s: "%s" %s', "column", left(value, 60), reason) END, '; '), '')
  FROM jsonb_to_recordset(problems) AS p ("column" text, value text, reason text)
$$;

DO $$ BEGIN PERFORM ivoa.generate_sync(); END $$;
