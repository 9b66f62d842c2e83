package relevo.load;

import relevo.judge.Text;

/** The Java versions that this JMeter runs on. */
final class SupportedJava {

    private static final int FIRST_BROKEN = 23;

    private SupportedJava() {
    }

    /**
     * Says so at once, where JMeter would fail later and obscurely.
     *
     * @param feature the version, {@code Runtime.version().feature()}
     * @throws IllegalStateException when JMeter does not run on it
     */
    static void require(int feature) {
        if (feature >= FIRST_BROKEN) {
            throw new IllegalStateException(Text.of(
                    "JMeter necesita Java 17 o 21 y esta es la %d: apunte JAVA_HOME a una de ellas y repita.",
                    "JMeter needs Java 17 or 21 and this is %d: point JAVA_HOME at one of them and repeat.", feature).toString());
        }
    }
}
