package relevo.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.words.Shown;

/**
 * What the {@code ${…}} of a plan stand for, as far as it is written in the plan. JMeter's functions are looked at and never called: a property's
 * default is taken, a few that only make values become 1, and all others are named as unsafe.
 */
final class Values {

    private static final int LONGEST = 20_000;
    /** Letters that all of a plan's references may become together; beyond it they become some value. */
    private static final int MOST = 2_000_000;
    private static final int DEEPEST = 20;
    /** Longer than any that a person writes; looking further for its end would take a hostile plan's square of time. */
    private static final int LONGEST_REFERENCE = 1_000;
    /** What stands for a value that only a run would make. */
    private static final String SOME = "1";
    private static final Set<String> PROPERTIES = Set.of("__P", "__property");
    /** They make a value of nothing but their arguments, the clock or chance. */
    private static final Set<String> HARMLESS = Set.of("__Random", "__RandomString", "__RandomDate", "__RandomFromMultipleVars", "__time",
            "__timeShift", "__UUID", "__threadNum", "__threadGroupName", "__counter", "__intSum", "__longSum", "__samplerName", "__testPlanName",
            "__iterationNum", "__urlencode", "__urldecode", "__escapeHtml", "__unescapeHtml", "__escapeXml", "__char", "__changeCase", "__digest",
            "__V", "__isVarDefined", "__isPropDefined", "__dateTimeConvert");

    private final Map<String, String> variables = new HashMap<>();
    private final Set<String> unsafe = new LinkedHashSet<>();
    private int left = MOST;

    /** The plan says so; a later value replaces an earlier one. */
    void define(String name, String value) {
        variables.put(name, literal(value));
    }

    /** Functions that would have run code, or used files, if anybody had called them. */
    Collection<String> unsafe() {
        return unsafe;
    }

    /** With everything put in that the plan itself says; a variable without a value stays as it is written. */
    String literal(String written) {
        String literal = literal(written, 0);
        if (!written.contains("${")) {
            return literal;
        }
        left -= literal.length();
        return left < 0 ? SOME : literal;
    }

    /** What JMeter may be given: no part of it is a variable or a function, whatever it was made of. */
    static String inert(String literal) {
        return literal.replaceAll("\\$\\{[^{}$]*}", SOME).replace("${", "$(");
    }

    private String literal(String whole, int depth) {
        String written = cut(whole);
        if (!written.contains("${") || depth > DEEPEST) {
            return written;
        }
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < written.length() && literal.length() <= LONGEST; at++) {
            int end = written.startsWith("${", at) ? end(written, at + 2) : -1;
            if (end < 0) {
                literal.append(written.charAt(at));
            } else {
                literal.append(reference(written.substring(at + 2, end), depth + 1));
                at = end;
            }
        }
        return cut(literal.toString());
    }

    /** A backslash takes the next letter as it is: JMeter reads a function's name past it, too. */
    private String reference(String inside, int depth) {
        String plain = inside.replace("\\", "").strip();
        if (!plain.startsWith("__")) {
            return variables.getOrDefault(plain, "${" + plain.replaceAll("[${}]", "") + "}");
        }
        int bracket = plain.indexOf('(');
        String function = bracket < 0 ? plain : plain.substring(0, bracket);
        List<String> arguments = bracket < 0 ? List.of() : arguments(plain.substring(bracket + 1, Math.max(bracket + 1, plain.lastIndexOf(')'))));
        String nested = arguments.stream().map(argument -> literal(argument, depth)).reduce("", (some, next) -> next);
        if (PROPERTIES.contains(function)) {
            int fallback = function.equals("__P") ? 1 : 2;
            return arguments.size() > fallback ? nested : SOME;
        }
        if (!HARMLESS.contains(function)) {
            unsafe.add(Shown.of(function));
        }
        return SOME;
    }

    private static List<String> arguments(String list) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < list.length(); at++) {
            char letter = list.charAt(at);
            depth += letter == '{' || letter == '(' ? 1 : letter == '}' || letter == ')' ? -1 : 0;
            if (letter == ',' && depth == 0) {
                arguments.add(list.substring(from, at));
                from = at + 1;
            }
        }
        arguments.add(list.substring(from));
        return arguments;
    }

    /** Where the bracket closes that was opened before; -1 where it never does. */
    private static int end(String written, int from) {
        int depth = 1;
        for (int at = from; at < Math.min(written.length(), from + LONGEST_REFERENCE); at++) {
            depth += written.charAt(at) == '{' ? 1 : written.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
