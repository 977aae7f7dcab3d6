package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.SignInDevices;
import org.preau.core.session.device.DeviceToken;
import org.preau.core.session.device.SqlDevices;

/** Devices as other bundles see them; each act one transaction with its trace. */
@Component
public final class TxSignInDevices implements SignInDevices {
    private final Tx tx;
    private final SessionEnds ends;
    private final Audit audit;

    /** For the service registry. */
    @Activate
    public TxSignInDevices(
            @Reference(target = "(preau.unit=session)") Tx tx, @Reference SessionEnds ends, @Reference Audit audit) {
        this.tx = tx;
        this.ends = ends;
        this.audit = audit;
    }

    @Override
    public boolean known(HttpServletRequest request, UUID accountId) {
        return DeviceToken.read(request)
                .filter(token -> tx.readSql(connection -> SqlDevices.known(connection, accountId, token)))
                .isPresent();
    }

    @Override
    public List<Device> of(UUID accountId) {
        return tx.readSql(connection -> SqlDevices.of(connection, accountId));
    }

    @Override
    public void confirm(Subject by, UUID deviceId) {
        UUID account = accountOf(by);
        tx.writeSql(connection -> {
            if (SqlDevices.confirm(connection, account, deviceId) > 0) {
                audit.record(by, "session.device-confirm", "account:" + account, details(deviceId));
            }
            return true;
        });
    }

    @Override
    public void forget(Subject by, UUID deviceId) {
        UUID account = accountOf(by);
        tx.writeSql(connection -> {
            if (SqlDevices.forget(connection, account, deviceId) > 0) {
                audit.record(by, "session.device-forget", "account:" + account, details(deviceId));
                ends.ofDevice(by, "device forgotten", deviceId);
            }
            return true;
        });
    }

    private static UUID accountOf(Subject by) {
        return Optional.ofNullable(by.accountId())
                .orElseThrow(() -> new IllegalArgumentException("only somebody with an account has devices"));
    }

    private static Map<String, String> details(UUID deviceId) {
        return Map.of("device", deviceId.toString());
    }
}
