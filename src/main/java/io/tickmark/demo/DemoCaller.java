package io.tickmark.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the application's own API as one of the demo people, like any script would. */
final class DemoCaller {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json;
    private final String address;

    DemoCaller(JsonMapper json, String address) {
        this.json = json;
        this.address = address;
    }

    JsonNode get(String person, String path) {
        return send(person, HttpRequest.newBuilder(URI.create(address + path)).GET(), path);
    }

    JsonNode post(String person, String path, Object body) {
        return send(
                person,
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))),
                path);
    }

    JsonNode upload(String person, String path, String type, String name, byte[] bytes) {
        return send(
                person,
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", type)
                        .header("X-File-Name", name)
                        // nobody sits there to be told what reading finds
                        .header("Prefer", "respond-async")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)),
                path);
    }

    private JsonNode send(String person, HttpRequest.Builder request, String path) {
        String secret = Base64.getEncoder()
                .encodeToString((person + ":" + DemoPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "Basic " + secret)
                            .timeout(Duration.ofMinutes(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        "As " + person + ", " + path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body().isEmpty() ? json.nullNode() : json.readTree(response.body());
        } catch (IOException broken) {
            throw new IllegalStateException("The application does not answer at " + address + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the demo world was loading", stopped);
        }
    }
}
