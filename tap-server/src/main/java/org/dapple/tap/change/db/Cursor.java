package org.dapple.tap.change.db;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dapple.dali.fault.ServiceFault;

/**
 * A place in the feed: after all changes of earlier transactions and those of this one up to a place in it.
 *
 * @param transaction number of a transaction of the database, at least 0
 * @param place number of a change, 0 before the first
 */
public record Cursor(long transaction, long place) {

    /** Before everything. */
    public static final Cursor START = new Cursor(0, 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final int SHOWN = 60;

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws ServiceFault when it is something else
     */
    public static Cursor parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw ServiceFault.usage(
                    "'%s' is no place in the feed of changes. It is the cursor of a line, such as 1047-12, or 'now'; without it the feed begins with the oldest change that is kept."
                            .formatted(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…"));
        }
        return new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
    }

    @Override
    public String toString() {
        return transaction + "-" + place;
    }
}
