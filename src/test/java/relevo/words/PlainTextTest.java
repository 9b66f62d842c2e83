package relevo.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<p>Lo <b>sentimos</b></p>|lo sentimos",
            "Perd&oacute;n|perdon",
            "perd&#243;n &#xF3;|perdon o",
            "<!-- sorry -->nada<script>sorry()</script><style>.sorry{}</style>|nada",
            "<title>Sorry</title>hola|hola",
            "<img src='x' alt='Lo sentimos'>|lo sentimos",
            "&#12ab; &#xFFFFFF;|&#12ab; &#xffffff;",
            "a&nbsp;b &amp; c|a b & c",
            "3 < 4 y sigue|3 < 4 y sigue",
            "<script>sin fin sorry|''"})
    void isWhatAPersonReads(String html, String text) {
        assertThat(PlainText.folded(html)).isEqualTo(text);
    }

    @Test
    void neverFails() {
        Random random = new Random(9);
        String alphabet = "<>&;#x!-/ab \"'=\\$alt script";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                html.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(PlainText.of(html.toString())).isEqualTo(PlainText.of(html.toString()).strip());
        }
    }
}
