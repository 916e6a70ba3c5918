package org.dapple.dali.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IvoaSchemasTest {

    @Test
    void whatIsWrongInADocumentIsFound() throws Exception {
        String namespace = "http://www.ivoa.net/xml/VOTable/v1.3";
        String document = "<VOTABLE xmlns='%s' version='1.4'><RESORCE/></VOTABLE>".formatted(namespace);
        assertThat(IvoaSchemas.problems(document, namespace))
                .singleElement()
                .asString()
                .contains("line 1", "RESORCE");
    }
}
