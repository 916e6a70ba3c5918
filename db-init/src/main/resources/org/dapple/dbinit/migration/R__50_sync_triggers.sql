-- The triggers on rucio.dids. They never raise: an error would abort Rucio's write and leave the connection of that
-- Rucio worker broken until it is restarted. They run as their owner, because Rucio's role may not touch ivoa, and
-- carry their own settings, because Rucio's search_path names only its own schema. PostgreSQL allows transition
-- tables only for one event a trigger, hence one function for each. An upsert fires both UPDATE and INSERT, one of
-- them with nothing to do.

-- Brings the rows of DIDs up to date. What fails as a set is halved until the rows to blame are alone: each of these
-- becomes a pending entry with the error, and the others are where they should be.
CREATE OR REPLACE FUNCTION ivoa.sync_dids(scopes text[], names text[], documents jsonb[]) RETURNS void
LANGUAGE plpgsql SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
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
LANGUAGE plpgsql
SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off -- as in ivoa.sync_chunk
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  DELETE FROM ivoa.obscore AS o USING unnest(scopes, names) AS d (scope, name)
  WHERE o.rucio_did_scope = d.scope AND o.rucio_did_name = d.name;
  DELETE FROM ivoa.obscore_pending AS p USING unnest(scopes, names) AS d (scope, name)
  WHERE p.rucio_did_scope = d.scope AND p.rucio_did_name = d.name;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'the rows of % DIDs could not be removed: %', cardinality(scopes), SQLERRM;
END $$;

-- New DIDs, of which most are sure to be in order; false when these were not, and had to be derived with care. For a few the
-- quick way is none.
CREATE OR REPLACE FUNCTION ivoa.insert_dids(scopes text[], names text[], documents jsonb[], sure boolean) RETURNS boolean
LANGUAGE plpgsql SET search_path = ivoa, public, pg_temp SET timezone = 'UTC' SET extra_float_digits = 1 AS $$
BEGIN
  IF NOT sure OR cardinality(scopes) <= 10 THEN
    PERFORM sync_dids(scopes, names, documents);
    RETURN sure;
  END IF;
  PERFORM insert_chunk(scopes, names, documents);
  RETURN true;
EXCEPTION WHEN OTHERS THEN
  PERFORM sync_dids(scopes, names, documents);
  RETURN false;
END $$;

-- Where documents of a statement turn out to need care, it is not tried to do without it again. Names are in full, because a
-- search_path of its own would be a good part of the time that an upsert takes, which has nothing to do here.
CREATE OR REPLACE FUNCTION ivoa.dids_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  -- An upsert that found the DID.
  IF NOT EXISTS (SELECT FROM new_dids) THEN
    RETURN NULL;
  END IF;
  DECLARE
    did       record;
    scopes    pg_catalog.text[] := '{}';
    names     pg_catalog.text[] := '{}';
    documents pg_catalog.jsonb[] := '{}';
    weight    bigint := 0;
    sure      boolean := true;
  BEGIN
    FOR did IN SELECT scope::pg_catalog.text, name::pg_catalog.text, data FROM new_dids LOOP
      scopes := pg_catalog.array_append(scopes, did.scope);
      names := pg_catalog.array_append(names, did.name);
      documents := pg_catalog.array_append(documents, did.data);
      -- At most a thousand, or four megabytes.
      weight := weight OPERATOR(pg_catalog.+) greatest(pg_catalog.pg_column_size(did.data), 4000);
      IF weight OPERATOR(pg_catalog.>=) 4000000 THEN
        sure := ivoa.insert_dids(scopes, names, documents, sure);
        scopes := '{}'; names := '{}'; documents := '{}'; weight := 0;
      END IF;
    END LOOP;
    PERFORM ivoa.insert_dids(scopes, names, documents, sure);
  END;
  RETURN NULL;
END $$;

-- Only what really changed, byte by byte: older Rucio removes a key by an UPDATE of every row, and transition tables would
-- hold each of them twice. So a trigger on rows, whose condition costs the others a microsecond, notes the id of a row that
-- changed, and the trigger on the statement brings those up to date. A thousand or so, or some megabytes of documents, are
-- not let wait for its end. What is noted is local to the transaction, and is undone with it.

-- Ids with commas between them, as ivoa.did_updated has noted them.
CREATE OR REPLACE FUNCTION ivoa.sync_noted(ids text) RETURNS void
LANGUAGE plpgsql SET search_path = ivoa, public, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  scopes    text[];
  names     text[];
  documents jsonb[];
BEGIN
  SELECT array_agg(scope::text), array_agg(name::text), array_agg(data) INTO scopes, names, documents
  FROM rucio.dids WHERE id = ANY (string_to_array(ids, ',', '')::bigint[]);
  IF scopes IS NOT NULL THEN
    PERFORM ivoa.sync_dids(scopes, names, documents);
  END IF;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'the DIDs that were updated could not be followed: %', SQLERRM;
END $$;

-- As long as nothing is noted, the quick way is tried; what fails there is undone, and derived anew. Of a very
-- long statement, which is about thousands of DIDs, the text is not copied again for each of them. A renamed DID is
-- forgotten first; no row can take a name before the row that had it has given it up, so the order of the rows is safe. A
-- space for each kilobyte makes the text as long as what it stands for is large. Settings are for the functions that are
-- called here, too, as each that had its own would take as long as a lookup.
CREATE OR REPLACE FUNCTION ivoa.did_updated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ivoa, public, pg_temp SET enable_seqscan = off
AS $$
DECLARE
  noted   text;
  changed text;
BEGIN
  IF NEW.scope <> OLD.scope OR NEW.name <> OLD.name THEN
    PERFORM forget_dids(ARRAY[OLD.scope::text], ARRAY[OLD.name::text]);
  ELSIF coalesce(current_setting('dapple.updated_dids', true), '') = '' AND octet_length(current_query()) < 300000 THEN
    BEGIN
      -- Rucio writes the document into its statement; what is read there is a guess that saves the search for the key.
      changed := split_part(split_part(current_query(), '{"', 2), '"', 1);
      IF NEW.data -> changed IS NULL
          OR record_image_ne(ROW(jsonb_set(OLD.data, ARRAY[changed], NEW.data -> changed)), ROW(NEW.data)) THEN
        changed := changed_key(OLD.data, NEW.data);
      END IF;
      IF changed IS NOT NULL AND touch_did(NEW.scope, NEW.name, changed, OLD.data, NEW.data,
                                           nullif(OLD.data -> changed, 'null'), nullif(NEW.data -> changed, 'null')) THEN
        RETURN NULL;
      END IF;
    EXCEPTION WHEN OTHERS THEN
      NULL;
    END;
  END IF;
  noted := nullif(current_setting('dapple.updated_dids', true), '');
  noted := concat_ws(',', nullif(noted, ','), NEW.id || repeat(' ', coalesce(pg_column_size(NEW.data), 0) / 1000));
  IF length(noted) > 8000 THEN
    PERFORM sync_noted(noted);
    noted := ',';
  END IF;
  PERFORM set_config('dapple.updated_dids', noted, true);
  RETURN NULL;
END $$;

-- Names are in full, because a search_path of its own would take longer than all the rest.
CREATE OR REPLACE FUNCTION ivoa.dids_updated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF pg_catalog.current_setting('dapple.updated_dids', true) OPERATOR(pg_catalog.<>) '' THEN
    PERFORM ivoa.sync_noted(pg_catalog.current_setting('dapple.updated_dids'));
    PERFORM pg_catalog.set_config('dapple.updated_dids', '', true);
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
CREATE OR REPLACE TRIGGER did_updated AFTER UPDATE ON rucio.dids
  FOR EACH ROW WHEN (OLD *<> NEW)
  EXECUTE FUNCTION ivoa.did_updated();
CREATE OR REPLACE TRIGGER dids_updated AFTER UPDATE ON rucio.dids
  FOR EACH STATEMENT EXECUTE FUNCTION ivoa.dids_updated();
CREATE OR REPLACE TRIGGER dids_deleted AFTER DELETE ON rucio.dids
  REFERENCING OLD TABLE AS old_dids FOR EACH STATEMENT EXECUTE FUNCTION ivoa.dids_deleted();
CREATE OR REPLACE TRIGGER dids_truncated AFTER TRUNCATE ON rucio.dids
  FOR EACH STATEMENT EXECUTE FUNCTION ivoa.dids_truncated();

REVOKE EXECUTE ON FUNCTION ivoa.sync_noted(text), ivoa.insert_dids(text[], text[], jsonb[], boolean) FROM PUBLIC;

-- What versions before had. A trigger is dropped only when nobody has to wait for that; its function does no harm.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'rucio.dids'::regclass AND tgname = 'did_proposed') THEN
    SET LOCAL lock_timeout = '100ms';
    DROP TRIGGER did_proposed ON rucio.dids;
    DROP FUNCTION ivoa.did_proposed();
  END IF;
EXCEPTION WHEN lock_not_available THEN
  RAISE NOTICE 'the trigger did_proposed stays, because rucio.dids is in use';
END $$;
DROP FUNCTION IF EXISTS ivoa.touched(text, text, jsonb, jsonb);
DROP FUNCTION IF EXISTS ivoa.touch_did(text, text, jsonb, jsonb);
DROP FUNCTION IF EXISTS ivoa.touch_did(text, text, text, jsonb, jsonb);
DROP FUNCTION IF EXISTS ivoa.touch_source(integer, text[], text);
DROP FUNCTION IF EXISTS ivoa.touch_statement(integer, text[]);
DROP FUNCTION IF EXISTS ivoa.insert_dids(text[], text[], jsonb[]);
DROP FUNCTION IF EXISTS ivoa.generate_touch(integer);
DROP FUNCTION IF EXISTS ivoa.touch_usable(integer, text[]);
DROP FUNCTION IF EXISTS ivoa.section_choice();
DO $$
DECLARE
  old regprocedure;
BEGIN
  FOR old IN
    SELECT oid FROM pg_proc WHERE pronamespace = 'ivoa'::regnamespace AND proname ~ '^touch_section_[0-9]+$'
  LOOP
    EXECUTE format('DROP FUNCTION %s', old);
  END LOOP;
END $$;
