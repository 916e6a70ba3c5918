package org.dapple.datalink.replica.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identity is what one who trusts its certificate believes: its key signs the handshake. */
class PemIdentityTest {

    private static final String PASSWORD = "changeit";

    /** In front of the same key in PKCS #1, when it has 2048 bits. */
    private static final int HEAD_OF_PKCS8 = 26;

    @TempDir
    private static Path folder;

    private static Key key;
    private static Certificate[] chain;

    /** A person's identity, and a proxy that is signed by it. */
    @BeforeAll
    static void makeIdentities() throws Exception {
        Path file = folder.resolve("identities.p12");
        keytool("-alias person -dname CN=person -keystore " + file);
        keytool("-alias proxy -dname CN=proxy,CN=person -signer person -keystore " + file);
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        key = store.getKey("proxy", PASSWORD.toCharArray());
        chain = store.getCertificateChain("proxy");
    }

    private static void keytool(String options) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String command = keytool + " -genkeypair -keyalg RSA -keysize 2048 -storepass " + PASSWORD + " " + options;
        Process process = new ProcessBuilder(command.split(" ")).inheritIO().start();
        assertThat(process.waitFor()).as(command).isZero();
    }

    @Test
    void readsACertificateWithItsKeyInPkcs8() throws Exception {
        String pem = block("CERTIFICATE", chain[0].getEncoded()) + block("PRIVATE KEY", key.getEncoded());

        assertThat(believed(PemIdentity.read(file(pem)))).containsExactly(chain[0]);
    }

    /** Such is a grid proxy: its own certificate, its key, then the certificate of the person. */
    @Test
    void readsAKeyInPkcs1BetweenCertificates() throws Exception {
        byte[] pkcs1 = Arrays.copyOfRange(key.getEncoded(), HEAD_OF_PKCS8, key.getEncoded().length);
        String pem = "Bag Attributes\n" + block("CERTIFICATE", chain[0].getEncoded())
                + block("RSA PRIVATE KEY", pkcs1)
                + block("CERTIFICATE", chain[1].getEncoded());

        assertThat(believed(PemIdentity.read(file(pem)))).containsExactly(chain);
    }

    @Test
    void aFileWithoutIdentityIsToldByItsName() throws Exception {
        for (String pem : new String[] {
            "",
            block("CERTIFICATE", chain[0].getEncoded()),
            block("PRIVATE KEY", key.getEncoded()),
            block("PRIVATE KEY", new byte[] {1, 2, 3}) + block("CERTIFICATE", chain[0].getEncoded()),
            block("EC PRIVATE KEY", key.getEncoded())
        }) {
            Path file = file(pem);
            assertThatThrownBy(() -> PemIdentity.read(file))
                    .as(pem)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no certificate with its RSA key in " + file);
        }
    }

    /** What a client of a server of this identity sees, when it trusts the proxy. */
    private static Certificate[] believed(SSLContext identity) throws Exception {
        try (SSLServerSocket server = (SSLServerSocket)
                        identity.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SSLSocket client = (SSLSocket) trusting().getSocketFactory().createSocket()) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> shakeHands(server));
            client.connect(server.getLocalSocketAddress());
            client.startHandshake();
            served.join();
            return client.getSession().getPeerCertificates();
        }
    }

    private static void shakeHands(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("proxy", chain[0]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Path file(String pem) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "identity", ".pem"), pem);
    }

    private static String block(String kind, byte[] der) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(der));
    }
}
