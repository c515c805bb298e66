package io.tickmark.modeling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tickmark.workflow.DeployedModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployed model as the API shows it.
 *
 * @param file the file's name, without the folder it lies in
 * @param versions all of them, the newest first; only where one model is asked for
 */
record ModelAnswer(
        String key,
        String kind,
        int version,
        int instances,
        @Nullable String name,
        String file,
        Instant deployedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ModelAnswer> versions) {

    static ModelAnswer of(DeployedModel model) {
        return with(model, null);
    }

    static ModelAnswer newestOf(List<DeployedModel> versions) {
        return with(versions.get(0), versions.stream().map(ModelAnswer::of).toList());
    }

    private static ModelAnswer with(DeployedModel model, @Nullable List<ModelAnswer> versions) {
        return new ModelAnswer(
                model.key(),
                model.kind().word(),
                model.version(),
                model.instances(),
                model.name(),
                fileName(model),
                model.deployedAt(),
                versions);
    }

    static String fileName(DeployedModel model) {
        return model.file().substring(model.file().lastIndexOf('/') + 1);
    }
}
