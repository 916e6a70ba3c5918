-- The triggers on rucio.dids. They never raise: an error would abort Rucio's write and leave the connection of that
-- Rucio worker broken until it is restarted. They run as their owner, because Rucio's role may not touch ivoa, and
-- carry their own settings, because Rucio's search_path names only its own schema. PostgreSQL allows transition
-- tables only for one event a trigger, hence one function for each. An upsert fires both UPDATE and INSERT, one of
-- them with nothing to do.

-- Brings the rows of DIDs up to date. What fails as a set is halved until the rows to blame are alone: each of these
-- becomes a pending entry with the error, and the others are where they should be.
CREATE OR REPLACE FUNCTION ivoa.sync_dids(scopes text[], names text[], documents jsonb[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  size CONSTANT integer := cardinality(scopes);
  half CONSTANT integer := size / 2;
BEGIN
  PERFORM ivoa.sync_chunk(scopes, names, documents);
EXCEPTION WHEN OTHERS THEN
  IF size > 1 THEN
    PERFORM ivoa.sync_dids(scopes[:half], names[:half], documents[:half]);
    PERFORM ivoa.sync_dids(scopes[half + 1:], names[half + 1:], documents[half + 1:]);
  ELSE
    PERFORM ivoa.refuse_did(scopes[1], names[1], SQLERRM);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION ivoa.refuse_did(scope text, name text, error text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ivoa.obscore AS o WHERE o.rucio_did_scope = scope AND o.rucio_did_name = name;
  INSERT INTO ivoa.obscore_pending (rucio_did_scope, rucio_did_name, visible, reason, problems, since)
  VALUES (scope, name, false, 'the database refused the row: ' || error,
          jsonb_build_array(jsonb_build_object('column', NULL, 'value', NULL, 'reason', error)), now())
  ON CONFLICT (rucio_did_scope, rucio_did_name) DO UPDATE
    SET visible = EXCLUDED.visible, reason = EXCLUDED.reason, problems = EXCLUDED.problems, since = EXCLUDED.since;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'the DID %:% could not be noted as pending: %', scope, name, SQLERRM;
END $$;

CREATE OR REPLACE FUNCTION ivoa.forget_dids(scopes text[], names text[]) RETURNS void
LANGUAGE plpgsql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  DELETE FROM ivoa.obscore AS o USING unnest(scopes, names) AS d (scope, name)
  WHERE o.rucio_did_scope = d.scope AND o.rucio_did_name = d.name;
  DELETE FROM ivoa.obscore_pending AS p USING unnest(scopes, names) AS d (scope, name)
  WHERE p.rucio_did_scope = d.scope AND p.rucio_did_name = d.name;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'the rows of % DIDs could not be removed: %', cardinality(scopes), SQLERRM;
END $$;

CREATE OR REPLACE FUNCTION ivoa.dids_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ivoa, public, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1
AS $$
DECLARE
  did       record;
  scopes    text[] := '{}';
  names     text[] := '{}';
  documents jsonb[] := '{}';
  bytes     bigint := 0;
BEGIN
  FOR did IN SELECT scope, name, data FROM new_dids LOOP
    scopes := scopes || did.scope::text;
    names := names || did.name::text;
    documents := documents || did.data;
    bytes := bytes + coalesce(pg_column_size(did.data), 0);
    IF cardinality(scopes) >= 1000 OR bytes > 4000000 THEN
      PERFORM sync_dids(scopes, names, documents);
      scopes := '{}'; names := '{}'; documents := '{}'; bytes := 0;
    END IF;
  END LOOP;
  IF cardinality(scopes) > 0 THEN
    PERFORM sync_dids(scopes, names, documents);
  END IF;
  RETURN NULL;
END $$;

-- Only what really changed: older Rucio removes a key by an UPDATE of every row. A renamed DID is forgotten first;
-- no row can take a name before the row that had it has given it up, so the order of the rows is safe.
CREATE OR REPLACE FUNCTION ivoa.dids_updated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = ivoa, public, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1
AS $$
DECLARE
  did       record;
  scopes    text[] := '{}';
  names     text[] := '{}';
  documents jsonb[] := '{}';
  bytes     bigint := 0;
BEGIN
  FOR did IN
    SELECT n.scope, n.name, n.data, o.scope AS old_scope, o.name AS old_name
    FROM new_dids AS n JOIN old_dids AS o USING (id)
    WHERE n.data IS DISTINCT FROM o.data OR n.scope <> o.scope OR n.name <> o.name
  LOOP
    IF did.scope <> did.old_scope OR did.name <> did.old_name THEN
      PERFORM forget_dids(ARRAY[did.old_scope::text], ARRAY[did.old_name::text]);
    END IF;
    scopes := scopes || did.scope::text;
    names := names || did.name::text;
    documents := documents || did.data;
    bytes := bytes + coalesce(pg_column_size(did.data), 0);
    IF cardinality(scopes) >= 1000 OR bytes > 4000000 THEN
      PERFORM sync_dids(scopes, names, documents);
      scopes := '{}'; names := '{}'; documents := '{}'; bytes := 0;
    END IF;
  END LOOP;
  IF cardinality(scopes) > 0 THEN
    PERFORM sync_dids(scopes, names, documents);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ivoa.dids_deleted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ivoa, public, pg_temp
AS $$
DECLARE
  did    record;
  scopes text[] := '{}';
  names  text[] := '{}';
BEGIN
  FOR did IN SELECT scope, name FROM old_dids LOOP
    scopes := scopes || did.scope::text;
    names := names || did.name::text;
    IF cardinality(scopes) >= 1000 THEN
      PERFORM forget_dids(scopes, names);
      scopes := '{}'; names := '{}';
    END IF;
  END LOOP;
  IF cardinality(scopes) > 0 THEN
    PERFORM forget_dids(scopes, names);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ivoa.dids_truncated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ivoa, public, pg_temp
AS $$
BEGIN
  DELETE FROM ivoa.obscore;
  DELETE FROM ivoa.obscore_pending;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'the rows of the removed DIDs could not be removed: %', SQLERRM;
  RETURN NULL;
END $$;

-- CREATE OR REPLACE, because dropping a trigger waits for every transaction that has read dids, and Rucio's never
-- end.
CREATE OR REPLACE TRIGGER dids_inserted AFTER INSERT ON rucio.dids
  REFERENCING NEW TABLE AS new_dids FOR EACH STATEMENT EXECUTE FUNCTION ivoa.dids_inserted();
CREATE OR REPLACE TRIGGER dids_updated AFTER UPDATE ON rucio.dids
  REFERENCING OLD TABLE AS old_dids NEW TABLE AS new_dids FOR EACH STATEMENT EXECUTE FUNCTION ivoa.dids_updated();
CREATE OR REPLACE TRIGGER dids_deleted AFTER DELETE ON rucio.dids
  REFERENCING OLD TABLE AS old_dids FOR EACH STATEMENT EXECUTE FUNCTION ivoa.dids_deleted();
CREATE OR REPLACE TRIGGER dids_truncated AFTER TRUNCATE ON rucio.dids
  FOR EACH STATEMENT EXECUTE FUNCTION ivoa.dids_truncated();
