package io.tickmark.binder;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workpaper as it is printed for its reader.
 *
 * @param id under which the trail tells of it
 * @param control reference of the control it is about
 * @param title of the control
 * @param round of testing, from 1
 * @param state a word
 * @param conclusion a word; null while nobody has concluded
 * @param prepared who wrote it and when; null while nobody has
 * @param reviewed who reviewed it last and when; null before
 * @param parts what stands in it, in order
 * @param citations the documents it rests on, in its order
 */
public record Paper(
        UUID id,
        String control,
        String title,
        int round,
        String state,
        @Nullable String conclusion,
        @Nullable Signature prepared,
        @Nullable Signature reviewed,
        List<Part> parts,
        List<Citation> citations) {

    public Paper {
        parts = List.copyOf(parts);
        citations = List.copyOf(citations);
    }

    /**
     * Who did it, and when.
     *
     * @param username null for a person who is not known here
     * @param at in ISO 8601
     */
    public record Signature(@Nullable String username, String at) {}

    /** A heading and what is written under it, in lines. */
    public record Part(String label, String text) {}

    /**
     * A document that the paper rests on.
     *
     * @param name as its reader may know it
     * @param request reference of the request it answers; null for none, or one that the reader may not know of
     * @param version of the document, from 1
     * @param sha256 of the bytes when they were cited, lower-case hex
     * @param own whether the auditor made it, so that it lies beside the paper
     * @param takenOut whether two people took it out since
     */
    public record Citation(
            UUID document,
            String name,
            @Nullable String request,
            int version,
            String sha256,
            boolean own,
            boolean takenOut) {}

    /** As people name it. */
    public String label() {
        return control + " " + title;
    }

    /** Whether two people took out what it rests on. */
    public boolean lacksEvidence() {
        return citations.stream().anyMatch(Citation::takenOut);
    }
}
