-- What changed in ivoa.obscore, for those who want to hear of new data without reading the table again and again.
-- In the order of (transaction, place), and read only up to the oldest transaction that still runs, nothing is ever
-- committed behind a reader.

CREATE TABLE ivoa.obscore_changes (
  transaction_id    xid8        NOT NULL DEFAULT pg_current_xact_id(),
  place             bigint      GENERATED ALWAYS AS IDENTITY,
  change            text        NOT NULL,
  rucio_did_scope   text        NOT NULL,
  rucio_did_name    text        NOT NULL,
  obs_publisher_did text        NOT NULL,
  changed_at        timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT obscore_changes_pkey PRIMARY KEY (transaction_id, place),
  CONSTRAINT obscore_changes_change_check CHECK (change IN ('insert', 'update', 'delete'))
);

COMMENT ON TABLE ivoa.obscore_changes IS
  'A row for each row of ivoa.obscore that came, changed or went, in the transaction that did it';
COMMENT ON COLUMN ivoa.obscore_changes.changed_at IS 'When the transaction of the change began';

-- Where the kept changes begin: those up to this place have been forgotten.
CREATE TABLE ivoa.obscore_changes_forgotten (
  only_row       boolean NOT NULL DEFAULT true,
  transaction_id xid8    NOT NULL DEFAULT '0',
  CONSTRAINT obscore_changes_forgotten_pkey PRIMARY KEY (only_row),
  CONSTRAINT obscore_changes_forgotten_only_row_check CHECK (only_row)
);

COMMENT ON TABLE ivoa.obscore_changes_forgotten IS
  'One row: changes of transactions before this one are no longer kept';

INSERT INTO ivoa.obscore_changes_forgotten DEFAULT VALUES;

GRANT SELECT ON ivoa.obscore_changes, ivoa.obscore_changes_forgotten TO dapple_service;
