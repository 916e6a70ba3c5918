package org.dapple.tap.vosi;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dapple.adql.function.Feature;
import org.dapple.adql.function.Functions;
import org.dapple.adql.function.Signature;
import org.dapple.dali.vosi.Language;

/** The optional parts of ADQL 2.1 that work: what ADQL's table of functions has, and what its grammar has. */
final class AdqlFeatures {

    private static final String TYPE = "ivo://ivoa.net/std/TAPRegExt#features-";

    /**
     * Clauses, operators, and functions with a grammar of their own. COALESCE works too and is not declared: STILTS up to
     * 3.4.7 calls its type, {@code features-adql-conditional}, an error.
     */
    private static final Map<String, List<String>> GRAMMAR = Map.of(
            TYPE + "adqlgeo", List.of("POLYGON"),
            TYPE + "adql-string", List.of("ILIKE"),
            TYPE + "adql-common-table", List.of("WITH"),
            TYPE + "adql-sets", List.of("EXCEPT", "INTERSECT", "UNION"),
            TYPE + "adql-type", List.of("CAST"),
            TYPE + "adql-offset", List.of("OFFSET"));

    private AdqlFeatures() {}

    static List<Language.FeatureList> declared() {
        TreeMap<String, SortedSet<String>> forms = new TreeMap<>();
        GRAMMAR.forEach((type, words) -> forms.put(type, new TreeSet<>(words)));
        Functions.all().stream()
                .filter(signature -> signature.feature() != Feature.CORE)
                .forEach(signature -> add(signature, forms));
        return forms.entrySet().stream()
                .map(entry -> new Language.FeatureList(entry.getKey(), features(entry.getValue())))
                .toList();
    }

    private static void add(Signature signature, Map<String, SortedSet<String>> forms) {
        forms.computeIfAbsent(signature.feature().type(), type -> new TreeSet<>())
                .add(signature.name());
    }

    private static List<Language.Feature> features(SortedSet<String> forms) {
        return forms.stream().map(form -> new Language.Feature(form, null)).toList();
    }
}
