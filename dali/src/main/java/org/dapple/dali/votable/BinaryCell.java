package org.dapple.dali.votable;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.dapple.dali.table.Field;
import org.dapple.dali.table.WireCell;
import org.dapple.dali.text.TimestampText;

/** How the cells of one column lie in a binary stream (VOTable 1.4 §2.1, §5.3). */
interface BinaryCell {

    /** Writes a cell that is not NULL. */
    void write(byte[] bytes, int offset, int length, Base64Output out) throws IOException;

    /** Writes what stands for a NULL, with or without a mask: see {@link Binary}. */
    void writeNull(Base64Output out) throws IOException;

    static BinaryCell of(Field field) {
        return field.holdsArrays()
                ? new ArrayCell(of(field.element()), field.arrayLength().orElse(ArrayCell.VARIABLE))
                : ofSingle(field);
    }

    private static BinaryCell ofSingle(Field field) {
        return switch (field.wireType()) {
            case BOOLEAN -> new Truth();
            case SHORT, INT, LONG ->
                new Numeral(IntegerNull.of(field.wireType()).orElseThrow().bytes());
            case FLOAT ->
                new Numeral(ByteBuffer.allocate(Float.BYTES).putFloat(Float.NaN).array());
            case DOUBLE ->
                new Numeral(
                        ByteBuffer.allocate(Double.BYTES).putDouble(Double.NaN).array());
            case TEXT ->
                field.datatype().equals("double")
                        ? DoublesCell.of(field.arraysize())
                        : new Text(Characters.of(field.arraysize(), true));
            case TIMESTAMP -> new Timestamp(Characters.of(field.arraysize(), false));
        };
    }

    /** The letters T and F. */
    record Truth() implements BinaryCell {

        @Override
        public void write(byte[] bytes, int offset, int length, Base64Output out) throws IOException {
            out.put(WireCell.booleanAt(bytes, offset) ? 'T' : 'F');
        }

        @Override
        public void writeNull(Base64Output out) throws IOException {
            out.put('?');
        }
    }

    /**
     * Big-endian, as it lies on the wire.
     *
     * @param nullBytes what stands for NULL, of the length of all its numbers
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Numeral(byte[] nullBytes) implements BinaryCell {

        @Override
        public void write(byte[] bytes, int offset, int length, Base64Output out) throws IOException {
            number(bytes, offset, out);
        }

        @Override
        public void writeNull(Base64Output out) throws IOException {
            number(nullBytes, 0, out);
        }

        private void number(byte[] bytes, int offset, Base64Output out) throws IOException {
            switch (nullBytes.length) {
                case Long.BYTES -> out.putLong(WireCell.longAt(bytes, offset));
                case Integer.BYTES -> out.putInt(WireCell.intAt(bytes, offset));
                default -> out.put(bytes, offset, nullBytes.length);
            }
        }
    }

    /**
     * Text of any characters.
     *
     * @param characters how it lies
     */
    record Text(Characters characters) implements BinaryCell {

        @Override
        public void write(byte[] bytes, int offset, int length, Base64Output out) throws IOException {
            characters.write(bytes, offset, length, out);
        }

        @Override
        public void writeNull(Base64Output out) throws IOException {
            characters.writeNull(out);
        }
    }

    /**
     * Text as DALI writes timestamps.
     *
     * @param characters how that text lies
     */
    record Timestamp(Characters characters) implements BinaryCell {

        @Override
        public void write(byte[] bytes, int offset, int length, Base64Output out) throws IOException {
            byte[] text = new byte[TimestampText.LONGEST];
            characters.write(text, 0, TimestampText.write(WireCell.longAt(bytes, offset), text, 0), out);
        }

        @Override
        public void writeNull(Base64Output out) throws IOException {
            characters.writeNull(out);
        }
    }
}
