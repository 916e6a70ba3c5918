package org.dapple.dali.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFormatsTest {

    private final ResultFormats formats = ResultFormats.standard();

    @ParameterizedTest(name = "{0} is served as {1}")
    @CsvSource(delimiter = '|', textBlock = """
        votable                                            | application/x-votable+xml
        VOTable                                            | application/x-votable+xml
        votable/td                                         | application/x-votable+xml
        text/xml                                           | text/xml
        application/xml                                    | application/xml
        application/x-votable+xml                          | application/x-votable+xml
        application/x-votable+xml;serialization=TABLEDATA  | application/x-votable+xml;serialization=TABLEDATA
        application/x-votable+xml; serialization=tabledata | application/x-votable+xml; serialization=tabledata
        votable/b                                          | application/x-votable+xml;serialization=BINARY
        votable/b2                                         | application/x-votable+xml;serialization=BINARY2
        application/x-votable+xml;serialization=binary     | application/x-votable+xml;serialization=binary
        application/x-votable+xml;serialization=BINARY2;version=1.5 | application/x-votable+xml;serialization=BINARY2;version=1.5
        application/x-votable+xml;version="1.3"            | application/x-votable+xml;version="1.3"
        csv                                                | text/csv
        CSV                                                | text/csv
        text/csv                                           | text/csv
        text/csv;charset=UTF-8                             | text/csv;charset=UTF-8
        text/csv;header=present                            | text/csv;header=present
        text/csv; charset=utf-8; header=absent             | text/csv; charset=utf-8; header=absent
        json                                               | application/json
        text                                               | text/plain;charset=UTF-8
        text/plain                                         | text/plain;charset=UTF-8
        text/plain; charset=utf-8                          | text/plain; charset=utf-8
        html                                               | text/html;charset=UTF-8
        tsv                                                | text/tab-separated-values
        text/tab-separated-values                          | text/tab-separated-values
        """)
    void aFormatIsServedAsItWasAskedFor(String requested, String mediaType) {
        assertThat(formats.select(requested).mediaType()).isEqualTo(mediaType);
    }

    @Test
    void theHeaderParameterChoosesTheWriter() {
        assertThat(formats.select("text/csv;header=absent").writer())
                .isNotSameAs(formats.select("text/csv;header=present").writer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xls",
                "text/csv;charset=latin1",
                "votable;x=1",
                "text/plain\r\nX: y",
                "application/x-votable+xml;version=2.0",
                "text/csv;version=1.3",
                ";;"
            })
    void anUnknownFormatIsAnsweredWithTheOfferedOnes(String requested) {
        assertThatThrownBy(() -> formats.select(requested))
                .isInstanceOfSatisfying(
                        ServiceFault.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.USAGE))
                .hasMessageStartingWith("There is no format '" + requested + "'; RESPONSEFORMAT takes one of: ")
                .hasMessageContaining("application/x-votable+xml, votable")
                .hasMessageContaining("text/csv, csv");
    }
}
