package io.tickmark.fieldwork;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SampleRepository extends Repository<Sample, UUID> {

    Sample save(Sample sample);

    Optional<Sample> findById(UUID id);

    List<Sample> findByEngagementId(UUID engagement);

    Optional<Sample> findByEngagementIdAndControlRefAndRequestId(UUID engagement, String control, UUID request);
}
