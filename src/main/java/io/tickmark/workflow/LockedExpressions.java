package io.tickmark.workflow;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Expressions of models see variables, maps, lists and the names of steps; no bean property and no method of anything.
 * An expression that may call a method can start a program, so there is no bean resolver here, and no function.
 */
final class LockedExpressions extends JuelExpressionManager {

    private final ELResolver steps;

    LockedExpressions(ApplicationContext context) {
        this.steps = new StepResolver(context);
    }

    /** The engine brings its own ({@code now()}, {@code currentUser()}) after this object is made: none is taken. */
    @Override
    public void addFunction(String name, Method function) {
        // a model calls nothing
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(steps);
        resolver.add(new MapELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new ArrayELResolver(true));
        return resolver;
    }
}
