package relevo.discovery;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.observation.Directive;
import relevo.observation.Section;

/**
 * Splits what stands behind {@code if} or {@code unless} into its tests: named ones ({@code acl}) by what they stand for, and those in braces.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#7.2">HAProxy's configuration manual, section 7.2</a>
 */
final class Conditions {

    /**
     * One test, as words: what is fetched, and how it is compared.
     *
     * @param words   without braces and name
     * @param negated whether the condition holds when the test does not
     * @param line    that it is written on
     */
    record Test(List<String> words, boolean negated, Directive line) {
    }

    /** What a condition's word stands for: a test of its own, or a name with its sign. */
    private record Word(List<String> words, boolean negated, boolean inline) {
    }

    /** Lines of one name; nobody writes more. */
    private static final int MOST_NAMED = 16;

    private final Map<String, List<Directive>> named;

    Conditions(Section section) {
        named = section.having("acl").filter(acl -> acl.words().size() > 2).collect(groupingBy(acl -> acl.words().get(1)));
    }

    /** The alternatives of a line's condition, each a list of tests that must hold together; with {@code unless} each test is an alternative. */
    List<List<Test>> of(Directive line) {
        int unless = line.words().indexOf("unless");
        int at = unless >= 0 ? unless : line.words().indexOf("if");
        if (at < 0) {
            return List.of();
        }
        List<List<Test>> alternatives = new ArrayList<>();
        List<Test> together = new ArrayList<>();
        for (Word word : words(line.words().subList(at + 1, line.words().size()))) {
            if (!word.inline() && isOr(word.words().get(0))) {
                alternatives.add(together);
                together = new ArrayList<>();
            } else {
                together.addAll(tests(word, unless >= 0, line));
            }
        }
        alternatives.add(together);
        return unless >= 0 ? alternatives.stream().flatMap(List::stream).map(List::of).toList() : List.copyOf(alternatives);
    }

    private static boolean isOr(String word) {
        return word.equals("or") || word.equals("||");
    }

    private static List<Word> words(List<String> words) {
        List<Word> read = new ArrayList<>();
        boolean negated = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String bare = word.replaceFirst("^!+", "");
            negated ^= (word.length() - bare.length()) % 2 == 1;
            word = bare;
            if (word.equals("{")) {
                int end = i + words.subList(i, words.size()).indexOf("}");
                end = end < i ? words.size() : end;
                read.add(new Word(List.copyOf(words.subList(i + 1, end)), negated, true));
                negated = false;
                i = end;
            } else if (!word.isEmpty()) {
                read.add(new Word(List.of(word), negated, false));
                negated = false;
            }
        }
        return read;
    }

    /** A name may be given several times, and then any of its lines will do; what it stands for in another section is not asked. */
    private List<Test> tests(Word word, boolean unless, Directive line) {
        boolean negated = word.negated() ^ unless;
        if (word.inline()) {
            return List.of(new Test(word.words(), negated, line));
        }
        List<Test> tests = named.getOrDefault(word.words().get(0), List.of()).stream().limit(MOST_NAMED)
                .map(acl -> new Test(acl.words().subList(2, acl.words().size()), negated, acl)).toList();
        return tests.isEmpty() ? List.of(new Test(word.words(), negated, line)) : tests;
    }

    /**
     * What a test compares with: the first figure behind its operator or, without an operator, a range or a figure.
     *
     * @param operator {@code gt}, {@code ge}, {@code lt}, {@code le} or {@code eq}
     */
    record Comparison(String operator, double threshold) {

        private static final List<String> OPERATORS = List.of("gt", "ge", "lt", "le", "eq");
        private static final List<String> OPPOSITES = List.of("le", "lt", "ge", "gt", "eq");

        static Optional<Comparison> of(Test test) {
            String operator = "";
            for (int i = 1; i < test.words().size(); i++) {
                String word = test.words().get(i);
                if (word.equals("-m") || word.equals("-u")) {
                    i++;
                } else if (OPERATORS.contains(word)) {
                    operator = word;
                } else if (word.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                    return Optional.of(new Comparison(operator.isEmpty() ? "eq" : operator, Double.parseDouble(word)).signed(test.negated()));
                } else if (word.matches("\\d{1,9}:\\d*")) {
                    return Optional.of(new Comparison("ge", Double.parseDouble(word.replaceFirst(":.*", ""))).signed(test.negated()));
                } else if (word.matches(":\\d{1,9}")) {
                    return Optional.of(new Comparison("le", Double.parseDouble(word.substring(1))).signed(test.negated()));
                }
            }
            return Optional.empty();
        }

        private Comparison signed(boolean negated) {
            return negated ? new Comparison(OPPOSITES.get(OPERATORS.indexOf(operator)), threshold) : this;
        }
    }
}
