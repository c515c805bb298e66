package io.tickmark.fieldwork;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ControlTestRepository extends Repository<ControlTest, UUID> {

    ControlTest save(ControlTest test);

    Optional<ControlTest> findById(UUID id);

    List<ControlTest> findByEngagementIdOrderByPositionAscRoundAsc(UUID engagement);

    List<ControlTest> findByEngagementIdAndControlRefOrderByRound(UUID engagement, String control);

    int countByEngagementIdAndStateNotIn(UUID engagement, Collection<TestState> states);

    @Query("select t from ControlTest t where t.engagementId = :engagement and (t.position > :position or (t.position ="
            + " :position and t.round > :round)) order by t.position, t.round")
    List<ControlTest> page(UUID engagement, int position, int round, Limit limit);

    /** The newest round of each control. */
    @Query("select t from ControlTest t where t.engagementId = :engagement and t.round = (select max(o.round) from"
            + " ControlTest o where o.engagementId = :engagement and o.controlRef = t.controlRef) order by t.position")
    List<ControlTest> current(UUID engagement);
}
