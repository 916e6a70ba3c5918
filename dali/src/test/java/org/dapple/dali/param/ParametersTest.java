package org.dapple.dali.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void namesAreCaseInsensitiveAndValuesKeepTheirOrder() {
        Parameters parameters = parameters("id", "2", "ID", "1", "Id", "3");
        assertThat(parameters.all("ID")).containsExactly("2", "1", "3");
    }

    @Test
    void anEmptyValueCountsAsNotGiven() {
        Parameters parameters = parameters("LANG", "", "lang", "ADQL");
        assertThat(parameters.single("LANG")).contains("ADQL");
        assertThat(parameters.single("FORMAT")).isEmpty();
    }

    @Test
    void aRepeatedSingleValueIsAFault() {
        Parameters parameters = parameters("MAXREC", "1", "maxrec", "1");
        assertUsage(() -> parameters.count("maxrec"), "Parameter MAXREC is given 2 times; it takes one value.");
    }

    @Test
    void aRequiredValueThatIsMissingOrEmptyIsAFault() {
        assertUsage(() -> parameters().required("query"), "Parameter QUERY is missing; it is required.");
        assertUsage(() -> parameters("Query", "").required("query"), "Parameter QUERY is empty; it is required.");
    }

    @ParameterizedTest(name = "MAXREC={0} is {1}")
    @CsvSource({
        "0, 0",
        "1, 1",
        "' 7 ', 7",
        "+5, 5",
        "007, 7",
        "9223372036854775807, 9223372036854775807",
        "99999999999999999999, 9223372036854775807"
    })
    void wholeNumbersAreRead(String given, long count) {
        assertThat(parameters("MAXREC", given).count("MAXREC")).isEqualTo(OptionalLong.of(count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e3", "ten", "١", "0x10", "1 2", "+", "NaN"})
    void whatIsNoWholeNumberIsAFault(String given) {
        assertUsage(
                () -> parameters("MAXREC", given).count("MAXREC"),
                "Parameter MAXREC is '" + given + "'; it takes a whole number of 0 or more, such as MAXREC=1000.");
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        assertUsage(
                () -> parameters("MAXREC", "x".repeat(100_000)).count("MAXREC"),
                "Parameter MAXREC is '" + "x".repeat(60)
                        + "…'; it takes a whole number of 0 or more, such as MAXREC=1000.");
    }

    @Test
    void formatIsTheOlderNameOfResponseFormat() {
        assertThat(parameters("FORMAT", "csv").responseFormat()).contains("csv");
        assertThat(parameters("RESPONSEFORMAT", "tsv").responseFormat()).contains("tsv");
        assertThat(parameters("FORMAT", "csv", "RESPONSEFORMAT", "csv").responseFormat())
                .contains("csv");
        assertThat(parameters().responseFormat()).isEmpty();
        assertUsage(
                () -> parameters("FORMAT", "csv", "RESPONSEFORMAT", "tsv").responseFormat(),
                "RESPONSEFORMAT is 'tsv' but FORMAT is 'csv'; they mean the same: give one of them.");
    }

    @Test
    void whatWasSentCanBeStored() {
        Parameters parameters = parameters("b", "", "a", "1", "A", "2");
        assertThat(parameters.asMap()).containsExactly(Map.entry("a", List.of("1", "2")), Map.entry("b", List.of("")));
    }

    private static Parameters parameters(String... namesAndValues) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.computeIfAbsent(namesAndValues[i], absent -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return Parameters.of(sent);
    }

    private static void assertUsage(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ServiceFault.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.USAGE))
                .hasMessage(message);
    }
}
