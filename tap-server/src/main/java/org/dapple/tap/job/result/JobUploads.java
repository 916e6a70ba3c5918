package org.dapple.tap.job.result;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
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

    private final Path folder;

    /** @param folder the one of the results */
    public JobUploads(Path folder) {
        this.folder = folder;
    }

    /** Keeps those parts that the parameter UPLOAD of a job names; what is wrong with it is told when the job runs. */
    public void keep(String jobId, List<Job.Parameter> parameters, Parts parts) throws IOException {
        for (Upload upload : uploads(parameters)) {
            if (upload.location() instanceof Upload.Part part) {
                keep(file(jobId, part.name()), parts.open(part.name()));
            }
        }
    }

    private static void keep(Path file, Optional<InputStream> part) throws IOException {
        if (part.isPresent()) {
            try (InputStream in = part.get()) {
                Files.createDirectories(file.getParent());
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
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

    private static List<Upload> uploads(List<Job.Parameter> parameters) {
        try {
            return UploadParameter.read(parameters.stream()
                    .filter(parameter -> parameter.name().equalsIgnoreCase("UPLOAD"))
                    .map(Job.Parameter::value)
                    .filter(value -> !value.isEmpty())
                    .toList());
        } catch (ServiceFault malformed) {
            return List.of();
        }
    }

    /** A name of ours: that of a part may be anything. */
    private Path file(String jobId, String part) {
        return folder.resolve(jobId).resolve("upload-" + UUID.nameUUIDFromBytes(part.getBytes(StandardCharsets.UTF_8)));
    }
}
