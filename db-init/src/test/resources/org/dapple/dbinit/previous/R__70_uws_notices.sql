-- Every change of a job's phase, and its end, is told to all servers by NOTIFY with the job's id: to those that have
-- clients waiting for it, that have room to run it, or that run it and are to stop.

CREATE OR REPLACE FUNCTION uws.notify_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('dapple_uws', coalesce(new.job_id, old.job_id));
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION uws.notify_change() FROM PUBLIC;

CREATE OR REPLACE TRIGGER notify_new_phase AFTER UPDATE OF phase ON uws.jobs
FOR EACH ROW WHEN (old.phase IS DISTINCT FROM new.phase) EXECUTE FUNCTION uws.notify_change();

CREATE OR REPLACE TRIGGER notify_end AFTER INSERT OR DELETE ON uws.jobs
FOR EACH ROW EXECUTE FUNCTION uws.notify_change();
