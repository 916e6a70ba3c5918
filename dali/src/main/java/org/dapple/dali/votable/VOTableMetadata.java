package org.dapple.dali.votable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.ResultHead;
import org.dapple.dali.table.ResultSummary;
import org.dapple.dali.xml.XmlOutput;

/** A result as a VOTable without its rows, for formats that carry one as their metadata. */
public final class VOTableMetadata {

    private VOTableMetadata() {}

    /** The document of a result whose rows are written. */
    public static String of(ResultHead head, List<Field> fields, ResultSummary summary) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try {
            XmlOutput xml = VOTableFrame.open(document);
            VOTableFrame.info(summary.queryStatus(), xml);
            for (Info info : head.infos()) {
                VOTableFrame.info(info, xml);
            }
            VOTableFrame.coordinateFrames(fields, xml);
            xml.open("TABLE");
            Descriptors services = new Descriptors(head.services(), fields);
            VOTableFrame.fields(fields, field -> Optional.empty(), services, xml);
            xml.close("TABLE");
            VOTableFrame.close(services, head.self(), xml);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return document.toString(StandardCharsets.UTF_8);
    }
}
