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

    @Test
    void anAsideCanBeToldApartWhereverItWasJoinedTo() {
        Text test = new Text("Prueba: n = 40.", "Test: n = 40.").asAside();
        Text all = new Text("Uno.", "One.").then(test).then(new Text("Dos.", "Two.")).then(new Text("Otra.", "Another.").asAside());

        assertThat(all.withoutAsides()).isEqualTo(new Text("Uno. Dos.", "One. Two."));
        assertThat(all.asides()).isEqualTo(new Text("Prueba: n = 40. Otra.", "Test: n = 40. Another."));
        assertThat(all.flat()).isEqualTo(new Text("Uno. Prueba: n = 40. Dos. Otra.", "One. Test: n = 40. Two. Another."));
        assertThat(all).hasToString("Uno. Prueba: n = 40. Dos. Otra.\nOne. Test: n = 40. Two. Another.");
        assertThat(all.es()).contains("n = 40");
    }

    @Test
    void bracketsAroundAnAsideGoWithIt() {
        String aside = Text.same("n = 40").asAside().es();

        assertThat(Text.same("web1 20 (" + aside + "); web2 20.").withoutAsides()).isEqualTo(Text.same("web1 20; web2 20."));
        assertThat(Text.same("web1 20. (" + aside + ")").withoutAsides()).isEqualTo(Text.same("web1 20."));
    }

    @Test
    void whatHasNoAsideStaysAsItIs() {
        assertThat(Text.same("web1 (20)").withoutAsides()).isEqualTo(Text.same("web1 (20)"));
        assertThat(Text.same("web1").asides()).isEqualTo(Text.same(""));
        assertThat(Text.same("").asAside()).isEqualTo(Text.same(""));
        assertThat(Text.same("one mark\u2063 alone").withoutAsides()).isEqualTo(Text.same("one mark alone"));
    }
}
