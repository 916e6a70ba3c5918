package org.dapple.bench.soak;

import java.util.Random;
import org.dapple.bench.lab.ServerProcess;

/** A server is killed with 50 jobs queued and 4 running, and started again. */
final class KilledServer {

    private static final int JOBS = 54;
    private static final int RUNNING = 4;
    private static final int LATER_MILLIS = 400;

    private final Arena arena;
    private final Random random = new Random(1605);

    KilledServer(Arena arena) {
        this.arena = arena;
    }

    void run(int rounds) throws Exception {
        arena.forgetJobs();
        ServerProcess server = arena.startServer();
        try {
            JobBatch batch = new JobBatch(arena, new TapClient(server.port()), JOBS);
            for (int round = 1; round <= rounds; round++) {
                arena.forgetJobs();
                batch.submit(new TapClient(server.port()));
                Arena.await("4 jobs to run", () -> batch.count("phase = 'EXECUTING'") == RUNNING);
                Arena.require(batch.count("phase = 'QUEUED'") == JOBS - RUNNING, "50 wait");
                Thread.sleep(random.nextInt(LATER_MILLIS));
                server.kill();
                long queued = batch.count("phase = 'QUEUED'");
                long running = batch.count("phase = 'EXECUTING'");
                server = arena.startServer();
                int errors = batch.verify(new TapClient(server.port()));
                System.out.printf(
                        "  kill %d: %d queued, %d running; then %d completed and whole, %d in error, %d run again%n",
                        round, queued, running, JOBS - errors, errors, batch.count("attempt > 1"));
            }
        } finally {
            server.close();
        }
    }
}
