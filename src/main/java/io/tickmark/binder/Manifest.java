package io.tickmark.binder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
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
            @Nullable String coversTo) {

        static Item of(String path, long size, String sha256) {
            return new Item(path, size, sha256, null, null, null, null, null, null, null, null, null, null);
        }
    }
}
