package io.tickmark.modelcheck;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a form that anybody may have written; a name that stands twice in one object means two things to two readers. */
final class JsonReading {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.DEPTH)
                            .maxDocumentLength(Limits.FILE_BYTES)
                            .maxTokenCount(20L * Limits.ELEMENTS)
                            .maxStringLength(Limits.VALUE_LENGTH)
                            .maxNumberLength(50)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonReading() {}

    static JsonNode read(byte[] bytes) throws ModelUnreadable {
        try {
            JsonNode json = MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            if (!json.isObject()) {
                throw new ModelUnreadable("The file is no form: it holds no JSON object.");
            }
            return json;
        } catch (CharacterCodingException other) {
            throw new ModelUnreadable("The file is not written in UTF-8. Save it as UTF-8.");
        } catch (JacksonException broken) {
            throw new ModelUnreadable("The form cannot be read: " + firstSentence(broken.getOriginalMessage()));
        }
    }

    private static String firstSentence(String message) {
        String plain = message.lines().findFirst().orElse("");
        return plain.substring(0, Math.min(plain.length(), 200));
    }
}
