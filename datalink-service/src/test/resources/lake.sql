-- Storage elements on four continents, and files in every state.
INSERT INTO rucio.rses (rse, site, rse_type, readable, latitude, longitude, soda_sync, soda_async, soda_ivoid) VALUES
  ('JODRELL', 'UK', 'DISK', true, 53.2366, -2.3071,
   'https://jodrell.example.org/soda/sync', 'https://jodrell.example.org/soda/async', 'ivo://example.org/jodrell/soda'),
  ('PERTH', 'Australia', 'DISK', true, -31.9523, 115.8613,
   'https://perth.example.org/soda/sync', NULL, NULL),
  ('CAPE', 'South Africa', 'DISK', true, -33.9249, 18.4241, NULL, NULL, NULL),
  ('CAPE_TAPE', 'South Africa', 'TAPE', true, -33.9249, 18.4241, NULL, NULL, NULL),
  ('CLOSED', 'Spain', 'DISK', false, 37.3891, -5.9845, NULL, NULL, NULL),
  ('NOWHERE', NULL, 'DISK', true, NULL, NULL, NULL, NULL, NULL);

INSERT INTO rucio.dids (vo, scope, name, data) VALUES
  ('def', 'lake', 'm83.fits', '{"obs_collection": "LAKE", "obs_id": "m83", "calib_level": 2,
    "obs_title": "M83 & <friends>", "dataproduct_type": "cube", "s_ra": 204.25, "s_dec": -29.87,
    "s_region": "Polygon ICRS 204 -30 204.5 -30 204.5 -29.6 204 -29.6", "em_min": 0.21, "em_max": 0.22,
    "t_min": 59000.5, "t_max": 59000.75, "pol_states": "/I/Q/", "content_type": "image/fits",
    "datalinks": [
      {"access_url": "https://lake.example.org/m83.png", "semantics": "#preview", "content_type": "image/png",
       "description": "What it looks like", "content_length": 12345},
      {"access_url": "https://lake.example.org/raw?a=1&b=2", "semantics": "#progenitor"},
      {"access_url": "javascript:alert(1)", "semantics": "#preview"}]}'),
  ('def', 'lake', 'everywhere.fits', '{"obs_collection": "LAKE", "obs_id": "everywhere", "calib_level": 2}'),
  ('def', 'lake', 'foreign', '{"obs_collection": "LAKE", "obs_id": "foreign", "calib_level": 2,
    "obs_publisher_did": "ivo://elsewhere.example.org/data?an/identifier:of-theirs",
    "datalinks": "[{''access_url'': ''https://lake.example.org/its.png'', ''semantics'': ''#preview''}, {''access_url'': ''https://lake.example.org/notes.pdf'', ''semantics'': ''#documentation'', ''description'': ''Notes''},]"}'),
  ('def', 'lake', 'no-replica.fits', '{"obs_collection": "LAKE", "obs_id": "none", "calib_level": 2}'),
  ('def', 'lake', 'copying.fits', '{}'),
  ('def', 'lake', 'all-bad.fits', '{}'),
  ('def', 'lake', 'tape-only.fits', '{}'),
  ('def', 'lake', 'root-only.fits', '{}'),
  ('def', 'lake', 'a name/with: signs & <tags>.fits', '{}');

INSERT INTO rucio.replicas (scope, name, rse, pfn, state, priority, bytes, adler32, md5) VALUES
  ('lake', 'm83.fits', 'JODRELL', 'davs://jodrell.example.org:8443/lake/m83.fits', 'AVAILABLE', 1, 1048576, '0a1b2c3d', NULL),
  ('lake', 'm83.fits', 'PERTH', 'http://perth.example.org/lake/m83.fits', 'AVAILABLE', 2, NULL, NULL,
   'd41d8cd98f00b204e9800998ecf8427e'),
  ('lake', 'm83.fits', 'CAPE', 'https://cape.example.org/lake/m83.fits&#multirange=false&nconnections=3', 'AVAILABLE', 3, NULL, NULL, NULL),
  ('lake', 'm83.fits', 'CAPE', 'root://cape.example.org//lake/m83.fits', 'AVAILABLE', 4, NULL, NULL, NULL),
  ('lake', 'everywhere.fits', 'JODRELL', 'https://jodrell.example.org/e', 'AVAILABLE', 4, 10, NULL, NULL),
  ('lake', 'everywhere.fits', 'PERTH', 'https://perth.example.org/e', 'AVAILABLE', 3, 10, NULL, NULL),
  ('lake', 'everywhere.fits', 'CAPE', 'https://cape.example.org/e', 'AVAILABLE', 2, 10, NULL, NULL),
  ('lake', 'everywhere.fits', 'CAPE_TAPE', 'https://cape.example.org/tape/e', 'AVAILABLE', 1, 10, NULL, NULL),
  ('lake', 'everywhere.fits', 'CLOSED', 'https://closed.example.org/e', 'AVAILABLE', 1, 10, NULL, NULL),
  ('lake', 'everywhere.fits', 'NOWHERE', 'https://nowhere.example.org/e', 'AVAILABLE', 1, 10, NULL, NULL),
  ('lake', 'foreign', 'CAPE', 'https://cape.example.org/foreign', 'AVAILABLE', 1, NULL, NULL, NULL),
  ('lake', 'copying.fits', 'CAPE', 'https://cape.example.org/copying', 'COPYING', 1, NULL, NULL, NULL),
  ('lake', 'all-bad.fits', 'CAPE', 'https://cape.example.org/bad', 'BAD', 1, NULL, NULL, NULL),
  ('lake', 'all-bad.fits', 'PERTH', 'https://perth.example.org/bad', 'BEING_DELETED', 1, NULL, NULL, NULL),
  ('lake', 'tape-only.fits', 'CAPE_TAPE', 'https://cape.example.org/tape/only', 'AVAILABLE', 1, NULL, NULL, NULL),
  ('lake', 'root-only.fits', 'CAPE', 'root://cape.example.org//root-only', 'AVAILABLE', 1, NULL, NULL, NULL),
  ('lake', 'a name/with: signs & <tags>.fits', 'CAPE', 'https://cape.example.org/signs?a=1&b="2"', 'AVAILABLE', 1, NULL, NULL, NULL);

INSERT INTO rucio.contents (scope, name, child_scope, child_name) VALUES
  ('lake', 'dataset', 'lake', 'm83.fits'),
  ('lake', 'dataset', 'lake', 'everywhere.fits'),
  ('lake', 'dataset', 'lake', 'a name/with: signs & <tags>.fits'),
  ('lake', 'container', 'lake', 'dataset');
