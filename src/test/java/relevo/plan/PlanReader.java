package relevo.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import relevo.observation.Demand;
import relevo.observation.PlanDescription;
import relevo.observation.PlanDescription.Reading;
import relevo.words.Shown;

/** Reads what a plan says, without JMeter: somebody else wrote it, and JMeter would do as it is told. */
final class PlanReader {

    /** More than a person draws; a plan beyond it is cut here. */
    private static final int MOST_STEPS = 2_000;
    /** More than a person draws, and as many as can run one after the other in the time that a plan may have. */
    private static final int MOST_GROUPS = 20;
    private static final int MOST_NAMED = 12;

    private final Values values = new Values();
    private final Set<String> writes = new LinkedHashSet<>();
    private final Set<String> unsafe = new LinkedHashSet<>();
    private final Set<String> leftOut = new TreeSet<>();
    private int assertions;
    private int steps;

    private PlanReader() {
    }

    /** @param file the plan's path within the delivery */
    static Plan read(String file, byte[] xml) {
        try {
            return new PlanReader().plan(file, SafeXml.parse(xml));
        } catch (SafeXml.Unreadable unreadable) {
            return Plan.unread(PlanDescription.unread(file, unreadable.reading(), unreadable.getMessage()));
        }
    }

    private Plan plan(String file, Document document) {
        Element root = document.getDocumentElement();
        Optional<Part> plan = !root.getTagName().equals("jmeterTestPlan") ? Optional.empty()
                : Part.under(root).stream().filter(part -> part.kind().equals("TestPlan")).findFirst();
        if (plan.isEmpty()) {
            return Plan.unread(PlanDescription.unread(file, Reading.NOT_A_PLAN, Shown.of(root.getTagName())));
        }
        define(plan.get());
        if (!plan.get().property("TestPlan.user_define_classpath").isEmpty()) {
            unsafe.add("TestPlan.user_define_classpath");
        }
        List<Demand> demands = new ArrayList<>();
        List<Plan.Group> groups = new ArrayList<>();
        List<Part> parts = plan.get().parts();
        List<Step> shared = scope(parts, 0);
        Defaults defaults = Defaults.NONE.with(parts, values);
        for (Part part : parts) {
            if (Kinds.isGroup(part.kind()) && demands.size() >= MOST_GROUPS) {
                leftOut.add("> " + MOST_GROUPS + " ThreadGroup");
            } else if (Kinds.isGroup(part.kind())) {
                Plan.Group group = group(part, defaults, shared);
                demands.add(group.demand());
                if (group.demand().ordinary()) {
                    groups.add(group);
                }
            } else {
                note(part);
            }
        }
        unsafe.addAll(values.unsafe());
        return new Plan(new PlanDescription(file, Reading.READ, "", List.copyOf(demands), assertions, some(writes), some(unsafe), some(leftOut)),
                plan.get().property("TestPlan.serialize_threadgroups").equals("true"), shared, List.copyOf(groups));
    }

    private static List<String> some(Collection<String> names) {
        return names.stream().limit(MOST_NAMED).toList();
    }

    /** The plan's variables, wherever they stand: JMeter's are known everywhere, too. */
    private void define(Part part) {
        if (part.kind().equals("TestPlan") || part.kind().equals("Arguments")) {
            part.items("Arguments.arguments").forEach(item -> values.define(Part.property(item, "Argument.name"), Part.property(item, "Argument.value")));
        }
        part.parts().forEach(this::define);
    }

    private Plan.Group group(Part part, Defaults above, List<Step> shared) {
        int users = Amount.whole(values.literal(part.property("ThreadGroup.num_threads")), part.kind().equals("ThreadGroup") ? 1 : 0);
        boolean scheduled = part.property("ThreadGroup.scheduler").equals("true");
        boolean endless = part.property("LoopController.continue_forever").equals("true") && part.property("LoopController.loops").isEmpty();
        List<Demand.Target> targets = new ArrayList<>();
        List<Step> inside = steps(part.parts(), above, users, targets);
        Demand demand = new Demand(Shown.of(part.name()), Shown.of(part.kind()), users,
                Math.max(0, Amount.real(values.literal(part.property("ThreadGroup.ramp_time")), 0)),
                endless ? -1 : Math.max(-1, Amount.whole(values.literal(part.property("LoopController.loops")), 1)),
                scheduled ? Math.max(0, Amount.real(values.literal(part.property("ThreadGroup.duration")), 0)) : 0,
                pause(shared) + pause(inside), targets.stream().distinct().toList());
        return new Plan.Group(demand, scheduled ? Math.max(0, Amount.real(values.literal(part.property("ThreadGroup.delay")), 0)) : 0, inside);
    }

    /** Pauses in the scope of all requests count in full, others by how many requests they belong to. */
    private static double pause(List<Step> steps) {
        double own = steps.stream().mapToDouble(step -> step instanceof Step.Pause pause ? pause.constantMs() + pause.rangeMs() / 2 : 0).sum();
        return own + steps.stream().mapToDouble(step -> step instanceof Step.Request request ? pause(request.steps())
                : step instanceof Step.Block block ? pause(block.steps()) : 0).filter(inner -> inner > 0).average().orElse(0);
    }

    /** Headers and pauses that hold for all that stands beside them. */
    private List<Step> scope(List<Part> parts, int users) {
        List<Step> scope = new ArrayList<>();
        for (Part part : parts) {
            if (part.kind().equals("HeaderManager")) {
                scope.add(new Step.Headers(part.items("HeaderManager.headers").stream()
                        .map(item -> pair(Part.property(item, "Header.name"), Part.property(item, "Header.value"))).toList()));
            } else if (Kinds.TIMERS.contains(part.kind())) {
                Pauses.of(part, values, users).ifPresentOrElse(scope::add, () -> leftOut.add(part.kind()));
            }
        }
        return scope;
    }

    private List<Step> steps(List<Part> parts, Defaults above, int users, List<Demand.Target> targets) {
        Defaults defaults = above.with(parts, values);
        List<Step> all = scope(parts, users);
        for (Part part : parts) {
            if (steps++ > MOST_STEPS) {
                leftOut.add("> " + MOST_STEPS);
                return all;
            }
            if (part.kind().equals("HTTPSamplerProxy") || part.kind().equals("HTTPSampler") || part.kind().equals("HTTPSampler2")) {
                all.add(request(part, defaults, users, targets));
            } else if (Kinds.isUnsafe(part.kind()) || !Kinds.CONTROLLER.matcher(part.kind()).matches()) {
                note(part);
            } else {
                all.add(block(part, steps(part.parts(), defaults, users, targets)));
            }
        }
        return all;
    }

    private Step.Block block(Part part, List<Step> inside) {
        return switch (part.kind()) {
            case "LoopController" -> new Step.Block(part.property("LoopController.continue_forever").equals("true") ? -1
                    : Math.max(-1, Amount.whole(values.literal(part.property("LoopController.loops")), 1)), false, inside);
            case "OnceOnlyController" -> new Step.Block(1, true, inside);
            case "GenericController", "TransactionController", "RecordingController" -> new Step.Block(1, false, inside);
            default -> {
                leftOut.add(Shown.of(part.kind()));
                // Its condition may hide code.
                values.literal(part.element().getTextContent());
                yield new Step.Block(1, false, inside);
            }
        };
    }

    private Step.Request request(Part part, Defaults above, int users, List<Demand.Target> targets) {
        Defaults own = above.with(Defaults.of(part, values));
        Address address = Address.of(own);
        targets.add(address.target());
        List<Step.Pair> parameters = part.items("Arguments.arguments").stream()
                .map(item -> pair(Part.property(item, "Argument.name"), Part.property(item, "Argument.value"))).toList();
        part.parts().stream().filter(inner -> !Kinds.TIMERS.contains(inner.kind()) && !inner.kind().equals("HeaderManager")).forEach(this::note);
        if (!part.items("HTTPFileArgs.files").isEmpty()) {
            unsafe.add("HTTPSampler.Files");
        }
        String method = values.literal(part.property("HTTPSampler.method"));
        return new Step.Request(Shown.of(part.name()), method.matches("[A-Z]{3,10}") ? method : "GET", Values.inert(address.pathAndQuery()),
                part.property("HTTPSampler.postBodyRaw").equals("true"), parameters, scope(part.parts(), users));
    }

    private Step.Pair pair(String name, String value) {
        return new Step.Pair(Values.inert(values.literal(name)), Values.inert(values.literal(value)));
    }

    /** Something that no run here has: named, where it matters. */
    private void note(Part part) {
        String kind = part.kind();
        if (Kinds.isAssertion(kind) && !Kinds.isUnsafe(kind)) {
            assertions++;
        } else if (kind.equals("ResultCollector")) {
            String file = values.literal(part.property("filename"));
            if (!file.isEmpty()) {
                writes.add(Shown.of(file));
            }
        } else if (Kinds.isUnsafe(kind)) {
            unsafe.add(Shown.of(kind));
        } else if (!Kinds.TIMERS.contains(kind) && !Set.of("HeaderManager", "ConfigTestElement", "Arguments").contains(kind)) {
            leftOut.add(Shown.of(kind));
        }
        values.literal(part.element().getTextContent());
        part.parts().forEach(this::note);
    }
}
