package org.dapple.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Removing folders with everything in them. */
final class Folders {

    private Folders() {}

    /** Deletes a file, link (not what it points to) or folder with its content; one that is not there is no error. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (var tree = Files.walk(path)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (var one : deepestFirst) {
            Files.delete(one);
        }
    }
}
