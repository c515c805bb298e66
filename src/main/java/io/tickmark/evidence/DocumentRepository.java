package io.tickmark.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DocumentRepository extends Repository<Document, UUID> {

    Document save(Document document);

    void flush();

    Optional<Document> findById(UUID id);

    boolean existsById(UUID id);

    /** Read without the document, which is to be read only when its request is held. */
    @Query("select d.requestId from Document d where d.id = :id and d.requestId is not null")
    Optional<UUID> requestOf(UUID id);

    @Query("select d.engagementId from Document d where d.id = :id")
    Optional<UUID> engagementOf(UUID id);

    List<Document> findByIdIn(Collection<UUID> ids);

    @Query("select d from Document d where d.requestId in :requests order by d.position, d.id")
    List<Document> ofRequests(Collection<UUID> requests);

    @Query("select d from Document d where d.requestId is null and d.processInstance = :instance"
            + " order by d.position, d.id")
    List<Document> ofInstance(String instance);

    /** Read without the documents: a newcomer only takes its number from them. */
    @Query("select new io.tickmark.evidence.Beside(d.name, d.seriesId, d.versionNo) from Document d"
            + " where d.requestId = :request order by d.position, d.id")
    List<Beside> besideInRequest(UUID request);

    @Query("select new io.tickmark.evidence.Beside(d.name, d.seriesId, d.versionNo) from Document d"
            + " where d.requestId is null and d.processInstance = :instance order by d.position, d.id")
    List<Beside> besideInInstance(String instance);

    @Query("select d from Document d where d.engagementId = :engagement and d.requestId is null"
            + " order by d.uploadedAt, d.position, d.id")
    List<Document> ofNoRequest(UUID engagement);

    @Query("select d from Document d where d.clientId = :client and d.sha256 = :sha256"
            + " order by d.uploadedAt, d.position, d.id")
    List<Document> ofBytes(UUID client, String sha256, Limit limit);

    List<Document> findByBytesOf(UUID bytes);

    /** What was asked for and accepted in other engagements of a client, the newest first. */
    @Query("select d from Document d where d.clientId = :client and d.engagementId <> :engagement"
            + " and d.state = ACCEPTED and d.madeBy = CLIENT and d.audience = REQUEST and d.requestId is not null"
            + " order by d.uploadedAt desc, d.id")
    List<Document> acceptedElsewhere(UUID client, UUID engagement, Limit limit);

    List<Document> findBySeriesIdOrderByVersionNoDesc(UUID series);

    List<Document> findByOrderById(Limit most);

    List<Document> findByIdGreaterThanOrderById(UUID last, Limit most);
}
