package io.tickmark.scoping;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ControlRepository extends Repository<Control, UUID> {

    Control save(Control control);

    List<Control> findByClientIdOrderByPosition(UUID client);

    List<Control> findByClientIdAndPositionGreaterThanOrderByPosition(UUID client, int position, Limit limit);
}
