-- What a site decides about what is derived from rucio.dids and given out beside ivoa.obscore.

CREATE TABLE ivoa.sync_settings (
  only_row       boolean  NOT NULL DEFAULT true,
  dids_published boolean  NOT NULL DEFAULT true,
  changes_kept   interval NOT NULL DEFAULT '30 days',
  CONSTRAINT sync_settings_pkey PRIMARY KEY (only_row),
  CONSTRAINT sync_settings_only_row_check CHECK (only_row),
  CONSTRAINT sync_settings_changes_kept_check CHECK (changes_kept >= '1 hour')
);

COMMENT ON TABLE ivoa.sync_settings IS 'One row: what of Rucio''s metadata is published, and how long changes are kept';
COMMENT ON COLUMN ivoa.sync_settings.dids_published IS
  'Whether queries may read rucio.dids; change it with ivoa.publish_dids';
COMMENT ON COLUMN ivoa.sync_settings.changes_kept IS 'How long a change stays in ivoa.obscore_changes, 1 hour at least';

INSERT INTO ivoa.sync_settings DEFAULT VALUES;

GRANT SELECT ON ivoa.sync_settings TO dapple_service;
