package org.dapple.standalone.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dapple.standalone.state.Problem;

/** This process's class path as copies, so that a build does not pull the jars from under a running server. */
record ServerClassPath(Path folder) {

    /** Copies the jars and returns the class path of the copies. */
    String refresh() {
        try {
            Files.createDirectories(folder);
            var entries = new ArrayList<String>();
            var kept = new HashSet<Path>();
            for (var entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
                var source = Path.of(entry);
                entries.add(Files.isRegularFile(source) ? copy(source, kept).toString() : entry);
            }
            removeAllBut(kept);
            return String.join(File.pathSeparator, entries);
        } catch (IOException e) {
            throw new Problem("Cannot copy the libraries to " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path copy(Path jar, Set<Path> kept) throws IOException {
        var target = folder.resolve(jar.getFileName());
        Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
        kept.add(target);
        return target;
    }

    private void removeAllBut(Set<Path> kept) throws IOException {
        List<Path> present;
        try (var files = Files.list(folder)) {
            present = files.toList();
        }
        for (var file : present) {
            if (!kept.contains(file)) {
                Files.delete(file);
            }
        }
    }
}
