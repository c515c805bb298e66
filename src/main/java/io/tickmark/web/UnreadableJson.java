package io.tickmark.web;

import io.tickmark.kernel.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says where a JSON body cannot be read: the field where its kind is wrong, else line and column. */
final class UnreadableJson {

    private UnreadableJson() {}

    static Problem of(JacksonException failure) {
        String field = field(failure);
        if (failure instanceof DatabindException && !field.isEmpty()) {
            String message = expected(failure);
            return Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "The field " + field + " cannot be read. " + message,
                    List.of(new Refusal(field, message)));
        }
        TokenStreamLocation place = failure.getLocation();
        String where = place == null || place.getLineNr() < 1
                ? ""
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return Problem.of(HttpStatus.BAD_REQUEST, "The body is not the JSON expected here: it breaks" + where + ".");
    }

    private static String expected(JacksonException failure) {
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "Send " + kind(mismatch.getTargetType()) + ".";
        }
        return "Its value is not of the kind expected here.";
    }

    private static String kind(Class<?> target) {
        if (target == String.class || target == char.class) {
            return "a text";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "a number";
        }
        if (target.isEnum()) {
            return "one of " + List.of(target.getEnumConstants());
        }
        if (Iterable.class.isAssignableFrom(target) || target.isArray()) {
            return "a list";
        }
        return switch (target.getSimpleName()) {
            case "LocalDate" -> "a date as 2026-01-31";
            case "Instant", "OffsetDateTime" -> "a time as 2026-01-31T12:00:00Z";
            case "Duration", "Period" -> "a duration as P90D";
            case "UUID", "ClientId", "EngagementId", "PersonId" -> "an id as it was answered";
            default -> "an object";
        };
    }

    /** As a caller writes it: {@code reports[0].periodEnd}. */
    private static String field(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
