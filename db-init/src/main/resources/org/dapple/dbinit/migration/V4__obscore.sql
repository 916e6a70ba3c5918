-- ivoa.obscore: the 30 mandatory columns of ObsCore 1.1, the optional ones, the DID each row came from, and the
-- hidden search columns. s_region is kept twice: as text, because that is what leaves (pgSphere has no binary
-- output form), and as typed columns, one for each kind of shape, because that is what an index can search exactly.

CREATE TABLE ivoa.obscore (
  dataproduct_type     text,
  calib_level          integer NOT NULL,
  obs_collection       text NOT NULL,
  obs_id               text NOT NULL,
  obs_publisher_did    text NOT NULL,
  access_url           text,
  access_format        text,
  access_estsize       bigint,
  target_name          text,
  s_ra                 double precision,
  s_dec                double precision,
  s_fov                double precision,
  s_region             text,
  s_resolution         double precision,
  s_xel1               bigint,
  s_xel2               bigint,
  t_min                double precision,
  t_max                double precision,
  t_exptime            double precision,
  t_resolution         double precision,
  t_xel                bigint,
  em_min               double precision,
  em_max               double precision,
  em_res_power         double precision,
  em_xel               bigint,
  o_ucd                text,
  pol_states           text,
  pol_xel              bigint,
  facility_name        text,
  instrument_name      text,
  dataproduct_subtype  text,
  target_class         text,
  obs_creation_date    timestamp,
  obs_creator_name     text,
  obs_creator_did      text,
  obs_title            text,
  publisher_id         text,
  bib_reference        text,
  data_rights          text,
  obs_release_date     timestamp,
  s_ucd                text,
  s_unit               text,
  s_pixel_scale        double precision,
  s_calib_status       text,
  s_stat_error         double precision,
  t_calib_status       text,
  t_stat_error         double precision,
  em_ucd               text,
  em_unit              text,
  em_calib_status      text,
  em_res_power_min     double precision,
  em_res_power_max     double precision,
  em_resolution        double precision,
  em_stat_error        double precision,
  o_unit               text,
  o_calib_status       text,
  o_stat_error         double precision,
  proposal_id          text,
  rucio_did_scope      text NOT NULL,
  rucio_did_name       text NOT NULL,
  s_point              spoint,
  s_region_circle      scircle,
  s_region_polygon     spoly,
  s_region_bound       scircle,
  s_region_circles     scircle[],
  s_region_polygons    spoly[],
  s_region_boxes       sbox[],
  CONSTRAINT obscore_pkey PRIMARY KEY (rucio_did_scope, rucio_did_name)
);

COMMENT ON TABLE ivoa.obscore IS 'Observations of the data lake as ObsCore 1.1 describes them';
COMMENT ON COLUMN ivoa.obscore.dataproduct_type IS
  'High-level kind of product; lower-case, one of image cube spectrum sed timeseries visibility event measurements; NULL only when none fits';
COMMENT ON COLUMN ivoa.obscore.calib_level IS 'Degree of calibration, integer from 0 (raw) to 4 (analysis product)';
COMMENT ON COLUMN ivoa.obscore.obs_collection IS 'Label of the data collection the product is part of';
COMMENT ON COLUMN ivoa.obscore.obs_id IS 'Observation label shared by every product of one observation';
COMMENT ON COLUMN ivoa.obscore.obs_publisher_did IS
  'Publisher-assigned dataset identifier (IVOA form), unique and stable';
COMMENT ON COLUMN ivoa.obscore.access_url IS 'URL giving the product, or a DataLink document about it';
COMMENT ON COLUMN ivoa.obscore.access_format IS 'Media type of what access_url returns';
COMMENT ON COLUMN ivoa.obscore.access_estsize IS 'Approximate download size in kilobytes';
COMMENT ON COLUMN ivoa.obscore.target_name IS 'Name of the observed object or field';
COMMENT ON COLUMN ivoa.obscore.s_ra IS 'ICRS right ascension of the centre';
COMMENT ON COLUMN ivoa.obscore.s_dec IS 'ICRS declination of the centre';
COMMENT ON COLUMN ivoa.obscore.s_fov IS 'Diameter of a circle that holds the covered area';
COMMENT ON COLUMN ivoa.obscore.s_region IS 'Covered sky area in ICRS';
COMMENT ON COLUMN ivoa.obscore.s_resolution IS 'Typical spatial resolution (FWHM)';
COMMENT ON COLUMN ivoa.obscore.s_xel1 IS
  'Length of the first spatial axis, in elements (-1 when the data are not pixelated)';
COMMENT ON COLUMN ivoa.obscore.s_xel2 IS 'Length of the second spatial axis, in elements';
COMMENT ON COLUMN ivoa.obscore.t_min IS 'Start time as MJD';
COMMENT ON COLUMN ivoa.obscore.t_max IS 'Stop time as MJD';
COMMENT ON COLUMN ivoa.obscore.t_exptime IS 'Exposure time in total';
COMMENT ON COLUMN ivoa.obscore.t_resolution IS 'Smallest meaningful time step';
COMMENT ON COLUMN ivoa.obscore.t_xel IS 'Length of the time axis, in elements';
COMMENT ON COLUMN ivoa.obscore.em_min IS 'Shortest vacuum wavelength covered';
COMMENT ON COLUMN ivoa.obscore.em_max IS 'Longest vacuum wavelength covered';
COMMENT ON COLUMN ivoa.obscore.em_res_power IS 'Typical resolving power lambda/delta-lambda';
COMMENT ON COLUMN ivoa.obscore.em_xel IS 'Length of the spectral axis, in elements';
COMMENT ON COLUMN ivoa.obscore.o_ucd IS 'UCD of the measured quantity';
COMMENT ON COLUMN ivoa.obscore.pol_states IS 'Slash-delimited list of polarisation states, NULL when not applicable';
COMMENT ON COLUMN ivoa.obscore.pol_xel IS 'Number of polarisation states present';
COMMENT ON COLUMN ivoa.obscore.facility_name IS 'Telescope or observatory';
COMMENT ON COLUMN ivoa.obscore.instrument_name IS 'Instrument';
COMMENT ON COLUMN ivoa.obscore.dataproduct_subtype IS 'Finer, provider-specific product kind';
COMMENT ON COLUMN ivoa.obscore.target_class IS 'Class of the target object';
COMMENT ON COLUMN ivoa.obscore.obs_creation_date IS 'When the dataset was made';
COMMENT ON COLUMN ivoa.obscore.obs_creator_name IS 'Who made the dataset';
COMMENT ON COLUMN ivoa.obscore.obs_creator_did IS 'Identifier assigned by the creator';
COMMENT ON COLUMN ivoa.obscore.obs_title IS 'One-line title (REC suggests size 200)';
COMMENT ON COLUMN ivoa.obscore.publisher_id IS 'IVOID of the publisher';
COMMENT ON COLUMN ivoa.obscore.bib_reference IS 'Bibliographic reference';
COMMENT ON COLUMN ivoa.obscore.data_rights IS 'public, secure or proprietary';
COMMENT ON COLUMN ivoa.obscore.obs_release_date IS 'When the data become public (ISO 8601)';
COMMENT ON COLUMN ivoa.obscore.s_ucd IS 'UCD of the spatial axis (sky position or u,v)';
COMMENT ON COLUMN ivoa.obscore.s_unit IS 'Unit of the spatial axis';
COMMENT ON COLUMN ivoa.obscore.s_pixel_scale IS 'Pixel size on the sky';
COMMENT ON COLUMN ivoa.obscore.s_calib_status IS 'Astrometric calibration state';
COMMENT ON COLUMN ivoa.obscore.s_stat_error IS 'Astrometric precision';
COMMENT ON COLUMN ivoa.obscore.t_calib_status IS 'Time calibration state';
COMMENT ON COLUMN ivoa.obscore.t_stat_error IS 'Statistical error of the time coordinate';
COMMENT ON COLUMN ivoa.obscore.em_ucd IS 'UCD of the native spectral axis';
COMMENT ON COLUMN ivoa.obscore.em_unit IS 'Unit of the native spectral axis';
COMMENT ON COLUMN ivoa.obscore.em_calib_status IS 'Spectral calibration state';
COMMENT ON COLUMN ivoa.obscore.em_res_power_min IS 'Lowest resolving power';
COMMENT ON COLUMN ivoa.obscore.em_res_power_max IS 'Highest resolving power';
COMMENT ON COLUMN ivoa.obscore.em_resolution IS 'Absolute spectral resolution as wavelength';
COMMENT ON COLUMN ivoa.obscore.em_stat_error IS 'Statistical error of the spectral coordinate';
COMMENT ON COLUMN ivoa.obscore.o_unit IS 'Unit of the measured quantity';
COMMENT ON COLUMN ivoa.obscore.o_calib_status IS 'Calibration state of the measured quantity';
COMMENT ON COLUMN ivoa.obscore.o_stat_error IS 'Statistical error of the measured quantity';
COMMENT ON COLUMN ivoa.obscore.proposal_id IS 'Proposal the observation belongs to';
COMMENT ON COLUMN ivoa.obscore.rucio_did_scope IS 'Scope of the Rucio DID this row describes';
COMMENT ON COLUMN ivoa.obscore.rucio_did_name IS 'Name of the Rucio DID this row describes';
COMMENT ON COLUMN ivoa.obscore.s_point IS 'Search: the position (s_ra, s_dec)';
COMMENT ON COLUMN ivoa.obscore.s_region_circle IS 'Search: s_region where it is one circle';
COMMENT ON COLUMN ivoa.obscore.s_region_polygon IS 'Search: s_region where it is one polygon';
COMMENT ON COLUMN ivoa.obscore.s_region_bound IS
  'Search: a circle around s_region where it is compound (ranges, unions); NULL otherwise';
COMMENT ON COLUMN ivoa.obscore.s_region_circles IS 'Search: the circles of a compound s_region';
COMMENT ON COLUMN ivoa.obscore.s_region_polygons IS 'Search: the polygons of a compound s_region';
COMMENT ON COLUMN ivoa.obscore.s_region_boxes IS 'Search: the ranges of a compound s_region';

GRANT SELECT ON ivoa.obscore TO dapple_service, dapple_adql;
