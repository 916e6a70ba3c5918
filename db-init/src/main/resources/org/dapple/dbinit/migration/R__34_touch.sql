-- The quick way for what Rucio does most: it sets one key of one DID. Where that key makes columns that nothing else depends
-- on, only these are written: ivoa.touch_section_<n>(scope, name, the document before, and after) is true when what it did,
-- maybe nothing, is all that there was to do. Otherwise the DID is to be derived anew. It relies on the row being what the
-- document before gave.

-- The top-level keys that a section looks at, and whether all that is made of each are columns of ivoa.obscore that stand
-- for themselves.
CREATE OR REPLACE FUNCTION ivoa.section_keys(section integer)
RETURNS TABLE (key text, columns text[], simple boolean)
LANGUAGE sql STABLE AS $$
  SELECT source #>> '{path,0}', array_agg(DISTINCT r.column_name),
    bool_and(NOT r.radio AND r.column_name NOT IN ('calib_level', 'obs_collection', 'obs_id')
      AND ivoa.filled_in(r.column_name) = format('c.%I', r.column_name))
  FROM ivoa.section_rules(section) AS r, jsonb_array_elements(r.sources) AS source
  WHERE source ? 'path'
  GROUP BY 1
$$;

-- The FROM items d and x, of which what R__33 writes for some columns takes their values.
CREATE OR REPLACE FUNCTION ivoa.touch_source(section integer, columns text[], document text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('(SELECT %1$s AS _document) AS d, (SELECT %2$s) AS x', document,
    string_agg(DISTINCT format('nullif(%1$s -> %2$L, ''null'') AS %2$I', document, source #>> '{path,0}'), ', '))
  FROM ivoa.section_rules(section) AS r, jsonb_array_elements(r.sources) AS source
  WHERE r.column_name = ANY (columns) AND ivoa.is_record_key(source #>> '{path,0}')
$$;

-- Whether what is found for these columns, if anything, can be used.
CREATE OR REPLACE FUNCTION ivoa.touch_usable(section integer, columns text[]) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('((%s) IS NULL) = ((%s) IS NULL)', value, converted), ' AND ')
  FROM ivoa.section_sql(section) WHERE column_name = ANY (columns)
$$;

-- The statement that writes the columns that a key makes. It finds no row where it must not write: where one of these columns
-- has, or had, a part in the entry of ivoa.obscore_pending.
CREATE OR REPLACE FUNCTION ivoa.touch_statement(section integer, columns text[]) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format($sql$UPDATE ivoa.obscore AS o SET %1$s
      FROM %2$s
      WHERE o.rucio_did_scope = did_scope AND o.rucio_did_name = did_name AND %3$s AND (SELECT %3$s FROM %4$s)$sql$,
    string_agg(format('%I = %s', column_name, converted), ', '), ivoa.touch_source(section, columns, 'after'),
    ivoa.touch_usable(section, columns), ivoa.touch_source(section, columns, 'before'))
  FROM ivoa.section_sql(section) WHERE column_name = ANY (columns)
$$;

-- Which statement to run for the key that has changed; none where nothing is made of it. Every expression of a function costs
-- a microsecond in the transaction that first comes by it, hence no list of cases but a tree of halves.
CREATE OR REPLACE FUNCTION ivoa.touch_choice(keys text[], statements text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  half CONSTANT integer := cardinality(keys) / 2;
BEGIN
  IF half = 0 THEN
    RETURN format('IF changed = %L THEN %s; RETURN FOUND; END IF;', keys[1], coalesce(statements[1], 'RETURN false'));
  END IF;
  RETURN format('IF changed < %L THEN %s ELSE %s END IF;', keys[half + 1],
    ivoa.touch_choice(keys[:half], statements[:half]), ivoa.touch_choice(keys[half + 1:], statements[half + 1:]));
END $$;

-- Values are compared byte by byte: 1.0 and 1.00 are equal as JSON, and different text.
CREATE OR REPLACE FUNCTION ivoa.generate_touch(section integer) RETURNS void
LANGUAGE plpgsql AS $generator$
BEGIN
  EXECUTE format($touch$
    CREATE OR REPLACE FUNCTION ivoa.touch_section_%1$s(did_scope text, did_name text, before jsonb, after jsonb)
    RETURNS boolean
    LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS %2$L $touch$, section, (
    SELECT format($body$
    DECLARE
      changed text COLLATE "C";
    BEGIN
      SELECT key INTO changed FROM jsonb_object_keys(after) AS key
      WHERE record_image_ne(ROW(before -> key), ROW(after -> key));
      IF changed IS NULL THEN
        SELECT key INTO changed FROM jsonb_object_keys(before) AS key WHERE NOT after ? key;
      END IF;
      IF changed IS NULL OR record_image_ne(ROW(before - changed), ROW(after - changed)) THEN
        RETURN false;
      -- Most of what nothing is made of is told at a glance.
      ELSIF strpos(%L, '"' || changed || '"') = 0 THEN
        RETURN true;
      END IF;
      %s
      RETURN true;
    END $body$,
      '"' || string_agg(k.key, '"') || '"',
      ivoa.touch_choice(
        coalesce(array_agg(k.key ORDER BY k.key COLLATE "C"), '{}'),
        array_agg(CASE WHEN k.simple THEN ivoa.touch_statement(section, k.columns) END ORDER BY k.key COLLATE "C")))
    FROM ivoa.section_keys(section) AS k));
  EXECUTE format('REVOKE EXECUTE ON FUNCTION ivoa.touch_section_%s(text, text, jsonb, jsonb) FROM PUBLIC', section);
END $generator$;
