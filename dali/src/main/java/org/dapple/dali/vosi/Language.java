package org.dapple.dali.vosi;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * A query language (TAPRegExt 1.0 §2.3).
 *
 * @param name without version, such as {@code ADQL}
 * @param versions the versions that are understood, at least one
 * @param description one sentence for a reader, or null
 * @param features optional features by their type
 */
public record Language(String name, List<Version> versions, String description, List<FeatureList> features) {

    public Language {
        versions = List.copyOf(versions);
        features = List.copyOf(features);
    }

    /**
     * A version of the language.
     *
     * @param number such as {@code 2.1}
     * @param ivoid its identifier, such as {@code ivo://ivoa.net/std/ADQL#v2.1}, or null
     */
    public record Version(String number, String ivoid) {}

    /**
     * Features of one type.
     *
     * @param type identifier of the type, such as {@code ivo://ivoa.net/std/TAPRegExt#features-adqlgeo}
     * @param features what is offered of it
     */
    public record FeatureList(String type, List<Feature> features) {

        public FeatureList {
            features = List.copyOf(features);
        }
    }

    /**
     * One feature.
     *
     * @param form its name, or the signature of a function
     * @param description for a reader, or null
     */
    public record Feature(String form, String description) {}

    void write(XmlOutput xml) throws IOException {
        xml.open("language");
        xml.element("name", name);
        for (Version version : versions) {
            xml.element("version", version.number(), Attributes.of("ivo-id", version.ivoid()));
        }
        xml.element("description", description);
        for (FeatureList list : features) {
            xml.open("languageFeatures", Attributes.of("type", list.type()));
            for (Feature feature : list.features()) {
                xml.open("feature");
                xml.element("form", feature.form());
                xml.element("description", feature.description());
                xml.close("feature");
            }
            xml.close("languageFeatures");
        }
        xml.close("language");
    }
}
