package relevo.junit;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;
import relevo.report.Catalogue;

/** Names a test after its requirement, so that every report of every tool shows the id and the catalogue's words. */
public final class RequirementNames extends DisplayNameGenerator.Simple {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> type, Method method) {
        var id = method.getAnnotation(Requirement.class).value();
        return CATALOGUE.find(id).map(requirement -> id + " " + requirement.title().es() + " / " + requirement.title().en()).orElse(id);
    }
}
