package org.dapple.tap.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.table.ResultSummary;

/** The figures of one query, from its begin to its end; of one thread. */
final class MeteredQuery {

    /** Between what an index finds at once and what a synchronous query may take at most. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final String mode;
    private final Timer.Sample begin;
    private long bytes;

    MeteredQuery(MeterRegistry registry, String mode) {
        this.registry = registry;
        this.mode = mode;
        this.begin = Timer.start(registry);
    }

    /** What is measured. */
    interface Answer {

        ResultSummary write() throws IOException;
    }

    /** Writes the answer and counts how it ended. */
    ResultSummary measure(Answer answer) throws IOException {
        try {
            ResultSummary summary = answer.write();
            ended(summary);
            return summary;
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            failed(failure);
            throw failure;
        }
    }

    /** A sink that notes when it is opened, which is when the database has the first row, and what goes into it. */
    ResultSink watched(ResultSink sink) {
        return format -> {
            begin.stop(timer("dapple.query.first.row", "Time until the first row of a query could be sent")
                    .tag("mode", mode)
                    .register(registry));
            return new CountedOutput(sink.open(format));
        };
    }

    /**
     * Tables came with it.
     *
     * @param size in bytes, uncompressed
     */
    void uploaded(int tables, long size) {
        count("dapple.upload.tables", tables);
        count("dapple.upload.bytes", size);
    }

    private void ended(ResultSummary summary) {
        count("dapple.result.rows", summary.rows());
        end(summary.fault().map(MeteredQuery::outcome).orElse(summary.overflow() ? "overflow" : "ok"));
    }

    private void failed(Throwable failure) {
        end(
                failure instanceof ServiceFault fault
                        ? outcome(fault)
                        : failure instanceof IOException ? "broken_off" : "internal");
    }

    private void end(String outcome) {
        count("dapple.result.bytes", bytes);
        begin.stop(timer("dapple.queries", "Queries by mode and outcome, and the time they took")
                .tags("mode", mode, "outcome", outcome)
                .register(registry));
    }

    private void count(String what, long more) {
        registry.counter(what, "mode", mode).increment((double) more);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(STEPS);
    }

    private static String outcome(ServiceFault fault) {
        return fault.category().name().toLowerCase(Locale.ROOT);
    }

    private final class CountedOutput extends FilterOutputStream {

        CountedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }
    }
}
