-- Deriving everything anew: after a change of the mapping or of the site's settings.

-- Derives the next thousand DIDs after "previous" (an id; 0 to begin) and returns the last id, or NULL when none
-- was left. The rows are locked against writers meanwhile, so that no older state overwrites a newer one.
CREATE OR REPLACE FUNCTION ivoa.resync_chunk(previous bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = ivoa, public, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1
AS $$
DECLARE
  last_id   bigint;
  scopes    text[];
  names     text[];
  documents jsonb[];
BEGIN
  SELECT max(id), array_agg(scope::text), array_agg(name::text), array_agg(data) INTO last_id, scopes, names, documents
  FROM (SELECT * FROM rucio.dids WHERE id > previous ORDER BY id LIMIT 1000 FOR NO KEY UPDATE) AS dids;
  IF last_id IS NOT NULL THEN
    PERFORM sync_dids(scopes, names, documents);
  END IF;
  RETURN last_id;
END $$;

-- CALL ivoa.resync(), outside a transaction: it commits after each thousand, with a notice of progress, and can be
-- repeated at any time.
CREATE OR REPLACE PROCEDURE ivoa.resync()
LANGUAGE plpgsql AS $$
DECLARE
  last_id bigint := 0;
  chunks  bigint := 0;
BEGIN
  DELETE FROM ivoa.obscore AS o WHERE NOT EXISTS
    (SELECT FROM rucio.dids AS d WHERE d.scope = o.rucio_did_scope AND d.name = o.rucio_did_name);
  DELETE FROM ivoa.obscore_pending AS p WHERE NOT EXISTS
    (SELECT FROM rucio.dids AS d WHERE d.scope = p.rucio_did_scope AND d.name = p.rucio_did_name);
  LOOP
    COMMIT;
    last_id := ivoa.resync_chunk(last_id);
    EXIT WHEN last_id IS NULL;
    chunks := chunks + 1;
    IF chunks % 100 = 0 THEN
      RAISE NOTICE '% DIDs derived', chunks * 1000;
    END IF;
  END LOOP;
END $$;

-- Sets what minted identifiers and URLs begin with; true when that is a change, after which resync is to be called.
CREATE OR REPLACE FUNCTION ivoa.set_site(authority text, path text, base_url text) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ivoa.site AS s SET authority = set_site.authority, path = set_site.path, base_url = set_site.base_url
  WHERE (s.authority, s.path, s.base_url) <> (set_site.authority, set_site.path, set_site.base_url);
  RETURN FOUND;
END $$;
