-- What operators need to trust that ivoa is what rucio.dids says, and to make it so.

-- The rows that are derived from DIDs, without when they were.
CREATE OR REPLACE FUNCTION ivoa.derived_rows(scopes text[], names text[])
RETURNS TABLE (table_name text, scope text, name text, content jsonb)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT 'ivoa.obscore', o.rucio_did_scope, o.rucio_did_name, to_jsonb(o)
  FROM unnest(scopes, names) AS d (scope, name)
    JOIN ivoa.obscore AS o ON o.rucio_did_scope = d.scope AND o.rucio_did_name = d.name
  UNION ALL
  SELECT 'ivoa.obscore_radio', r.rucio_did_scope, r.rucio_did_name, to_jsonb(r)
  FROM unnest(scopes, names) AS d (scope, name)
    JOIN ivoa.obscore_radio AS r ON r.rucio_did_scope = d.scope AND r.rucio_did_name = d.name
  UNION ALL
  SELECT 'ivoa.obscore_pending', p.rucio_did_scope, p.rucio_did_name, to_jsonb(p) - 'since'
  FROM unnest(scopes, names) AS d (scope, name)
    JOIN ivoa.obscore_pending AS p ON p.rucio_did_scope = d.scope AND p.rucio_did_name = d.name
$$;

-- Derives the next thousand DIDs after "previous" (an id; 0 to begin) from scratch, undoes that, and returns what would
-- have become different. The last row has the last id and no table; there is no row when no DID was left. It raises
-- lock_not_available when a writer has locked one of them.
CREATE OR REPLACE FUNCTION ivoa.check_chunk(previous bigint)
RETURNS TABLE (last_id bigint, table_name text, scope text, name text, difference text)
LANGUAGE plpgsql SET search_path = ivoa, public, pg_temp SET lock_timeout = '100ms' AS $$
DECLARE
  ids      bigint[];
  scopes   text[];
  names    text[];
  is_so    jsonb;
  should   jsonb;
BEGIN
  SELECT array_agg(d.id), array_agg(d.scope::text), array_agg(d.name::text) INTO ids, scopes, names
  FROM (SELECT * FROM rucio.dids AS r WHERE r.id > previous ORDER BY r.id LIMIT 1000 FOR NO KEY UPDATE) AS d;
  IF ids IS NULL THEN
    RETURN;
  END IF;
  is_so := (SELECT coalesce(jsonb_agg(r), '[]') FROM derived_rows(scopes, names) AS r);
  BEGIN
    last_id := resync_chunk(previous);
    should := (SELECT coalesce(jsonb_agg(r), '[]') FROM derived_rows(scopes, names) AS r);
    RAISE EXCEPTION USING ERRCODE = 'DP001', MESSAGE = 'undone';
  EXCEPTION WHEN SQLSTATE 'DP001' THEN
    NULL; -- a subtransaction that fails has never been, but its variables stay
  END;
  RETURN QUERY
    SELECT NULL::bigint, coalesce(a.table_name, b.table_name), coalesce(a.scope, b.scope), coalesce(a.name, b.name),
      CASE WHEN a IS NULL THEN 'the row is missing' WHEN b IS NULL THEN 'the row should not be there'
        ELSE (SELECT string_agg(format('%s is %s and should be %s', k, left(coalesce(a.content ->> k, 'NULL'), 60),
                                       left(coalesce(b.content ->> k, 'NULL'), 60)), '; ')
              FROM jsonb_object_keys(b.content) AS k WHERE a.content -> k IS DISTINCT FROM b.content -> k) END
    FROM jsonb_to_recordset(is_so) AS a (table_name text, scope text, name text, content jsonb)
      FULL JOIN jsonb_to_recordset(should) AS b (table_name text, scope text, name text, content jsonb)
        ON a.table_name = b.table_name AND a.scope = b.scope AND a.name = b.name
    WHERE a.content IS DISTINCT FROM b.content;
  RETURN QUERY SELECT last_id, NULL::text, NULL::text, NULL::text, NULL::text;
END $$;

-- Rows whose DID is not in rucio.dids. A nested loop looks cheap before the tables are analyzed for the first
-- time, and then takes the square of the rows.
CREATE OR REPLACE FUNCTION ivoa.stray_rows() RETURNS TABLE (table_name text, scope text, name text)
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
  SELECT 'ivoa.obscore', o.rucio_did_scope, o.rucio_did_name FROM ivoa.obscore AS o WHERE NOT EXISTS
    (SELECT FROM rucio.dids AS d WHERE d.scope = o.rucio_did_scope AND d.name = o.rucio_did_name)
  UNION ALL
  SELECT 'ivoa.obscore_radio', r.rucio_did_scope, r.rucio_did_name FROM ivoa.obscore_radio AS r WHERE NOT EXISTS
    (SELECT FROM rucio.dids AS d WHERE d.scope = r.rucio_did_scope AND d.name = r.rucio_did_name)
  UNION ALL
  SELECT 'ivoa.obscore_pending', p.rucio_did_scope, p.rucio_did_name FROM ivoa.obscore_pending AS p WHERE NOT EXISTS
    (SELECT FROM rucio.dids AS d WHERE d.scope = p.rucio_did_scope AND d.name = p.rucio_did_name)
$$;

-- Derives the next thousand DIDs of the rebuild that is not finished, or begins one; how many have been derived, or NULL
-- when it is finished. What is committed is never done again. Nothing is derived when a writer has locked one of them.
CREATE OR REPLACE FUNCTION ivoa.rebuild_chunk() RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  rebuild ivoa.sync_rebuild;
  reached bigint;
BEGIN
  INSERT INTO ivoa.sync_rebuild (last_id, derived) VALUES (0, 0) ON CONFLICT DO NOTHING;
  SELECT * INTO rebuild FROM ivoa.sync_rebuild FOR UPDATE;
  IF rebuild.last_id = 0 THEN
    DELETE FROM ivoa.obscore AS o USING ivoa.stray_rows() AS s
    WHERE s.table_name = 'ivoa.obscore' AND o.rucio_did_scope = s.scope AND o.rucio_did_name = s.name;
    DELETE FROM ivoa.obscore_radio AS r USING ivoa.stray_rows() AS s
    WHERE s.table_name = 'ivoa.obscore_radio' AND r.rucio_did_scope = s.scope AND r.rucio_did_name = s.name;
    DELETE FROM ivoa.obscore_pending AS p USING ivoa.stray_rows() AS s
    WHERE s.table_name = 'ivoa.obscore_pending' AND p.rucio_did_scope = s.scope AND p.rucio_did_name = s.name;
  END IF;
  BEGIN
    reached := ivoa.resync_chunk(rebuild.last_id);
  EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
    PERFORM pg_sleep(0.1);
    RETURN rebuild.derived;
  END;
  IF reached IS NULL THEN
    DELETE FROM ivoa.sync_rebuild;
    RETURN NULL;
  END IF;
  UPDATE ivoa.sync_rebuild SET last_id = reached, derived = derived
    + (SELECT count(*) FROM rucio.dids WHERE id > rebuild.last_id AND id <= reached)
  RETURNING derived INTO reached;
  RETURN reached;
END $$;

REVOKE EXECUTE ON FUNCTION ivoa.derived_rows(text[], text[]), ivoa.check_chunk(bigint), ivoa.stray_rows(),
  ivoa.rebuild_chunk() FROM PUBLIC;
