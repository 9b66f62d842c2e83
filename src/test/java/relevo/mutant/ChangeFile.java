package relevo.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.yaml.YamlNode;

/** Reads the {@code change} of a mutant. */
final class ChangeFile {

    private ChangeFile() {
    }

    static Change parse(YamlNode change) {
        Map<String, List<Edit>> edits = new LinkedHashMap<>();
        List<Deed> deeds = new ArrayList<>();
        for (var key : change.keys()) {
            var value = change.need(key);
            if (!key.equals("run") && !(value.value() instanceof List<?>)) {
                edits.put(key, List.of(new Edit("", value.text())));
                continue;
            }
            for (var item : value.items()) {
                if (key.equals("run")) {
                    item.allow(Set.of("on", "do", "undo"));
                    deeds.add(new Deed(item.need("on").text(), item.need("do").text(), item.need("undo").text()));
                } else {
                    item.allow(Set.of("find", "put"));
                    edits.computeIfAbsent(key, unseen -> new ArrayList<>())
                            .add(new Edit(item.find("find").map(YamlNode::text).orElse(""), item.need("put").text()));
                }
            }
        }
        return new Change(edits, deeds);
    }
}
