package io.tickmark.evidence;

import io.tickmark.kernel.Actor;
import io.tickmark.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a request is no longer wanted, and by whom. */
@Embeddable
class AskedWithdrawal {

    @Column(name = "withdrawal_reason", length = 1 << 24)
    private @Nullable String reason;

    private @Nullable UUID withdrawnBy;

    /** For JPA, and for a request that is wanted. */
    protected AskedWithdrawal() {}

    /** @param by null for a step of a process */
    AskedWithdrawal(String reason, @Nullable Actor by) {
        this.reason = reason;
        this.withdrawnBy = by == null ? null : by.id().value();
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    PersonId by() {
        return withdrawnBy == null ? null : new PersonId(withdrawnBy);
    }
}
