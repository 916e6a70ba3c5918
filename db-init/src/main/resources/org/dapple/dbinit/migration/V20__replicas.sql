-- Where files are, for sites that keep this beside the metadata instead of asking Rucio: storage elements, replicas and
-- the contents of datasets and containers, with the names that Rucio's own tables have. DataLink reads them.

CREATE TABLE rucio.rses (
  rse        text NOT NULL,
  site       text,
  rse_type   text NOT NULL DEFAULT 'DISK',
  readable   boolean NOT NULL DEFAULT true,
  latitude   double precision,
  longitude  double precision,
  soda_sync  text,
  soda_async text,
  soda_ivoid text,
  CONSTRAINT rses_pkey PRIMARY KEY (rse),
  CONSTRAINT rses_rse_type_check CHECK (rse_type IN ('DISK', 'TAPE')),
  CONSTRAINT rses_latitude_check CHECK (latitude BETWEEN -90 AND 90),
  CONSTRAINT rses_longitude_check CHECK (longitude BETWEEN -180 AND 360),
  CONSTRAINT rses_position_check CHECK ((latitude IS NULL) = (longitude IS NULL))
);

COMMENT ON TABLE rucio.rses IS 'Storage elements: where they stand and what works beside them';
COMMENT ON COLUMN rucio.rses.site IS 'The site it belongs to, by which a client may say where it is';
COMMENT ON COLUMN rucio.rses.readable IS 'False while nothing can be read from it';
COMMENT ON COLUMN rucio.rses.latitude IS 'Degrees north';
COMMENT ON COLUMN rucio.rses.longitude IS 'Degrees east';
COMMENT ON COLUMN rucio.rses.soda_sync IS 'URL of the SODA service that cuts its files out while one waits';
COMMENT ON COLUMN rucio.rses.soda_async IS 'URL of the SODA service that does so as a job';
COMMENT ON COLUMN rucio.rses.soda_ivoid IS 'Identifier of the SODA services in the registry';

CREATE TABLE rucio.replicas (
  scope    text NOT NULL,
  name     text NOT NULL,
  rse      text NOT NULL,
  pfn      text NOT NULL,
  state    text NOT NULL DEFAULT 'AVAILABLE',
  priority integer NOT NULL DEFAULT 1,
  bytes    bigint,
  adler32  text,
  md5      text,
  CONSTRAINT replicas_pkey PRIMARY KEY (scope, name, rse, pfn),
  CONSTRAINT replicas_rse_fkey FOREIGN KEY (rse) REFERENCES rucio.rses (rse),
  CONSTRAINT replicas_state_check CHECK (state IN
    ('AVAILABLE', 'UNAVAILABLE', 'COPYING', 'BEING_DELETED', 'BAD', 'TEMPORARY_UNAVAILABLE')),
  CONSTRAINT replicas_bytes_check CHECK (bytes >= 0)
);

COMMENT ON TABLE rucio.replicas IS 'The copies of files';
COMMENT ON COLUMN rucio.replicas.pfn IS 'Physical file name: the URL of the copy';
COMMENT ON COLUMN rucio.replicas.priority IS 'As Rucio counts: 1 is the one to take first';

CREATE TABLE rucio.contents (
  scope       text NOT NULL,
  name        text NOT NULL,
  child_scope text NOT NULL,
  child_name  text NOT NULL,
  CONSTRAINT contents_pkey PRIMARY KEY (scope, name, child_scope, child_name)
);

COMMENT ON TABLE rucio.contents IS 'What datasets and containers hold';

-- Of the metadata the services see ivoa.obscore, and this: which DIDs there are, and what ObsCore has no column for.
CREATE VIEW rucio.did_links AS
SELECT scope, name, data ->> 'content_type' AS content_type, data ->> 'content_length' AS content_length,
  data ->> 'datalinks' AS datalinks
FROM rucio.dids;

COMMENT ON VIEW rucio.did_links IS 'Links, media type and size that the metadata of a DID may name';

GRANT USAGE ON SCHEMA rucio TO dapple_service;
GRANT SELECT ON rucio.did_links, rucio.rses, rucio.replicas, rucio.contents TO dapple_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON rucio.rses, rucio.replicas, rucio.contents TO dapple_writer;
