-- TAP_SCHEMA 1.1 (TAP 1.1, section 4), with its five foreign keys, and the description of itself.

CREATE TABLE tap_schema.schemas (
  schema_name  text NOT NULL,
  utype        text,
  description  text,
  schema_index integer,
  CONSTRAINT schemas_pkey PRIMARY KEY (schema_name)
);

CREATE TABLE tap_schema.tables (
  schema_name text NOT NULL,
  table_name  text NOT NULL,
  table_type  text NOT NULL,
  utype       text,
  description text,
  table_index integer,
  CONSTRAINT tables_pkey PRIMARY KEY (table_name),
  CONSTRAINT tables_schema_name_fkey FOREIGN KEY (schema_name) REFERENCES tap_schema.schemas (schema_name),
  CONSTRAINT tables_table_type_check CHECK (table_type IN ('table', 'view'))
);

CREATE TABLE tap_schema.columns (
  table_name   text NOT NULL,
  column_name  text NOT NULL,
  datatype     text NOT NULL,
  arraysize    text,
  xtype        text,
  "size"       integer,
  description  text,
  utype        text,
  unit         text,
  ucd          text,
  indexed      integer NOT NULL,
  principal    integer NOT NULL,
  std          integer NOT NULL,
  column_index integer,
  search       text,
  CONSTRAINT columns_pkey PRIMARY KEY (table_name, column_name),
  CONSTRAINT columns_table_name_fkey FOREIGN KEY (table_name) REFERENCES tap_schema.tables (table_name),
  CONSTRAINT columns_flags_check CHECK (indexed IN (0, 1) AND principal IN (0, 1) AND std IN (0, 1)),
  CONSTRAINT columns_search_check CHECK (search IN ('point.ra', 'point.dec', 'region'))
);

CREATE TABLE tap_schema.keys (
  key_id       text NOT NULL,
  from_table   text NOT NULL,
  target_table text NOT NULL,
  description  text,
  utype        text,
  CONSTRAINT keys_pkey PRIMARY KEY (key_id),
  CONSTRAINT keys_from_table_fkey FOREIGN KEY (from_table) REFERENCES tap_schema.tables (table_name),
  CONSTRAINT keys_target_table_fkey FOREIGN KEY (target_table) REFERENCES tap_schema.tables (table_name)
);

CREATE TABLE tap_schema.key_columns (
  key_id        text NOT NULL,
  from_column   text NOT NULL,
  target_column text NOT NULL,
  CONSTRAINT key_columns_pkey PRIMARY KEY (key_id, from_column),
  CONSTRAINT key_columns_key_id_fkey FOREIGN KEY (key_id) REFERENCES tap_schema.keys (key_id)
);

COMMENT ON COLUMN tap_schema.columns.search IS
  'For the services, never published: the column''s role in searches on the sky';

GRANT SELECT ON ALL TABLES IN SCHEMA tap_schema TO dapple_service, dapple_adql;

INSERT INTO tap_schema.schemas (schema_name, description, schema_index) VALUES
  ('tap_schema', 'The description of the tables that this service publishes', 2);

INSERT INTO tap_schema.tables (schema_name, table_name, table_type, description, table_index) VALUES
  ('tap_schema', 'tap_schema.schemas', 'table', 'The schemas of this service', 1),
  ('tap_schema', 'tap_schema.tables', 'table', 'The tables of this service', 2),
  ('tap_schema', 'tap_schema.columns', 'table', 'The columns of the tables of this service', 3),
  ('tap_schema', 'tap_schema.keys', 'table', 'The foreign keys between the tables of this service', 4),
  ('tap_schema', 'tap_schema.key_columns', 'table', 'The pairs of columns that make each foreign key', 5);

-- "size" is a reserved word of ADQL: TAP 1.1 wants the name as it has to be written in a query, with its quotes.
INSERT INTO tap_schema.columns
  (table_name, column_index, column_name, datatype, arraysize, indexed, principal, std, description)
SELECT 'tap_schema.' || table_name, row_number() OVER (PARTITION BY table_name ORDER BY position), column_name,
       datatype, CASE datatype WHEN 'char' THEN '*' END, indexed, 1, 1, description
FROM (VALUES
  (101, 'schemas', 'schema_name', 'char', 1, 'Name of the schema'),
  (102, 'schemas', 'utype', 'char', 0, 'Utype of the schema'),
  (103, 'schemas', 'description', 'char', 0, 'Description of the schema'),
  (104, 'schemas', 'schema_index', 'int', 0, 'Recommended place of the schema in a listing'),
  (201, 'tables', 'schema_name', 'char', 0, 'Schema the table belongs to'),
  (202, 'tables', 'table_name', 'char', 1, 'Name of the table as it is written in a query'),
  (203, 'tables', 'table_type', 'char', 0, 'table or view'),
  (204, 'tables', 'utype', 'char', 0, 'Utype of the table'),
  (205, 'tables', 'description', 'char', 0, 'Description of the table'),
  (206, 'tables', 'table_index', 'int', 0, 'Recommended place of the table in a listing'),
  (301, 'columns', 'table_name', 'char', 1, 'Table the column belongs to'),
  (302, 'columns', 'column_name', 'char', 0, 'Name of the column as it is written in a query'),
  (303, 'columns', 'datatype', 'char', 0, 'VOTable datatype of the column'),
  (304, 'columns', 'arraysize', 'char', 0, 'VOTable arraysize of the column'),
  (305, 'columns', 'xtype', 'char', 0, 'VOTable xtype of the column'),
  (306, 'columns', '"size"', 'int', 0, 'Deprecated: use arraysize'),
  (307, 'columns', 'description', 'char', 0, 'Description of the column'),
  (308, 'columns', 'utype', 'char', 0, 'Utype of the column'),
  (309, 'columns', 'unit', 'char', 0, 'Unit of the values'),
  (310, 'columns', 'ucd', 'char', 0, 'UCD of the values'),
  (311, 'columns', 'indexed', 'int', 0, '1 where an index makes searches by the column fast'),
  (312, 'columns', 'principal', 'int', 0, '1 where the column belongs to a short view of the table'),
  (313, 'columns', 'std', 'int', 0, '1 where a standard defines the column'),
  (314, 'columns', 'column_index', 'int', 0, 'Recommended place of the column in a listing'),
  (401, 'keys', 'key_id', 'char', 1, 'Identifier of the foreign key'),
  (402, 'keys', 'from_table', 'char', 0, 'Table that refers'),
  (403, 'keys', 'target_table', 'char', 0, 'Table that is referred to'),
  (404, 'keys', 'description', 'char', 0, 'Description of the foreign key'),
  (405, 'keys', 'utype', 'char', 0, 'Utype of the foreign key'),
  (501, 'key_columns', 'key_id', 'char', 1, 'Foreign key the pair belongs to'),
  (502, 'key_columns', 'from_column', 'char', 0, 'Column that refers'),
  (503, 'key_columns', 'target_column', 'char', 0, 'Column that is referred to')
) AS described (position, table_name, column_name, datatype, indexed, description);

INSERT INTO tap_schema.keys (key_id, from_table, target_table, description) VALUES
  ('tables_schemas', 'tap_schema.tables', 'tap_schema.schemas', 'The schema of a table'),
  ('columns_tables', 'tap_schema.columns', 'tap_schema.tables', 'The table of a column'),
  ('keys_from_tables', 'tap_schema.keys', 'tap_schema.tables', 'The table that refers'),
  ('keys_target_tables', 'tap_schema.keys', 'tap_schema.tables', 'The table that is referred to'),
  ('key_columns_keys', 'tap_schema.key_columns', 'tap_schema.keys', 'The foreign key of a pair of columns');

INSERT INTO tap_schema.key_columns (key_id, from_column, target_column) VALUES
  ('tables_schemas', 'schema_name', 'schema_name'),
  ('columns_tables', 'table_name', 'table_name'),
  ('keys_from_tables', 'from_table', 'table_name'),
  ('keys_target_tables', 'target_table', 'table_name'),
  ('key_columns_keys', 'key_id', 'key_id');
