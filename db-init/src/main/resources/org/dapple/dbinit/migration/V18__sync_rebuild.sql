-- How far a rebuild of everything derived from rucio.dids has come, so that one that was stopped goes on where it was.

CREATE TABLE ivoa.sync_rebuild (
  only_row   boolean     NOT NULL DEFAULT true,
  last_id    bigint      NOT NULL,
  derived    bigint      NOT NULL,
  begun_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sync_rebuild_pkey PRIMARY KEY (only_row),
  CONSTRAINT sync_rebuild_only_row_check CHECK (only_row)
);

COMMENT ON TABLE ivoa.sync_rebuild IS 'The rebuild that is not finished, if any';
COMMENT ON COLUMN ivoa.sync_rebuild.last_id IS 'The last row of rucio.dids that has been derived anew';
COMMENT ON COLUMN ivoa.sync_rebuild.derived IS 'How many have been';
