package relevo.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void sentencesFollowOneAnotherWithASpaceUnlessOneIsEmpty() {
        Text one = new Text("Uno.", "One.");
        Text two = new Text("Dos.", "Two.");

        assertThat(one.then(two)).isEqualTo(new Text("Uno. Dos.", "One. Two."));
        assertThat(Text.same("").then(two)).isEqualTo(two);
        assertThat(one.then(Text.same(""))).isEqualTo(one);
    }

    @Test
    void spanishComesFirstAndWhatIsTheSameIsSaidOnce() {
        assertThat(new Text("Uno.", "One.")).hasToString("Uno.\nOne.");
        assertThat(Text.same("web1")).hasToString("web1");
    }
}
