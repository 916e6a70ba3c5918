-- The schemas, and pgSphere, whose types and operators everything spherical is made of.

CREATE SCHEMA IF NOT EXISTS rucio;
CREATE SCHEMA IF NOT EXISTS ivoa;
CREATE SCHEMA IF NOT EXISTS tap_schema;

COMMENT ON SCHEMA rucio IS 'What Rucio writes: the metadata of its data identifiers (DIDs)';
COMMENT ON SCHEMA ivoa IS 'What the Virtual Observatory reads: ObsCore, kept in step with rucio.dids by triggers';
COMMENT ON SCHEMA tap_schema IS 'TAP_SCHEMA 1.1: the description of the tables that TAP publishes';

-- Version 1.2.0dapple is Debian 12's pgSphere without the two operators that PostgreSQL 15.20 refuses to create;
-- where the machine offers it, it is the one that is known to install.
DO $$
DECLARE
  wanted text := 'CREATE EXTENSION pg_sphere SCHEMA public';
  home   text := (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                  WHERE e.extname = 'pg_sphere');
BEGIN
  IF home IS NULL THEN
    IF EXISTS (SELECT FROM pg_available_extension_versions
               WHERE name = 'pg_sphere' AND version = '1.2.0dapple') THEN
      wanted := wanted || ' VERSION ''1.2.0dapple''';
    ELSIF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_sphere') THEN
      RAISE EXCEPTION 'pgSphere is not installed on the database server'
        USING HINT = format('Install the package postgresql-%s-pgsphere on the database server.',
                            current_setting('server_version_num')::int / 10000);
    END IF;
    EXECUTE wanted;
  ELSIF home <> 'public' THEN
    RAISE EXCEPTION 'pgSphere is installed in schema %, where the services do not look', home
      USING HINT = 'Run as a superuser in this database: ALTER EXTENSION pg_sphere SET SCHEMA public;';
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION 'the role % may not install pgSphere', current_user
    USING HINT = format('Run as a superuser in database %s: %s;', current_database(), wanted);
END $$;
