package io.tickmark.evidence;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RequestRepository extends Repository<EvidenceRequest, UUID> {

    EvidenceRequest save(EvidenceRequest request);

    Optional<EvidenceRequest> findById(UUID id);

    List<EvidenceRequest> findByIdIn(Collection<UUID> ids);

    /** Those of the given ones, none of which is hidden from the person, that are his own, name him, or are nobody's. */
    @Query("select r.id from EvidenceRequest r where r.id in :ids and r.engagementId = :engagement"
            + " and (r.confidential = true or r.ownerId is null or r.ownerId = :person)")
    Set<UUID> ownAmong(Collection<UUID> ids, UUID engagement, UUID person);

    @Query("select r.id from EvidenceRequest r where r.engagementId = :engagement and r.confidential = true")
    Set<UUID> confidentialOf(UUID engagement);

    /** False for a document's request that is null. */
    @Query("select count(r) > 0 from EvidenceRequest r where r.id = :id and r.confidential = true")
    boolean isConfidential(@Nullable UUID id);

    /** Those of the given ones that are confidential, and neither the person's own nor name him. */
    @Query("select r.id from EvidenceRequest r where r.id in :ids and r.confidential = true"
            + " and (r.ownerId is null or r.ownerId <> :person) and not exists"
            + " (select 1 from RequestReader n where n.requestId = r.id and n.personId = :person)")
    Set<UUID> notNaming(Collection<UUID> ids, UUID person);

    /** Held until the transaction ends, so that what is given meets no withdrawal half-way. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from EvidenceRequest r where r.id = :id")
    Optional<EvidenceRequest> lock(UUID id);

    List<EvidenceRequest> findByEngagementIdOrderByNumber(UUID engagement);

    @Query("select coalesce(max(r.number), 0) from EvidenceRequest r where r.engagementId = :engagement")
    int lastNumber(UUID engagement);

    int countByEngagementIdAndStateNotIn(UUID engagement, Collection<RequestState> states);

    @Query("select r from EvidenceRequest r where r.engagementId = :engagement and :control member of r.controls"
            + " order by r.number")
    List<EvidenceRequest> ofControl(UUID engagement, String control);

    /** Those whose window's evidence was missed, by their numbers. */
    List<EvidenceRequest> findByEngagementIdAndMissedOnNotNullOrderByNumber(UUID engagement);

    /**
     * The engagements in which something was missed and is still with its owner, in the order of their ids.
     *
     * @param client null for those of every client
     */
    @Query("select distinct r.engagementId from EvidenceRequest r where r.missedOn is not null"
            + " and r.state in (OPEN, IN_PROGRESS, RETURNED) and (:client is null or r.clientId = :client)"
            + " order by r.engagementId")
    List<UUID> missing(@Nullable UUID client);

    /**
     * A page of those that a person may see.
     *
     * @param all false for who sees only his own and those of nobody
     * @param audits whether confidential ones are seen too that do not name the person
     */
    @Query("select r from EvidenceRequest r where r.engagementId = :engagement and r.number > :after"
            + " and (r.confidential = false and (:all = true or r.ownerId is null or r.ownerId = :person)"
            + " or r.confidential = true and (:audits = true or r.ownerId = :person or exists"
            + " (select 1 from RequestReader n where n.requestId = r.id and n.personId = :person)))"
            + " order by r.number")
    List<EvidenceRequest> page(UUID engagement, int after, boolean all, boolean audits, UUID person, Limit limit);
}
