package org.dapple.datalink.replica.locate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dapple.dali.did.PercentCode;
import org.dapple.datalink.config.LocateSettings;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.Holding;
import org.dapple.datalink.replica.ReplicaCatalogue;
import org.dapple.datalink.replica.wire.CachedToken;
import org.dapple.datalink.replica.wire.ClientCredentials;
import org.dapple.datalink.replica.wire.JsonLines;
import org.dapple.datalink.replica.wire.Wire;

/**
 * The SRCNet's data management API: {@code GET /data/locate/<namespace>/<name>}, a question for each DID, a few at a time.
 * It tells no positions of storage, so that its own order counts as the priority.
 */
public final class LocateCatalogue implements ReplicaCatalogue, AutoCloseable {

    private static final int AT_A_TIME = 8;

    private static final String LATE = "the data management API does not answer in time";

    private final LocateSettings settings;
    private final Wire wire;
    private final Optional<CachedToken> token;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, LocateCatalogue::thread);
    private final JsonLines json = new JsonLines();

    public LocateCatalogue(LocateSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        this.token = settings.client().map(client -> new CachedToken(new ClientCredentials(client, wire)));
    }

    @Override
    public String name() {
        return "locate";
    }

    @Override
    public Findings find(Set<Did> dids, Deadline until) throws CatalogueException {
        Map<Did, Future<Optional<Holding>>> questions = new HashMap<>();
        dids.forEach(did -> questions.put(did, threads.submit(() -> locate(did, until))));
        try {
            return found(questions, until);
        } finally {
            questions.values().forEach(question -> question.cancel(true));
        }
    }

    /** What is found of some DIDs is not lost when others are not told; when nothing is, it counts as a failure. */
    private static Findings found(Map<Did, Future<Optional<Holding>>> questions, Deadline until)
            throws CatalogueException {
        Map<Did, Holding> found = new HashMap<>();
        CatalogueException failure = null;
        for (Map.Entry<Did, Future<Optional<Holding>>> question : questions.entrySet()) {
            try {
                answer(question.getValue(), until).ifPresent(holding -> found.put(question.getKey(), holding));
            } catch (CatalogueException e) {
                failure = e;
            }
        }
        if (failure == null) {
            return Findings.complete(found);
        }
        if (found.isEmpty()) {
            throw failure;
        }
        return new Findings(found, Optional.of(failure.getMessage()));
    }

    private static Optional<Holding> answer(Future<Optional<Holding>> question, Deadline until)
            throws CatalogueException {
        try {
            return question.get(until.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            HttpTimeoutException late = new HttpTimeoutException("no answer in time");
            late.initCause(e);
            throw new CatalogueException(LATE, late);
        } catch (ExecutionException e) {
            throw new CatalogueException(
                    e.getCause() instanceof HttpTimeoutException
                            ? LATE
                            : "the data management API does not answer as it should",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueException("the service is stopping", e);
        }
    }

    /** It knows none. */
    @Override
    public Optional<Place> placeOf(String siteOrRse, Deadline until) {
        return Optional.empty();
    }

    private Optional<Holding> locate(Did did, Deadline until) throws IOException {
        String path = "/data/locate/" + encoded(did.scope()) + "/" + encoded(did.name());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.url() + path + "?colocated_services=soda_sync,soda_async"));
        if (token.isEmpty()) {
            return wire.ask(request.build(), until, this::holding);
        }
        String text = token.get().text(until);
        return wire.ask(request.header("Authorization", "Bearer " + text).build(), until, (head, body) -> {
            if (head.statusCode() == 401) {
                token.get().refused(text);
            }
            return holding(head, body);
        });
    }

    private Optional<Holding> holding(HttpResponse<?> head, InputStream body) throws IOException {
        return switch (head.statusCode()) {
            case 404 -> Optional.empty();
            case 204 -> Optional.of(Holding.File.withoutReplica());
            case 200 ->
                Optional.of(new Holding.File(
                        Optional.empty(), Optional.empty(), Optional.empty(), LocatedReplicas.read(json.one(body))));
            default -> throw new IOException("status " + head.statusCode());
        };
    }

    private static String encoded(String part) {
        return PercentCode.encode(part, "-._~/:@!$&'()*+,;=");
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dapple-datalink-locate");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
