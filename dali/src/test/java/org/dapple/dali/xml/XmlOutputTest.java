package org.dapple.dali.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlOutputTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "<a href=\"x\">&amp;</a>",
                "]]>",
                "tab\tline\nreturn\rboth\r\n",
                " spaces ",
                "héé 🫏 ∑ \uFFFD \uD7FF \uE000 \uFFFC \uF000",
                "\u0085 \u009F \u2028"
            })
    void anyTextComesBackFromAParser(String text) throws Exception {
        Element root = parsed(text);
        assertThat(root.getTextContent()).isEqualTo(text);
        assertThat(root.getAttribute("a")).isEqualTo(text);
    }

    @Test
    void textLongerThanTheBufferComesBack() throws Exception {
        for (int length : new int[] {65_000, 65_536, 65_537, 200_000}) {
            bytes.reset();
            String text = "<é" + "x".repeat(length - 3) + "&";
            assertThat(parsed("x".repeat(length)).getTextContent()).hasSize(length);
            bytes.reset();
            assertThat(parsed(text).getTextContent()).isEqualTo(text);
        }
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        Element root = parsed("a\u0000b\u0001c\u001Fd\uFFFEe\uFFFFf");
        assertThat(root.getTextContent()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(root.getAttribute("a")).isEqualTo(root.getTextContent());
    }

    @Test
    void attributesAndElementsWithoutAValueAreLeftOut() throws IOException {
        XmlOutput xml = new XmlOutput(bytes);
        xml.open("a", Attributes.of("x", null).and("y", "1"));
        xml.element("b", null);
        xml.element("c", null, Attributes.of("z", null));
        xml.close("a");
        xml.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a y=\"1\">\n<c/>\n</a>\n");
    }

    private Element parsed(String text) throws Exception {
        XmlOutput xml = new XmlOutput(bytes);
        xml.element("r", text, Attributes.of("a", text));
        xml.flush();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes.toByteArray()))
                .getDocumentElement();
    }
}
