package org.preau.api.directory.lifecycle;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Profile;

/**
 * How long each kind of personal data is kept (74I): read from {@code org.preau.core.directory.cfg}, here only.
 *
 * @since 1.0
 */
@ProviderType
public interface Retention {
    /** Every period, with its setting and reason. */
    List<RetentionPeriod> periods();

    /** Days an account stays LEAVING. */
    int leavingDays(Profile profile);

    /** Days an account stays ARCHIVED. */
    int archiveDays(Profile profile);

    /** Most days of a guest's account. */
    int guestDays();
}
