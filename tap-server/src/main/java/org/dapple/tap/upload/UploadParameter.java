package org.dapple.tap.upload;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dapple.dali.fault.ServiceFault;

/** Reads UPLOAD (TAP 1.1 §2.7.6, DALI 1.1 §3.4.5): {@code name,URI}, several joined by semicolons, or the parameter repeated. */
public final class UploadParameter {

    private static final String FORM = "UPLOAD takes name,URI, such as mytable,param:part or"
            + " mytable,https://example.org/table.xml; several are joined by semicolons.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final String PART = "param:";
    /** A semicolon that begins another table, and not one that belongs to a URL. */
    private static final Pattern SEPARATOR = Pattern.compile(";(?=[^;,]*,)|;$");

    private UploadParameter() {}

    /**
     * The tables of all values of the parameter, in order.
     *
     * @throws ServiceFault when one is malformed, or a name is given twice
     */
    public static List<Upload> read(List<String> values) {
        List<Upload> uploads = new ArrayList<>();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String value : values) {
            for (String entry : SEPARATOR.split(value, -1)) {
                if (!entry.isBlank()) {
                    uploads.add(upload(entry.strip()));
                }
            }
        }
        for (Upload upload : uploads) {
            if (!names.add(upload.table())) {
                throw ServiceFault.usage("UPLOAD gives the table name %s twice; each table needs a name of its own."
                        .formatted(upload.table()));
            }
        }
        return uploads;
    }

    private static Upload upload(String entry) {
        int comma = entry.indexOf(',');
        if (comma < 0) {
            throw ServiceFault.usage("'%s' in UPLOAD has no comma. %s".formatted(shortened(entry), FORM));
        }
        String uri = entry.substring(comma + 1).strip();
        return new Upload(name(entry.substring(0, comma).strip()), location(uri));
    }

    private static String name(String name) {
        String own = name.regionMatches(true, 0, Upload.SCHEMA + ".", 0, Upload.SCHEMA.length() + 1)
                ? name.substring(Upload.SCHEMA.length() + 1)
                : name;
        if (!NAME.matcher(own).matches()) {
            throw ServiceFault.usage(("'%s' in UPLOAD is no table name; one begins with a letter, goes on with letters,"
                            + " digits and underscores, and has 63 characters at most.")
                    .formatted(shortened(name)));
        }
        return own;
    }

    private static Upload.Location location(String text) {
        if (text.isEmpty()) {
            throw ServiceFault.usage("A table in UPLOAD has no URI. " + FORM);
        }
        if (text.regionMatches(true, 0, PART, 0, PART.length())) {
            return new Upload.Part(text.substring(PART.length()));
        }
        try {
            return url(new URI(text));
        } catch (URISyntaxException e) {
            throw ServiceFault.usage("'%s' in UPLOAD is no URI. %s".formatted(shortened(text), FORM));
        }
    }

    private static Upload.Location url(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw ServiceFault.usage(
                    "'%s' in UPLOAD is neither param:, nor an http or https URL; tables are read from these only."
                            .formatted(shortened(uri.toString())));
        }
        return new Upload.Url(uri);
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
