package org.dapple.dbinit.demo;

import java.util.List;

/** What a telescope was pointed at. */
record Target(String name, Position position) {

    /** What people look for first, the poles, and where right ascension begins anew. */
    static final List<Target> FAMOUS = List.of(
            target("M83", 204.253958, -29.865417),
            target("Centaurus A", 201.365063, -43.019113),
            target("NGC 253", 11.888002, -25.288220),
            target("Fornax A", 50.673825, -37.208227),
            target("LMC", 80.893860, -69.756126),
            target("SMC", 13.158330, -72.800280),
            target("Vela pulsar", 128.835883, -45.176389),
            target("Sgr A*", 266.416817, -29.007825),
            target("47 Tuc", 6.022329, -72.081444),
            target("Virgo A", 187.705931, 12.391123),
            target("Crab nebula", 83.633212, 22.014460),
            target("Cygnus A", 299.868153, 40.733916),
            target("south celestial pole", 0, -90),
            target("north celestial pole", 0, 90),
            target("vernal equinox", 0, 0));

    private static Target target(String name, double ra, double dec) {
        return new Target(name, new Position(ra, dec));
    }
}
