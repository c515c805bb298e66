package io.tickmark.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StorageConfigurationTest {

    @Test
    void theStoreStandsInTheConfiguredFolderAndTellsItsHealth(@TempDir Path temp) {
        Path folder = temp.resolve("documents");
        new ApplicationContextRunner()
                .withUserConfiguration(StorageConfiguration.class)
                .withPropertyValues("tickmark.documents.folder=" + folder)
                .run(context -> {
                    HealthIndicator health = context.getBean(HealthIndicator.class);
                    assertThat(folder).isDirectory();
                    assertThat(health.health()).isEqualTo(Health.up().build());
                    Files.move(folder, temp.resolve("unmounted"));
                    assertThat(health.health()).asString().contains("DOWN").contains("the folder is gone");
                });
    }

    @Test
    void aStartWithoutAUsableFolderPrintsTheSentenceAndNoStackTrace(@TempDir Path temp, CapturedOutput output)
            throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "in the way");
        assertThatThrownBy(() -> new SpringApplicationBuilder(StorageConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .run("--tickmark.documents.folder=" + file))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(output).contains("Documents cannot be kept in " + file).doesNotContain("\tat ");
    }
}
