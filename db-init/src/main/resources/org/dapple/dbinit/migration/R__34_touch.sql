-- The quick way for what Rucio does most: it sets one key of one DID. Where that key makes columns that nothing else depends
-- on, only these are written: ivoa.touch_did(scope, name, the key, the document before, and after, the key's value before, and
-- after) is true when what it did, maybe nothing, is all that there was to do. Otherwise the DID is to be derived anew, whatever
-- was written. It relies on the row being what the document before gave. SQL NULL stands for a value that is JSON null.

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

-- A name that may be a word of PL/pgSQL.
CREATE OR REPLACE FUNCTION ivoa.quoted(name text) RETURNS text
LANGUAGE sql IMMUTABLE RETURN '"' || replace(name, '"', '""') || '"';

-- The keys of a document, maybe with the one that has changed, that some columns are made of.
CREATE OR REPLACE FUNCTION ivoa.touch_keys(section integer, columns text[]) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
  SELECT DISTINCT source #>> '{path,0}'
  FROM ivoa.section_rules(section) AS r, jsonb_array_elements(r.sources) AS source
  WHERE r.column_name = ANY (columns) AND ivoa.is_record_key(source #>> '{path,0}')
$$;

-- The FROM items d and x, of which what R__33 writes for some columns takes their values: "moment" is before or after.
CREATE OR REPLACE FUNCTION ivoa.touch_source(section integer, changed text, columns text[], moment text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('(SELECT touch_did.%1$s AS _document) AS d, (SELECT %2$s) AS x', moment, string_agg(
    format(CASE key WHEN changed THEN 'touch_did.value_%1$s AS %2$I' ELSE 'nullif(touch_did.%1$s -> %2$L, ''null'') AS %2$I' END,
           moment, key), ', '))
  FROM ivoa.touch_keys(section, columns) AS key
$$;

-- The same, after, as blocks of PL/pgSQL around statements, which an expression by itself can refer to.
CREATE OR REPLACE FUNCTION ivoa.touch_blocks(section integer, changed text, columns text[], statements text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format('<<d>> DECLARE _document ALIAS FOR touch_did.after; BEGIN <<x>> DECLARE %s BEGIN %s END; END;', string_agg(
    format(CASE key WHEN changed THEN '%s ALIAS FOR touch_did.value_after;'
           ELSE '%s CONSTANT jsonb := nullif(touch_did.after -> %L, ''null'');' END, ivoa.quoted(key), key), ' '), statements)
  FROM ivoa.touch_keys(section, columns) AS key
$$;

-- What writes the columns that a key makes, and says whether what it found for them, if anything, could be used. It finds no
-- row where it must not write: where one of these columns had a part in the entry of ivoa.obscore_pending, which is where it is
-- empty though there was something; or where they stay as they are, which is no news: 5 and 5.00 are one number. Values are
-- made once, before; names are in full, because columns and keys may have any.
CREATE OR REPLACE FUNCTION ivoa.touch_statement(section integer, key text, columns text[]) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT format($sql$<<made>> DECLARE %1$s BEGIN %2$s
      UPDATE ivoa.obscore AS o SET %3$s FROM %4$s, (SELECT %5$s FROM %6$s) AS had
      WHERE o.rucio_did_scope = touch_did.did_scope AND o.rucio_did_name = touch_did.did_name AND %7$s AND (%8$s)
      RETURNING o.obs_publisher_did, %9$s INTO outcome.did, outcome.usable; END;$sql$,
    string_agg(format('%s %s;', ivoa.quoted(column_name), type), ' '),
    ivoa.touch_blocks(section, key, columns, string_agg(format('made.%s := %s;', ivoa.quoted(column_name), converted), ' ')),
    string_agg(format('%1$I = made.%1$I', column_name), ', '),
    ivoa.touch_source(section, key, columns, 'after'),
    string_agg(format('(%s) IS NULL AS %I', value, column_name), ', '), ivoa.touch_source(section, key, columns, 'before'),
    string_agg(format('(o.%1$I IS NULL) = had.%1$I', column_name), ' AND '),
    string_agg(format('o.%1$I IS DISTINCT FROM made.%1$I', column_name), ' OR '),
    string_agg(format('(o.%I IS NULL) = ((%s) IS NULL)', column_name, value), ' AND '))
  FROM ivoa.section_sql(section) JOIN ivoa.derived_column USING (column_name) WHERE column_name = ANY (columns)
$$;

-- Which statement to run for the key that has changed; where nothing is made of it, that is all. Every expression of a function
-- costs a microsecond in the transaction that first comes by it, hence no list of cases but a tree of halves.
CREATE OR REPLACE FUNCTION ivoa.touch_choice(keys text[], statements text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  half CONSTANT integer := cardinality(keys) / 2;
BEGIN
  IF half = 0 THEN
    RETURN CASE WHEN statements[1] IS NULL THEN format('RETURN changed IS DISTINCT FROM %L;', keys[1])
      ELSE format('IF changed = %L THEN %s ELSE RETURN true; END IF; IF did IS NULL THEN RETURN false; END IF;',
                  keys[1], statements[1]) END;
  END IF;
  RETURN format('IF changed COLLATE "C" < %L THEN %s ELSE %s END IF;', keys[half + 1],
    ivoa.touch_choice(keys[:half], statements[:half]), ivoa.touch_choice(keys[half + 1:], statements[half + 1:]));
END $$;

CREATE OR REPLACE FUNCTION ivoa.touch_section(section integer) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT ivoa.touch_choice(
    coalesce(array_agg(k.key ORDER BY k.key COLLATE "C"), '{}'),
    array_agg(CASE WHEN k.simple THEN ivoa.touch_statement(section, k.key, k.columns) END ORDER BY k.key COLLATE "C"))
  FROM ivoa.section_keys(section) AS k
$$;

-- One function for all sections, because each call of another costs as much as a small statement. It notes the change itself,
-- which takes half of what the trigger of ivoa.obscore would (R__81), and first sees whether it is time to tell of it.
CREATE OR REPLACE FUNCTION ivoa.generate_touch() RETURNS void
LANGUAGE plpgsql AS $generator$
BEGIN
  EXECUTE format($touch$
    CREATE OR REPLACE FUNCTION ivoa.touch_did(did_scope text, did_name text, changed text, before jsonb, after jsonb,
      value_before jsonb, value_after jsonb) RETURNS boolean
    LANGUAGE plpgsql AS %L $touch$, (
    SELECT format($body$
    <<outcome>>
    DECLARE
      did    text;
      usable boolean;
    BEGIN
      %s
      INSERT INTO ivoa.obscore_changes (change, rucio_did_scope, rucio_did_name, obs_publisher_did)
      VALUES ('update', did_scope, did_name, did);
      IF current_setting('dapple.told_in', true) IS DISTINCT FROM left(now()::text, 21) THEN
        PERFORM ivoa.tell_of_changes();
      END IF;
      RETURN usable;
    END $body$, CASE count(*) WHEN 1 THEN min(ivoa.touch_section(section)) ELSE format('CASE (%s) %s ELSE RETURN false; END CASE;',
      ivoa.section_choice('did_scope'),
      string_agg(format('WHEN %s THEN %s', section, ivoa.touch_section(section)), ' ' ORDER BY section)) END)
    FROM ivoa.mapping_section));
  REVOKE EXECUTE ON FUNCTION ivoa.touch_did(text, text, text, jsonb, jsonb, jsonb, jsonb) FROM PUBLIC;
END $generator$;

-- The key of two documents, if it is the only one, that is not byte by byte the same in both: 1.0 and 1.00 are equal as JSON,
-- and different text.
CREATE OR REPLACE FUNCTION ivoa.changed_key(before jsonb, after jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  changed text;
BEGIN
  SELECT key INTO changed FROM jsonb_object_keys(after) AS key WHERE before ->> key IS DISTINCT FROM after ->> key LIMIT 1;
  IF changed IS NULL THEN
    SELECT key INTO changed FROM jsonb_object_keys(before) AS key WHERE NOT after ? key LIMIT 1;
  END IF;
  RETURN CASE WHEN record_image_eq(ROW(CASE WHEN after ? changed THEN jsonb_set(before, ARRAY[changed], after -> changed)
                                       ELSE before - changed END), ROW(after)) THEN changed END;
END $$;
