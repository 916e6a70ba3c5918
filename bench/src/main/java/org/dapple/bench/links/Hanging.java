package org.dapple.bench.links;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dapple.bench.lab.ServerProcess;
import org.dapple.dali.did.PublisherDid;
import org.dapple.testkit.RucioMood;

/** Many clients of a Rucio that hangs: half of them ask for what was asked before, half for what never was. */
final class Hanging {

    private static final int CLIENTS = 64;
    private static final int REQUESTS = 20;
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int MARGIN_MILLIS = 500;

    private final String links;
    private final HttpClient http = HttpClient.newHttpClient();

    private Hanging(int port) {
        this.links = "http://localhost:" + port + "/datalink/links?RESPONSEFORMAT=csv&ID=";
    }

    private record Answer(double millis, boolean right) {}

    static void measure(Lake lake, PrintStream out) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (ServerProcess server = lake.serve(
                Map.of("DAPPLE_REPLICA_FRESH_SECONDS", "0", "DAPPLE_RUCIO_SECONDS", "" + TIMEOUT_MILLIS / 1000))) {
            Hanging hanging = new Hanging(server.port());
            for (int client = 0; client < CLIENTS; client += 2) {
                hanging.ask(lake.dids().get(client), true);
            }
            lake.rucio().setMood(RucioMood.DEAF);
            List<Answer> answers = hanging.askAll(lake.dids(), clients);
            report(answers, server.figures().threads(), out);
        } finally {
            lake.rucio().setMood(RucioMood.WELL);
            clients.shutdownNow();
        }
    }

    private List<Answer> askAll(List<PublisherDid> dids, ExecutorService clients) throws Exception {
        List<Callable<List<Answer>>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            PublisherDid did = dids.get(client);
            boolean known = client % 2 == 0;
            work.add(() -> {
                List<Answer> answers = new ArrayList<>();
                for (int request = 0; request < REQUESTS; request++) {
                    answers.add(ask(did, known));
                }
                return answers;
            });
        }
        List<Answer> all = new ArrayList<>();
        for (var answers : clients.invokeAll(work)) {
            all.addAll(answers.get());
        }
        return all;
    }

    /** What was remembered counts; what was not is a fault that passes. */
    private Answer ask(PublisherDid did, boolean known) throws IOException, InterruptedException {
        URI url = URI.create(links + URLEncoder.encode(did.identifier(), StandardCharsets.UTF_8));
        long begin = System.nanoTime();
        String answer = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body();
        double millis = (System.nanoTime() - begin) / 1e6;
        return new Answer(millis, known ? answer.contains("replica:RSE_") : answer.contains("TransientFault: "));
    }

    private static void report(List<Answer> answers, long threads, PrintStream out) {
        long wrong = answers.stream().filter(answer -> !answer.right()).count();
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " answers are not what they should be");
        }
        Times times = Times.of(answers.stream().map(Answer::millis).toList());
        out.printf(
                "| %d clients, Rucio hangs, may take %d ms | longest %.0f ms | ≤ %d ms | %d answers, each right: remembered"
                        + " replicas or a TransientFault; median %.1f ms; %d threads afterwards |%n",
                CLIENTS,
                TIMEOUT_MILLIS,
                times.longest(),
                TIMEOUT_MILLIS + MARGIN_MILLIS,
                answers.size(),
                times.median(),
                threads);
    }
}
