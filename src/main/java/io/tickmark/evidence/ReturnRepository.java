package io.tickmark.evidence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReturnRepository extends Repository<RequestReturn, UUID> {

    RequestReturn save(RequestReturn requestReturn);

    @Query("select r from RequestReturn r where r.requestId in :requests order by r.sequence")
    List<RequestReturn> ofRequests(Collection<UUID> requests);
}
