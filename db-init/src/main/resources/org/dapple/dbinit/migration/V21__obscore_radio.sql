-- The radio extension of ObsCore (1.0): a row for each row of ivoa.obscore whose metadata has a radio value. It shares
-- obs_publisher_did with ivoa.obscore and nothing else that is published, so that NATURAL JOIN does what it should.

CREATE TABLE ivoa.obscore_radio (
  obs_publisher_did           text NOT NULL,
  s_resolution_min            double precision,
  s_resolution_max            double precision,
  s_fov_min                   double precision,
  s_fov_max                   double precision,
  f_resolution                double precision,
  s_largest_angular_scale     double precision,
  s_largest_angular_scale_min double precision,
  s_largest_angular_scale_max double precision,
  uv_distance_min             double precision,
  uv_distance_max             double precision,
  uv_distribution_ecc         double precision,
  uv_distribution_fill        double precision,
  instr_tel_number            integer,
  instr_tel_min_dist          double precision,
  instr_tel_max_dist          double precision,
  instr_tel_diameter          double precision,
  instr_feed                  integer,
  scan_mode                   text,
  tracking_type               text,
  rucio_did_scope             text NOT NULL,
  rucio_did_name              text NOT NULL,
  CONSTRAINT obscore_radio_pkey PRIMARY KEY (rucio_did_scope, rucio_did_name)
);

CREATE INDEX obscore_radio_obs_publisher_did_idx ON ivoa.obscore_radio (obs_publisher_did);

COMMENT ON TABLE ivoa.obscore_radio IS 'What ObsCore''s radio extension tells of observations';
COMMENT ON COLUMN ivoa.obscore_radio.rucio_did_scope IS 'Scope of the Rucio DID this row describes; not published';
COMMENT ON COLUMN ivoa.obscore_radio.rucio_did_name IS 'Name of the Rucio DID this row describes; not published';

GRANT SELECT ON ivoa.obscore_radio TO dapple_service, dapple_adql;

INSERT INTO tap_schema.tables (schema_name, table_name, table_type, utype, description, table_index) VALUES
  ('ivoa', 'ivoa.obscore_radio', 'table', 'ivo://ivoa.net/std/obscore#radio-ext-1.0',
   'What ObsCore''s radio extension tells of observations; made for NATURAL JOIN with ivoa.obscore', 2),
  ('ivoa', 'ivoa.obs_radio', 'view', NULL,
   'ivoa.obscore_radio as drafts of the standard had it, for older clients', 3);

INSERT INTO tap_schema.columns
  (table_name, column_index, column_name, datatype, arraysize, unit, ucd, utype, indexed, principal, std, description)
VALUES
  ('ivoa.obscore_radio', 1, 'obs_publisher_did', 'char', '*', NULL, 'meta.ref.ivoid',
   'obscore:Curation.publisherDID', 1, 1, 1,
   'Publisher-assigned dataset identifier, as in ivoa.obscore: the key of the natural join'),
  ('ivoa.obscore_radio', 2, 's_resolution_min', 'double', NULL, 'arcsec', 'pos.angResolution;stat.min',
   'Char.SpatialAxis.Resolution.Bounds.Limits.LoLim', 0, 1, 1,
   'Smallest resolution: longest baseline (or dish diameter) with the highest frequency'),
  ('ivoa.obscore_radio', 3, 's_resolution_max', 'double', NULL, 'arcsec', 'pos.angResolution;stat.max',
   'Char.SpatialAxis.Resolution.Bounds.Limits.HiLim', 0, 1, 1,
   'Largest resolution over the band (lowest frequency)'),
  ('ivoa.obscore_radio', 4, 's_fov_min', 'double', NULL, 'deg', 'phys.angSize;instr.fov;stat.min',
   'Char.SpatialAxis.Coverage.Bounds.Extent.LowLim', 0, 1, 1,
   'Field-of-view diameter at the highest frequency'),
  ('ivoa.obscore_radio', 5, 's_fov_max', 'double', NULL, 'deg', 'phys.angSize;instr.fov;stat.max',
   'Char.SpatialAxis.Coverage.Bounds.Extent.HiLim', 0, 1, 1,
   'Field-of-view diameter at the lowest frequency'),
  ('ivoa.obscore_radio', 6, 'f_resolution', 'double', NULL, 'kHz', 'em.freq;stat.max',
   'Char.SpectralAxis.Coverage.BoundsLimits.HiLim', 0, 1, 1,
   'Absolute spectral resolution as a frequency'),
  ('ivoa.obscore_radio', 7, 's_largest_angular_scale', 'double', NULL, 'arcsec', 'phys.angSize;stat.max',
   'Char.SpatialAxis.Resolution.Scale.Limits.HiLim', 0, 1, 1,
   'Largest recoverable scale at the reference frequency (shortest baseline)'),
  ('ivoa.obscore_radio', 8, 's_largest_angular_scale_min', 'double', NULL, 'arcsec', 'phys.angSize;stat.max',
   'Char.SpatialAxis.Resolution.Scale.Limits.HiLim.Low', 0, 1, 1,
   'Largest recoverable scale at the highest frequency'),
  ('ivoa.obscore_radio', 9, 's_largest_angular_scale_max', 'double', NULL, 'arcsec', 'phys.angSize;stat.max',
   'Char.SpatialAxis.Resolution.Scale.Limits.HiLim.Hi', 0, 1, 1,
   'Largest recoverable scale at the lowest frequency'),
  ('ivoa.obscore_radio', 10, 'uv_distance_min', 'double', NULL, 'm', 'stat.fourier;pos;stat.min',
   'Char.UVAxis.Coverage.Bounds.Limits.LoLim', 0, 1, 1,
   'Smallest uv distance'),
  ('ivoa.obscore_radio', 11, 'uv_distance_max', 'double', NULL, 'm', 'stat.fourier;pos;stat.max',
   'Char.UVAxis.Coverage.Bounds.Limits.LoLim', 0, 1, 1,
   'Largest uv distance'),
  ('ivoa.obscore_radio', 12, 'uv_distribution_ecc', 'double', NULL, NULL, 'stat.fourier;pos',
   'Char.UVAxis.Coverage.Bounds.Eccentricity', 0, 1, 1,
   'Eccentricity of the uv distribution, from 0 (round) to 1'),
  ('ivoa.obscore_radio', 13, 'uv_distribution_fill', 'double', NULL, NULL, 'stat.fourier;pos;arith.ratio',
   'Char.UVAxis.Coverage.Bounds.FillingFactor', 0, 1, 1,
   'Filling factor of the uv plane, from 0 to 1'),
  ('ivoa.obscore_radio', 14, 'instr_tel_number', 'int', NULL, NULL, 'meta.number;instr.param',
   'Provenance.ObsConfig.Instrument.Array.AntNumber', 0, 1, 1,
   'Number of antennas'),
  ('ivoa.obscore_radio', 15, 'instr_tel_min_dist', 'double', NULL, 'm', 'instr.baseline;stat.min',
   'Provenance.ObsConfig.Instrument.Array.MinDist', 0, 1, 1,
   'Shortest distance between antennas'),
  ('ivoa.obscore_radio', 16, 'instr_tel_max_dist', 'double', NULL, 'm', 'instr.baseline;stat.max',
   'Provenance.ObsConfig.Instrument.Array.MaxDist', 0, 1, 1,
   'Longest distance between antennas'),
  ('ivoa.obscore_radio', 17, 'instr_tel_diameter', 'double', NULL, 'm', 'instr.param',
   'Provenance.ObsConfig.Instrument.Array.Diameter', 0, 1, 1,
   'Diameter of the largest dish'),
  ('ivoa.obscore_radio', 18, 'instr_feed', 'int', NULL, NULL, 'instr.param',
   'Provenance.ObsConfig.Instrument.Feed', 0, 1, 1,
   'Number of feeds, or of beams of a phased-array feed'),
  ('ivoa.obscore_radio', 19, 'scan_mode', 'char', '*', NULL, 'instr.param',
   'Provenance.Observation.sky_scan_mode', 0, 1, 1,
   'How the sky was scanned: on-source, on-off, raster-map, on-the-fly-cross-scan, on-the-fly-map, skydip, frequency-switching'),
  ('ivoa.obscore_radio', 20, 'tracking_type', 'char', '*', NULL, 'instr.param',
   'Provenance.Observation.tracking_mode', 0, 1, 1,
   'How the target was followed: sidereal, fixed-az-el-transit, Solar-system-object-tracking');

INSERT INTO tap_schema.columns
  (table_name, column_index, column_name, datatype, arraysize, unit, ucd, utype, indexed, principal, std, description)
SELECT 'ivoa.obs_radio', column_index, coalesce(older, column_name), datatype, arraysize, unit, ucd, utype, indexed,
       principal, 0, description
FROM tap_schema.columns LEFT JOIN (VALUES
  ('s_largest_angular_scale', 's_maximum_angular_scale'),
  ('instr_tel_number', 'instrument_ant_number'),
  ('instr_tel_min_dist', 'instrument_ant_min_dist'),
  ('instr_tel_max_dist', 'instrument_ant_max_dist'),
  ('instr_tel_diameter', 'instrument_ant_diameter'),
  ('instr_feed', 'instrument_feed'),
  ('tracking_type', 'tracking_mode')
) AS renamed (name, older) ON name = column_name
WHERE table_name = 'ivoa.obscore_radio'
UNION ALL VALUES
  ('ivoa.obs_radio', 21, 't_exp_min', 'double', NULL, 's', 'time.duration;obs.exposure;stat.min',
   'Char.TimeAxis.Sampling.ExtentLoLim', 0, 0, 0, 'Shortest integration per sample; the standard has dropped it: always NULL'),
  ('ivoa.obs_radio', 22, 't_exp_max', 'double', NULL, 's', 'time.duration;obs.exposure;stat.max',
   'Char.TimeAxis.Sampling.ExtentHiLim', 0, 0, 0, 'Longest integration per sample; the standard has dropped it: always NULL'),
  ('ivoa.obs_radio', 23, 't_exp_mean', 'double', NULL, 's', 'time.duration;obs.exposure;stat.mean',
   'Char.TimeAxis.Sampling.ExtentHiLim', 0, 0, 0, 'Mean integration per sample; the standard has dropped it: always NULL');

DO $$
DECLARE
  described record;
BEGIN
  FOR described IN SELECT column_name, description FROM tap_schema.columns WHERE table_name = 'ivoa.obscore_radio' LOOP
    EXECUTE format('COMMENT ON COLUMN ivoa.obscore_radio.%I IS %L', described.column_name, described.description);
  END LOOP;
END $$;

INSERT INTO tap_schema.keys (key_id, from_table, target_table, description) VALUES
  ('obscore_radio_obscore', 'ivoa.obscore_radio', 'ivoa.obscore', 'The observation that the radio values belong to');
INSERT INTO tap_schema.key_columns (key_id, from_column, target_column) VALUES
  ('obscore_radio_obscore', 'obs_publisher_did', 'obs_publisher_did');
