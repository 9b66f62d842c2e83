package relevo.cluster;

/** Hides the passwords of a HAProxy configuration before it is kept as evidence. */
final class Redaction {

    private Redaction() {
    }

    static String of(String configuration) {
        return configuration
                .replaceAll("(?m)^(\\s*stats\\s+auth\\s+[^:\\s]+:)\\S+", "$1***")
                .replaceAll("(?m)^(\\s*user\\s+\\S+\\s+(?:insecure-)?password\\s+)\\S+", "$1***");
    }
}
