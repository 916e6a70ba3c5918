package org.dapple.tap.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dapple.adql.ast.Query;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.SelfDescription;

/**
 * A query that was built from the judged parameters of a simple protocol.
 *
 * @param protocol identifier of the protocol's standard, such as {@code ivo://ivoa.net/std/SIA}
 * @param query what is asked
 * @param ucds UCDs that the protocol wants, by names of columns: no other column has one of these
 * @param self how the door describes itself in its answers, if it does
 * @param maxRec how many rows are asked for at most; 0 asks for metadata only, which is no overflow here (SIA 2.0 §2.1.19)
 * @param responseFormat name or media type of the format
 * @param url by which the same can be asked for by GET, if it can
 */
public record Search(
        String protocol,
        Query query,
        Map<String, String> ucds,
        Optional<SelfDescription> self,
        OptionalLong maxRec,
        Optional<String> responseFormat,
        Optional<String> url) {

    /** Longer ones are cut or refused on the way by some programs. */
    private static final int MAX_URL_LENGTH = 8000;

    public Search {
        ucds = Map.copyOf(ucds);
    }

    /** Whether no row is wanted. */
    public boolean isForMetadata() {
        return maxRec.isPresent() && maxRec.getAsLong() == 0;
    }

    /** The columns of the result as the protocol wants them. */
    public List<Field> fields(List<Field> columns) {
        return columns.stream().map(this::field).toList();
    }

    /**
     * The URL of a request, unless it is too long.
     *
     * @param address where it was sent to, without a query
     */
    public static Optional<String> url(String address, Parameters parameters) {
        return Optional.of(address + "?" + parameters.urlEncoded()).filter(url -> url.length() <= MAX_URL_LENGTH);
    }

    private Field field(Field field) {
        String wanted = ucds.get(field.name());
        boolean taken = field.ucd() != null && ucds.containsValue(field.ucd());
        return wanted == null && !taken ? field : field.withUcd(wanted);
    }
}
