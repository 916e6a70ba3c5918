package org.dapple.dali.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.Info;
import org.dapple.dali.table.SelfDescription;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/** What stands around the rows of a VOTable: head, INFOs, FIELDs and tail. */
final class VOTableFrame {

    private static final String NAMESPACE = "http://www.ivoa.net/xml/VOTable/v1.3";

    private VOTableFrame() {}

    /** Begins a document with one resource of results. */
    static XmlOutput open(OutputStream stream) throws IOException {
        return open(List.of(), stream);
    }

    /** The same, with INFOs of the document before those of the resource. */
    static XmlOutput open(List<Info> infos, OutputStream stream) throws IOException {
        XmlOutput xml = new XmlOutput(stream);
        xml.open(
                "VOTABLE",
                Attributes.of("version", "1.4")
                        .and("xmlns", NAMESPACE)
                        .and("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                        .and("xsi:schemaLocation", NAMESPACE + " " + NAMESPACE));
        for (Info info : infos) {
            info(info, xml);
        }
        xml.open("RESOURCE", Attributes.of("type", "results"));
        return xml;
    }

    static void close(XmlOutput xml) throws IOException {
        close(new Descriptors(List.of(), List.of()), Optional.empty(), xml);
    }

    static void close(Descriptors services, Optional<SelfDescription> self, XmlOutput xml) throws IOException {
        xml.close("RESOURCE");
        services.write(xml);
        if (self.isPresent()) {
            SelfDescriptor.write(self.get(), xml);
        }
        xml.close("VOTABLE");
        xml.flush();
    }

    static void info(Info info, XmlOutput xml) throws IOException {
        xml.element("INFO", info.text(), Attributes.of("name", info.name()).and("value", info.value()));
    }

    static void coordinateFrames(List<Field> fields, XmlOutput xml) throws IOException {
        Set<CoordinateFrame> used = EnumSet.noneOf(CoordinateFrame.class);
        fields.forEach(field -> CoordinateFrame.of(field).ifPresent(used::add));
        for (CoordinateFrame frame : used) {
            frame.declare(xml);
        }
    }

    /**
     * Declares the columns.
     *
     * @param nullValues what is declared to stand for NULL in a column, if anything
     */
    static void fields(
            List<Field> fields, Function<Field, Optional<IntegerNull>> nullValues, Descriptors services, XmlOutput xml)
            throws IOException {
        for (int column = 0; column < fields.size(); column++) {
            Field field = fields.get(column);
            xml.bytes().put(FieldElement.of(field, services.id(column), nullValues.apply(field)));
        }
    }
}
