package relevo.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.Untrusted;

class RedactionTest {

    @Test
    void hidesPasswordsAndNothingElse() {
        var kept = Redaction.of("""
                userlist people
                  user ana insecure-password s3cret
                listen stats
                  stats auth admin:s3cret
                  stats uri /haproxy?stats
                """);

        assertThat(kept).isEqualTo("""
                userlist people
                  user ana insecure-password ***
                listen stats
                  stats auth admin:***
                  stats uri /haproxy?stats
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  stats auth admin:s3cret", "\tstats\tauth\tadmin:s3cret\r", "stats auth \"admin:my s3cret\"", "stats auth 'an admin:s3cret'",
            "stats auth admin\\:s3cret", "stats auth s3cret", "\"stats\" \"auth\" admin:s3cret", "st\"at\"s auth admin:s3cret", "stats auth a:b:s3cret # note",
            "# stats auth admin:s3cret", "#stats auth admin:s3cret", "stats admin if TRUE # stats auth admin:s3cret",
            "user ana password $5$s3cret", "user ana insecure-password \"my s3cret\" groups g", "#user ana insecure-password s3cret",
            "# user \"ana b\" insecure-password \"my s3cret\" groups g",
            "# user ana password $5$s3cret groups g", "# user ana password s3cret groups g",
            "user ana insec\\ure-password s3cret", "user \"ana b\" insecure-password s3cret",
            "# password: s3cret", "# contraseña = s3cret", "# la clave: s3cret", "# password is s3cret", "# password s3cret",
            "setenv STATS_PASS s3cret", "presetenv X \"s3cret\"", "http-request set-header Authorization \"Basic s3cret\"",
            "http-check send meth GET uri / hdr Authorization \"Basic s3cret\"", "option httpchk GET / HTTP/1.1\\r\\nAuthorization:\\ Basic\\ s3cret",
            "http-request set-header X-Api-Key s3cret",
            "http-request set-header X-A \"# 1\" if { hdr(x-token) s3cret }", "tcp-check send AUTH\\ s3cret\\r\\n",
            "http-request redirect location http://ana:s3cret@host/", "dynamic-cookie-key s3cret", "command /bin/x --password=s3cret", "STATS AUTH a:s3cret"})
    @DisplayName("a password is struck out wherever it hides")
    void hidden(String line) {
        assertThat(Redaction.of("before\n" + line + "\nafter")).doesNotContain("s3cret").contains("***").startsWith("before\n").endsWith("\nafter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"    use_backend overflow if { be_conn_free(production) lt 1 }", "stats uri /stats", "    user haproxy", "    group haproxy",
            "server web1 10.0.0.1:80 check inter 2s fall 3", "# `stats admin`. User and password are made when the balancer is provisioned",
            "http-request redirect location https://host:8443/x", "http-request redirect location https://%[req.hdr(Host),regsub(:.*,,)]%[path]",
            "stats http-request auth realm X", "option httpchk GET /health", "acl auth_ok http_auth(people)", "acl known hdr(Authorization)", ""})
    @DisplayName("what is no password stays as it is")
    void shown(String line) {
        assertThat(Redaction.of(line)).isEqualTo(line);
    }

    @Test
    @DisplayName("however long a line is, reading it ends")
    void bounded() {
        for (var part : new String[] {"stats ", "password ", "://a:", "user x ", "user \\\"'", "password \\\"'",
                "://", "\\\"'", " ", "stats auth ", "# ", "send ", "setenv "}) {
            var line = part.repeat(200_000 / part.length());
            assertThat(Untrusted.read(() -> Redaction.of(line + "\n" + line))).isPresent();
        }
    }
}
