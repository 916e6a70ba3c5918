-- Sessions take the places of changes in stock, which saves a write to the sequence for each. The order stays as it was: places
-- count within a transaction, and a transaction belongs to one session. This takes a lock that no reader is in the way of.
ALTER TABLE ivoa.obscore_changes ALTER COLUMN place SET CACHE 100;

-- What is touched (R__34) is no longer told of by what touches it. So that no change goes unnoticed until R__81 comes to the
-- trigger, it has no condition meanwhile, and may tell of one twice.
DO $$
BEGIN
  IF to_regprocedure('ivoa.obscore_updated()') IS NOT NULL THEN
    CREATE OR REPLACE TRIGGER obscore_updated AFTER UPDATE ON ivoa.obscore
      REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ivoa.obscore_updated();
  END IF;
END $$;

-- What versions before have derived lacks rows of ivoa.obscore_radio, and of numbers in strings what is beyond 15 digits. A
-- rebuild completes it, of which init reminds.
INSERT INTO ivoa.sync_rebuild (last_id, derived) SELECT 0, 0 WHERE EXISTS (SELECT FROM rucio.dids)
ON CONFLICT (only_row) DO UPDATE SET last_id = 0, derived = 0;
