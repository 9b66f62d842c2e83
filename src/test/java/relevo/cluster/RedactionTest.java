package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

        assertThat(kept).doesNotContain("s3cret").contains("user ana insecure-password ***", "stats auth admin:***", "stats uri /haproxy?stats");
    }
}
