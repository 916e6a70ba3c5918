package org.dapple.tap.vosi;

import java.util.Arrays;
import java.util.List;
import org.dapple.adql.function.Feature;
import org.dapple.adql.function.Functions;
import org.dapple.adql.function.Signature;
import org.dapple.dali.vosi.Language;

/** The optional parts of ADQL that work, as ADQL's table of functions has them. */
final class AdqlFeatures {

    private AdqlFeatures() {}

    static List<Language.FeatureList> declared() {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature != Feature.CORE)
                .map(feature -> new Language.FeatureList(feature.type(), functions(feature)))
                .filter(list -> !list.features().isEmpty())
                .toList();
    }

    private static List<Language.Feature> functions(Feature feature) {
        return Functions.all().stream()
                .filter(signature -> signature.feature() == feature)
                .map(Signature::name)
                .distinct()
                .map(name -> new Language.Feature(name, null))
                .toList();
    }
}
