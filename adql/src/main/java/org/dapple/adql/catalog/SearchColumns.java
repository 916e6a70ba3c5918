package org.dapple.adql.catalog;

import java.util.List;

/**
 * The columns by which a table's positions and footprints are searched: indexed pgSphere values beside the published
 * columns, never published themselves.
 */
public record SearchColumns(List<Position> positions, List<Footprint> footprints) {
    private static final SearchColumns NONE = new SearchColumns(List.of(), List.of());

    public SearchColumns {
        positions = List.copyOf(positions);
        footprints = List.copyOf(footprints);
    }

    /** For a table without any. */
    public static SearchColumns none() {
        return NONE;
    }

    /**
     * A pair of published columns (degrees) and the indexed pgSphere value that says the same.
     *
     * @param point the hidden column; NULL where either coordinate is
     */
    public record Position(String ra, String dec, String point) {}

    /**
     * A published region column (text) and the hidden columns that hold its shapes: {@code <region>_circle},
     * {@code <region>_polygon} (indexed; for a region that is one shape), {@code <region>_bound} (indexed; the bounding circle of
     * a compound one) with {@code <region>_circles}, {@code <region>_polygons}, {@code <region>_boxes} (its parts).
     */
    public record Footprint(String region) {
        public String circle() {
            return region + "_circle";
        }

        public String polygon() {
            return region + "_polygon";
        }

        public String bound() {
            return region + "_bound";
        }

        public String circles() {
            return region + "_circles";
        }

        public String polygons() {
            return region + "_polygons";
        }

        public String boxes() {
            return region + "_boxes";
        }

        /** All six, in one order. */
        public List<String> all() {
            return List.of(circle(), polygon(), bound(), circles(), polygons(), boxes());
        }
    }
}
