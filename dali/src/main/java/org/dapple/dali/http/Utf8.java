package org.dapple.dali.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.dapple.dali.fault.ServiceFault;

/** Bytes of a client as text, or a fault. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes, int offset, int length, String what) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        // What is not UTF-8 has been replaced by this character, which may be there by itself as well.
        return text.indexOf('\uFFFD') < 0 ? text : strictly(bytes, offset, length, what);
    }

    private static String strictly(byte[] bytes, int offset, int length, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw ServiceFault.usage(what + " is not UTF-8.");
        }
    }
}
