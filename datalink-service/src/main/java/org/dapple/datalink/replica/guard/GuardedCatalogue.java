package org.dapple.datalink.replica.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dapple.datalink.place.Place;
import org.dapple.datalink.replica.CatalogueException;
import org.dapple.datalink.replica.Deadline;
import org.dapple.datalink.replica.Did;
import org.dapple.datalink.replica.Findings;
import org.dapple.datalink.replica.ReplicaCatalogue;

/**
 * A catalogue over a network: what fails at once is tried again after a short, random time; one that fails half of the
 * time is left alone for a while; and only so many threads wait for it.
 */
public final class GuardedCatalogue implements ReplicaCatalogue {

    private static final int ATTEMPTS = 2;
    private static final int WAITING_THREADS = 16;
    private static final Duration TO_RECOVER = Duration.ofSeconds(5);

    private final ReplicaCatalogue catalogue;
    private final Duration timeout;
    private final Retry retry;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    /**
     * A guard.
     *
     * @param timeout how long a question may take, with all that the catalogue asks for it and a second attempt
     */
    public GuardedCatalogue(ReplicaCatalogue catalogue, Duration timeout, MeterRegistry registry) {
        this.catalogue = catalogue;
        this.timeout = timeout;
        this.retry = Retry.of(
                catalogue.name(),
                RetryConfig.custom()
                        .maxAttempts(ATTEMPTS)
                        .intervalFunction(IntervalFunction.ofRandomized(Duration.ofMillis(100), 0.5))
                        // Who has waited once for the whole time is not made to wait again.
                        .retryOnException(failure -> !(failure.getCause() instanceof HttpTimeoutException))
                        .build());
        this.breaker = CircuitBreaker.of(
                catalogue.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(TO_RECOVER)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        this.bulkhead = Bulkhead.of(
                catalogue.name(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(WAITING_THREADS)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        tellTo(registry);
    }

    private void tellTo(MeterRegistry registry) {
        Gauge.builder("dapple.datalink.source.left.alone", breaker, one -> one.getState() == State.CLOSED ? 0 : 1)
                .description("Whether a source has failed so often that it is left alone")
                .tag("source", name())
                .register(registry);
        Gauge.builder(
                        "dapple.datalink.source.waiting",
                        bulkhead,
                        one -> WAITING_THREADS - one.getMetrics().getAvailableConcurrentCalls())
                .description("Requests that wait for a source")
                .tag("source", name())
                .register(registry);
    }

    @Override
    public String name() {
        return catalogue.name();
    }

    @Override
    public Findings find(Set<Did> dids, Deadline until) throws CatalogueException {
        Deadline end = until.atMost(timeout);
        return guarded(() -> catalogue.find(dids, end));
    }

    @Override
    public Optional<Place> placeOf(String siteOrRse, Deadline until) throws CatalogueException {
        Deadline end = until.atMost(timeout);
        return guarded(() -> catalogue.placeOf(siteOrRse, end));
    }

    private <A> A guarded(CheckedSupplier<A> question) throws CatalogueException {
        try {
            return bulkhead.executeCheckedSupplier(
                    () -> breaker.executeCheckedSupplier(() -> retry.executeCheckedSupplier(question)));
        } catch (CatalogueException | RuntimeException | Error e) {
            throw told(e);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private CatalogueException told(Throwable failure) {
        if (failure instanceof CatalogueException told) {
            return told;
        }
        if (failure instanceof CallNotPermittedException) {
            return new CatalogueException(
                    catalogue.name() + " has failed lately and is left alone for a moment", failure);
        }
        if (failure instanceof BulkheadFullException) {
            return new CatalogueException("too many requests wait for " + catalogue.name() + " already", failure);
        }
        return new CatalogueException(catalogue.name() + " answers something unexpected", failure);
    }
}
