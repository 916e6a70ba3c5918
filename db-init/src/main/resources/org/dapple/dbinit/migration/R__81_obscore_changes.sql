-- Fills ivoa.obscore_changes, and lets no row of ivoa.obscore_radio outlive its row of ivoa.obscore. A statement that adds
-- a thousand rows to ivoa.obscore, or removes them, notes them at once.

CREATE OR REPLACE FUNCTION ivoa.obscore_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ivoa, public, pg_temp AS $$
BEGIN
  INSERT INTO obscore_changes (change, rucio_did_scope, rucio_did_name, obs_publisher_did)
  SELECT 'insert', rucio_did_scope, rucio_did_name, obs_publisher_did FROM new_rows;
  IF FOUND THEN
    PERFORM tell_of_changes();
  END IF;
  RETURN NULL;
END $$;

-- For each row, because transition tables would hold each row twice. Names are in full, because a search_path of its own would
-- be a good part of its time.
CREATE OR REPLACE FUNCTION ivoa.obscore_updated() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  INSERT INTO ivoa.obscore_changes (change, rucio_did_scope, rucio_did_name, obs_publisher_did)
  VALUES ('update', NEW.rucio_did_scope, NEW.rucio_did_name, NEW.obs_publisher_did);
  PERFORM ivoa.tell_of_changes();
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ivoa.obscore_deleted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ivoa, public, pg_temp AS $$
BEGIN
  INSERT INTO obscore_changes (change, rucio_did_scope, rucio_did_name, obs_publisher_did)
  SELECT 'delete', rucio_did_scope, rucio_did_name, obs_publisher_did FROM old_rows;
  IF FOUND THEN
    DELETE FROM obscore_radio AS r USING old_rows AS o
    WHERE r.rucio_did_scope = o.rucio_did_scope AND r.rucio_did_name = o.rucio_did_name;
    PERFORM tell_of_changes();
  END IF;
  RETURN NULL;
END $$;

-- NOTIFY makes transactions commit one after the other, and a reader has to wait for the slowest of those at work anyway:
-- so only one of them at a time notifies, and the services look once a second for what the others did. It costs as much as
-- a small UPDATE, too, so that a session that writes all the time notifies once in a tenth of a second.
CREATE OR REPLACE FUNCTION ivoa.tell_of_changes() RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  tenth CONSTANT text := left(now()::text, 21);
BEGIN
  IF current_setting('dapple.told_in', true) IS DISTINCT FROM tenth
      AND pg_try_advisory_xact_lock(hashtext('ivoa.obscore_changes')) THEN
    PERFORM pg_notify('dapple_changes', ''), set_config('dapple.told_in', tenth, false);
  END IF;
END $$;

CREATE OR REPLACE TRIGGER obscore_inserted AFTER INSERT ON ivoa.obscore
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ivoa.obscore_inserted();
-- What derives a row (R__40) writes this column, too, and only where something differs, so that deriving everything anew is no
-- news. What touches a row (R__34) does not write it, and notes the change itself.
CREATE OR REPLACE TRIGGER obscore_updated AFTER UPDATE OF calib_level ON ivoa.obscore
  FOR EACH ROW EXECUTE FUNCTION ivoa.obscore_updated();
CREATE OR REPLACE TRIGGER obscore_deleted AFTER DELETE ON ivoa.obscore
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ivoa.obscore_deleted();

-- Forgets what is older than the site keeps: whole transactions, the oldest first, so that what is left has no gaps.
CREATE OR REPLACE FUNCTION ivoa.forget_old_changes() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ivoa, public, pg_temp AS $$
DECLARE
  kept_from CONSTANT xid8 := (
    SELECT least(pg_snapshot_xmin(pg_current_snapshot()), (
      SELECT transaction_id FROM obscore_changes
      WHERE changed_at >= now() - (SELECT changes_kept FROM sync_settings) ORDER BY transaction_id LIMIT 1)));
  forgotten bigint;
BEGIN
  UPDATE obscore_changes_forgotten SET transaction_id = kept_from
  WHERE transaction_id < kept_from AND EXISTS (
    SELECT FROM obscore_changes AS c WHERE c.transaction_id < kept_from);
  DELETE FROM obscore_changes WHERE transaction_id < kept_from;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END $$;

REVOKE EXECUTE ON FUNCTION ivoa.obscore_inserted(), ivoa.obscore_updated(), ivoa.obscore_deleted(),
  ivoa.tell_of_changes(), ivoa.forget_old_changes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ivoa.forget_old_changes() TO dapple_service;
