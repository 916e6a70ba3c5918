package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dapple.dali.table.Info;
import org.dapple.dali.xml.XmlOutput;

/** An error document: a VOTable without table whose QUERY_STATUS is ERROR (DALI 1.1 §4.2.1, §4.4.1). */
public final class VOTableError {

    /** What an error document is served as, whatever format the result would have had. */
    public static final String MEDIA_TYPE = "application/x-votable+xml";

    private VOTableError() {}

    /** Writes the document with a message for the user. */
    public static void write(String message, OutputStream stream) throws IOException {
        XmlOutput xml = VOTableFrame.open(stream);
        VOTableFrame.info(new Info("QUERY_STATUS", "ERROR", message), xml);
        VOTableFrame.close(xml);
    }

    /**
     * Writes the same document for clients of Cone Search 1.03 too, which look for an INFO named Error below the root
     * (§2.3 there) and may not know QUERY_STATUS.
     */
    public static void writeForConeSearch(String message, OutputStream stream) throws IOException {
        XmlOutput xml = VOTableFrame.open(List.of(Info.of("Error", message)), stream);
        VOTableFrame.info(new Info("QUERY_STATUS", "ERROR", message), xml);
        VOTableFrame.close(xml);
    }
}
