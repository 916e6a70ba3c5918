package org.dapple.datalink.request;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.dali.did.PercentCode;
import org.dapple.dali.did.PublisherDid;
import org.dapple.datalink.replica.Did;

/**
 * One value of the parameter ID.
 *
 * @param text as it was sent; the answer repeats it
 * @param did the DID that it reads as, where it does
 */
public record RequestedId(String text, Optional<Did> did) {

    /** Longer ones are of nobody; Rucio's names have 250 characters at most. */
    private static final int MAX_LENGTH = 2048;

    private static final Pattern PLAIN = Pattern.compile("([^:/?#\\s]+):(\\S(?:.*\\S)?)");

    private static final Pattern IVOID = Pattern.compile("(?i:ivo)://[^/?#\\s]+(/[^?#\\s]*)?([?#]\\S*)?");

    public RequestedId {
        Objects.requireNonNull(text);
    }

    /**
     * Reads {@code ivo://<authority>/<path>?<scope>:<name>} and {@code <scope>:<name>}, also where they are
     * percent-encoded once more than they should be.
     */
    public static RequestedId of(String text) {
        return new RequestedId(text, read(text).or(() -> decoded(text).flatMap(RequestedId::read)));
    }

    /** What is wrong with it, or empty where something may be called so. */
    public Optional<String> problem() {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("the identifier has %d characters; it may have %d".formatted(text.length(), MAX_LENGTH));
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return Optional.of("the identifier holds a control character");
            }
        }
        return Optional.empty();
    }

    /** Whether it has the form of an identifier that a publisher may have given, minted here or elsewhere. */
    public boolean isIdentifier() {
        return did.isPresent() || IVOID.matcher(text).matches();
    }

    /** By the text: the DID comes from it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RequestedId that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static Optional<Did> read(String text) {
        if (text.regionMatches(true, 0, "ivo://", 0, 6)) {
            return PublisherDid.parse(text).map(minted -> new Did(minted.scope(), minted.name()));
        }
        Matcher plain = PLAIN.matcher(text);
        return plain.matches() ? Optional.of(new Did(plain.group(1), plain.group(2))) : Optional.empty();
    }

    private static Optional<String> decoded(String text) {
        return text.indexOf('%') < 0 ? Optional.empty() : PercentCode.decode(text);
    }
}
