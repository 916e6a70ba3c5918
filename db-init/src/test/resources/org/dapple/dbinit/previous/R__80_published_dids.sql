-- rucio.dids for those who ask: any key of any DID, without anybody having declared it. R__11 has what queries call. The
-- index on data is made beside the migrations, because that must not happen in a transaction (MetadataIndex in Java).

REVOKE EXECUTE ON FUNCTION ivoa.metadata_has(text, text), ivoa.metadata_number(jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ivoa.metadata_has(text, text), ivoa.metadata_number(jsonb, text)
  TO dapple_service, dapple_adql;

-- Puts rucio.dids into TAP_SCHEMA and lets queries read it, or takes both back.
CREATE OR REPLACE FUNCTION ivoa.publish_dids(published boolean) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ivoa.sync_settings SET dids_published = published WHERE dids_published <> published;
  DELETE FROM tap_schema.key_columns WHERE key_id = 'obscore_dids';
  DELETE FROM tap_schema.keys WHERE key_id = 'obscore_dids';
  DELETE FROM tap_schema.columns WHERE table_name = 'rucio.dids';
  DELETE FROM tap_schema.tables WHERE table_name = 'rucio.dids';
  DELETE FROM tap_schema.schemas WHERE schema_name = 'rucio';
  IF NOT published THEN
    REVOKE SELECT ON rucio.dids FROM dapple_adql;
    REVOKE USAGE ON SCHEMA rucio FROM dapple_adql;
    RETURN;
  END IF;
  INSERT INTO tap_schema.schemas (schema_name, description, schema_index) VALUES
    ('rucio', 'What Rucio knows about its data identifiers (DIDs)', 3);
  INSERT INTO tap_schema.tables (schema_name, table_name, table_type, description, table_index) VALUES
    ('rucio', 'rucio.dids', 'table', 'All metadata of each DID as Rucio has them, also those that ObsCore has no column for', 1);
  INSERT INTO tap_schema.columns
    (table_name, column_index, column_name, datatype, arraysize, xtype, ucd, indexed, principal, std, description)
  VALUES
    ('rucio.dids', 1, 'vo', 'char', '*', NULL, 'meta.id', 0, 0, 0,
     'Virtual organisation of the DID in Rucio; def where there is only one'),
    ('rucio.dids', 2, 'scope', 'char', '*', NULL, 'meta.id', 1, 1, 0, 'Scope of the DID'),
    ('rucio.dids', 3, 'name', 'char', '*', NULL, 'meta.id;meta.main', 0, 1, 0, 'Name of the DID, unique in its scope'),
    ('rucio.dids', 4, 'data', 'char', '*', 'json', 'meta', 1, 1, 0,
     'The metadata as a JSON object; rucio_meta(data, ''key'') gives the value of a key, and '
     'rucio_meta_has(data, ''key'', ''value'') = 1 finds by it');
  INSERT INTO tap_schema.keys (key_id, from_table, target_table, description) VALUES
    ('obscore_dids', 'ivoa.obscore', 'rucio.dids', 'The DID that an observation describes');
  INSERT INTO tap_schema.key_columns (key_id, from_column, target_column) VALUES
    ('obscore_dids', 'rucio_did_name', 'name'), ('obscore_dids', 'rucio_did_scope', 'scope');
  GRANT USAGE ON SCHEMA rucio TO dapple_adql;
  GRANT SELECT ON rucio.dids TO dapple_adql;
END $$;

REVOKE EXECUTE ON FUNCTION ivoa.publish_dids(boolean) FROM PUBLIC;

DO $$ BEGIN PERFORM ivoa.publish_dids(dids_published) FROM ivoa.sync_settings; END $$;
