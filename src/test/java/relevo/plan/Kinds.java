package relevo.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of JMeter's elements by their class's name. Whatever is in none of these sets is left out of a run. */
final class Kinds {

    static final Set<String> TIMERS = Set.of("ConstantTimer", "UniformRandomTimer", "GaussianRandomTimer", "PoissonRandomTimer", "ConstantThroughputTimer",
            "PreciseThroughputTimer");
    /** Their steps are walked through in order, whatever they would have chosen or waited for. */
    static final Pattern CONTROLLER = Pattern.compile(".*(Controller|Control)");
    /** Code, files, other programs, other protocols. */
    private static final Pattern UNSAFE = Pattern.compile("(JSR223|BeanShell|BSF|JDBC|JMS|LDAP|FTP|TCP|Smtp|Mail|Mongo|Bolt|JUnit|Java|AccessLog|System|OS|CSV"
            + "|Include|Keystore|Publisher|Subscriber|SSH|WebDriver|DirectoryListing|VariablesFromCSV).*");
    private static final Pattern ASSERTION = Pattern.compile(".*Assertion(Gui)?");

    private Kinds() {
    }

    static boolean isUnsafe(String kind) {
        return UNSAFE.matcher(kind).matches();
    }

    static boolean isAssertion(String kind) {
        return ASSERTION.matcher(kind).matches();
    }

    static boolean isGroup(String kind) {
        return kind.toLowerCase(Locale.ROOT).endsWith("threadgroup");
    }
}
