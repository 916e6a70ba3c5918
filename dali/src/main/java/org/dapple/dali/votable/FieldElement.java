package org.dapple.dali.votable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.dapple.dali.table.Field;
import org.dapple.dali.xml.Attributes;
import org.dapple.dali.xml.XmlOutput;

/**
 * The element that declares a column, as bytes. Results have the same columns again and again, and of a small one most is
 * these elements: those written lately are kept.
 *
 * @param id what the table's services call the column by, or null
 * @param nullValue what is declared to stand for NULL, if anything
 */
record FieldElement(Field field, String id, Optional<IntegerNull> nullValue) {

    private static final int MAX_BYTES = 4 << 20;

    // What has to be cleared away is little: no thread of another class loader is needed for it.
    private static final Cache<FieldElement, byte[]> KEPT = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((FieldElement element, byte[] bytes) -> bytes.length)
            .executor(Runnable::run)
            .build();

    /** The bytes of the element, not to be changed. */
    static byte[] of(Field field, String id, Optional<IntegerNull> nullValue) {
        return KEPT.get(new FieldElement(field, id, nullValue), FieldElement::bytes);
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XmlOutput xml = XmlOutput.fragment(bytes);
            write(xml);
            xml.flush();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private void write(XmlOutput xml) throws IOException {
        if (field.description() == null && nullValue.isEmpty()) {
            xml.empty("FIELD", attributes());
            return;
        }
        xml.open("FIELD", attributes());
        xml.element("DESCRIPTION", field.description());
        if (nullValue.isPresent()) {
            String value = Long.toString(nullValue.get().value());
            xml.empty("VALUES", Attributes.of("null", value));
        }
        xml.close("FIELD");
    }

    private Attributes attributes() {
        return Attributes.of("ID", id)
                .and("name", field.name())
                .and("datatype", field.datatype())
                .and("arraysize", field.arraysize())
                .and("xtype", field.xtype())
                .and("unit", field.unit())
                .and("ucd", field.ucd())
                .and("utype", field.utype())
                .and("ref", CoordinateFrame.of(field).map(CoordinateFrame::id).orElse(null));
    }
}
