package org.dapple.tap.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dapple.dali.fault.ServiceFault;

/** Files that may be compressed with gzip (RFC 1952), which their first two bytes show. */
final class Compressed {

    private static final int BUFFER = 1 << 16;

    private Compressed() {}

    /** The bytes of a file as they were before it was compressed, if it was. */
    static InputStream unpacked(String table, InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return gzip ? new Unpacking(table, in) : in;
    }

    /** Tells the user what is wrong with the file. */
    private static final class Unpacking extends InputStream {

        private final String table;
        private final InputStream in;

        Unpacking(String table, InputStream file) throws IOException {
            this.table = table;
            try {
                this.in = new GZIPInputStream(file, BUFFER);
            } catch (EOFException | ZipException damaged) {
                throw damaged(table);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (EOFException | ZipException damaged) {
                throw damaged(table);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private static ServiceFault damaged(String table) {
            return ServiceFault.usage("Table " + table
                    + " begins as a file compressed with gzip, but cannot be decompressed: it is cut off or damaged.");
        }
    }
}
