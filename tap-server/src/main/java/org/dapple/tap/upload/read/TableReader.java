package org.dapple.tap.upload.read;

import java.io.IOException;
import java.nio.file.Path;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.tap.config.UploadLimits;
import org.xml.sax.SAXException;

/** Reads the first table of a file, whose format is known by its content, row by row. */
public final class TableReader {

    private final UploadLimits limits;

    public TableReader(UploadLimits limits) {
        this.limits = limits;
    }

    /**
     * Hands a table to a target.
     *
     * @param name how faults call the table
     * @throws ServiceFault when the file is no table of a format that is taken, is damaged, or is larger than the limits
     *     allow; and whatever {@code target} throws
     * @throws IOException when the file cannot be read for a reason that is not its content
     */
    public void read(String name, Path file, TableTarget target) throws IOException {
        TableFormat format = TableFormat.of(name, file);
        TargetSink sink = new TargetSink(name, limits, target);
        try {
            format.read(file, sink);
            sink.requireTable();
        } catch (ServiceFault e) {
            throw e;
        } catch (IOException | SAXException | RuntimeException e) {
            throw sink.fault().orElseGet(() -> damaged(name, format, e));
        } catch (OutOfMemoryError e) {
            throw ServiceFault.of(
                    FaultCategory.TOO_LARGE, name + " has a value that is too large to be read, or is damaged.");
        }
    }

    private static ServiceFault damaged(String name, TableFormat format, Exception problem) {
        return ServiceFault.usage("%s begins as %s but cannot be read to its end: %s."
                .formatted(name, format.label(), Problems.words(problem)));
    }
}
