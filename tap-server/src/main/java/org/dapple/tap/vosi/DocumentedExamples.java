package org.dapple.tap.vosi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.dapple.dali.vosi.Examples;
import org.dapple.dali.vosi.Examples.Example;

/** The queries that the page for astronomers shows, each with the sentence before it: there is no second list of them. */
public final class DocumentedExamples {

    private static final Pattern EXAMPLE = Pattern.compile(
            "^(\\p{Lu}[^\n]*(?:\n[^\n]+)*):\n\n```sql\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE);

    private DocumentedExamples() {}

    /** Those of this build. */
    public static Examples load() {
        try (InputStream in = DocumentedExamples.class.getResourceAsStream("astronomers.md")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Examples of(String page) {
        List<Example> examples = EXAMPLE.matcher(page)
                .results()
                .map(found -> new Example(found.group(1).replace('\n', ' '), found.group(2)))
                .toList();
        return new Examples(examples);
    }
}
