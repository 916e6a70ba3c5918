package org.dapple.datalink.links;

import java.io.IOException;
import java.util.List;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;
import org.dapple.datalink.product.Coverage;
import org.dapple.datalink.product.Interval;

/** Writes service descriptors (DataLink 1.1 §4): those of cutouts, and that of this service itself. */
final class ServiceXml {

    private final XmlOutput xml;

    ServiceXml(XmlOutput xml) {
        this.xml = xml;
    }

    /** A SODA 1.0 service for one product, with what there is of it as ranges. */
    void cutout(CutoutDescriptor cutout) throws IOException {
        boolean async = cutout.soda().async();
        open("adhoc:service", cutout.xmlId());
        fixed("standardID", "ivo://ivoa.net/std/SODA#" + (async ? "async-1.0" : "sync-1.0"));
        fixed("accessURL", cutout.soda().url());
        if (cutout.soda().ivoid().isPresent()) {
            fixed("resourceIdentifier", cutout.soda().ivoid().get());
        }
        xml.open("GROUP", Attributes.of("name", "inputParams"));
        xml.empty("PARAM", text("ID", "meta.id;meta.dataset").and("value", cutout.dataId()));
        xml.empty("PARAM", text("POS", "pos.outline;obs").and("value", ""));
        ranges(cutout.product().coverage());
        xml.empty("PARAM", text("RESPONSEFORMAT", "meta.code.mime").and("value", ""));
        close();
    }

    /** This service (DataLink 1.1 §4.8). */
    void self(String linksUrl, List<String> formats) throws IOException {
        open("adhoc:this", null);
        fixed("standardID", "ivo://ivoa.net/std/DataLink#links-1.1");
        fixed("accessURL", linksUrl);
        fixed("contentType", IdLinks.DATALINK);
        xml.open("GROUP", Attributes.of("name", "inputParams"));
        described("ID", "meta.id;meta.main", "ivo://<authority>/<path>?<scope>:<name> or <scope>:<name>; repeatable");
        options("RESPONSEFORMAT", "Format of the answer", formats);
        options("sort", "Order of the replicas", List.of("nearest", "random", "priority"));
        described("client_latitude", "pos.earth.lat", "Where the client is, in degrees north");
        described("client_longitude", "pos.earth.lon", "Where the client is, in degrees east");
        described("site", null, "Where the client is: the name of a site or storage element");
        described("client_ip_address", null, "Where the client is: its internet address");
        described("ranking", "meta.number", "Only replicas at the storage element of this rank, from 0");
        described("rse", null, "Only replicas at these storage elements");
        described("schemes", null, "Only replicas with URLs of these schemes");
        options("must_include_soda", "Only replicas beside a cutout service", List.of("true", "false"));
        close();
    }

    private void ranges(Coverage coverage) throws IOException {
        shape("CIRCLE", "3", "circle", coverage.circle().orElse(null));
        shape("POLYGON", "*", "polygon", coverage.polygon().orElse(null));
        interval("BAND", "m", "em.wl;stat.interval", coverage.band().orElse(null));
        interval("TIME", "d", "time.interval;obs.exposure", coverage.time().orElse(null));
        List<String> polarisations = coverage.polarisations();
        if (polarisations.isEmpty()) {
            xml.empty("PARAM", text("POL", "meta.code;phys.polarization").and("value", ""));
        } else {
            xml.open("PARAM", text("POL", "meta.code;phys.polarization").and("value", ""));
            values(polarisations);
            xml.close("PARAM");
        }
    }

    private void shape(String name, String arraysize, String xtype, String largest) throws IOException {
        Attributes attributes = Attributes.of("name", name)
                .and("datatype", "double")
                .and("arraysize", arraysize)
                .and("xtype", xtype)
                .and("unit", "deg")
                .and("ucd", "pos.outline;obs")
                .and("value", "");
        if (largest == null) {
            xml.empty("PARAM", attributes);
            return;
        }
        xml.open("PARAM", attributes);
        xml.open("VALUES");
        xml.empty("MAX", Attributes.of("value", largest));
        xml.close("VALUES");
        xml.close("PARAM");
    }

    private void interval(String name, String unit, String ucd, Interval range) throws IOException {
        Attributes attributes = Attributes.of("name", name)
                .and("datatype", "double")
                .and("arraysize", "2")
                .and("xtype", "interval")
                .and("unit", unit)
                .and("ucd", ucd)
                .and("value", "");
        if (range == null) {
            xml.empty("PARAM", attributes);
            return;
        }
        xml.open("PARAM", attributes);
        xml.open("VALUES");
        xml.empty("MIN", Attributes.of("value", Double.toString(range.min())));
        xml.empty("MAX", Attributes.of("value", Double.toString(range.max())));
        xml.close("VALUES");
        xml.close("PARAM");
    }

    private void open(String utype, String id) throws IOException {
        xml.open("RESOURCE", Attributes.of("type", "meta").and("ID", id).and("utype", utype));
    }

    private void close() throws IOException {
        xml.close("GROUP");
        xml.close("RESOURCE");
    }

    private void fixed(String name, String value) throws IOException {
        xml.empty("PARAM", text(name, null).and("value", value));
    }

    private void described(String name, String ucd, String description) throws IOException {
        xml.open("PARAM", text(name, ucd).and("value", ""));
        xml.element("DESCRIPTION", description);
        xml.close("PARAM");
    }

    private void options(String name, String description, List<String> options) throws IOException {
        xml.open("PARAM", text(name, null).and("value", ""));
        xml.element("DESCRIPTION", description);
        values(options);
        xml.close("PARAM");
    }

    private void values(List<String> options) throws IOException {
        xml.open("VALUES");
        for (String option : options) {
            xml.empty("OPTION", Attributes.of("value", option));
        }
        xml.close("VALUES");
    }

    private static Attributes text(String name, String ucd) {
        return Attributes.of("name", name)
                .and("datatype", "char")
                .and("arraysize", "*")
                .and("ucd", ucd);
    }
}
