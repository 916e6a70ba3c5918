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

    private static final String CHARSET = ";charset=UTF-8";

    public ResultFormat {
        aliases = List.copyOf(aliases);
    }

    /** Echoes what was asked for, with the charset where browsers would otherwise guess one. */
    ResultFormat servedAs(String requested) {
        boolean charsetMissing = mediaType.endsWith(CHARSET) && !MediaTypeName.hasCharset(requested);
        return new ResultFormat(charsetMissing ? requested + CHARSET : requested, aliases, ivoid, writer);
    }
}
