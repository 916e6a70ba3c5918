-- Three roles, each with the least it needs (the owner is whoever runs the migrations):
--   dapple_writer   what Rucio connects as: writes rucio.dids and sees nothing else
--   dapple_service  what the services connect as: reads ivoa and tap_schema, and may become dapple_adql
--   dapple_adql     what a user's query runs as: SELECT on what TAP_SCHEMA publishes, nothing more
-- Roles belong to the cluster, not to the database: another database may have made them, or be making them now.

DO $$
DECLARE
  role_name text;
  login     text;
BEGIN
  FOR role_name, login IN
    VALUES ('dapple_writer', 'LOGIN'), ('dapple_service', 'LOGIN'), ('dapple_adql', 'NOLOGIN')
  LOOP
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      CONTINUE;
    END IF;
    BEGIN
      EXECUTE format('CREATE ROLE %I %s', role_name, login);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database of this cluster was quicker
    END;
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION 'the role % may not create the roles Dapple needs', current_user
    USING HINT = 'Run as a superuser: CREATE ROLE dapple_writer LOGIN; CREATE ROLE dapple_service LOGIN; '
      'CREATE ROLE dapple_adql NOLOGIN; GRANT dapple_adql TO dapple_service;';
END $$;

DO $$
BEGIN
  FOR attempt IN 1..5 LOOP
    EXIT WHEN pg_has_role('dapple_service', 'dapple_adql', 'MEMBER');
    BEGIN
      GRANT dapple_adql TO dapple_service;
    EXCEPTION
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role % may not make dapple_service a member of dapple_adql', current_user
          USING HINT = 'Run as a superuser: GRANT dapple_adql TO dapple_service;';
      WHEN internal_error OR unique_violation THEN
        NULL; -- "tuple concurrently updated": another database of this cluster grants it at this moment
    END;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA rucio TO dapple_writer;
GRANT USAGE ON SCHEMA ivoa, tap_schema TO dapple_service, dapple_adql;
