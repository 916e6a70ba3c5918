-- The tables of Sky.java with some rows, on which tests run what the translator says.
CREATE EXTENSION IF NOT EXISTS pg_sphere;
CREATE SCHEMA ivoa;
CREATE SCHEMA cat;
CREATE SCHEMA tap_schema;
CREATE TABLE ivoa.obscore (
    obs_publisher_did text, obs_collection text, obs_id text, target_name text, calib_level integer, access_estsize bigint,
    s_ra double precision, s_dec double precision, s_fov double precision, s_region text, t_min double precision,
    em_min double precision, obs_release_date timestamp,
    s_point spoint, s_region_circle scircle, s_region_polygon spoly, s_region_bound scircle,
    s_region_circles scircle[], s_region_polygons spoly[], s_region_boxes sbox[]
);
CREATE INDEX ON ivoa.obscore USING gist (s_point);
CREATE INDEX ON ivoa.obscore USING gist (s_region_circle);
CREATE INDEX ON ivoa.obscore USING gist (s_region_polygon);
CREATE INDEX ON ivoa.obscore USING gist (s_region_bound);
CREATE TABLE ivoa.obs_radio (obs_publisher_did text, f_min double precision);
CREATE TABLE cat.stars (
    id bigint, ra double precision, dec double precision, mag real, band smallint, name text, "Name" varchar(20),
    "order" integer, variable boolean, pos spoint, cone scircle, shape spoly
);
CREATE TABLE cat.spectra (id bigint, counts integer[], flux double precision[]);
CREATE TABLE tap_schema.tables (schema_name text, table_name text);
CREATE TABLE cat.tables (table_name text);
CREATE SCHEMA rucio;
CREATE TABLE rucio.dids (scope varchar, name varchar, data jsonb);
INSERT INTO rucio.dids
VALUES ('s', 'n', '{"object": "M83", "nights": 5, "seeing": "0.8", "calibrated": true, "hdu": {"bitpix": -32}, "bands": ["B", "V"]}'),
    ('s', 'exact', '{"object": "M101", "nights": 5.0}'), ('s', 'none', NULL), ('s', 'empty', '{}');
INSERT INTO ivoa.obscore
SELECT 'ivo://x/' || i, 'c' || i % 7, 'o' || i, 'M' || i % 110, i % 5, i, ra, dec, 1, NULL, i, 1e-7, now()::timestamp,
    spoint(radians(ra), radians(dec)), CASE WHEN i % 2 = 0 THEN scircle(spoint(radians(ra), radians(dec)), radians(0.5)) END
FROM (SELECT i, (i * 0.7548776662466927) % 1 * 360 AS ra, degrees(asin(2 * ((i * 0.5698402909980532) % 1) - 1)) AS dec
      FROM generate_series(1, 60) AS i) AS x;
INSERT INTO cat.stars
SELECT i, i, i / 4.0 - 45, i / 25.0, i % 3, 'n' || i, 'N' || i, i, i % 2 = 0, spoint(radians(i), radians(i / 4.0 - 45)),
    scircle(spoint(radians(i), 0), radians(1)), spoly '{(0d,0d),(10d,0d),(10d,10d)}'
FROM generate_series(1, 30) AS i;
INSERT INTO cat.spectra VALUES (1, '{1,2,3}', '{0.5,NaN}'), (2, '{}', '{1,NULL}'), (3, NULL, NULL);
ANALYZE;
