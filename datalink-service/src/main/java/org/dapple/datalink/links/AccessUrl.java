package org.dapple.datalink.links;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import org.dapple.dali.did.PercentCode;
import org.dapple.datalink.replica.Replica;

/** What Rucio's URLs are to browsers and HTTP clients. */
final class AccessUrl {

    private static final Set<String> WEB = Set.of("http", "https", "dav", "davs");

    /** What Rucio appends for clients of its own. */
    private static final String HINT = "#multirange=";

    private static final String SIGNS = "-._~:/?#[]@!$&'()*+,;=%";
    private static final BitSet OF_URLS = ofUrls();

    private AccessUrl() {}

    /** Whether an HTTP client can read it. */
    static boolean isOfWeb(Replica replica) {
        return WEB.contains(replica.scheme());
    }

    /** WebDAV is HTTP. */
    static String of(Replica replica) {
        String url = encoded(withoutHint(replica.pfn()));
        return switch (replica.scheme()) {
            case "davs" -> "https" + url.substring("davs".length());
            case "dav" -> "http" + url.substring("dav".length());
            default -> url;
        };
    }

    private static String withoutHint(String pfn) {
        int hint = pfn.indexOf(HINT);
        if (hint < 0) {
            return pfn;
        }
        return pfn.substring(0, hint > 0 && pfn.charAt(hint - 1) == '&' ? hint - 1 : hint);
    }

    /** Names of files may hold characters that no URL has (RFC 3986 §2). */
    private static String encoded(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (!OF_URLS.get(url.charAt(i))) {
                return PercentCode.encode(url, SIGNS);
            }
        }
        return url;
    }

    private static BitSet ofUrls() {
        BitSet characters = new BitSet();
        characters.set('a', 'z' + 1);
        characters.set('A', 'Z' + 1);
        characters.set('0', '9' + 1);
        SIGNS.chars().forEach(characters::set);
        return characters;
    }

    /** Whether one must log in: {@code true}, {@code false}, or null where that is not known. */
    static String authentication(Replica replica) {
        return switch (replica.scheme()) {
            case "http" -> "false";
            case "davs", "root", "roots", "gsiftp", "srm", "s3" -> "true";
            default -> null;
        };
    }

    /** Whether the scheme of a replica is one of those, where https stands for davs too, and http for dav. */
    static boolean isOneOf(Set<String> schemes, Replica replica) {
        return schemes.contains(replica.scheme())
                || schemes.contains(of(replica).split(":", 2)[0].toLowerCase(Locale.ROOT));
    }
}
