package io.tickmark.workflow;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Resolves a bare name to the step of that name; looked up late, since steps themselves need the engine. */
final class StepResolver extends ELResolver {

    private final ApplicationContext context;

    StepResolver(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public @Nullable Object getValue(ELContext el, @Nullable Object base, Object property) {
        if (base != null || !(property instanceof String name) || !isStep(name)) {
            return null;
        }
        el.setPropertyResolved(true);
        return new StepDelegate(context.getBean(name, Step.class));
    }

    private boolean isStep(String name) {
        return context.containsBean(name) && context.isTypeMatch(name, Step.class);
    }

    @Override
    public @Nullable Class<?> getType(ELContext el, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext el, @Nullable Object base, Object property, @Nullable Object value) {
        throw new UnsupportedOperationException("A model changes no step");
    }

    @Override
    public boolean isReadOnly(ELContext el, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext el, @Nullable Object base) {
        return String.class;
    }

    /** Asked for by expression languages older than EL 6, which has it no more: so it overrides nothing by name. */
    @SuppressWarnings("MissingOverride")
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext el, @Nullable Object base) {
        return Collections.emptyIterator();
    }
}
