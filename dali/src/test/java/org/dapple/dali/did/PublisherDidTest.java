package org.dapple.dali.did;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherDidTest {

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
        askap     | cube-502            | ivo://dapple.local/data?askap:cube-502
        user.jdoe | a/b/c.fits          | ivo://dapple.local/data?user.jdoe:a/b/c.fits
        macho     | with space          | ivo://dapple.local/data?macho:with%20space
        a:b       | c:d                 | ivo://dapple.local/data?a%3Ab:c:d
        s         | 100%                | ivo://dapple.local/data?s:100%25
        s         | a+b=c&d;e,f         | ivo://dapple.local/data?s:a%2Bb=c%26d;e,f
        s@x!      | ($*)'"[]            | ivo://dapple.local/data?s@x!:($*)%27%22%5B%5D
        s         | x?y#z               | ivo://dapple.local/data?s:x%3Fy%23z
        s         | A_b-c.d~e           | ivo://dapple.local/data?s:A_b-c.d~e
        s         | héé🫏               | ivo://dapple.local/data?s:h%C3%A9%C3%A9%F0%9F%AB%8F
        """)
    void scopeAndNameBecomeAnIdentifierAndComeBack(String scope, String name, String identifier) {
        PublisherDid did = new PublisherDid("dapple.local", "data", scope, name);
        assertThat(did.identifier()).isEqualTo(identifier);
        assertThat(PublisherDid.parse(identifier)).contains(did);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cube-503",
                "ADS/JAO.ALMA#2017.1.00079.S",
                "ivo://org.gavo.dc/~?potsdam/data/fits/POT032_000002E.fits",
                "ivo://dapple.local/data",
                "ivo://dapple.local/data?scope",
                "ivo://dapple.local/data?a:b?c",
                "ivo://dapple.local/data?a:%2",
                "ivo://dapple.local/data?a:%zz",
                "ivo://dapple.local/data?a:%FF",
                "ivo://dapple.local/data?:name",
                "ivo://dapple.local?a:b"
            })
    void otherIdentifiersAreNotTakenForMintedOnes(String identifier) {
        assertThat(PublisherDid.parse(identifier)).isEmpty();
    }

    @Test
    void thePublisherIsComparedWithoutRegardToCase() {
        PublisherDid did = PublisherDid.parse("IVO://Dapple.Local/Data?a:B").orElseThrow();
        assertThat(did.isOf("dapple.local", "data")).isTrue();
        assertThat(did.isOf("dapple.org", "data")).isFalse();
        assertThat(did.name()).isEqualTo("B");
    }
}
