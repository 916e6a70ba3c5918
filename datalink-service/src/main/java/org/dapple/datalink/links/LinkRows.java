package org.dapple.datalink.links;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.RowStream;

/** Links as tuples, for the formats that know nothing of links. */
final class LinkRows implements RowStream {

    private static final List<LinkColumn> COLUMNS = LinkColumn.ALL;

    private final Iterator<Link> links;
    private final int[] offsets = new int[COLUMNS.size()];
    private final int[] lengths = new int[COLUMNS.size()];
    private byte[] tuple = {};

    /** @param more whether a row follows that the writer's limit cuts off */
    LinkRows(List<Link> links, boolean more) {
        Link cut = Link.fault("", Fault.TRANSIENT, "cut");
        this.links = (more ? Stream.concat(links.stream(), Stream.of(cut)) : links.stream()).iterator();
    }

    @Override
    public List<Field> fields() {
        return COLUMNS.stream().map(LinkColumn::field).toList();
    }

    @Override
    public boolean next() {
        if (!links.hasNext()) {
            return false;
        }
        Link link = links.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int column = 0; column < offsets.length; column++) {
            Object value = COLUMNS.get(column).value().apply(link);
            byte[] cell = value == null ? new byte[0] : wire(value);
            offsets[column] = bytes.size();
            lengths[column] = value == null ? -1 : cell.length;
            bytes.writeBytes(cell);
        }
        tuple = bytes.toByteArray();
        return true;
    }

    private static byte[] wire(Object value) {
        if (value instanceof Long number) {
            return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        }
        if (value instanceof Boolean truth) {
            return new byte[] {(byte) (truth ? 1 : 0)};
        }
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
        return tuple;
    }

    @Override
    public int offset(int column) {
        return offsets[column];
    }

    @Override
    public int length(int column) {
        return lengths[column];
    }

    @Override
    public void close() {}
}
