package org.dapple.dali.did;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An obs_publisher_did minted for a Rucio DID: {@code ivo://<authority>/<path>?<scope>:<name>} (IVOA Identifiers 2.0
 * §4.1), from which scope and name can be read again.
 *
 * <p>Scope and name are percent-encoded UTF-8 with capital hexadecimal digits. {@code A-Z a-z 0-9 - . _ ~ / @ ! $ * , ; =
 * ( )} stay as they are in both, the colon stays in the name only, so that the first colon ends the scope. The database
 * mints the same when it fills in a missing obs_publisher_did.
 *
 * @param authority IVOA authority identifier of the publisher, such as {@code dapple.local}
 * @param path resource path, without slash in front
 * @param scope Rucio scope, not empty
 * @param name Rucio name, not empty
 */
public record PublisherDid(String authority, String path, String scope, String name) {

    private static final Pattern SHAPE =
            Pattern.compile("(?i:ivo)://([^/?#]+)/([^?#]+)\\?([^:?#]+):([^?#]+)", Pattern.DOTALL);

    private static final String PLAIN_IN_SCOPE = "-._~/@!$*,;=()";
    private static final String PLAIN_IN_NAME = PLAIN_IN_SCOPE + ":";

    public PublisherDid {
        requireNotEmpty(authority, "authority");
        requireNotEmpty(path, "path");
        requireNotEmpty(scope, "scope");
        requireNotEmpty(name, "name");
    }

    /** The DID that the identifier was minted for, or empty where it is none of this form. */
    public static Optional<PublisherDid> parse(String identifier) {
        Matcher matcher = SHAPE.matcher(identifier);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> scope = PercentCode.decode(matcher.group(3));
        Optional<String> name = PercentCode.decode(matcher.group(4));
        return scope.flatMap(s -> name.map(n -> new PublisherDid(matcher.group(1), matcher.group(2), s, n)));
    }

    /** Whether this was minted by a publisher: authority and path are compared without regard to case (IVOA Identifiers 2.0 §2.3). */
    public boolean isOf(String publisherAuthority, String publisherPath) {
        return lower(authority).equals(lower(publisherAuthority)) && lower(path).equals(lower(publisherPath));
    }

    /** The identifier. */
    public String identifier() {
        return "ivo://%s/%s?%s:%s"
                .formatted(
                        authority,
                        path,
                        PercentCode.encode(scope, PLAIN_IN_SCOPE),
                        PercentCode.encode(name, PLAIN_IN_NAME));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void requireNotEmpty(String part, String what) {
        if (Objects.requireNonNull(part, what).isEmpty()) {
            throw new IllegalArgumentException("the " + what + " of a DID is not empty");
        }
    }
}
