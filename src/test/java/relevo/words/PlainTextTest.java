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
            "&#12ab; &#xFFFFFF;|ab; \ufffd",
            "a&nbsp;b &amp; c|a b & c",
            "3 < 4 y sigue|3 < 4 y sigue",
            "<script>sin fin sorry|''"})
    void isWhatAPersonReads(String html, String text) {
        assertThat(PlainText.folded(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<title>Pagina de  disculpa</title>hola|Pagina de disculpa",
            "<img alt='Lo sentimos'><p title='Perdón'>hola</p>|Lo sentimos Perdón",
            "hola|''"})
    void besideItAreTitlesAndTheTextsOfImages(String html, String text) {
        assertThat(PlainText.beside(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "hola|false|false", "<img src=/x.png>|true|false", "<img src=data:x>|true|true", "<img alt=' ' src=HTTP://x/y>|true|true",
            "<img alt=logo src=data:x>|true|false", "<svg></svg>|true|false", "<!-- <img src=data:x> -->|false|false"})
    void picturesAreKnown(String html, boolean any, boolean unreadable) {
        assertThat(PlainText.hasPictures(html)).isEqualTo(any);
        assertThat(PlainText.hasUnreadablePictures(html)).isEqualTo(unreadable);
    }

    @Test
    void foldingMovesNoCharacter() {
        assertThat(PlainText.fold("¡PERDÓN, señor!")).isEqualTo("¡perdon, senor!");
        assertThat(PlainText.fold("Perdo\u0301n")).isEqualTo("perdon").hasSameSizeAs(PlainText.composed("Perdo\u0301n"));
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
