package org.dapple.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dapple.dali.config.Environment;
import org.dapple.datalink.config.DataLinkSettings;
import org.dapple.tap.config.TapSettings;
import org.junit.jupiter.api.Test;

/** The tables of settings in docs/operators.md against what the services ask their environment for. */
class SettingsDocumentationTest {

    /** Not those that say their defaults are elsewhere. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`DAPPLE_[^|]*) \\| (?!as \\[)([^|]*) \\|");

    private static final Pattern NAME = Pattern.compile("`(DAPPLE_[A-Z0-9_]+|_FILE)`");

    /** Their defaults depend on the machine, or on other settings. */
    private static final Set<String> IN_WORDS = Set.of("DAPPLE_RESULT_DIR", "DAPPLE_PUBLISHER");

    @Test
    void everySettingOfTheServicesIsDocumentedWithItsDefault() throws IOException {
        var documented = documented();
        asked().forEach((name, absent) -> {
            assertThat(documented).as("docs/operators.md").containsKey(name);
            if (!absent.isEmpty() && !IN_WORDS.contains(name)) {
                assertThat(documented.get(name)).as(name).isEqualTo(absent);
            }
        });
    }

    /** With each way to log in to Rucio. */
    private static Map<String, String> asked() {
        var asked = new TreeMap<String, String>();
        var tap = new Environment(Map.of());
        TapSettings.from(tap);
        asked.putAll(tap.asked());
        for (var login : List.of("DAPPLE_RUCIO_USER", "DAPPLE_RUCIO_X509_FILE", "DAPPLE_OIDC_TOKEN_URL")) {
            var dataLink = new Environment(Map.of(
                    "DAPPLE_RUCIO_URL",
                    "https://rucio.example.org",
                    "DAPPLE_LOCATE_URL",
                    "https://locate.example.org/api/v1",
                    login,
                    "https://login.example.org"));
            DataLinkSettings.from(dataLink);
            asked.putAll(dataLink.asked());
        }
        return asked;
    }

    private static Map<String, String> documented() throws IOException {
        var documented = new TreeMap<String, String>();
        var row = ROW.matcher(Files.readString(Path.of("..", "docs", "operators.md")));
        while (row.find()) {
            var names = names(row.group(1));
            var defaults = row.group(2).replace("`", "").split(names.size() > 1 ? ", " : "$^", -1);
            for (int i = 0; i < names.size(); i++) {
                documented.putIfAbsent(names.get(i), defaults[Math.min(i, defaults.length - 1)]);
            }
        }
        return documented;
    }

    /** A password may also be read from a file, which the tables abbreviate. */
    private static List<String> names(String cell) {
        var names = new ArrayList<String>();
        var name = NAME.matcher(cell);
        while (name.find()) {
            names.add(name.group(1).equals("_FILE") ? names.get(names.size() - 1) + "_FILE" : name.group(1));
        }
        return names;
    }
}
