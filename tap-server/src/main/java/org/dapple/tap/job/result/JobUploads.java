package org.dapple.tap.job.result;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.uws.Job;
import org.dapple.tap.upload.Parts;
import org.dapple.tap.upload.Upload;
import org.dapple.tap.upload.UploadParameter;

/**
 * Keeps the tables that came as parts of the request which made a job, until the job runs: beside its results, with which
 * they are removed.
 */
public final class JobUploads {

    private static final String PREFIX = "upload-";

    private final Path folder;

    /** @param folder the one of the results */
    public JobUploads(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps those parts that the parameter UPLOAD of a job names, each whole and on disk or not at all, and of what was kept
     * before only what is still named; what is wrong with the parameter is told when the job runs.
     */
    public void keep(String jobId, List<Job.Parameter> parameters, Parts parts) throws IOException {
        List<Job.Parameter> given = parameters.stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase("UPLOAD"))
                .toList();
        if (given.isEmpty()) {
            return;
        }
        Set<Path> named = new HashSet<>();
        for (Upload upload : uploads(given)) {
            if (upload.location() instanceof Upload.Part part) {
                named.add(file(jobId, part.name()));
                keep(file(jobId, part.name()), parts.open(part.name()));
            }
        }
        forgetOthers(jobId, named);
    }

    private static void keep(Path file, Optional<InputStream> part) throws IOException {
        if (part.isPresent()) {
            Files.createDirectories(file.getParent());
            try (InputStream in = part.get();
                    FileDraft draft = new FileDraft(file)) {
                in.transferTo(draft.out());
                draft.commit();
            }
        }
    }

    private void forgetOthers(String jobId, Set<Path> named) throws IOException {
        Path job = folder.resolve(jobId);
        if (Files.isDirectory(job)) {
            try (DirectoryStream<Path> kept = Files.newDirectoryStream(job, PREFIX + "*")) {
                for (Path file : kept) {
                    if (!named.contains(file)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    /** What was kept for a job. */
    public Parts of(String jobId) {
        return name -> {
            try {
                return Optional.of(Files.newInputStream(file(jobId, name)));
            } catch (NoSuchFileException missing) {
                return Optional.empty();
            }
        };
    }

    private static List<Upload> uploads(List<Job.Parameter> given) {
        try {
            return UploadParameter.read(given.stream()
                    .map(Job.Parameter::value)
                    .filter(value -> !value.isEmpty())
                    .toList());
        } catch (ServiceFault malformed) {
            return List.of();
        }
    }

    /** A name of ours: that of a part may be anything. */
    private Path file(String jobId, String part) {
        return folder.resolve(jobId).resolve(PREFIX + UUID.nameUUIDFromBytes(part.getBytes(StandardCharsets.UTF_8)));
    }
}
