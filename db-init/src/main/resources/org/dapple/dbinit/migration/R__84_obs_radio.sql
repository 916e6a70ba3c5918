-- The draft's form for older clients: other names for some columns, and three that the standard has dropped.
CREATE OR REPLACE VIEW ivoa.obs_radio AS
SELECT
  obs_publisher_did,
  s_resolution_min,
  s_resolution_max,
  s_fov_min,
  s_fov_max,
  f_resolution,
  s_largest_angular_scale AS s_maximum_angular_scale,
  s_largest_angular_scale_min,
  s_largest_angular_scale_max,
  uv_distance_min,
  uv_distance_max,
  uv_distribution_ecc,
  uv_distribution_fill,
  instr_tel_number AS instrument_ant_number,
  instr_tel_min_dist AS instrument_ant_min_dist,
  instr_tel_max_dist AS instrument_ant_max_dist,
  instr_tel_diameter AS instrument_ant_diameter,
  instr_feed AS instrument_feed,
  scan_mode,
  tracking_type AS tracking_mode,
  NULL::double precision AS t_exp_min,
  NULL::double precision AS t_exp_max,
  NULL::double precision AS t_exp_mean
FROM ivoa.obscore_radio;

COMMENT ON VIEW ivoa.obs_radio IS 'ivoa.obscore_radio as drafts of the standard had it';

GRANT SELECT ON ivoa.obs_radio TO dapple_service, dapple_adql;
