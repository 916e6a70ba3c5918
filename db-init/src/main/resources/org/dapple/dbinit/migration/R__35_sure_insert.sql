-- The quick way for many new DIDs at once: ivoa.insert_section_<n> reads most keys of the documents straight as numbers and
-- text, which takes half the time of looking at each value with care, and only inserts. It does so for the rows that
-- are sure: all that is present could be used, the row will be shown, and nothing is left of an earlier DID of the name. The
-- other rows are left to ivoa.sync_section_<n>. A document with text that is no number where a number should be fails the
-- whole statement; so does a row that is there already. The DIDs are then to be derived by ivoa.sync_dids.

-- The type that a key can be read as where a column of this kind is made of it; NULL where it takes a closer look.
CREATE OR REPLACE FUNCTION ivoa.sure_type(kind text, source jsonb) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN jsonb_array_length(source -> 'path') = 1 AND NOT source ?| '{unit,values}' THEN CASE
    WHEN kind IN ('text', 'label', 'product_type', 'region', 'calib_level', 'integer') THEN 'text'
    WHEN kind IN ('double', 'longitude', 'latitude') THEN 'double precision'
    WHEN kind = 'bigint' THEN 'numeric' END
END;

-- The top-level keys that a section looks at, each with the type that all columns agree upon.
CREATE OR REPLACE FUNCTION ivoa.sure_keys(section integer) RETURNS TABLE (key text, type text)
LANGUAGE sql STABLE AS $$
  SELECT source #>> '{path,0}', CASE
    WHEN count(*) = count(ivoa.sure_type(r.kind, source)) AND max(jsonb_array_length(r.sources)) = 1
      AND count(DISTINCT ivoa.sure_type(r.kind, source)) = 1
    THEN min(ivoa.sure_type(r.kind, source)) ELSE 'jsonb' END
  FROM ivoa.section_rules(section) AS r, jsonb_array_elements(r.sources) AS source
  WHERE ivoa.is_record_key(source #>> '{path,0}')
  GROUP BY 1
$$;

-- What is made of a key that has been read as its type, or NULL where that may differ from what ivoa.to_<kind> gives. Text
-- that begins like an object or a list may be one, and a limit may have been passed by less than a double can tell.
CREATE OR REPLACE FUNCTION ivoa.sure_converted(kind text, value text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN format(CASE kind
  WHEN 'label' THEN 'CASE WHEN ascii(%1$s) NOT IN (91, 123) AND octet_length(%1$s) <= 2000 AND btrim(%1$s) <> '''' THEN %1$s END'
  WHEN 'product_type' THEN 'CASE WHEN %1$s IN (''image'', ''cube'', ''spectrum'', ''sed'', ''timeseries'', ''visibility'','
    ' ''event'', ''measurements'') THEN %1$s END'
  WHEN 'double' THEN 'CASE WHEN %1$s > ''-Infinity'' AND %1$s < ''Infinity'' THEN %1$s END'
  WHEN 'longitude' THEN 'CASE WHEN %1$s >= 0 AND %1$s < 360 THEN %1$s END'
  WHEN 'latitude' THEN 'CASE WHEN %1$s > -90 AND %1$s < 90 THEN %1$s END'
  WHEN 'calib_level' THEN 'CASE WHEN %1$s IN (''0'', ''1'', ''2'', ''3'', ''4'') THEN %1$s::integer END'
  WHEN 'bigint' THEN 'ivoa.whole(%1$s)'
  WHEN 'integer' THEN 'CASE WHEN %1$s ~ ''^-?[0-9]{1,9}$'' THEN %1$s::integer END'
  ELSE 'CASE WHEN ascii(%1$s) NOT IN (91, 123) THEN %1$s END'
END, value);

CREATE OR REPLACE FUNCTION ivoa.sure_section_sql(section integer)
RETURNS TABLE (column_name text, radio boolean, place integer, value text, converted text)
LANGUAGE sql STABLE AS $$
  SELECT s.column_name, s.radio, s.place, s.value,
    CASE WHEN k.type <> 'jsonb' THEN ivoa.sure_converted(r.kind, s.value)
      ELSE s.converted END
  FROM ivoa.section_sql(section) AS s JOIN ivoa.section_rules(section) AS r USING (column_name)
    LEFT JOIN ivoa.sure_keys(section) AS k ON k.key = r.sources #>> '{0,path,0}'
$$;

-- As ivoa.filled_in: nothing is to be encoded in names of letters and digits, which is found out once for a DID.
CREATE OR REPLACE FUNCTION ivoa.sure_filled_in(column_name text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE column_name
  WHEN 'access_url' THEN 'CASE WHEN c.access_url IS NULL AND c.obs_publisher_did IS NULL AND c._plain'
    ' THEN url_prefix || c._scope || ''%3A'' || c._name ELSE ' || ivoa.filled_in(column_name) || ' END'
  ELSE ivoa.filled_in(column_name)
END;

-- Common table expressions as in ivoa.candidates, without the documents: "_n" is the DID's place. The products of an
-- observation have the same footprint, mostly, so each is parsed once for all.
CREATE OR REPLACE FUNCTION ivoa.sure_candidates(section integer) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format($sql$converted AS MATERIALIZED (
        SELECT c.*, %1$s > 0 AS _radio, coalesce(c.s_region, ivoa.field_region(c.s_ra, c.s_dec, c.s_fov)) AS _footprint,
          %2$s = c._present AND c.calib_level IS NOT NULL AND c.obs_collection IS NOT NULL AND c.obs_id IS NOT NULL
            AND NOT (some_pending AND EXISTS (SELECT FROM ivoa.obscore_pending AS p
                     WHERE p.rucio_did_scope = c._scope AND p.rucio_did_name = c._name OFFSET 0))
            AND NOT (some_radio AND EXISTS (SELECT FROM ivoa.obscore_radio AS r
                     WHERE r.rucio_did_scope = c._scope AND r.rucio_did_name = c._name OFFSET 0)) AS _usable,
          coalesce(c.obs_publisher_did, CASE WHEN c._plain THEN did_prefix || c._scope || ':' || c._name
            ELSE ivoa.mint_publisher_did(site.authority, site.path, c._scope, c._name) END) AS _did
        FROM (
          SELECT d._scope, d._name, d._n, d._scope || d._name ~ '^[A-Za-z0-9._~-]*$' AS _plain, %3$s AS _present, %4$s
          FROM unnest(scopes, names, documents) WITH ORDINALITY AS d (_scope, _name, _document, _n),
            jsonb_to_record(CASE jsonb_typeof(d._document) WHEN 'object' THEN d._document ELSE '{}' END) AS x (%5$s)
          OFFSET 0
        ) AS c
      ), parsed AS MATERIALIZED (
        SELECT f._footprint, ivoa.parse_region(f._footprint) AS _region
        FROM (SELECT DISTINCT _footprint FROM converted WHERE _footprint IS NOT NULL) AS f
      ), candidate AS NOT MATERIALIZED (
        -- As one expression it is looked at behind the join, which then keeps the order of the DIDs.
        SELECT c.*, p._region, CASE WHEN c._usable THEN (p._region).problem IS NULL ELSE false END AS _visible
        FROM converted AS c LEFT JOIN parsed AS p USING (_footprint)
      )$sql$,
    ivoa.count_present(array_agg(format('c.%I', column_name) ORDER BY place) FILTER (WHERE radio)),
    ivoa.count_present(array_agg(format('c.%I', column_name) ORDER BY place) FILTER (WHERE value IS NOT NULL)),
    ivoa.count_present(array_agg(value ORDER BY place) FILTER (WHERE value IS NOT NULL)),
    string_agg(format('%s AS %I', converted, column_name), ', ' ORDER BY place),
    (SELECT coalesce(string_agg(format('%I %s', key, type), ', '), 'obs_id jsonb') FROM ivoa.sure_keys(section)))
  FROM ivoa.sure_section_sql(section)
$$;

CREATE OR REPLACE FUNCTION ivoa.generate_insert(section integer) RETURNS void
LANGUAGE plpgsql AS $generator$
BEGIN
  EXECUTE format($insert$
    CREATE OR REPLACE FUNCTION ivoa.insert_section_%1$s(scopes text[], names text[], documents jsonb[]) RETURNS void
    LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off
    SET plan_cache_mode = force_generic_plan SET jit = off
    AS %2$L $insert$, section, format($body$
    DECLARE
      site         ivoa.site := (SELECT s FROM ivoa.site AS s);
      some_pending boolean := EXISTS (SELECT FROM ivoa.obscore_pending);
      some_radio   boolean := EXISTS (SELECT FROM ivoa.obscore_radio);
      did_prefix   text := left(ivoa.mint_publisher_did(site.authority, site.path, '', ''), -1);
      url_prefix   text := ivoa.datalink_url(site.base_url, did_prefix);
      others       bigint[];
    BEGIN
      WITH %2$s, shown AS (
        INSERT INTO ivoa.obscore (rucio_did_scope, rucio_did_name, %3$s,
          s_point, s_region_circle, s_region_polygon, s_region_bound,
          s_region_circles, s_region_polygons, s_region_boxes)
        SELECT c._scope, c._name, %4$s,
          spoint(radians(%5$s), radians(%6$s)), (c._region).circle, (c._region).polygon, (c._region).bound,
          (c._region).circles, (c._region).polygons, (c._region).boxes
        FROM %7$s
        RETURNING 1
      ), radio_shown AS (
        INSERT INTO ivoa.obscore_radio (rucio_did_scope, rucio_did_name, obs_publisher_did, %8$s)
        SELECT c._scope, c._name, c._did, %9$s FROM candidate AS c WHERE c._visible AND c._radio
      )
      SELECT CASE WHEN (SELECT count(*) FROM shown) < cardinality(scopes)
        THEN ARRAY(SELECT c._n FROM candidate AS c WHERE NOT c._visible) END INTO others;
      IF others IS NOT NULL THEN
        PERFORM ivoa.sync_section_%1$s(array_agg(d.scope), array_agg(d.name), array_agg(d.document))
        FROM unnest(scopes, names, documents) WITH ORDINALITY AS d (scope, name, document, n) WHERE d.n = ANY (others);
      END IF;
    END $body$,
    section, ivoa.sure_candidates(section),
    (SELECT string_agg(format('%I', column_name), ', ' ORDER BY place) FROM ivoa.derived_column WHERE NOT radio),
    (SELECT string_agg(ivoa.sure_filled_in(column_name), ', ' ORDER BY place) FROM ivoa.derived_column WHERE NOT radio),
    ivoa.filled_in('s_ra'), ivoa.filled_in('s_dec'), ivoa.shown_candidates(),
    (SELECT string_agg(format('%I', column_name), ', ' ORDER BY place) FROM ivoa.derived_column WHERE radio),
    (SELECT string_agg(format('c.%I', column_name), ', ' ORDER BY place) FROM ivoa.derived_column WHERE radio)));
  EXECUTE format('REVOKE EXECUTE ON FUNCTION ivoa.insert_section_%s(text[], text[], jsonb[]) FROM PUBLIC', section);
END $generator$;
