package relevo.substrate.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import relevo.substrate.vagrant.Provider;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** Who is to make the machines of a Vagrantfile, decided before it runs: a sandbox lets it reach that provider alone. */
final class ProviderChoice {

    /** Providers that take any box; Docker takes images, so it is chosen only where the file speaks of it. */
    private static final List<Provider> OF_BOXES = List.of(Provider.VIRTUALBOX, Provider.LIBVIRT);
    private static final Pattern MENTION = Pattern.compile("\\.provider\\s*\\(?\\s*[:\"'](\\w+)");

    private ProviderChoice() {
    }

    /**
     * What was told; else the first that the file has settings for and that is here; else the first that is here.
     *
     * @param told      in {@code VAGRANT_DEFAULT_PROVIDER}
     * @param text      of the Vagrantfile; read as text, not run
     * @param installed whether a provider's command is here
     * @throws CannotStart when none will do
     */
    static Provider of(Optional<String> told, String text, Predicate<Provider> installed) {
        if (told.isPresent()) {
            return named(told.get()).orElseThrow(() -> new CannotStart(
                    Text.of("VAGRANT_DEFAULT_PROVIDER=%s no se admite.", "VAGRANT_DEFAULT_PROVIDER=%s is not one of those known here.", told.get()),
                    Text.of("Se admite: %s.", "It may be: %s.", words(List.of(Provider.values())))));
        }
        var mentioned = MENTION.matcher(text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"))).results()
                .flatMap(found -> named(found.group(1)).stream()).distinct().toList();
        return mentioned.stream().filter(installed).findFirst().or(() -> OF_BOXES.stream().filter(installed).findFirst()).orElseThrow(() -> {
            var wanted = mentioned.isEmpty() ? OF_BOXES : mentioned;
            return new CannotStart(Text.of("Aquí no hay con qué levantar el Vagrantfile: falta %s.",
                    "Nothing here can bring the Vagrantfile up: %s is missing.",
                    words(wanted)),
                    Text.of("Ejecute infra/setup --vagrant, que instala libvirt, o instale VirtualBox.",
                            "Run infra/setup --vagrant, which installs libvirt, or install VirtualBox."));
        });
    }

    private static Optional<Provider> named(String word) {
        return Arrays.stream(Provider.values()).filter(provider -> provider.word().equals(word.toLowerCase(Locale.ROOT))).findFirst();
    }

    private static String words(List<Provider> providers) {
        return providers.stream().map(Provider::word).collect(Collectors.joining(", "));
    }
}
