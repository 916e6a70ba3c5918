-- The quick way for what Rucio does most: it sets one key of one DID. Where that key makes columns that nothing else depends
-- on, only these are written: ivoa.touch_section_<n>(scope, name, the document before, and after) is true when what it did,
-- maybe nothing, is all that there was to do. Otherwise the DID is to be derived anew. It relies on the row being what the
-- document before gave, and gives up where a pending entry says that there is more to the DID.

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

-- The statement that writes the columns that a key makes, and tells of that; it finds no row where it must not write.
CREATE OR REPLACE FUNCTION ivoa.touch_statement(section integer, columns text[]) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format($sql$WITH touched AS (
      UPDATE ivoa.obscore AS o SET %1$s
      FROM (SELECT after AS _document) AS d, (SELECT %2$s) AS x
      WHERE o.rucio_did_scope = did_scope AND o.rucio_did_name = did_name AND (%3$s) AND %4$s
        AND NOT EXISTS (SELECT FROM ivoa.obscore_pending AS p
                        WHERE p.rucio_did_scope = did_scope AND p.rucio_did_name = did_name)
      RETURNING o.obs_publisher_did
    )
    INSERT INTO ivoa.obscore_changes (change, rucio_did_scope, rucio_did_name, obs_publisher_did)
    SELECT 'update', did_scope, did_name, obs_publisher_did FROM touched$sql$,
    string_agg(format('%I = %s', s.column_name, s.converted), ', '),
    (SELECT string_agg(DISTINCT format('nullif(after -> %1$L, ''null'') AS %1$I', source #>> '{path,0}'), ', ')
     FROM ivoa.section_rules(section) AS r, jsonb_array_elements(r.sources) AS source
     WHERE r.column_name = ANY (columns) AND ivoa.is_record_key(source #>> '{path,0}')),
    string_agg(format('o.%I IS DISTINCT FROM (%s)', s.column_name, s.converted), ' OR '),
    string_agg(format('((%s) IS NULL) = ((%s) IS NULL)', s.value, s.converted), ' AND '))
  FROM ivoa.section_sql(section) AS s WHERE s.column_name = ANY (columns)
$$;

-- Which statement to run for the key that has changed. Every expression of a function costs a microsecond in the transaction
-- that first comes by it, hence no list of cases but a tree of halves, and no list of comparisons but loops. They compare
-- byte by byte: 1.0 and 1.00 are equal as JSON, and different text.
CREATE OR REPLACE FUNCTION ivoa.touch_choice(keys text[], statements text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  half CONSTANT integer := cardinality(keys) / 2;
BEGIN
  IF half = 0 THEN
    RETURN coalesce(statements[1], 'NULL') || ';';
  END IF;
  RETURN format('IF changed < %L THEN %s ELSE %s END IF;', keys[half + 1],
    ivoa.touch_choice(keys[:half], statements[:half]), ivoa.touch_choice(keys[half + 1:], statements[half + 1:]));
END $$;

CREATE OR REPLACE FUNCTION ivoa.generate_touch(section integer) RETURNS void
LANGUAGE plpgsql AS $generator$
BEGIN
  EXECUTE format($touch$
    CREATE OR REPLACE FUNCTION ivoa.touch_section_%1$s(did_scope text, did_name text, before jsonb, after jsonb)
    RETURNS boolean
    LANGUAGE plpgsql SET enable_seqscan = off AS %2$L $touch$, section, (
    SELECT format($body$
    DECLARE
      changed text COLLATE "C";
      other   text;
    BEGIN
      FOREACH changed IN ARRAY %1$L::text[] LOOP
        IF record_image_ne(ROW(before -> changed), ROW(after -> changed)) THEN
          IF record_image_ne(ROW(before - changed), ROW(after - changed)) THEN
            RETURN false;
          END IF;
          %3$s
          IF FOUND THEN
            PERFORM ivoa.tell_of_changes();
            RETURN true;
          END IF;
          RETURN false;
        END IF;
      END LOOP;
      FOREACH other IN ARRAY %2$L::text[] LOOP
        IF record_image_ne(ROW(before -> other), ROW(after -> other)) THEN
          RETURN false;
        END IF;
      END LOOP;
      RETURN true;
    END $body$,
      coalesce(array_agg(k.key) FILTER (WHERE k.simple), '{}'), coalesce(array_agg(k.key) FILTER (WHERE NOT k.simple), '{}'),
      ivoa.touch_choice(
        coalesce(array_agg(k.key ORDER BY k.key COLLATE "C") FILTER (WHERE k.simple), '{}'),
        coalesce(array_agg(ivoa.touch_statement(section, k.columns) ORDER BY k.key COLLATE "C") FILTER (WHERE k.simple), '{}')))
    FROM ivoa.section_keys(section) AS k));
  EXECUTE format('REVOKE EXECUTE ON FUNCTION ivoa.touch_section_%s(text, text, jsonb, jsonb) FROM PUBLIC', section);
END $generator$;
