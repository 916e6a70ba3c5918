package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
import org.dapple.dali.table.Info;
import org.dapple.dali.text.TextOutput;

/** An error document: a VOTable without table whose QUERY_STATUS is ERROR (DALI 1.1 §4.2.1, §4.4.1). */
public final class VOTableError {

    /** What an error document is served as, whatever format the result would have had. */
    public static final String MEDIA_TYPE = "application/x-votable+xml";

    private VOTableError() {}

    /** Writes the document with a message for the user. */
    public static void write(String message, OutputStream stream) throws IOException {
        TextOutput out = new TextOutput(stream);
        VOTableFrame.open(out);
        VOTableFrame.openResource(out);
        VOTableFrame.info(new Info("QUERY_STATUS", "ERROR", message), out);
        VOTableFrame.close(out);
        out.flush();
    }
}
