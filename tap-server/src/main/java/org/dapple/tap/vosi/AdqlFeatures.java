package org.dapple.tap.vosi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dapple.adql.function.Feature;
import org.dapple.adql.function.Functions;
import org.dapple.adql.function.Signature;
import org.dapple.dali.vosi.Language;

/** The optional parts of ADQL 2.1 that work: what ADQL's table of functions has, and what its grammar has. */
final class AdqlFeatures {

    private static final String TYPE = "ivo://ivoa.net/std/TAPRegExt#features-";

    /**
     * STILTS up to 3.4.7 does not know the type and calls it an error, but only where it is written with capitals, as the
     * other types are. Identifiers are compared without regard to case (IVOA Identifiers 2.0 §2.1), so both mean the same.
     */
    private static final String CONDITIONAL = TYPE.toLowerCase(Locale.ROOT) + "adql-conditional";

    /** Clauses, operators, and functions with a grammar or types of their own. */
    private static final Map<String, List<String>> GRAMMAR = Map.of(
            TYPE + "adqlgeo",
            List.of("POLYGON", "REGION"),
            TYPE + "adql-string",
            List.of("ILIKE"),
            TYPE + "adql-common-table",
            List.of("WITH"),
            TYPE + "adql-sets",
            List.of("EXCEPT", "INTERSECT", "UNION"),
            TYPE + "adql-type",
            List.of("CAST"),
            TYPE + "adql-unit",
            List.of("IN_UNIT"),
            TYPE + "adql-offset",
            List.of("OFFSET"),
            CONDITIONAL,
            List.of("COALESCE"));

    private AdqlFeatures() {}

    static List<Language.FeatureList> declared() {
        TreeMap<String, SortedSet<String>> forms = new TreeMap<>();
        GRAMMAR.forEach((type, words) -> forms.put(type, new TreeSet<>(words)));
        Functions.all().stream()
                .filter(signature -> signature.feature() != Feature.CORE)
                .forEach(signature -> add(signature, forms));
        Stream<Language.FeatureList> ofTheStandard = forms.entrySet().stream()
                .map(entry -> new Language.FeatureList(entry.getKey(), features(entry.getValue())));
        return Stream.concat(ofTheStandard, Stream.of(userDefined())).toList();
    }

    /** The functions of the IVOA's catalogue: their form is a signature. */
    private static Language.FeatureList userDefined() {
        return new Language.FeatureList(
                Feature.USER_DEFINED.type(),
                Functions.userDefined().stream()
                        .map(function -> new Language.Feature(function.form(), function.description()))
                        .toList());
    }

    private static void add(Signature signature, Map<String, SortedSet<String>> forms) {
        forms.computeIfAbsent(signature.feature().type(), type -> new TreeSet<>())
                .add(signature.name());
    }

    private static List<Language.Feature> features(SortedSet<String> forms) {
        return forms.stream().map(form -> new Language.Feature(form, null)).toList();
    }
}
