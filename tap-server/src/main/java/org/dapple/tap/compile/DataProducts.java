package org.dapple.tap.compile;

import java.util.List;
import java.util.stream.IntStream;
import org.dapple.adql.resolved.ColumnOrigin;
import org.dapple.adql.resolved.OutputColumn;

/** Which columns of a result name data products of this site, under whatever alias: not what other tables call so. */
final class DataProducts {

    private static final ColumnOrigin PUBLISHER_DID = new ColumnOrigin("ivoa", "obscore", "obs_publisher_did");

    private DataProducts() {}

    static List<Integer> in(List<OutputColumn> columns) {
        return IntStream.range(0, columns.size())
                .filter(column -> PUBLISHER_DID.equals(columns.get(column).origin()))
                .boxed()
                .toList();
    }
}
