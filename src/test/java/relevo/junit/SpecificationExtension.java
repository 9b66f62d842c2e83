package relevo.junit;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;
import relevo.cluster.Cluster;
import relevo.load.DeliveredPlans;
import relevo.load.Load;
import relevo.observation.BroughtUp;
import relevo.report.Catalogue;
import relevo.report.Level;
import relevo.run.ClusterOfTheRun;
import relevo.run.CurrentRun;
import relevo.run.EvidenceFolder;

/** Gives a specification its cluster, gathers evidence at the moment of failure, and puts the cluster right after each test. */
public final class SpecificationExtension implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback,
        TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(SpecificationExtension.class);
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** The first test tells why there is no cluster; the others are spared, and the gate still closes. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var outcome = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(ClusterOfTheRun.class, ClusterOfTheRun.class);
        return outcome == null || outcome.isUp()
                ? ConditionEvaluationResult.enabled("there is a cluster, or it is still to be started")
                : ConditionEvaluationResult.disabled("El clúster no arrancó / The cluster did not start");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        evidence(context);
        gathering(context, () -> cluster(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Cluster.class || type == Load.class || type == DeliveredPlans.class || type == BroughtUp.class || type == Verdicts.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return gathering(context, () -> argument(parameter.getParameter().getType(), context));
    }

    private static Object argument(Class<?> type, ExtensionContext context) {
        if (type == Cluster.class) {
            return cluster(context);
        }
        if (type == BroughtUp.class) {
            return outcome(context).broughtUp();
        }
        if (type == Load.class || type == DeliveredPlans.class) {
            evidence(context).alsoIn("load/index.html");
        }
        if (type == DeliveredPlans.class) {
            return new DeliveredPlans(CurrentRun.current().delivery(), CurrentRun.current().savedLoad());
        }
        return type == Load.class ? new Load(cluster(context), CurrentRun.current().savedLoad())
                : new Verdicts(CurrentRun.current(), context.getUniqueId(), requirement(context), evidence(context));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        gather(context);
        if (CATALOGUE.find(requirement(context)).orElseThrow().level() == Level.EXTENDED) {
            // Reported as what it is, but the build does not fail for what goes beyond the assignment.
            throw new TestAbortedException(failure.getMessage(), failure);
        }
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (outcome(context).isUp()) {
            gathering(context, () -> {
                cluster(context).restore();
                return null;
            });
        }
    }

    /** What happens around a test may fail too, and then the cluster is looked at as it is at that moment. */
    private static <T> T gathering(ExtensionContext context, Supplier<T> phase) {
        try {
            return phase.get();
        } catch (RuntimeException failed) {
            gather(context);
            throw failed;
        }
    }

    private static void gather(ExtensionContext context) {
        if (outcome(context).isUp()) {
            evidence(context).keep(cluster(context).evidence());
        }
    }

    private static Cluster cluster(ExtensionContext context) {
        return outcome(context).cluster();
    }

    private static ClusterOfTheRun outcome(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(ClusterOfTheRun.class, unseen -> ClusterOfTheRun.start(), ClusterOfTheRun.class);
    }

    private static EvidenceFolder evidence(ExtensionContext context) {
        return CurrentRun.current().evidence(context.getUniqueId(), requirement(context));
    }

    private static String requirement(ExtensionContext context) {
        return context.getRequiredTestMethod().getAnnotation(Requirement.class).value();
    }
}
