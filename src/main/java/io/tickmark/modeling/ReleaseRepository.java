package io.tickmark.modeling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReleaseRepository extends JpaRepository<Release, UUID> {

    Optional<Release> findByBundleId(String bundle);

    List<Release> findByStateOrderByNumber(ReleaseState state);

    List<Release> findByNumberLessThanOrderByNumberDesc(int before, Limit limit);

    @Query("select coalesce(max(r.number), 0) from Release r")
    int lastNumber();
}
