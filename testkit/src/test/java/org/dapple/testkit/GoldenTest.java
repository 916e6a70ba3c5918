package org.dapple.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoldenTest {

    @Test
    void acceptsWhatIsInTheGoldenFile() {
        Golden.assertMatches("greeting.txt", "Hello, Sancho\n");
    }

    @Test
    void namesTheFileAndTheSwitchWhenTheOutputDiffers() {
        assertThatThrownBy(() -> Golden.assertMatches("approved.txt", "Hello, Rocinante\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden.update")
                .hasMessageContaining("approved.txt");
    }

    @Test
    void failsWithoutAGoldenFile() {
        assertThatThrownBy(() -> Golden.assertMatches("missing.txt", ""))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("missing.txt");
    }
}
