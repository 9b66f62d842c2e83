package relevo.live.defence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Draws the questions of a defence: what is not met first, then of each topic one at most, and never two about one fact. */
final class Draw {

    static final int QUESTIONS = 5;
    /** Of them about what is not met, as long as there is something else to ask. */
    static final int NOT_MET = 3;

    private final Random random;
    private final List<Candidate> drawn = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    private Draw(Random random) {
        this.random = random;
    }

    /** At most five; fewer where less was seen. */
    static List<Candidate> of(String seed, Facts facts) {
        return new Draw(Seed.random(seed, "questions")).drawn(candidates(facts));
    }

    /** All that could be asked, always in the same order. */
    static List<Candidate> candidates(Facts facts) {
        var prefix = new Prefix(facts);
        var session = new SessionQuestions(facts);
        var all = new ArrayList<>(session.all());
        facts.inForce().ifPresent(balancer -> {
            var configured = new Configured(balancer, facts.found());
            var checks = new CheckQuestions(configured, prefix);
            all.addAll(checks.all());
            all.addAll(new LoadQuestions(configured, facts.found(), prefix).all());
            all.addAll(new TroubleQuestions(configured, prefix).all());
            all.addAll(new PlaceQuestions(configured, facts.found(), balancer, prefix).all());
            all.addAll(session.timed(configured, checks));
        });
        return all;
    }

    private List<Candidate> drawn(List<Candidate> candidates) {
        Map<Topic, List<Candidate>> topics = new EnumMap<>(Topic.class);
        candidates.forEach(one -> topics.computeIfAbsent(one.topic(), unseen -> new ArrayList<>()).add(one));
        var notMet = shuffled(topics.getOrDefault(Topic.NOT_MET, List.of()));
        notMet.sort((one, other) -> Boolean.compare(other.core(), one.core()));
        notMet.stream().limit(NOT_MET).forEach(this::take);
        var order = shuffled(List.copyOf(topics.keySet()));
        order.remove(Topic.NOT_MET);
        for (var topic : order) {
            shuffled(topics.get(topic)).stream().filter(this::isNew).findFirst().ifPresent(this::take);
        }
        // Little was seen: then what is left, whatever its topic.
        notMet.forEach(this::take);
        shuffled(candidates).forEach(this::take);
        drawn.sort((one, other) -> Boolean.compare(other.topic() == Topic.NOT_MET, one.topic() == Topic.NOT_MET));
        return List.copyOf(drawn);
    }

    private boolean isNew(Candidate candidate) {
        return Collections.disjoint(asked, candidate.facts());
    }

    private void take(Candidate candidate) {
        if (drawn.size() < QUESTIONS && isNew(candidate)) {
            drawn.add(candidate);
            asked.addAll(candidate.facts());
        }
    }

    private <T> List<T> shuffled(List<T> all) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
