package org.dapple.tap.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.upload.read.TableReader;
import org.dapple.tap.upload.read.TableTarget;

/** The tables of one query as files of ours, deleted when closed; some formats must be read twice. */
public final class UploadedFiles implements AutoCloseable {

    private final TableReader reader;
    private final long maxBytes;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private long size;

    UploadedFiles(TableReader reader, long maxBytes) {
        this.reader = reader;
        this.maxBytes = maxBytes;
    }

    void add(String table, InputStream sent) throws IOException {
        Path file = Files.createTempFile("dapple-upload-", ".table");
        files.put(table, file);
        byte[] buffer = new byte[1 << 16];
        InputStream in = Compressed.unpacked(table, sent);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                requireSize(table);
                out.write(buffer, 0, read);
            }
        }
    }

    /** How large they are together, uncompressed. */
    public long bytes() {
        return size;
    }

    private void requireSize(String table) {
        if (size > maxBytes) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE,
                    ("With table %s, more than %,d bytes are uploaded, which is the most a query may bring,"
                                    + " uncompressed; send fewer rows or columns, or a binary format.")
                            .formatted(table, maxBytes));
        }
    }

    /**
     * Reads all of them.
     *
     * @param targets gives the target for a table's name
     * @throws ServiceFault when one is no table, is damaged or too large
     */
    public void readInto(Function<String, TableTarget> targets) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            reader.read("Table " + file.getKey(), file.getValue(), targets.apply(file.getKey()));
        }
    }

    @Override
    public void close() {
        try {
            for (Path file : files.values()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
