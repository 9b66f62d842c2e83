package relevo.measure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import relevo.observation.Answer;
import relevo.words.Figure;
import relevo.words.Text;

/** Counts answers: by who served them, and by why they failed. */
public final class Tally {

    private Tally() {
    }

    /** Successful answers per instance, by name; every one of {@code instances} has an entry. */
    public static Map<String, Long> okPer(List<Answer> answers, Collection<String> instances) {
        Map<String, Long> counts = new TreeMap<>();
        instances.forEach(name -> counts.put(name, 0L));
        answers.stream().filter(a -> a.ok() && counts.containsKey(a.server())).forEach(a -> counts.merge(a.server(), 1L, Long::sum));
        return counts;
    }

    /** Failed requests by their cause ({@code HTTP 503}, {@code closed}), the most frequent first. */
    public static String causes(List<Answer> failed) {
        Map<String, Long> counts = new TreeMap<>();
        failed.forEach(a -> counts.merge(cause(a), 1L, Long::sum));
        return Figure.list(counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> e.getKey() + " × " + Figure.count(e.getValue())).toList());
    }

    /** What to do when every one of these was answered with a status of 300 to 499: somebody turned them away. Empty otherwise. */
    public static Optional<Text> refusal(List<Answer> failed) {
        return failed.stream().allMatch(a -> a.status() >= 300 && a.status() < 500)
                ? Optional.of(Text.of("Alguien rechaza o desvía las visitas: busque en haproxy.cfg http-request deny, redirect o return y los límites con "
                        + "stick-table, y en Apache Redirect y Require.",
                        "Somebody turns visitors away: look in haproxy.cfg for http-request deny, redirect or return and for limits by stick-table, and in "
                                + "Apache for Redirect and Require."))
                : Optional.empty();
    }

    private static String cause(Answer answer) {
        return answer.status() > 0 ? "HTTP " + answer.status() : answer.error().isEmpty() ? "no response" : answer.error();
    }
}
