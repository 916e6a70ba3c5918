package org.dapple.adql.resolved;

import java.util.List;

/** What gives rows. */
public sealed interface Body permits CheckedSelect, CheckedSetOperation, CheckedQuery {
    List<OutputColumn> columns();
}
