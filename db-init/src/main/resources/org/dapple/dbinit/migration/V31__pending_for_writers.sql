-- Who writes metadata may read what was wrong with them.

GRANT USAGE ON SCHEMA ivoa TO dapple_writer;
GRANT SELECT ON ivoa.obscore_pending TO dapple_writer;
