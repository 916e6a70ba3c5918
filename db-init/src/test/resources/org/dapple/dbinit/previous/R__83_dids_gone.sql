-- Takes DIDs out of rucio.dids, and by its triggers out of ivoa, and keeps what was known of them; how many there were.
CREATE OR REPLACE FUNCTION ivoa.put_away_dids(scopes text[], names text[]) RETURNS bigint
LANGUAGE sql AS $$
  WITH gone AS (
    DELETE FROM rucio.dids AS d USING unnest(scopes, names) AS g (scope, name)
    WHERE d.scope = g.scope AND d.name = g.name
    RETURNING d.vo, d.scope, d.name, d.data
  ), kept AS (
    INSERT INTO ivoa.dids_gone (vo, scope, name, data) SELECT * FROM gone RETURNING 1
  )
  SELECT count(*) FROM kept
$$;

REVOKE EXECUTE ON FUNCTION ivoa.put_away_dids(text[], text[]) FROM PUBLIC;
