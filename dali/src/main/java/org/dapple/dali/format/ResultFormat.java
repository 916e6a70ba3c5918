package org.dapple.dali.format;

import java.util.List;
import org.dapple.dali.table.ResultWriter;

/**
 * A format that results can have.
 *
 * @param mediaType what the result is served as; of a format that was chosen, the media type that was asked for
 * @param aliases other names a client may ask by: short names and media types
 * @param ivoid identifier in TAPRegExt 1.0 §2.4, or null where it has none
 * @param writer what writes it
 */
public record ResultFormat(String mediaType, List<String> aliases, String ivoid, ResultWriter writer) {

    public ResultFormat {
        aliases = List.copyOf(aliases);
    }

    ResultFormat servedAs(String requested) {
        return new ResultFormat(requested, aliases, ivoid, writer);
    }
}
