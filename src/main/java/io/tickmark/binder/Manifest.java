package io.tickmark.binder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tickmark.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a binder holds, as {@code manifest.json} in it says.
 *
 * @param client name of the service organisation
 * @param leftOut documents whose bytes are not given out: malware, and what was taken out
 * @param trailHead number and hash of the trail's last entry, {@code SEQ:HASH}; null where no trail is in it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
        String format,
        int version,
        String engagement,
        String title,
        String client,
        Instant madeAt,
        String madeBy,
        @Nullable String trailHead,
        List<Item> files,
        List<LeftOut> leftOut) {

    static final String FORMAT = "tickmark-binder";
    static final int VERSION = 1;

    static final String PATH = "manifest.json";
    static final String INDEX = "index.html";
    static final String TRAIL = "trail.jsonl";

    /**
     * @param document its id in the trail
     * @param reason why two people took it out; null for malware
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record LeftOut(
            String document,
            String name,
            String sha256,
            String state,
            @Nullable String reason) {}

    /**
     * One file.
     *
     * @param size in bytes
     * @param sha256 lower-case hex
     * @param document its id in the trail; null for what is no document
     * @param coversFrom first day that it is evidence for
     * @param kind of what is no document: {@code workpaper}, {@code notes} or {@code internal-notes}
     * @param workpaper what a workpaper says, for programs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            String path,
            long size,
            String sha256,
            @Nullable String document,
            @Nullable String name,
            @Nullable String contentType,
            @Nullable String request,
            @Nullable String state,
            @Nullable Integer documentVersion,
            @Nullable String uploadedAt,
            @Nullable String uploadedBy,
            @Nullable String coversFrom,
            @Nullable String coversTo,
            @Nullable String kind,
            @Nullable Workpaper workpaper) {

        /** @param request a reference, or null */
        static Item page(
                String path,
                byte[] bytes,
                @Nullable String kind,
                @Nullable String request,
                @Nullable Workpaper workpaper) {
            return new Item(
                    path,
                    bytes.length,
                    Sha256.hex(bytes),
                    null,
                    null,
                    "text/html",
                    request,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    kind,
                    workpaper);
        }
    }

    /**
     * One round of testing one control.
     *
     * @param test its id in the trail
     * @param conclusion null while nobody has concluded
     * @param preparedBy a username
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Workpaper(
            String test,
            String control,
            int round,
            String state,
            @Nullable String conclusion,
            @Nullable String preparedBy,
            @Nullable String preparedAt,
            @Nullable String reviewedBy,
            @Nullable String reviewedAt,
            List<Cited> cites) {

        Workpaper {
            cites = List.copyOf(Objects.requireNonNullElse(cites, List.of()));
        }

        static Workpaper of(Paper paper, Map<UUID, String> places) {
            Paper.Signature prepared = paper.prepared();
            Paper.Signature reviewed = paper.reviewed();
            return new Workpaper(
                    paper.id().toString(),
                    paper.control(),
                    paper.round(),
                    paper.state(),
                    paper.conclusion(),
                    prepared == null ? null : prepared.username(),
                    prepared == null ? null : prepared.at(),
                    reviewed == null ? null : reviewed.username(),
                    reviewed == null ? null : reviewed.at(),
                    paper.citations().stream()
                            .map(cited -> new Cited(
                                    cited.document().toString(),
                                    cited.name(),
                                    cited.request(),
                                    cited.version(),
                                    cited.sha256(),
                                    cited.takenOut() ? true : null,
                                    places.get(cited.document())))
                            .toList());
        }
    }

    /**
     * A document that a workpaper rests on.
     *
     * @param sha256 of the bytes when they were cited
     * @param takenOut true where two people took it out since; else left out
     * @param path where it lies in the binder; null where it is not in it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cited(
            String document,
            String name,
            @Nullable String request,
            int version,
            String sha256,
            @Nullable Boolean takenOut,
            @Nullable String path) {}
}
