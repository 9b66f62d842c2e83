package relevo.run;

import relevo.verdict.CannotStart;
import relevo.words.Text;

/** JMeter's Groovy does not run on every Java: better said at once than by a strange error later. */
final class JavaVersion {

    private static final int FIRST = 17;
    private static final int LAST = 22;

    private JavaVersion() {
    }

    static void check() {
        check(Runtime.version().feature());
    }

    static void check(int feature) {
        if (feature < FIRST || feature > LAST) {
            throw new CannotStart(Text.of("Java %d no sirve: JMeter funciona con Java 17 o 21.", "Java %d will not do: JMeter works with Java 17 or 21.",
                    feature),
                    Text.of("Ponga JAVA_HOME en un JDK 17 o 21; infra/setup instala uno.", "Point JAVA_HOME to a JDK 17 or 21; infra/setup installs one."));
        }
    }
}
