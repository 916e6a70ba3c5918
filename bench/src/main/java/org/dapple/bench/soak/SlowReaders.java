package org.dapple.bench.soak;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dapple.bench.lab.ServerProcess;

/** 500 slow readers of large results, and 500 bursts of small queries meanwhile, against a JVM of 256 MB. */
final class SlowReaders {

    private static final int READERS = 500;
    private static final int BURSTS = 500;
    private static final int BURST = 8;
    private static final int CLIENTS = 8;
    private static final int TRIES = 20;

    private final Arena arena;

    SlowReaders(Arena arena) {
        this.arena = arena;
    }

    /** One small query until it is answered: how often it was refused, and how long its answer took at last. */
    private record Small(int refused, double millis) {}

    void run() throws Exception {
        try (ServerProcess server = arena.startServer()) {
            AtomicBoolean ended = new AtomicBoolean();
            SlowReader.Tally tally = new SlowReader.Tally();
            for (int i = 0; i < READERS; i++) {
                Thread reader = new Thread(null, new SlowReader(server.port(), tally, ended), "slow-reader", 1 << 18);
                reader.setDaemon(true);
                reader.start();
            }
            List<Small> answers = bursts(server);
            ended.set(true);
            report(answers, tally, server);
        }
    }

    private List<Small> bursts(ServerProcess server) throws Exception {
        TapClient client = new TapClient(server.port());
        List<String> dids = arena.database().publisherDids(BURSTS);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Small> answers = new ArrayList<>();
        try {
            for (String did : dids) {
                String query = "SELECT * FROM ivoa.obscore WHERE obs_publisher_did = '" + did + "'";
                Callable<Small> ask = () -> ask(client, query);
                for (Future<Small> answer : clients.invokeAll(Collections.nCopies(BURST, ask))) {
                    answers.add(answer.get());
                }
            }
        } finally {
            clients.shutdown();
        }
        return answers;
    }

    private static Small ask(TapClient client, String query) throws IOException, InterruptedException {
        for (int refused = 0; refused < TRIES; refused++) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = client.sync(query);
            if (answer.statusCode() == 200) {
                return new Small(refused, (System.nanoTime() - begin) / 1e6);
            }
            Arena.require(answer.statusCode() == 503, "surplus gets 503: " + answer.statusCode());
            String wait = answer.headers().firstValue("Retry-After").orElseThrow();
            Thread.sleep(1000 * Long.parseLong(wait));
        }
        throw new IllegalStateException("a small query was refused " + TRIES + " times");
    }

    private void report(List<Small> answers, SlowReader.Tally tally, ServerProcess server) throws IOException {
        double[] millis = answers.stream().mapToDouble(Small::millis).sorted().toArray();
        long atOnce = answers.stream().filter(one -> one.refused() == 0).count();
        int worst = answers.stream().mapToInt(Small::refused).max().orElseThrow();
        System.out.printf(
                "  %d small queries all answered, %d at their first try, the others after at most %d times 503%n",
                millis.length, atOnce, worst);
        System.out.printf(
                "  their time: median %.0f ms, 99 %% within %.0f ms, longest %.0f ms%n",
                millis[millis.length / 2], millis[millis.length * 99 / 100], millis[millis.length - 1]);
        System.out.printf(
                "  slow readers: %d answers begun, %d broken off, %d refused, %d of them without 503 and Retry-After%n",
                tally.answered().get(),
                tally.brokenOff().get(),
                tally.refused().get(),
                tally.refusedWithoutAdvice().get());
        System.out.printf(
                "  memory of the server: at most %d MB resident, %d MB live in its heap of 256 MB%n",
                server.figures().peakResidentBytes() >> 20, server.liveHeap() >> 20);
        Arena.require(tally.refusedWithoutAdvice().get() == 0, "surplus gets 503 with Retry-After");
        Arena.require(Files.readString(arena.log()).indexOf("OutOfMemoryError") < 0, "memory does not run out");
    }
}
