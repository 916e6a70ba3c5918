package org.dapple.adql.parse;

/** Says what stands in ADQL for signs of other languages and of word processors. */
final class ForeignSigns {
    private ForeignSigns() {}

    static String advice(String sign) {
        return switch (sign) {
            case "\u2018", "\u2019", "\u00B4" -> "text is written between straight single quotes: '";
            case "\u201C", "\u201D" ->
                "text is written between straight single quotes: ', a name between straight double ones: \"";
            case "`", "[" -> "a name with other signs than letters, digits and _ is written between double quotes: \"";
            case "%" -> "the remainder of a division is MOD(a, b)";
            case "^" -> "a power is POWER(a, b)";
            case "&" -> "ADQL has no operations on bits; conditions are joined by AND";
            case "!" -> "\"not\" is NOT, and \"not equal\" is <>";
            case ":" -> "a value is converted by CAST(value AS type)";
            case "#" -> "a comment begins with --";
            case "\u2212", "\u2013" -> "a minus is the sign -";
            case "{", "}" -> "a list is written between parentheses: ( )";
            default -> "that is no sign of ADQL";
        };
    }
}
