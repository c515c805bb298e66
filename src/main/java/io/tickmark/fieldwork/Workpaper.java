package io.tickmark.fieldwork;

import io.tickmark.workflow.Answers;
import org.jspecify.annotations.Nullable;

/** What the preparer wrote on the form of {@code TestControl}. */
record Workpaper(
        String inquiry,
        String procedure,
        String performed,
        int itemsTested,
        Conclusion conclusion,
        @Nullable Integer itemsFailed,
        @Nullable String failedAttribute,
        @Nullable String cause,
        @Nullable String extent,
        @Nullable String nilProof) {

    static Workpaper of(Answers answers) {
        Conclusion conclusion = Conclusion.of(answers.text("conclusion"));
        boolean deviation = conclusion == Conclusion.DEVIATION;
        Integer tested = answers.count("itemsTested");
        return new Workpaper(
                answers.text("inquiry"),
                answers.text("procedure"),
                answers.text("procedurePerformed"),
                tested == null ? 0 : tested,
                conclusion,
                deviation ? answers.count("itemsFailed") : null,
                deviation ? answers.text("failedAttribute") : null,
                deviation ? answers.text("cause") : null,
                deviation ? answers.text("extent") : null,
                conclusion == Conclusion.NO_OCCURRENCE ? answers.text("nilProof") : null);
    }
}
