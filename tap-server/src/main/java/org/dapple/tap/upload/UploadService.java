package org.dapple.tap.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.config.UploadLimits;
import org.dapple.tap.upload.fetch.UrlFetcher;
import org.dapple.tap.upload.read.TableReader;

/** Gets the tables that a query brings along, from its own parts and from the web. */
public final class UploadService implements AutoCloseable {

    private final UploadLimits limits;
    private final TableReader reader;
    private final UrlFetcher fetcher;

    public UploadService(UploadLimits limits) {
        this.limits = limits;
        this.reader = new TableReader(limits);
        this.fetcher = new UrlFetcher(limits.privateAddresses());
    }

    /**
     * Gets all tables before a connection to the database is taken: a slow server of others must not hold one.
     *
     * @return their files, which the caller closes
     * @throws ServiceFault when one is missing, cannot be fetched or is too large, or there are too many
     */
    public UploadedFiles collect(List<Upload> uploads, Parts parts) throws IOException {
        if (uploads.size() > limits.tables()) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE,
                    "UPLOAD names %d tables; a query may bring %d at most.".formatted(uploads.size(), limits.tables()));
        }
        UploadedFiles files = new UploadedFiles(reader, limits.bytes());
        try {
            for (Upload upload : uploads) {
                collect(upload, parts, files);
            }
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private void collect(Upload upload, Parts parts, UploadedFiles files) throws IOException {
        if (upload.location() instanceof Upload.Part part) {
            try (InputStream in = parts.open(part.name()).orElseThrow(() -> missing(upload, part.name()))) {
                files.add(upload.table(), in);
            }
        } else {
            URI url = ((Upload.Url) upload.location()).url();
            fetcher.fetch(url, in -> {
                files.add(upload.table(), in);
                return null;
            });
        }
    }

    private static ServiceFault missing(Upload upload, String part) {
        return ServiceFault.usage(
                ("UPLOAD says that table %s is in the part '%s' of the request, but there is no such part;"
                                + " the request is sent by POST as multipart/form-data with the table in a part of that name.")
                        .formatted(upload.table(), part));
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
