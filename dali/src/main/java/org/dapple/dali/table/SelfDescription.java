package org.dapple.dali.table;

import java.util.List;

/**
 * What the service that gives a result takes as parameters (DataLink 1.1 §4.8): a client that has one answer can ask more.
 *
 * @param standardId identifier of the standard it follows, such as {@code ivo://ivoa.net/std/SIA#query-2.0}
 * @param accessUrl its absolute URL
 * @param inputs the parameters
 */
public record SelfDescription(String standardId, String accessUrl, List<Input> inputs) {

    public SelfDescription {
        inputs = List.copyOf(inputs);
    }

    /**
     * One parameter; what does not apply is null.
     *
     * @param name such as {@code BAND}
     * @param datatype VOTable datatype of its values
     * @param arraysize VOTable arraysize of its values
     * @param xtype DALI extended type of its values, such as {@code interval}
     * @param unit unit of its values in VOUnits
     * @param ucd what the values are
     * @param description one sentence for a reader
     * @param options the values it takes, empty where they are not numbered
     */
    public record Input(
            String name,
            String datatype,
            String arraysize,
            String xtype,
            String unit,
            String ucd,
            String description,
            List<String> options) {

        public Input {
            options = List.copyOf(options);
        }
    }
}
