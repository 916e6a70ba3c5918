-- The mapping from metadata to columns as data. A site writes it as a YAML file; what the file says is kept here twice: as
-- the text it was, one row for each version, and taken apart, the present version only, for the generator (R__40).

CREATE TABLE ivoa.mapping (
  version    integer     GENERATED ALWAYS AS IDENTITY,
  file       text        NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  applied_by text        NOT NULL DEFAULT session_user,
  CONSTRAINT mapping_pkey PRIMARY KEY (version)
);

COMMENT ON TABLE ivoa.mapping IS 'Every mapping that was ever applied; the last one holds';
COMMENT ON COLUMN ivoa.mapping.file IS 'The YAML file, as it was given to ./dapple mapping apply';

CREATE TABLE ivoa.mapping_section (
  section  integer NOT NULL,
  scopes   text[]  NOT NULL,
  own_keys boolean NOT NULL,
  CONSTRAINT mapping_section_pkey PRIMARY KEY (section),
  CONSTRAINT mapping_section_scopes_check CHECK (cardinality(scopes) > 0)
);

COMMENT ON TABLE ivoa.mapping_section IS 'Which DIDs a section of the mapping is for; the first that fits is used';
COMMENT ON COLUMN ivoa.mapping_section.scopes IS 'Patterns of LIKE for scopes';
COMMENT ON COLUMN ivoa.mapping_section.own_keys IS
  'Whether a column that has no rule is the key of its name; if not, it stays NULL';

CREATE TABLE ivoa.mapping_rule (
  section     integer NOT NULL,
  column_name text    NOT NULL,
  sources     jsonb   NOT NULL,
  CONSTRAINT mapping_rule_pkey PRIMARY KEY (section, column_name),
  CONSTRAINT mapping_rule_section_fkey FOREIGN KEY (section) REFERENCES ivoa.mapping_section (section),
  CONSTRAINT mapping_rule_sources_check CHECK (jsonb_typeof(sources) = 'array')
);

COMMENT ON TABLE ivoa.mapping_rule IS 'Where a section finds the value of a column of ivoa.obscore or ivoa.obscore_radio';
COMMENT ON COLUMN ivoa.mapping_rule.sources IS
  'In order, the first that is there counts: {"path": […], "values": {…}, "unit": name of a conversion, "by": number}'
  ' or {"constant": value}; an empty list makes the column NULL';

CREATE TABLE ivoa.own_column (
  column_name text    NOT NULL,
  place       integer NOT NULL,
  type        text    NOT NULL,
  unit        text,
  ucd         text,
  utype       text,
  description text,
  indexed     boolean NOT NULL,
  CONSTRAINT own_column_pkey PRIMARY KEY (column_name),
  CONSTRAINT own_column_type_check CHECK (type IN ('text', 'integer', 'bigint', 'double precision', 'timestamp'))
);

COMMENT ON TABLE ivoa.own_column IS 'Columns that the site has added to ivoa.obscore';

-- What a site has changed in the former table of the mapping becomes the first version.
INSERT INTO ivoa.mapping_section (section, scopes, own_keys) VALUES (1, '{%}', true);

INSERT INTO ivoa.mapping_rule (section, column_name, sources)
SELECT 1, a.attname, CASE WHEN m.json_path IS NULL THEN '[]'
  ELSE jsonb_build_array(jsonb_build_object('path', to_jsonb(m.json_path))) END
FROM pg_attribute AS a LEFT JOIN ivoa.obscore_mapping AS m ON m.column_name = a.attname
WHERE a.attrelid = 'ivoa.obscore'::regclass AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attname NOT LIKE 'rucio\_did\_%' AND a.attname <> 's_point' AND a.attname NOT LIKE 's\_region\_%'
  AND m.json_path IS DISTINCT FROM ARRAY[a.attname::text];

INSERT INTO ivoa.mapping (file)
SELECT E'# Each column is the key of its name.\nsections:\n  - scopes: "*"\n'
  || CASE WHEN count(*) = 0 THEN '' ELSE E'    columns:\n' || string_agg(format(E'      %s: %s\n', column_name,
       CASE WHEN sources = '[]' THEN '{constant: null}' ELSE quote_literal(path) END), '' ORDER BY column_name) END
FROM ivoa.mapping_rule LEFT JOIN LATERAL (
  SELECT ltrim(string_agg(CASE WHEN key ~ '^[0-9]+$' AND place > 1 THEN '[' || key || ']'
    WHEN key ~ '^[A-Za-z_][A-Za-z0-9_-]*$' THEN '.' || key ELSE '[' || to_jsonb(key)::text || ']' END,
    '' ORDER BY place), '.') AS path
  FROM jsonb_array_elements_text(sources -> 0 -> 'path') WITH ORDINALITY AS keys (key, place)
) AS written ON true;

DROP VIEW IF EXISTS ivoa.sync_column;
DROP FUNCTION IF EXISTS ivoa.document_record(), ivoa.mapped_value(text[]);
DROP TABLE ivoa.obscore_mapping;

GRANT SELECT ON ivoa.mapping, ivoa.mapping_section, ivoa.mapping_rule, ivoa.own_column TO dapple_service;

-- What is there has no rows in ivoa.obscore_radio yet: a rebuild is to be done, by ./dapple sync rebuild.
INSERT INTO ivoa.sync_rebuild (last_id, derived)
SELECT 0, 0 WHERE EXISTS (SELECT FROM rucio.dids)
ON CONFLICT (only_row) DO UPDATE SET last_id = 0, derived = 0;
