package org.dapple.adql.function;

/** Hours or degrees with minutes and seconds, read by regular expressions; {@code \Z} is the end of the text. */
final class Sexagesimal {
    private static final String SECONDS = "(\\d{1,2}(?:\\.\\d*)?)";

    private static final String VALUE = "(CASE WHEN t.p[1] = '-' THEN -1 ELSE 1 END"
            + " * (t.p[2]::float8 + t.p[3]::float8 / 60 + t.p[4]::float8 / 3600))";

    static final String HOURS = sql("()", "(\\d{1,2})", "(\\d{2})", "hH", "15 * " + VALUE);
    static final String DEGREES = sql("([+-]?)", "(\\d{1,3})", "(\\d{2,3})", "dD", VALUE);

    private Sexagesimal() {}

    private static String sql(String sign, String first, String packed, String letters, String value) {
        String apart = "^\\s*" + sign + first + "[:" + letters + "](\\d{1,2})[:mM]" + SECONDS + "[sS]?\\s*\\Z";
        String together = "^\\s*" + sign + packed + "(\\d{2})(\\d{2}(?:\\.\\d*)?)\\s*\\Z";
        return "(SELECT " + value + " FROM (SELECT coalesce(regexp_match(s.s, '" + apart + "'), regexp_match(s.s, '"
                + together + "')) AS p FROM (SELECT $1 AS s) AS s) AS t)";
    }
}
