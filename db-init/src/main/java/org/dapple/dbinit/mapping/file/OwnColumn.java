package org.dapple.dbinit.mapping.file;

/**
 * A column that the site adds to ivoa.obscore.
 *
 * @param type as PostgreSQL calls it
 * @param unit null where there is none, as with ucd, utype and description
 */
public record OwnColumn(
        String name, String type, String unit, String ucd, String utype, String description, boolean indexed) {

    Target target() {
        String kind = switch (type) {
            case "text" -> indexed ? "label" : "text";
            case "double precision" -> "double";
            default -> type;
        };
        return new Target(name, kind, unit);
    }

    String inWords() {
        return "column %s: %s%s%s%s%s%s"
                .formatted(
                        name,
                        type,
                        said("unit", unit),
                        said("UCD", ucd),
                        said("utype", utype),
                        indexed ? ", indexed" : "",
                        said("described as", description));
    }

    private static String said(String what, String value) {
        return value == null ? "" : ", " + what + " " + value;
    }
}
