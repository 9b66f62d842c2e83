package relevo.live.defence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Random;
import relevo.words.Sha256;
import relevo.words.Shown;

/** A short word that questions and faults are drawn with: the same word and the same facts give the same ones. */
final class Seed {

    private static final String CONSONANTS = "bdfglmnprst";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 3;
    private static final int LONGEST = 40;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Seed() {
    }

    /** What was written, as it is shown and taken; a word that was drawn, such as {@code tomabe}, where nothing was. */
    static String of(String written) {
        var seed = Shown.of(written.strip().replaceAll("\\s+", " "), LONGEST).toLowerCase(Locale.ROOT);
        return seed.isEmpty() ? drawn() : seed;
    }

    private static String drawn() {
        var word = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            word.append(CONSONANTS.charAt(CHANCE.nextInt(CONSONANTS.length()))).append(VOWELS.charAt(CHANCE.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    /** The same for the same words, in every JVM. @param what is drawn, so that one draw tells nothing of another */
    static Random random(String seed, String what) {
        return new Random(ByteBuffer.wrap(Sha256.begin().digest((what + "\0" + seed).getBytes(StandardCharsets.UTF_8))).getLong());
    }
}
