package io.tickmark.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a client hands over for one request, as its script describes it.
 *
 * @param task the data of the task in which it is asked for
 */
record DemoEvidence(JsonNode task, DemoScript script, LocalDate today) {

    private static final Pattern PLACE = Pattern.compile("(\\d+) of (\\d+)");

    /** @param type its content type */
    record File(String name, String type, String text) {}

    File file() {
        JsonNode described = script.records(control());
        return described.isMissingNode()
                ? document()
                : new File(name(described), "text/csv", table(records(described)));
    }

    /** What is said with a population of where it comes from (AT-C 205); nothing with other evidence. */
    Map<String, Object> source() {
        JsonNode described = script.records(control());
        return kind().equals("POPULATION") && !described.isMissingNode()
                ? Map.of(
                        "populationCount", records(described).count(),
                        "populationSource", described.path("source").asString(""),
                        "populationQuery", described.path("query").asString(""),
                        "populationParameters", described.path("parameters").asString(""),
                        "extractedOn", today,
                        "extractedTime", "09:40")
                : Map.of();
    }

    private String table(DemoRecords records) {
        if (kind().equals("POPULATION")) {
            return records.all();
        }
        List<Integer> places = new ArrayList<>();
        int of = 1;
        for (JsonNode item : task.path("sampleItems")) {
            Matcher place = PLACE.matcher(item.path("item").asString());
            if (place.find()) {
                places.add(Integer.valueOf(place.group(1)));
                of = Integer.parseInt(place.group(2));
            }
        }
        return records.some(places.isEmpty() ? List.of(1) : places, of);
    }

    private DemoRecords records(JsonNode described) {
        String[] period = request("period").split(" to ");
        return new DemoRecords(described, LocalDate.parse(period[0]), LocalDate.parse(period[1]));
    }

    private String name(JsonNode described) {
        return described.path("file").asString() + (kind().equals("SAMPLE") ? "-sample" : "") + "-" + last() + ".csv";
    }

    private File document() {
        String text = """
                %s

                Control: %s
                Period: %s
                Version of %s, kept by the owner of the control, approved by management

                This document is in force. Earlier versions are kept with it.
                """.formatted(request("title"), request("controls"), request("period"), today.minusDays(20));
        return new File(control() + "-" + last() + ".txt", "text/plain", text);
    }

    private String last() {
        String period = request("period");
        return period.substring(period.lastIndexOf(' ') + 1);
    }

    private String kind() {
        return request("kind");
    }

    private String control() {
        return request("controls").split(",")[0];
    }

    private String request(String field) {
        return task.path("request").path(field).asString("");
    }
}
