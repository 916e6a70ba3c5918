package org.dapple.dali.uws;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.dapple.dali.xml.XmlOutput;

/**
 * The jobs of a service (UWS 1.1 §2.2.2.1).
 *
 * @param jobs in the order they are shown
 */
public record JobList(List<Entry> jobs) {

    public JobList {
        jobs = List.copyOf(jobs);
    }

    /**
     * A job in brief.
     *
     * @param id its last path segment
     * @param phase where it is now
     * @param runId what its client calls it, or null
     * @param ownerId who it belongs to, or null
     * @param creationTime when it was created
     */
    public record Entry(String id, Phase phase, String runId, String ownerId, Instant creationTime) {}

    /**
     * Writes the document.
     *
     * @param url of the list, without a trailing slash
     */
    public void write(String url, OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        xml.open("uws:jobs", UwsXml.namespacesAndVersion());
        for (Entry job : jobs) {
            xml.open("uws:jobref", UwsXml.link(job.id(), url + "/" + job.id()));
            xml.element("uws:phase", job.phase().name());
            xml.element("uws:runId", job.runId());
            UwsXml.nillable("uws:ownerId", job.ownerId(), xml);
            xml.element("uws:creationTime", UwsTime.text(job.creationTime()));
            xml.close("uws:jobref");
        }
        xml.close("uws:jobs");
        xml.flush();
    }
}
