package org.dapple.tap.change.db;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param next where to go on: after the last of these changes, or after all that could be seen
 * @param isEnd whether there was nothing more to see
 */
public record ChangePage(List<Change> changes, Cursor next, boolean isEnd) {
    public ChangePage {
        changes = List.copyOf(changes);
    }
}
