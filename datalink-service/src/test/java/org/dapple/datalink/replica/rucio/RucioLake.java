package org.dapple.datalink.replica.rucio;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dapple.datalink.config.RucioSettings;
import org.dapple.datalink.config.RucioSettings.UserPass;
import org.dapple.testkit.TestRucio;

/** A Rucio that holds what the contract of catalogues wants. */
public final class RucioLake {

    /** How long a request may wait for it. */
    public static final Duration LIMIT = Duration.ofSeconds(1);

    private RucioLake() {}

    public static TestRucio start() {
        TestRucio rucio = new TestRucio();
        rucio.addRse(
                "{\"rse\": \"FAR\", \"rse_type\": \"DISK\", \"availability_read\": true, \"latitude\": 10.0, \"longitude\": 20.0}",
                "{\"FAR\": \"True\", \"site\": \"Farside\", \"soda_sync\": \"https://far.example.org/soda/sync\"}");
        rucio.addRse(
                "{\"rse\": \"TAPE\", \"rse_type\": \"TAPE\", \"availability_read\": true, \"latitude\": null, \"longitude\": null}",
                "{\"TAPE\": \"True\"}");
        rucio.addFile("""
                {"scope": "c", "name": "two copies/a&b.fits", "bytes": 42, "md5": null, "adler32": "0a1b2c3d",
                 "pfns": {
                   "davs://far.example.org/two": {"rse": "FAR", "type": "DISK", "domain": "wan", "priority": 1},
                   "https://tape.example.org/two": {"rse": "TAPE", "type": "TAPE", "domain": "wan", "priority": 2}},
                 "rses": {}, "states": {"FAR": "AVAILABLE", "TAPE": "AVAILABLE"}}""");
        rucio.addFile("""
                {"scope": "c", "name": "copying", "bytes": 1, "md5": null, "adler32": null,
                 "pfns": {"davs://far.example.org/copying": {"rse": "FAR", "type": "DISK", "priority": 1}},
                 "rses": {}, "states": {"FAR": "COPYING"}}""");
        rucio.addDid("c", "none", "FILE");
        rucio.addCollection("c", "set", "DATASET", List.of("c:two copies/a&b.fits", "c:copying"));
        return rucio;
    }

    public static RucioSettings settings(TestRucio rucio) {
        return new RucioSettings(
                URI.create(rucio.url()),
                Optional.of("dapple"),
                Optional.empty(),
                new UserPass(TestRucio.USER, TestRucio.PASSWORD),
                LIMIT);
    }
}
