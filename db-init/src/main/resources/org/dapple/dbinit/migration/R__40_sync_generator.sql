-- The generator: from the mapping it writes ivoa.sync_chunk, which shares DIDs out among the sections, and for each section
-- ivoa.sync_section_<n>, which writes, and ivoa.problems_section_<n>, which explains; ivoa.touch_did (R__34) is the quick way
-- for one DID, ivoa.insert_chunk and ivoa.insert_section_<n> (R__35) that for many new ones. What it writes is static SQL,
-- planned once in a session.
-- Names of its own begin with an underscore, so that no column can have them.

-- The common table expressions "converted" and "candidate" of a section: a row for each DID.
-- "dids" is the FROM item that gives the DIDs; "site" names the row of ivoa.site, which "also" may add to the FROM clause.
CREATE OR REPLACE FUNCTION ivoa.candidates(section integer, dids text, also text DEFAULT '') RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format($sql$converted AS MATERIALIZED (
        SELECT d._scope, d._name, d._document, %1$s AS _present, %2$s
        FROM %3$s AS d (_scope, _name, _document), %4$s
      ), candidate AS MATERIALIZED (
        SELECT c.*, %5$s > 0 AS _radio,
          %6$s = c._present AND jsonb_typeof(c._document) IS NOT DISTINCT FROM 'object' AS _usable,
          c.calib_level IS NOT NULL AND c.obs_collection IS NOT NULL AND c.obs_id IS NOT NULL AS _visible,
          ivoa.parse_region(coalesce(c.s_region, ivoa.field_region(c.s_ra, c.s_dec, c.s_fov))) AS _region,
          coalesce(c.obs_publisher_did,
            ivoa.mint_publisher_did(site.authority, site.path, c._scope, c._name)) AS _did
        FROM converted AS c%7$s
      )$sql$,
    ivoa.count_present(array_agg(value ORDER BY place) FILTER (WHERE value IS NOT NULL)),
    string_agg(format('%s AS %I', converted, column_name), ', ' ORDER BY place),
    dids, ivoa.document_record(section),
    ivoa.count_present(array_agg(format('c.%I', column_name) ORDER BY place) FILTER (WHERE radio)),
    ivoa.count_present(array_agg(format('c.%I', column_name) ORDER BY place) FILTER (WHERE value IS NOT NULL)),
    also)
  FROM ivoa.section_sql(section)
$$;

-- Rows that will be shown: c, with the circle around what is known of the region where that has to fill something in.
CREATE OR REPLACE FUNCTION ivoa.shown_candidates() RETURNS text
LANGUAGE sql IMMUTABLE
RETURN '(SELECT *, CASE WHEN num_nulls(s_ra, s_dec, s_fov) > 0 THEN ivoa.region_circle(_region) END AS _around
              FROM candidate WHERE _visible OFFSET 0) AS c';

-- What is done with the row o that a DID has in a table. To derive everything anew writes only what differs, byte by byte.
CREATE OR REPLACE FUNCTION ivoa.anew(derived regclass) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('SET %s WHERE record_image_ne(ROW(%s), ROW(%s))',
    string_agg(format('%1$I = EXCLUDED.%1$I', attname), ', '),
    string_agg(format('o.%I', attname), ', '), string_agg(format('EXCLUDED.%I', attname), ', '))
  FROM pg_attribute
  WHERE attrelid = derived AND attnum > 0 AND NOT attisdropped AND attname NOT LIKE 'rucio\_did\_%'
$$;

CREATE OR REPLACE FUNCTION ivoa.generate_section(section integer) RETURNS void
LANGUAGE plpgsql AS $generator$
DECLARE
  columns       CONSTANT text := (SELECT string_agg(format('%I', column_name), ', ' ORDER BY place)
                                  FROM ivoa.derived_column WHERE NOT radio);
  radio_columns CONSTANT text := (SELECT string_agg(format('%I', column_name), ', ' ORDER BY place)
                                  FROM ivoa.derived_column WHERE radio);
BEGIN
  EXECUTE format($sync$
    CREATE OR REPLACE FUNCTION ivoa.sync_section_%1$s(scopes text[], names text[], documents jsonb[]) RETURNS void
    LANGUAGE plpgsql
    -- Plans are made when the tables may still be empty, and stay when they are full: only index lookups will do. A bitmap
    -- scan cannot but look up; an index scan may also read a whole table.
    SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_nestloop = on
    SET plan_cache_mode = force_generic_plan SET jit = off
    AS %2$L $sync$, section, format($body$
    DECLARE
      site ivoa.site := (SELECT s FROM ivoa.site AS s);
    BEGIN
      WITH %2$s, shown AS (
        INSERT INTO ivoa.obscore AS o (rucio_did_scope, rucio_did_name, %3$s,
          s_point, s_region_circle, s_region_polygon, s_region_bound,
          s_region_circles, s_region_polygons, s_region_boxes)
        SELECT c._scope, c._name, %4$s,
          ivoa.sky_point(%5$s, %6$s), (c._region).circle, (c._region).polygon, (c._region).bound,
          (c._region).circles, (c._region).polygons, (c._region).boxes
        FROM %7$s
        ON CONFLICT (rucio_did_scope, rucio_did_name) DO UPDATE %8$s
      ), hidden AS (
        DELETE FROM ivoa.obscore AS o USING candidate AS c
        WHERE NOT c._visible AND o.rucio_did_scope = c._scope AND o.rucio_did_name = c._name
      ), radio_shown AS (
        INSERT INTO ivoa.obscore_radio AS o (rucio_did_scope, rucio_did_name, obs_publisher_did, %9$s)
        SELECT c._scope, c._name, c._did, %10$s FROM candidate AS c WHERE c._visible AND c._radio
        ON CONFLICT (rucio_did_scope, rucio_did_name) DO UPDATE %11$s
      ), radio_gone AS (
        DELETE FROM ivoa.obscore_radio AS r USING candidate AS c
        WHERE NOT (c._visible AND c._radio) AND r.rucio_did_scope = c._scope AND r.rucio_did_name = c._name
      ), settled AS (
        DELETE FROM ivoa.obscore_pending AS p USING candidate AS c
        WHERE c._visible AND c._usable AND (c._region).problem IS NULL
          AND p.rucio_did_scope = c._scope AND p.rucio_did_name = c._name
      )
      INSERT INTO ivoa.obscore_pending AS p (rucio_did_scope, rucio_did_name, visible, reason, problems, since)
      SELECT c._scope, c._name, c._visible, ivoa.problems_in_words(problems), problems, now()
      FROM candidate AS c, LATERAL ivoa.problems_section_%1$s(c._document, (c._region).problem) AS problems
      WHERE NOT (c._visible AND c._usable AND (c._region).problem IS NULL)
      ON CONFLICT (rucio_did_scope, rucio_did_name) DO UPDATE
        SET visible = EXCLUDED.visible, reason = EXCLUDED.reason, problems = EXCLUDED.problems,
          since = CASE WHEN p.visible = EXCLUDED.visible THEN p.since ELSE EXCLUDED.since END;
    END $body$,
    section, ivoa.candidates(section, 'unnest(scopes, names, documents)'), columns,
    (SELECT string_agg(ivoa.filled_in(column_name), ', ' ORDER BY place) FROM ivoa.derived_column WHERE NOT radio),
    ivoa.filled_in('s_ra'), ivoa.filled_in('s_dec'), ivoa.shown_candidates(),
    ivoa.anew('ivoa.obscore'),
    radio_columns,
    (SELECT string_agg(format('c.%I', column_name), ', ' ORDER BY place) FROM ivoa.derived_column WHERE radio),
    ivoa.anew('ivoa.obscore_radio')));
  EXECUTE format('REVOKE EXECUTE ON FUNCTION ivoa.sync_section_%s(text[], text[], jsonb[]) FROM PUBLIC', section);
END $generator$;

-- The list of what is wrong with a document: ivoa.problems_section_<n>(document, what is wrong with its region).
CREATE OR REPLACE FUNCTION ivoa.generate_problems(section integer) RETURNS void
LANGUAGE plpgsql AS $generator$
BEGIN
  EXECUTE format($problems$
    CREATE OR REPLACE FUNCTION ivoa.problems_section_%1$s(document jsonb, region_problem text) RETURNS jsonb
    LANGUAGE sql STABLE AS %2$L $problems$, section, format($body$
      SELECT coalesce(jsonb_agg(
        jsonb_build_object('column', p.column_name, 'value', left(p.value #>> '{}', 200), 'reason', p.reason)
        ORDER BY p.place), '[]')
      FROM (SELECT document) AS d (_document), %1$s, LATERAL (
        SELECT v.column_name, v.value, v.place, CASE
          WHEN v.value IS NOT NULL AND NOT v.converted THEN v.reason
          WHEN v.column_name = 's_region' THEN 'cannot be used: ' || region_problem
          WHEN v.value IS NULL AND v.column_name IN ('calib_level', 'obs_collection', 'obs_id') THEN 'is missing'
        END AS reason
        FROM (VALUES %2$s) AS v (place, column_name, value, converted, reason)
        UNION ALL
        SELECT 'data', d._document, 0, CASE
          WHEN d._document IS NULL THEN 'is NULL, so that Rucio cannot add metadata to it'
          WHEN jsonb_typeof(d._document) <> 'object' THEN 'is not a JSON object' END
      ) AS p
      WHERE p.reason IS NOT NULL
    $body$,
    ivoa.document_record(section),
    (SELECT string_agg(format('(%s, %L, %s, %s IS NOT NULL, %s)', place, column_name, coalesce(value, 'NULL::jsonb'),
                              CASE WHEN converted LIKE 'CASE%' THEN '(' || converted || ')' ELSE converted END,
                              reason), ', ' ORDER BY place)
     FROM ivoa.section_sql(section))));
  EXECUTE format('REVOKE EXECUTE ON FUNCTION ivoa.problems_section_%s(jsonb, text) FROM PUBLIC', section);
END $generator$;

-- The section of the scope that an identifier stands for, as SQL.
CREATE OR REPLACE FUNCTION ivoa.section_choice(scope text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('CASE %s END', string_agg(
    format('WHEN %s THEN %s',
           (SELECT string_agg(format('%I LIKE %L', scope, pattern), ' OR ') FROM unnest(scopes) AS pattern),
           section), ' ' ORDER BY section))
  FROM ivoa.mapping_section
$$;

-- A function that shares a chunk of DIDs out among the functions <name>_section_<n>.
CREATE OR REPLACE FUNCTION ivoa.generate_chunk(name text) RETURNS void
LANGUAGE plpgsql AS $generator$
DECLARE
  sections CONSTANT integer := (SELECT count(*) FROM ivoa.mapping_section);
BEGIN
  EXECUTE format($chunk$
    CREATE OR REPLACE FUNCTION ivoa.%1$s_chunk(scopes text[], names text[], documents jsonb[]) RETURNS void
    LANGUAGE plpgsql AS %2$L $chunk$, name,
    CASE WHEN sections = 1 THEN format('BEGIN PERFORM ivoa.%s_section_1(scopes, names, documents); END', name)
    ELSE format($several$
    DECLARE
      part record;
    BEGIN
      FOR part IN
        SELECT section, array_agg(scope) AS scopes, array_agg(name) AS names, array_agg(document) AS documents
        FROM (SELECT %s AS section, d.* FROM unnest(scopes, names, documents) AS d (scope, name, document)) AS d
        GROUP BY section
      LOOP
        CASE part.section %s END CASE;
      END LOOP;
    END $several$, ivoa.section_choice('scope'),
      (SELECT string_agg(format('WHEN %1$s THEN PERFORM ivoa.%2$s_section_%1$s(part.scopes, part.names, part.documents);',
                                section, name), ' ' ORDER BY section) FROM ivoa.mapping_section)) END);
END $generator$;

-- Writes all anew; to be called after any change of the mapping's tables, in the same transaction.
CREATE OR REPLACE FUNCTION ivoa.generate_sync() RETURNS void
LANGUAGE plpgsql AS $generator$
DECLARE
  sections CONSTANT integer := (SELECT count(*) FROM ivoa.mapping_section);
  old      regprocedure;
BEGIN
  PERFORM ivoa.generate_problems(section), ivoa.generate_section(section), ivoa.generate_insert(section)
  FROM ivoa.mapping_section ORDER BY section;
  PERFORM ivoa.generate_touch();
  PERFORM ivoa.generate_chunk('sync'), ivoa.generate_chunk('insert');
  FOR old IN
    SELECT oid FROM pg_proc WHERE pronamespace = 'ivoa'::regnamespace AND proname ~ '^(sync|problems|insert)_section_[0-9]+$'
      AND substring(proname FROM '[0-9]+$')::integer > sections
  LOOP
    EXECUTE format('DROP FUNCTION %s', old);
  END LOOP;
END $generator$;

-- The same for people: s_ra: "abc" is not a number; obs_id is missing.
CREATE OR REPLACE FUNCTION ivoa.problems_in_words(problems jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(CASE WHEN value IS NULL THEN format('%s %s', "column", reason)
    ELSE format('%s: "%s" %s', "column", left(value, 60), reason) END, '; '), '')
  FROM jsonb_to_recordset(problems) AS p ("column" text, value text, reason text)
$$;

DO $$ BEGIN PERFORM ivoa.generate_sync(); END $$;

-- What versions before the sections had in place of ivoa.problems_section_<n>.
DROP FUNCTION IF EXISTS ivoa.obscore_problems(jsonb, text);
