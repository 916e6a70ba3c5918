-- What the triggers on rucio.dids work with: the site's settings, the mapping from JSON to columns, and the DIDs that
-- are not (wholly) in ivoa.obscore, with the reason.

CREATE TABLE ivoa.site (
  only_row  boolean NOT NULL DEFAULT true,
  authority text NOT NULL,
  path      text NOT NULL,
  base_url  text NOT NULL,
  CONSTRAINT site_pkey PRIMARY KEY (only_row),
  CONSTRAINT site_only_row_check CHECK (only_row),
  CONSTRAINT site_authority_check CHECK (authority ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{2,}$'),
  CONSTRAINT site_path_check CHECK (path ~ '^[A-Za-z0-9._~/-]+$'),
  CONSTRAINT site_base_url_check CHECK (base_url ~ '^https?://[^?#[:space:]]*[^/?#[:space:]]$')
);

COMMENT ON TABLE ivoa.site IS 'One row: what minted identifiers and URLs begin with; change it with ivoa.set_site';
COMMENT ON COLUMN ivoa.site.authority IS
  'IVOA authority identifier in minted DIDs: ivo://<authority>/<path>?<scope>:<name>';
COMMENT ON COLUMN ivoa.site.path IS 'Resource path in minted DIDs, without a leading slash';
COMMENT ON COLUMN ivoa.site.base_url IS
  'Where the services are reached, without a slash at the end; DataLink URLs begin with it';

INSERT INTO ivoa.site (authority, path, base_url) VALUES ('dapple.local', 'data', 'http://localhost:8080');

CREATE TABLE ivoa.obscore_mapping (
  column_name text NOT NULL,
  json_path   text[] NOT NULL,
  conversion  text NOT NULL,
  CONSTRAINT obscore_mapping_pkey PRIMARY KEY (column_name),
  CONSTRAINT obscore_mapping_json_path_check CHECK (octet_length(json_path[1]) BETWEEN 1 AND 63),
  CONSTRAINT obscore_mapping_conversion_check CHECK (conversion IN
    ('text', 'label', 'product_type', 'calib_level', 'bigint', 'double', 'longitude', 'latitude', 'timestamp',
     'region'))
);

COMMENT ON TABLE ivoa.obscore_mapping IS
  'Where each column of ivoa.obscore is found in the metadata; after a change: generate_sync(), then resync()';
COMMENT ON COLUMN ivoa.obscore_mapping.json_path IS 'Keys from the top of the JSON document to the value';
COMMENT ON COLUMN ivoa.obscore_mapping.conversion IS
  'Names the function ivoa.to_<conversion>(jsonb) that gives the value or NULL';

-- The identity: each column is the key of its name.
INSERT INTO ivoa.obscore_mapping (column_name, json_path, conversion)
SELECT column_name, ARRAY[column_name::text],
  CASE
    WHEN column_name = 'dataproduct_type' THEN 'product_type'
    WHEN column_name = 'calib_level' THEN 'calib_level'
    WHEN column_name = 's_ra' THEN 'longitude'
    WHEN column_name = 's_dec' THEN 'latitude'
    WHEN column_name = 's_region' THEN 'region'
    WHEN column_name IN ('obs_collection', 'obs_id', 'obs_publisher_did', 'target_name') THEN 'label'
    WHEN data_type = 'double precision' THEN 'double'
    WHEN data_type = 'bigint' THEN 'bigint'
    WHEN data_type LIKE 'timestamp%' THEN 'timestamp'
    ELSE 'text'
  END
FROM information_schema.columns
WHERE table_schema = 'ivoa' AND table_name = 'obscore' AND data_type <> 'ARRAY' AND data_type <> 'USER-DEFINED'
  AND column_name NOT LIKE 'rucio\_did\_%';

CREATE TABLE ivoa.obscore_pending (
  rucio_did_scope text NOT NULL,
  rucio_did_name  text NOT NULL,
  visible         boolean NOT NULL,
  reason          text NOT NULL,
  problems        jsonb NOT NULL,
  since           timestamptz NOT NULL,
  CONSTRAINT obscore_pending_pkey PRIMARY KEY (rucio_did_scope, rucio_did_name)
);

CREATE INDEX obscore_pending_not_visible_idx ON ivoa.obscore_pending (since) WHERE NOT visible;

COMMENT ON TABLE ivoa.obscore_pending IS
  'DIDs that are not in ivoa.obscore yet (visible is false), or are in it without the values that could not be used';
COMMENT ON COLUMN ivoa.obscore_pending.reason IS 'What is missing or could not be used, in words';
COMMENT ON COLUMN ivoa.obscore_pending.problems IS
  'The same as a list of {"column", "value", "reason"}; value is null for a missing one';
COMMENT ON COLUMN ivoa.obscore_pending.since IS 'When the DID came into this state';

GRANT SELECT ON ivoa.site, ivoa.obscore_mapping, ivoa.obscore_pending TO dapple_service;
