package io.tickmark.engagement;

import io.tickmark.kernel.EngagementId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What must have been done before an act of the audit, whatever model led to the act. A model that was checked never
 * comes to an act too early; where one does all the same, the methods throw an {@link IllegalStateException} that says
 * what is missing, and the step stays undone until somebody has looked.
 */
@Component
public class EarlierWork {

    private final EngagementFile file;

    EarlierWork(EngagementFile file) {
        this.file = file;
    }

    /**
     * The newest record of a task.
     *
     * @param subject what the task is about; empty for the engagement itself
     * @param phrase such as {@code ConfirmLicence}
     */
    public TaskRecord done(EngagementId engagement, String subject, String phrase) {
        return (subject.isEmpty() ? file.latest(engagement, phrase) : file.latest(engagement, phrase, subject))
                .orElseThrow(() -> new IllegalStateException("Nobody has completed '" + words(phrase)
                        + "' yet, which must come first; the model leaves it out"));
    }

    /** Like {@link #done}; and the newest answer to {@code field} was to go on. */
    public TaskRecord decided(EngagementId engagement, String subject, String phrase, String field, String go) {
        TaskRecord record = done(engagement, subject, phrase);
        String answer = record.answers().text(field);
        if (!answer.equals(go)) {
            throw new IllegalStateException("'" + record.taskName() + "' was answered with '" + answer
                    + "' last; it must be '" + go + "' before the model goes on");
        }
        return record;
    }

    /** Throws when the second was done last before the first was done last. Within one second both orders pass. */
    public static void inOrder(TaskRecord first, TaskRecord second) {
        if (second.completedAt().isBefore(first.completedAt())) {
            throw new IllegalStateException("'" + first.taskName() + "' was completed again after '" + second.taskName()
                    + "', which must be done anew");
        }
    }

    private static String words(String phrase) {
        String words = phrase.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
