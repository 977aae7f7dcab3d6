package org.preau.sso.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Rows;
import org.preau.api.signin.PortalSession;

/** Rows of {@code sso_oidc.sign_in}. */
final class SignInRows {
    /** The columns that {@link #read} wants. */
    static final String COLUMNS =
            "s.id, s.connector, s.redirect_uri, s.challenge, s.nonce, s.session_id, s.account_id, s.sub, s.claims, s.scopes, s.auth_time, s.device, s.holder";

    private SignInRows() {}

    static SignIn read(ResultSet row) throws SQLException {
        String holder = row.getString("holder");
        return new SignIn(
                Rows.uuid(row, "id"),
                row.getString("connector"),
                row.getString("redirect_uri"),
                row.getString("challenge"),
                row.getString("nonce"),
                Rows.uuid(row, "session_id"),
                Rows.uuid(row, "account_id"),
                row.getString("sub"),
                parsed(row.getString("claims")),
                Set.of(row.getString("scopes").split(" ")),
                Objects.requireNonNull(Rows.instant(row, "auth_time")),
                row.getString("device"),
                holder == null ? null : holder(parsed(holder)));
    }

    static String json(Map<String, Object> claims) {
        return JSONObjectUtils.toJSONString(claims);
    }

    static @Nullable String json(@Nullable PortalSession holder) {
        return holder == null ? null : JSONObjectUtils.toJSONString(holder.kept());
    }

    private static PortalSession holder(Map<String, Object> values) {
        Map<String, String> kept = new HashMap<>();
        values.forEach((name, value) -> kept.put(name, String.valueOf(value)));
        return PortalSession.ofKept(kept);
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
