package org.dapple.dbinit.rucio;

import java.util.Objects;

/**
 * The metadata of one data identifier.
 *
 * @param vo Rucio's virtual organisation
 * @param data a JSON object, as text
 */
public record Did(String vo, String scope, String name, String data) {

    /** The virtual organisation of a Rucio that has only one. */
    public static final String DEFAULT_VO = "def";

    public Did {
        Objects.requireNonNull(vo);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(name);
        Objects.requireNonNull(data);
    }
}
