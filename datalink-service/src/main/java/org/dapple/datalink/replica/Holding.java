package org.dapple.datalink.replica;

import java.util.List;
import java.util.Optional;

/** What a catalogue has for a DID that it knows. */
public sealed interface Holding {

    /**
     * A file.
     *
     * @param bytes its size
     * @param adler32 checksum, 8 hexadecimal digits
     * @param md5 checksum, 32 hexadecimal digits
     * @param replicas in any order; empty where no copy is registered
     */
    record File(Optional<Long> bytes, Optional<String> adler32, Optional<String> md5, List<Replica> replicas)
            implements Holding {

        public File {
            replicas = List.copyOf(replicas);
        }

        /** A file of which no copy is registered. */
        public static File withoutReplica() {
            return new File(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
    }

    /**
     * A dataset or container.
     *
     * @param children what it holds directly, in the catalogue's order
     */
    record Collection(List<Did> children) implements Holding {

        public Collection {
            children = List.copyOf(children);
        }
    }
}
