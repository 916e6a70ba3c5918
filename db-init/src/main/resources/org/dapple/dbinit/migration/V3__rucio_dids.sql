-- rucio.dids, in the form that Rucio's ExternalPostgresJSONDidMeta plugin verifies when it starts: these columns and
-- types, data nullable, and a UNIQUE constraint (a primary key would not do) on exactly (scope, name) in this order.

CREATE TABLE rucio.dids (
  id    bigint GENERATED ALWAYS AS IDENTITY,
  vo    varchar NOT NULL,
  scope varchar NOT NULL,
  name  varchar NOT NULL,
  data  jsonb DEFAULT '{}',
  CONSTRAINT dids_pkey PRIMARY KEY (id),
  CONSTRAINT dids_scope_name_key UNIQUE (scope, name)
);

COMMENT ON TABLE rucio.dids IS 'The metadata of each DID as Rucio''s PostgreSQL JSON plugin keeps it';
COMMENT ON COLUMN rucio.dids.vo IS 'Rucio''s virtual organisation; def where there is only one';
COMMENT ON COLUMN rucio.dids.data IS 'The metadata, merged key by key; keys named as ObsCore columns fill ivoa.obscore';

GRANT SELECT, INSERT, UPDATE, DELETE ON rucio.dids TO dapple_writer;
