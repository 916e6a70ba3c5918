-- Metadata of DIDs that Rucio has no more, as they were: Rucio itself never removes them from rucio.dids.

CREATE TABLE ivoa.dids_gone (
  vo      text        NOT NULL,
  scope   text        NOT NULL,
  name    text        NOT NULL,
  data    jsonb,
  gone_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE ivoa.dids_gone IS
  'What ./dapple sync reconcile took out of rucio.dids; inserting it there again brings it back';
