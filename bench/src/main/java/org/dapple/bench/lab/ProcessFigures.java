package org.dapple.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells about a process (proc(5)). */
public record ProcessFigures(long pid) {

    private static final String RESET_PEAK = "5";

    /** Bytes of memory it has now. */
    public long residentBytes() {
        return statusBytes("VmRSS:");
    }

    /** The most bytes of memory it had since {@link #forgetPeak()}. */
    public long peakResidentBytes() {
        return statusBytes("VmHWM:");
    }

    /** Begins anew to watch for the peak. */
    public void forgetPeak() {
        try {
            Files.writeString(file("clear_refs"), RESET_PEAK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seconds of processor time it has used so far. */
    public double cpuSeconds() {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toMillis()
                / 1e3;
    }

    /** Threads that it has now. */
    public long threads() {
        return status("Threads:");
    }

    private long statusBytes(String key) {
        return 1024 * status(key);
    }

    private long status(String key) {
        try {
            List<String> lines = Files.readAllLines(file("status"));
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
