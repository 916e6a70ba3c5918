package org.dapple.tap.query;

import java.io.IOException;
import java.io.OutputStream;
import org.dapple.dali.format.ResultFormat;

/** Where a result goes: a client, or a job's result store. */
@FunctionalInterface
public interface ResultSink {

    /** The stream for a result in this format; asked for once, before anything is written. */
    OutputStream open(ResultFormat format) throws IOException;
}
