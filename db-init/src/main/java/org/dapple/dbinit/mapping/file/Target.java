package org.dapple.dbinit.mapping.file;

/**
 * A column that metadata can fill.
 *
 * @param kind how its values are made, as the database's {@code ivoa.to_<kind>} is called, such as {@code double}
 * @param unit of its values; null where there is none
 */
public record Target(String name, String kind, String unit) {

    boolean isNumber() {
        return switch (kind) {
            case "double", "longitude", "latitude", "integer", "bigint" -> true;
            default -> false;
        };
    }
}
