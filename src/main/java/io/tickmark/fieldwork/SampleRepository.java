package io.tickmark.fieldwork;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SampleRepository extends Repository<Sample, UUID> {

    Sample save(Sample sample);

    List<Sample> findByEngagementIdOrderBySelectedAtAscCountedFromAscIdAsc(UUID engagement);

    List<Sample> findByEngagementIdAndControlRefOrderBySelectedAtAscCountedFromAscIdAsc(
            UUID engagement, String control);

    List<Sample> findByEngagementIdAndControlRefAndRequestId(UUID engagement, String control, UUID request);
}
