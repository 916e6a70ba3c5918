package org.dapple.tap.upload.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses that everybody can reach from those that only this machine or its network can (RFC 6890, RFC 4193): a
 * stranger who names a URL must not look through our eyes at what is not his to see.
 */
final class PublicAddresses {

    private static final int IPV4_LENGTH = 4;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && (bytes.length == IPV4_LENGTH ? isPublic4(bytes) : isPublic6(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean shared = first == 100 && (second & 0xc0) == 64;
        boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relay = first == 192 && second == 88 && third == 99;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        boolean examples =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 224 && !shared && !protocols && !relay && !benchmark && !examples;
    }

    /** Global unicast is 2000::/3; an IPv4 address that a translator or tunnel would reach is judged as such. */
    private static boolean isPublic6(byte[] bytes) {
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b)) {
            return isPublicEmbedded(bytes, bytes.length - IPV4_LENGTH);
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return isPublicEmbedded(bytes, 2);
        }
        boolean teredo = startsWith(bytes, 0x20, 0x01, 0x00, 0x00);
        boolean examples = startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8);
        return (bytes[0] & 0xe0) == 0x20 && !teredo && !examples;
    }

    private static boolean isPublicEmbedded(byte[] bytes, int offset) {
        try {
            return contain(InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + IPV4_LENGTH)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
