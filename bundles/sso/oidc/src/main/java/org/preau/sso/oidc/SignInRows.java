package org.preau.sso.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
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
        if (holder == null) {
            return null;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("session", holder.id().toString());
        values.put("account", holder.accountId().toString());
        values.put("person", holder.personId().toString());
        values.put("login", holder.login());
        values.put("first", holder.firstName());
        values.put("last", holder.lastName());
        values.put("counter", holder.counter());
        values.put("since", holder.since().toString());
        values.put("profile", holder.context().profile().name());
        values.put("structure", holder.context().structureId().toString());
        values.put("name", holder.context().structureName());
        values.put("uai", holder.context().uai());
        UUID child = holder.context().childId();
        if (child != null) {
            values.put("child", child.toString());
        }
        return JSONObjectUtils.toJSONString(values);
    }

    private static PortalSession holder(Map<String, Object> values) {
        Object child = values.get("child");
        return new PortalSession(
                uuid(values, "session"),
                uuid(values, "account"),
                uuid(values, "person"),
                text(values, "login"),
                text(values, "first"),
                text(values, "last"),
                text(values, "counter"),
                Instant.parse(text(values, "since")),
                new PortalSession.Context(
                        Profile.valueOf(text(values, "profile")),
                        uuid(values, "structure"),
                        text(values, "name"),
                        text(values, "uai"),
                        child == null ? null : UUID.fromString(child.toString())));
    }

    private static UUID uuid(Map<String, Object> values, String name) {
        return UUID.fromString(text(values, name));
    }

    private static String text(Map<String, Object> values, String name) {
        return String.valueOf(values.get(name));
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
