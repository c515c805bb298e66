package io.tickmark.modeling;

import io.tickmark.kernel.Malformed;
import io.tickmark.kernel.NotFound;
import io.tickmark.web.Cursor;
import io.tickmark.web.Page;
import io.tickmark.workflow.DeployedModel;
import io.tickmark.workflow.DeployedModels;
import io.tickmark.workflow.ModelKind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The deployed models, for whoever is signed in: how an audit runs is no secret between the firm and its clients. */
@RestController
@RequestMapping("/api/models")
class ModelsApi {

    private final DeployedModels models;

    ModelsApi(DeployedModels models) {
        this.models = models;
    }

    @GetMapping
    Page<ModelAnswer> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int rows = Page.limit(limit);
        Page<DeployedModel> page = Page.of(
                models.newest(place(cursor), rows + 1),
                rows,
                model -> Cursor.at(model.deployedAt(), model.kind(), model.key()));
        return new Page<>(page.items().stream().map(ModelAnswer::of).toList(), page.next());
    }

    private static DeployedModels.@Nullable Place place(@Nullable String text) {
        Cursor cursor = Cursor.read(text, 3);
        try {
            return cursor == null
                    ? null
                    : new DeployedModels.Place(
                            Instant.parse(cursor.field(0)), ModelKind.valueOf(cursor.field(1)), cursor.field(2));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw new Malformed("cursor is none of this list: send back the value of next.");
        }
    }

    @GetMapping("/{key}")
    ModelAnswer newest(@PathVariable String key) {
        List<DeployedModel> versions = models.versions(key);
        if (versions.isEmpty()) {
            throw new NotFound("No process, decision or form has the key '" + key + "'");
        }
        return ModelAnswer.newestOf(versions);
    }

    @GetMapping("/{key}/versions/{version}")
    ModelAnswer version(@PathVariable String key, @PathVariable int version) {
        return ModelAnswer.of(find(key, version));
    }

    /** Always a download: a browser that shows XML of a process owner's as a page would run what stands in it. */
    @GetMapping("/{key}/versions/{version}/content")
    ResponseEntity<byte[]> content(@PathVariable String key, @PathVariable int version) {
        DeployedModel model = find(key, version);
        ContentDisposition download = ContentDisposition.attachment()
                .filename(ModelAnswer.fileName(model), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(model.kind() == ModelKind.FORM ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .body(models.content(model));
    }

    private DeployedModel find(String key, int version) {
        return models.version(key, version)
                .orElseThrow(() -> new NotFound("There is no version " + version + " of a model '" + key + "'"));
    }
}
