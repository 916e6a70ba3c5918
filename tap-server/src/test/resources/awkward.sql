-- Every type of column that TAP_SCHEMA can tell of, with what formats stumble over.
CREATE TABLE ivoa.awkward (
  row_number integer, truth boolean, small smallint, whole integer, large bigint, single real, twofold double precision,
  words text, moment timestamp, place spoint, flags boolean[], smalls smallint[], wholes integer[], larges bigint[],
  singles real[], span double precision[], grid double precision[][], labels text[]
);
GRANT SELECT ON ivoa.awkward TO dapple_adql;

INSERT INTO ivoa.awkward VALUES
  (1, true, 32767, 2147483647, 9223372036854775807, 3.4028235e38, 1.7976931348623157e308,
   'a, "b" <c> & ünïcödé 🫏 ]]>', '2026-11-22T01:02:03.456789', '(10d,-20d)',
   '{t,f,t}', '{1,-2,32767}', '{1,2,2147483647}', '{9223372036854775807}', '{0.1,1.4e-45,3.4028235e38}',
   '{0.1,4.9e-324}', '{{1,2},{3,4}}', '{a,b}'),
  (2, false, -32767, -2147483647, -9223372036854775807, 1.4e-45, 4.9e-324, '', '1899-12-31T23:59:59', '(359d,90d)',
   '{}', '{}', '{0,0,0}', '{}', '{}', '{NaN,NaN}', '{{-Infinity,0.5},{1e-300,-1}}', '{}'),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (4, true, 0, 0, 0, 'NaN', 'NaN', E'tab\tline\nreturn\rcontrol\x01end', '2000-01-01T00:00:00', '(0d,0d)',
   '{t,NULL,f}', '{NULL,1}', '{NULL,2,NULL}', '{1,NULL}', '{NULL,NaN,-Infinity}', '{-Infinity,Infinity}', '{{NULL,1},{2,NaN}}', '{NULL,""}'),
  (5, false, 1, 1, 1, 'Infinity', '-Infinity', 'it''s', '1858-11-17T00:00:00', '(180d,-90d)',
   '{f}', '{7}', '{7,8,9}', '{7,8,9,10}', '{-0.25}', '{1,2}', '{{1,2},{3,4}}', NULL),
  (6, true, -32768, -2147483648, -9223372036854775808, -3.4028235e38, -1.7976931348623157e308, '-', '2038-01-19T03:14:08',
   '(90d,45d)', '{t}', '{1}', '{1,2,3}', '{1}', '{1}', '{1,2}', '{{1,2},{3,4}}', NULL);

INSERT INTO tap_schema.tables (schema_name, table_name, table_type) VALUES ('ivoa', 'ivoa.awkward', 'table');
INSERT INTO tap_schema.columns
  (table_name, column_index, column_name, datatype, arraysize, xtype, indexed, principal, std)
SELECT 'ivoa.awkward', place, name, datatype, arraysize, xtype, 0, 0, 0
FROM (VALUES
  (1, 'row_number', 'int', NULL, NULL), (2, 'truth', 'boolean', '1', NULL), (3, 'small', 'short', NULL, NULL),
  (4, 'whole', 'int', NULL, NULL), (5, 'large', 'long', NULL, NULL), (6, 'single', 'float', NULL, NULL),
  (7, 'twofold', 'double', NULL, NULL), (8, 'words', 'char', '*', NULL), (9, 'moment', 'char', '*', 'timestamp'),
  (10, 'place', 'double', '2', 'point'), (11, 'flags', 'boolean', '*', NULL), (12, 'smalls', 'short', '*', NULL),
  (13, 'wholes', 'int', '3', NULL), (14, 'larges', 'long', '4*', NULL), (15, 'singles', 'float', '*', NULL),
  (16, 'span', 'double', '2', 'interval'), (17, 'grid', 'double', '2x2', NULL),
  (18, 'labels', 'char', '8x2', NULL)) AS c (place, name, datatype, arraysize, xtype);
