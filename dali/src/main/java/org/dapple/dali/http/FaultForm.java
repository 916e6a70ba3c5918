package org.dapple.dali.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.ToIntFunction;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.votable.VOTableError;

/**
 * How a protocol tells faults.
 *
 * @param httpStatus the status of each kind of fault
 * @param mediaType of the document
 * @param document writes it
 */
public record FaultForm(ToIntFunction<FaultCategory> httpStatus, String mediaType, Document document) {

    /** A VOTable with the message and the status of the fault's category (DALI 1.1 §4.2). */
    public static final FaultForm DALI = new FaultForm(
            FaultCategory::httpStatus,
            VOTableError.MEDIA_TYPE,
            (fault, out) -> VOTableError.write(fault.getMessage(), out));

    /** Writes the whole document of a fault. */
    @FunctionalInterface
    public interface Document {
        void write(ServiceFault fault, OutputStream out) throws IOException;
    }
}
