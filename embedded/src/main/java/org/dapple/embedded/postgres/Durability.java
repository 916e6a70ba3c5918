package org.dapple.embedded.postgres;

/** Whether what is committed must survive a crash of the machine. */
enum Durability {
    /** Data that somebody means to keep. */
    KEPT(""),
    /** Data of a test run: no waiting for the disk. */
    THROWN_AWAY("fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n");

    /** Sensible for a machine with little memory; jit costs more than it gives for queries that ride on an index. */
    private static final String SETTINGS = """

            # Chosen by Dapple; yours to change.
            max_connections = 100
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            max_wal_size = 2GB
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            """;

    private final String own;

    Durability(String own) {
        this.own = own;
    }

    /** The lines that are appended to postgresql.conf of a new cluster. */
    String settings() {
        return SETTINGS + own;
    }
}
