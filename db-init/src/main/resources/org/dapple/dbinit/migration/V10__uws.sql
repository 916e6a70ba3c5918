-- Asynchronous jobs (UWS 1.1). They are the services' own: no query of a user sees them. On a distributed engine these
-- tables stay local; nothing joins them with the data.

CREATE SCHEMA uws;
COMMENT ON SCHEMA uws IS 'Asynchronous jobs (UWS 1.1) with their parameters and the description of their results';

CREATE TABLE uws.jobs (
  job_id             text        NOT NULL,
  phase              text        NOT NULL,
  run_id             text,
  owner_id           text,
  creation_time      timestamptz NOT NULL,
  queue_time         timestamptz,
  start_time         timestamptz,
  end_time           timestamptz,
  execution_duration integer     NOT NULL,
  destruction        timestamptz NOT NULL,
  worker             text,
  attempt            integer     NOT NULL,
  losses             integer     NOT NULL,
  lease_end          timestamptz,
  error_transient    boolean,
  error_message      text,
  CONSTRAINT jobs_pkey PRIMARY KEY (job_id),
  CONSTRAINT jobs_phase_check CHECK (phase IN ('PENDING', 'QUEUED', 'EXECUTING', 'COMPLETED', 'ERROR', 'ABORTED',
                                               'UNKNOWN', 'HELD', 'SUSPENDED', 'ARCHIVED')),
  CONSTRAINT jobs_lease_check CHECK ((phase = 'EXECUTING') = (lease_end IS NOT NULL)),
  CONSTRAINT jobs_error_check CHECK ((phase = 'ERROR') = (error_message IS NOT NULL)),
  CONSTRAINT jobs_execution_duration_check CHECK (execution_duration > 0)
);
COMMENT ON COLUMN uws.jobs.execution_duration IS 'Seconds that one execution may take';
COMMENT ON COLUMN uws.jobs.worker IS 'The server that runs the job, or did so last';
COMMENT ON COLUMN uws.jobs.attempt IS 'How many times a server has begun to run the job; the result is named after it';
COMMENT ON COLUMN uws.jobs.losses IS 'How many executions ended without an outcome: the server stopped, or the database failed';
COMMENT ON COLUMN uws.jobs.lease_end IS 'When another server may take the job over, unless its worker renews the lease';

CREATE INDEX jobs_queue ON uws.jobs (queue_time) WHERE phase IN ('QUEUED', 'EXECUTING');
CREATE INDEX jobs_destruction ON uws.jobs (destruction);
CREATE INDEX jobs_creation_time ON uws.jobs (creation_time);

CREATE TABLE uws.parameters (
  job_id   text    NOT NULL,
  place    integer NOT NULL,
  name     text    NOT NULL,
  value    text    NOT NULL,
  CONSTRAINT parameters_pkey PRIMARY KEY (job_id, place),
  CONSTRAINT parameters_job_id_fkey FOREIGN KEY (job_id) REFERENCES uws.jobs (job_id) ON DELETE CASCADE
);

CREATE TABLE uws.results (
  job_id     text   NOT NULL,
  result_id  text   NOT NULL,
  attempt    integer NOT NULL,
  media_type text   NOT NULL,
  size       bigint NOT NULL,
  CONSTRAINT results_pkey PRIMARY KEY (job_id, result_id),
  CONSTRAINT results_job_id_fkey FOREIGN KEY (job_id) REFERENCES uws.jobs (job_id) ON DELETE CASCADE
);
COMMENT ON COLUMN uws.results.attempt IS 'The execution that made the result: with the job its name in the result store';

GRANT USAGE ON SCHEMA uws TO dapple_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON uws.jobs, uws.parameters, uws.results TO dapple_service;
