package org.dapple.dbinit.demo;

import java.util.List;

/**
 * One visit of one field of a collection.
 *
 * @param field from 0
 * @param visit from 0
 * @param fields how many fields the collection has
 */
record Observation(Collection collection, int field, int visit, int fields) {

    /** Each next field is this far in right ascension, so that any number of them covers the sky evenly. */
    private static final double GOLDEN_ANGLE = 137.50776405003785;

    /** Famous ones first, as far as the telescope sees them; then the fields of the survey. */
    Target target() {
        List<Target> famous = Target.FAMOUS.stream()
                .filter(t -> collection.covers(t.position()))
                .toList();
        if (field < famous.size()) {
            return famous.get(field);
        }
        Position tile = tile();
        return new Target(tile.designation(), tile);
    }

    private Position tile() {
        double south = StrictMath.sin(StrictMath.toRadians(collection.south()));
        double north = StrictMath.sin(StrictMath.toRadians(collection.north()));
        double height = south + (north - south) * (field + 0.5) / fields;
        return new Position(field * GOLDEN_ANGLE % 360, StrictMath.toDegrees(StrictMath.asin(height)));
    }

    String id() {
        return String.format("%s-%05d-%02d", collection.name(), field, visit + 1);
    }

    Footprint footprint() {
        return collection.footprints().get(field % collection.footprints().size());
    }

    /** MJD: a field is visited again after 30 days and a bit. */
    double begin() {
        return collection.firstDay() + field % 600 + visit * 30.02 + 0.04 * (field % 24) + 0.0007 * (field * 31 % 50);
    }

    /** In seconds. */
    double exposure() {
        return collection.hours() * 3600;
    }
}
