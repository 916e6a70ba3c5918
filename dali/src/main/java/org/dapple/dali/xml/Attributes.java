package org.dapple.dali.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Attributes of one element in order; those without a value are left out. */
public final class Attributes {

    private final Map<String, String> values = new LinkedHashMap<>();

    private Attributes() {}

    /** No attribute. */
    public static Attributes none() {
        return new Attributes();
    }

    /** One attribute, or none where the value is null. */
    public static Attributes of(String name, String value) {
        return new Attributes().and(name, value);
    }

    /** One more attribute, unless the value is null. */
    public Attributes and(String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Map<String, String> values() {
        return values;
    }
}
