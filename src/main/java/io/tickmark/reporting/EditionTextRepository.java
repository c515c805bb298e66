package io.tickmark.reporting;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface EditionTextRepository extends Repository<EditionText, UUID> {

    EditionText save(EditionText text);

    Optional<EditionText> findById(UUID edition);
}
