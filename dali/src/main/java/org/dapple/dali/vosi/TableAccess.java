package org.dapple.dali.vosi;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.format.ResultFormat;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * What a TAP service can do (TAPRegExt 1.0 §2). Limits that are null are not declared.
 *
 * @param at the base URL, below which sync and async are
 * @param dataModels models that tables of the service follow
 * @param language the query language
 * @param formats formats of results
 * @param uploadMethods identifiers of the ways to upload tables, empty where there are none
 * @param retentionPeriod how long jobs are kept, in seconds
 * @param executionDuration how long a query may run, in seconds
 * @param outputLimit how much a result holds
 * @param uploadLimit how much an upload may hold
 */
public record TableAccess(
        Interface at,
        List<DataModel> dataModels,
        Language language,
        List<ResultFormat> formats,
        List<String> uploadMethods,
        Limit retentionPeriod,
        Limit executionDuration,
        Limit outputLimit,
        Limit uploadLimit)
        implements Capability {

    public TableAccess {
        dataModels = List.copyOf(dataModels);
        formats = List.copyOf(formats);
        uploadMethods = List.copyOf(uploadMethods);
    }

    /**
     * A data model.
     *
     * @param ivoid its identifier, such as {@code ivo://ivoa.net/std/ObsCore#core-1.1}
     * @param label its name for a reader
     */
    public record DataModel(String ivoid, String label) {}

    /**
     * A limit that holds unless asked otherwise, and one that cannot be passed; either may be null.
     *
     * @param unit {@code row} or {@code byte} for data, null for times, which are in seconds
     */
    public record Limit(Long defaultValue, Long hard, String unit) {

        /** A limit of time in seconds. */
        public static Limit seconds(Long defaultValue, Long hard) {
            return new Limit(defaultValue, hard, null);
        }

        /** A limit of rows. */
        public static Limit rows(Long defaultValue, Long hard) {
            return new Limit(defaultValue, hard, "row");
        }

        /** A limit of bytes. */
        public static Limit bytes(Long defaultValue, Long hard) {
            return new Limit(defaultValue, hard, "byte");
        }
    }

    @Override
    public String standardId() {
        return "ivo://ivoa.net/std/TAP";
    }

    @Override
    public void write(XmlOutput xml) throws IOException {
        xml.open("capability", Attributes.of("standardID", standardId()).and("xsi:type", "tr:TableAccess"));
        at.write(xml);
        for (DataModel model : dataModels) {
            xml.element("dataModel", model.label(), Attributes.of("ivo-id", model.ivoid()));
        }
        language.write(xml);
        for (ResultFormat format : formats) {
            write(format, xml);
        }
        for (String method : uploadMethods) {
            xml.empty("uploadMethod", Attributes.of("ivo-id", method));
        }
        write("retentionPeriod", retentionPeriod, xml);
        write("executionDuration", executionDuration, xml);
        write("outputLimit", outputLimit, xml);
        write("uploadLimit", uploadLimit, xml);
        xml.close("capability");
    }

    private static void write(ResultFormat format, XmlOutput xml) throws IOException {
        xml.open("outputFormat", Attributes.of("ivo-id", format.ivoid()));
        xml.element("mime", format.mediaType());
        for (String alias : format.aliases()) {
            xml.element("alias", alias);
        }
        xml.close("outputFormat");
    }

    private static void write(String name, Limit limit, XmlOutput xml) throws IOException {
        if (limit != null) {
            xml.open(name);
            write("default", limit.defaultValue(), limit.unit(), xml);
            write("hard", limit.hard(), limit.unit(), xml);
            xml.close(name);
        }
    }

    private static void write(String name, Long value, String unit, XmlOutput xml) throws IOException {
        if (value != null) {
            xml.element(name, value.toString(), Attributes.of("unit", unit));
        }
    }
}
