package org.dapple.adql.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dapple.testkit.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Factors between units, and that there is none, as astropy.units finds them: units/pairs.txt, units/units.py. */
class AstropyTest {
    private static final Path FOLDER = Path.of("src/test/resources/units");

    /** Measured constants, such as the mass of an atom, differ between the years of their recommended values. */
    private static final double TOLERANCE = 1e-9;

    static List<Arguments> pairs() throws IOException {
        List<String> pairs;
        try (Stream<String> lines = Files.lines(FOLDER.resolve("pairs.txt"))) {
            pairs = lines.filter(line -> !line.startsWith("#")).toList();
        }
        Path questions = Files.createTempFile("units", ".txt");
        Files.write(questions, pairs);
        Program.Result result = Program.python().run(FOLDER.resolve("units.py").toString(), questions.toString());
        Files.delete(questions);
        List<String> answers = Arrays.asList(result.output().split("\n"));
        assertThat(answers).as(result.output()).hasSameSizeAs(pairs);
        List<Arguments> arguments = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            arguments.add(Arguments.of(pairs.get(i), answers.get(i)));
        }
        return arguments;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneUnitInAnotherIsAsAstropyHasIt(String pair, String expected) {
        String[] units = pair.split(" -> ", 2);
        Optional<Double> factor =
                Unit.of(units[0]).flatMap(from -> Unit.of(units[1]).flatMap(from::factorTo));
        if (expected.equals("none")) {
            assertThat(factor).isEmpty();
        } else {
            double wanted = Double.parseDouble(expected);
            assertThat(factor)
                    .hasValueSatisfying(actual -> assertThat(Math.abs(actual / wanted - 1))
                            .as("%s, should be %s", actual, wanted)
                            .isLessThan(TOLERANCE));
        }
    }
}
