package org.dapple.dali.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireArray;

/**
 * Arrays: in the row where all have the same length, else in the heap behind the rows (FITS 4.0 §7.3.5), where an array that is NULL is one without
 * elements.
 */
final class ArrayColumn implements FitsColumn {

    /** Length and place in the heap, 64 bits each: the form Q. */
    private static final int DESCRIPTOR = 2 * Long.BYTES;

    private final FitsColumn element;
    private final OptionalInt declaredLength;
    private final String arraysize;
    private final Heap heap;
    private final byte[] value;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private long elements;

    ArrayColumn(Field field, FitsColumn element, Heap heap) {
        this.element = element;
        this.declaredLength = field.arrayLength();
        this.arraysize = field.arraysize();
        this.heap = heap;
        this.value = new byte[element.width()];
    }

    @Override
    public void measure(byte[] bytes, int offset, int length) {
        int count = WireArray.count(bytes, offset);
        shortest = Math.min(shortest, count);
        longest = Math.max(longest, count);
        elements += count;
        int at = WireArray.first(bytes, offset);
        for (int left = count; left > 0; left--) {
            int size = WireArray.length(bytes, at);
            if (size < 0) {
                element.measureNull();
            } else {
                element.measure(bytes, WireArray.value(at), size);
            }
            at = WireArray.next(bytes, at);
        }
    }

    @Override
    public void measureNull() {
        element.measureNull();
    }

    private boolean isInHeap() {
        return longest == 0 || shortest < longest;
    }

    @Override
    public String form() {
        return isInHeap() ? "1Q" + element.form() + "(" + longest + ")" : longest + element.form();
    }

    @Override
    public Optional<String> dimensions() {
        boolean asDeclared = !isInHeap() && declaredLength.orElse(-1) == longest && arraysize.contains("x");
        return asDeclared ? Optional.of("(" + arraysize.replace('x', ',') + ")") : Optional.empty();
    }

    @Override
    public int width() {
        return isInHeap() ? DESCRIPTOR : Math.multiplyExact(longest, element.width());
    }

    @Override
    public long heapSize() {
        return isInHeap() ? elements * element.width() : 0;
    }

    @Override
    public OptionalLong nullValue() {
        return element.nullValue();
    }

    @Override
    public void write(byte[] bytes, int offset, int length, byte[] row, int at) {
        int count = WireArray.count(bytes, offset);
        if (isInHeap()) {
            descriptor(count, heap.take((long) count * element.width()), row, at);
            return;
        }
        int to = at;
        int from = WireArray.first(bytes, offset);
        for (int left = count; left > 0; left--) {
            element(bytes, from, row, to);
            from = WireArray.next(bytes, from);
            to += element.width();
        }
    }

    @Override
    public void writeNull(byte[] row, int at) {
        if (isInHeap()) {
            descriptor(0, 0, row, at);
            return;
        }
        for (int i = 0; i < longest; i++) {
            element.writeNull(row, at + i * element.width());
        }
    }

    @Override
    public void writeHeap(byte[] bytes, int offset, OutputStream out) throws IOException {
        int from = WireArray.first(bytes, offset);
        for (int left = isInHeap() ? WireArray.count(bytes, offset) : 0; left > 0; left--) {
            element(bytes, from, value, 0);
            out.write(value);
            from = WireArray.next(bytes, from);
        }
    }

    private void element(byte[] bytes, int from, byte[] row, int to) {
        int size = WireArray.length(bytes, from);
        if (size < 0) {
            element.writeNull(row, to);
        } else {
            element.write(bytes, WireArray.value(from), size, row, to);
        }
    }

    private static void descriptor(long count, long place, byte[] row, int at) {
        ByteBuffer.wrap(row, at, DESCRIPTOR).putLong(count).putLong(place);
    }
}
