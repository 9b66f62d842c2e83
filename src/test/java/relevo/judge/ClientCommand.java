package relevo.judge;

import relevo.observation.InstanceName;
import relevo.words.Text;

/** Commands that a remedy tells a person to type: the manager takes no name of this project's making. */
final class ClientCommand {

    private ClientCommand() {
    }

    /** @param command with {@code %s} for the instance @param called what it is called here */
    static Text of(String command, String called) {
        var name = InstanceName.of(called);
        return new Text(name.typed(command, "en"), name.typed(command, "on"));
    }
}
