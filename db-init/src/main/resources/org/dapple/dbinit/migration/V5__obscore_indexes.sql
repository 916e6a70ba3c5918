-- Few indexes, because each one slows every write: what identifies a row, and the axes people search by.
-- The indexes on shapes are partial, as a row has one kind of shape at most: a strict operator implies NOT NULL, so
-- that the planner still uses them, and the other rows cost them nothing.

CREATE INDEX obscore_s_point_idx ON ivoa.obscore USING gist (s_point) WHERE s_point IS NOT NULL;
CREATE INDEX obscore_s_region_circle_idx ON ivoa.obscore USING gist (s_region_circle)
  WHERE s_region_circle IS NOT NULL;
CREATE INDEX obscore_s_region_polygon_idx ON ivoa.obscore USING gist (s_region_polygon)
  WHERE s_region_polygon IS NOT NULL;
CREATE INDEX obscore_s_region_bound_idx ON ivoa.obscore USING gist (s_region_bound)
  WHERE s_region_bound IS NOT NULL;

CREATE INDEX obscore_obs_publisher_did_idx ON ivoa.obscore (obs_publisher_did);
CREATE INDEX obscore_obs_id_idx ON ivoa.obscore (obs_id);
CREATE INDEX obscore_obs_collection_idx ON ivoa.obscore (obs_collection);
CREATE INDEX obscore_dataproduct_type_idx ON ivoa.obscore (dataproduct_type, calib_level);
CREATE INDEX obscore_target_name_idx ON ivoa.obscore (target_name);
CREATE INDEX obscore_t_min_idx ON ivoa.obscore (t_min);
CREATE INDEX obscore_em_min_idx ON ivoa.obscore (em_min);
