package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
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
}
