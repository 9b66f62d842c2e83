package relevo.live.defence;

import relevo.verdict.Verdict;
import relevo.words.Text;

/** What was seen of a requirement that is met, to begin a question with. */
record Prefix(Facts facts) {

    /** A sentence; empty where it was not played, or is not met. */
    Text of(String id) {
        return facts.seen(id).flatMap(card -> card.verdict()).filter(Verdict::isMet).map(Verdict::told).map(Said::quoted)
                .filter(told -> !told.es().isEmpty())
                .map(told -> Text.of("%1$s se cumplió («%2$s»).", "%1$s was met (\"%3$s\").", id, told.es(), told.en())).orElse(Text.same(""));
    }
}
