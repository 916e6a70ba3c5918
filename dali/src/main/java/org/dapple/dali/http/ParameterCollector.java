package org.dapple.dali.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;

/** Collects parameters from the places where a request carries them. */
final class ParameterCollector {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    void add(String name, String value) {
        values.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
    }

    /** Adds {@code name=value} pairs joined by ampersands (URL Standard §5.1); a pair without {@code =} has an empty value. */
    void addUrlEncoded(String encoded) {
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals), "The name of a parameter");
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), "The value of parameter " + name);
                add(name, value);
            }
        }
    }

    Parameters parameters() {
        return Parameters.of(values);
    }

    private static String decoded(String text, String what) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '%') {
                b = (byte) octet(bytes, i, what);
                i += 2;
            } else if (b == '+') {
                b = ' ';
            }
            bytes[length++] = b;
        }
        return Utf8.decode(bytes, 0, length, what);
    }

    private static int octet(byte[] bytes, int percent, String what) {
        int high = percent + 2 < bytes.length ? Character.digit(bytes[percent + 1], 16) : -1;
        int low = percent + 2 < bytes.length ? Character.digit(bytes[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw ServiceFault.usage(what
                    + " has a percent sign without two hexadecimal digits; the percent sign itself is sent as %25.");
        }
        return high << 4 | low;
    }
}
