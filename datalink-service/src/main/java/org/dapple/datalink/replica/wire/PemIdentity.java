package org.dapple.datalink.replica.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Reads a PEM file of certificates and an RSA key, such as a grid proxy, as what a TLS client proves itself by. */
public final class PemIdentity {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** What turns an RSA key of PKCS #1 into one of PKCS #8 (RFC 5958): version 0 and the algorithm. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final char[] NO_PASSWORD = {};

    private PemIdentity() {}

    /**
     * The identity in a file.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException when there is none in it
     */
    public static SSLContext read(Path file) {
        try {
            return context(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate in " + file + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no certificate with its RSA key in " + file, e);
        }
    }

    private static SSLContext context(String pem) throws GeneralSecurityException, IOException {
        List<Certificate> chain = new ArrayList<>();
        PrivateKey key = null;
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "CERTIFICATE" ->
                    chain.add(
                            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
                case "RSA PRIVATE KEY" -> key = key(element(0x30, concatenated(RSA, element(0x04, der))));
                case "PRIVATE KEY" -> key = key(der);
                default -> throw new GeneralSecurityException("a block of " + blocks.group(1));
            }
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("identity", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** An element of DER with a length of two bytes, which is what keys have: more are refused where less would do. */
    private static byte[] element(int tag, byte[] content) {
        int length = content.length;
        byte[] head = {(byte) tag, (byte) 0x82, (byte) (length >>> 8), (byte) length};
        return concatenated(head, content);
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
