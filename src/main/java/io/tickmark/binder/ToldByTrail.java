package io.tickmark.binder;

import io.tickmark.trail.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a sound trail tells of documents and of workpapers, to compare a manifest with. */
final class ToldByTrail {

    private static final String RECEIVED = "document-received";
    private static final String PREPARED = "test-prepared";

    private final Map<String, String> received = new HashMap<>();
    private final Map<String, List<Prepared>> prepared = new HashMap<>();

    /** @param cites documents, each with its hash */
    private record Prepared(long seq, String conclusion, Set<String> cites) {}

    ToldByTrail(BufferedReader lines, JsonMapper json) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains('"' + RECEIVED + '"') || line.contains('"' + PREPARED + '"')) {
                read(json.readTree(line));
            }
        }
    }

    private void read(JsonNode entry) {
        JsonNode facts = entry.path("facts");
        switch (entry.path("event").asString("")) {
            case RECEIVED ->
                received.put(
                        facts.path("document").asString(""),
                        facts.path("sha256").asString(""));
            case PREPARED ->
                prepared.computeIfAbsent(facts.path("test").asString(""), test -> new ArrayList<>())
                        .add(new Prepared(
                                entry.path("seq").asLong(0),
                                facts.path("conclusion").asString(""),
                                facts.path("evidence")
                                        .valueStream()
                                        .map(cited -> cited(
                                                cited.path("document").asString(""),
                                                cited.path("sha256").asString("")))
                                        .collect(Collectors.toSet())));
            default -> {}
        }
    }

    private static String cited(String document, String sha256) {
        return document + " " + sha256;
    }

    /** Throws {@link NotSound} naming the first file that the trail tells otherwise of. */
    void check(List<Manifest.Item> files, Checkpoint head) throws NotSound {
        for (Manifest.Item item : files) {
            if (item.document() != null && !item.sha256().equals(received.get(item.document()))) {
                throw new NotSound("\"" + item.path() + "\" is not what was taken in: the trail "
                        + (received.containsKey(item.document())
                                ? "tells another hash of it."
                                : "tells of no such document."));
            }
            Manifest.Workpaper paper = item.workpaper();
            if (paper != null && !isTold(paper, head.seq())) {
                throw new NotSound("\"" + item.path() + "\" is not the workpaper that the trail tells of: it concludes"
                        + " otherwise, or rests on other evidence.");
            }
        }
    }

    /** It says what the paper said at the head, or what it said later, since it may have been written after that. */
    private boolean isTold(Manifest.Workpaper paper, long head) {
        List<Prepared> all = prepared.getOrDefault(paper.test(), List.of());
        List<Prepared> before = all.stream().filter(one -> one.seq() <= head).toList();
        if (paper.conclusion() == null) {
            return before.isEmpty();
        }
        Prepared last = before.isEmpty() ? null : before.get(before.size() - 1);
        return says(last, paper) || all.stream().filter(one -> one.seq() > head).anyMatch(one -> says(one, paper));
    }

    private static boolean says(@Nullable Prepared told, Manifest.Workpaper paper) {
        return told != null
                && Objects.equals(told.conclusion(), paper.conclusion())
                && told.cites()
                        .equals(paper.cites().stream()
                                .map(cited -> cited(cited.document(), cited.sha256()))
                                .collect(Collectors.toSet()));
    }
}
