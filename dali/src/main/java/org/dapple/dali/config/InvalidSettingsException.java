package org.dapple.dali.config;

import java.util.List;

/** The configuration cannot be used; the message lists every reason, one a line. */
public final class InvalidSettingsException extends IllegalArgumentException {

    private final transient List<String> problems;

    /** @param problems sentences that name the variable, not empty */
    public InvalidSettingsException(List<String> problems) {
        super("The configuration cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** The reasons, each a sentence that names the variable, not empty. */
    public List<String> problems() {
        return problems;
    }
}
