package org.dapple.dali.uws;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * A job as it is now (UWS 1.1 §2.1.1); what is not known yet is null.
 *
 * @param id its last path segment
 * @param runId what its client calls it, or null
 * @param ownerId who it belongs to, or null
 * @param phase where it is
 * @param quote when it will probably have ended, or null
 * @param creationTime when it was created
 * @param startTime when it began to run, or null
 * @param endTime when it ended, or null
 * @param executionDuration how long it may run, whole seconds, at least one
 * @param destruction when it and its results are deleted
 * @param parameters in the order they were given
 * @param results none before it has completed
 * @param error why it failed, or null
 */
public record Job(
        String id,
        String runId,
        String ownerId,
        Phase phase,
        Instant quote,
        Instant creationTime,
        Instant startTime,
        Instant endTime,
        Duration executionDuration,
        Instant destruction,
        List<Parameter> parameters,
        List<Result> results,
        Failure error) {

    public Job {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /**
     * One value of a parameter.
     *
     * @param name as the client wrote it
     */
    public record Parameter(String name, String value) {}

    /**
     * One result.
     *
     * @param id its last path segment
     * @param mediaType what it is served as
     * @param size bytes
     */
    public record Result(String id, String mediaType, long size) {}

    /**
     * Why a job failed.
     *
     * @param isTransient whether the same job may succeed later
     * @param message for the user
     */
    public record Failure(boolean isTransient, String message) {}

    /**
     * Writes the job's document.
     *
     * @param url of the job, without a trailing slash
     */
    public void write(String url, OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        xml.open("uws:job", UwsXml.namespacesAndVersion());
        xml.element("uws:jobId", id);
        xml.element("uws:runId", runId);
        UwsXml.nillable("uws:ownerId", ownerId, xml);
        xml.element("uws:phase", phase.name());
        UwsXml.nillable("uws:quote", quote, xml);
        xml.element("uws:creationTime", UwsTime.text(creationTime));
        UwsXml.nillable("uws:startTime", startTime, xml);
        UwsXml.nillable("uws:endTime", endTime, xml);
        xml.element("uws:executionDuration", Long.toString(executionDuration.toSeconds()));
        xml.element("uws:destruction", UwsTime.text(destruction));
        writeParameters(xml, Attributes.none());
        writeResults(url, xml, Attributes.none());
        writeError(xml);
        xml.close("uws:job");
        xml.flush();
    }

    /** Writes the document of the parameters (UWS 1.1 §2.2.2.9). */
    public void writeParameters(OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        writeParameters(xml, UwsXml.namespaces());
        xml.flush();
    }

    /**
     * Writes the document of the results (UWS 1.1 §2.2.2.10).
     *
     * @param url of the job, without a trailing slash
     */
    public void writeResults(String url, OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        writeResults(url, xml, UwsXml.namespaces());
        xml.flush();
    }

    private void writeParameters(XmlOutput xml, Attributes attributes) throws IOException {
        xml.open("uws:parameters", attributes);
        for (Parameter parameter : parameters) {
            xml.element("uws:parameter", parameter.value(), Attributes.of("id", parameter.name()));
        }
        xml.close("uws:parameters");
    }

    private void writeResults(String url, XmlOutput xml, Attributes attributes) throws IOException {
        xml.open("uws:results", attributes);
        for (Result result : results) {
            xml.empty(
                    "uws:result",
                    UwsXml.link(result.id(), url + "/results/" + result.id())
                            .and("size", Long.toString(result.size()))
                            .and("mime-type", result.mediaType()));
        }
        xml.close("uws:results");
    }

    private void writeError(XmlOutput xml) throws IOException {
        if (error != null) {
            String type = error.isTransient() ? "transient" : "fatal";
            xml.open("uws:errorSummary", Attributes.of("type", type).and("hasDetail", "true"));
            xml.element("uws:message", error.message());
            xml.close("uws:errorSummary");
        }
    }
}
