package relevo.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawResponseTest {

    @Test
    void readsStatusHeadersAndBody() {
        var page = RawResponse.parse("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nX-Served-By: web1\r\n\r\n<p>one</p>\r\n\r\ntwo");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.headers()).containsEntry("content-type", "text/html").containsEntry("x-served-by", "web1");
        assertThat(page.body()).isEqualTo("<p>one</p>\n\ntwo");
    }

    @Test
    void whatIsNoResponseIsKeptToBeShown() {
        assertThat(RawResponse.parse("SSH-2.0-OpenSSH").status()).isZero();
        assertThat(RawResponse.parse("SSH-2.0-OpenSSH").body()).isEqualTo("SSH-2.0-OpenSSH");
        assertThat(RawResponse.parse("").status()).isZero();
    }
}
