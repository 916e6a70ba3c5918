-- Only the triggers of ivoa.obscore write here, and a check is read anew for each row that they do, which takes as long as
-- finding the row of ivoa.obscore. This takes a lock that is free again after a moment.
ALTER TABLE ivoa.obscore_changes DROP CONSTRAINT obscore_changes_change_check;
