package relevo.testing;

import java.nio.charset.StandardCharsets;

/** JMeter plans written by hand, part by part; each part brings the {@code hashTree} that follows it. */
public final class Jmx {

    private Jmx() {
    }

    /** A whole file. */
    public static byte[] plan(String... parts) {
        return bytes("<jmeterTestPlan version=\"1.2\" properties=\"5.0\" jmeter=\"5.6.3\"><hashTree>" + element("TestPlan", "plan", "", parts)
                + "</hashTree></jmeterTestPlan>");
    }

    public static byte[] bytes(String xml) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8);
    }

    /** Any element with its properties and what is under it. */
    public static String element(String tag, String name, String properties, String... under) {
        return "<" + tag + " testclass=\"" + tag + "\" testname=\"" + name + "\" enabled=\"true\">" + properties + "</" + tag + "><hashTree>"
                + String.join("", under) + "</hashTree>\n";
    }

    /** The same, switched off. */
    public static String off(String element) {
        return element.replaceFirst("enabled=\"true\"", "enabled=\"false\"");
    }

    public static String property(String name, Object value) {
        return "<stringProp name=\"" + name + "\">" + value + "</stringProp>";
    }

    /** Ends by its loops. */
    public static String users(Object users, Object ramp, Object loops, String... under) {
        return element("ThreadGroup", "users", group(users, ramp, loops), under);
    }

    /** Ends by the clock. */
    public static String usersFor(Object users, Object ramp, Object seconds, String... under) {
        return element("ThreadGroup", "users", group(users, ramp, -1) + "<boolProp name=\"ThreadGroup.scheduler\">true</boolProp>"
                + property("ThreadGroup.duration", seconds) + property("ThreadGroup.delay", 0), under);
    }

    private static String group(Object users, Object ramp, Object loops) {
        return property("ThreadGroup.num_threads", users) + property("ThreadGroup.ramp_time", ramp)
                + "<elementProp name=\"ThreadGroup.main_controller\" elementType=\"LoopController\"><boolProp name=\"LoopController.continue_forever\">false"
                + "</boolProp>" + property("LoopController.loops", loops) + "</elementProp>";
    }

    /** A GET. */
    public static String get(String host, Object port, String path, String... under) {
        return element("HTTPSamplerProxy", path, property("HTTPSampler.domain", host) + property("HTTPSampler.port", port) + property("HTTPSampler.path", path)
                + property("HTTPSampler.method", "GET"), under);
    }

    /** HTTP Request Defaults. */
    public static String defaults(String host, Object port) {
        return element("ConfigTestElement", "defaults", property("HTTPSampler.domain", host) + property("HTTPSampler.port", port));
    }

    /** A user-defined variable. */
    public static String variable(String name, String value) {
        return element("Arguments", "variables", "<collectionProp name=\"Arguments.arguments\"><elementProp name=\"" + name + "\" elementType=\"Argument\">"
                + property("Argument.name", name) + property("Argument.value", value) + "</elementProp></collectionProp>");
    }
}
