package org.dapple.embedded.postgres;

import java.util.regex.Pattern;

/** A PostgreSQL release such as 15.18; releases of one major version share the format of the data directory. */
record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {

    static final int OLDEST_MAJOR = 15;
    static final int NEWEST_MAJOR = 18;

    private static final Pattern NUMBER = Pattern.compile("\\b(\\d+)(?:\\.(\\d+))?");

    /** Reads the answer of {@code postgres --version}; a beta such as {@code 18beta1} counts as minor release 0. */
    static ServerVersion parse(String answer) {
        var number = NUMBER.matcher(answer);
        if (!number.find()) {
            throw new PostgresException("'%s' is no PostgreSQL version".formatted(answer.strip()));
        }
        var minor = number.group(2);
        return new ServerVersion(Integer.parseInt(number.group(1)), minor == null ? 0 : Integer.parseInt(minor));
    }

    boolean isSupported() {
        return major >= OLDEST_MAJOR && major <= NEWEST_MAJOR;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
