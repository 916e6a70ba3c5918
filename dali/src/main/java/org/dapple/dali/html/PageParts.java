package org.dapple.dali.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is the same in all pages.
 *
 * @param style the style sheet
 * @param script the script that sorts
 */
record PageParts(String style, String script) {

    /** Those of this module. */
    static PageParts load() {
        return new PageParts(resource("page.css"), resource("sort.js"));
    }

    /** The policy that allows just these (CSP Level 3 §2.3.1). */
    String policy() {
        return "default-src 'none'; style-src '%s'; script-src '%s'".formatted(hash(style), hash(script));
    }

    private static String hash(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
