package org.dapple.dbinit.mapping.file;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping file that cannot be used, with everything that is wrong with it. */
public final class MappingFaultsException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public MappingFaultsException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
