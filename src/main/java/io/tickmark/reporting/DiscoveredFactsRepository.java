package io.tickmark.reporting;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DiscoveredFactsRepository extends Repository<DiscoveredFacts, UUID> {

    DiscoveredFacts save(DiscoveredFacts facts);

    Optional<DiscoveredFacts> findById(UUID id);
}
