package org.preau.signin.agent;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The attributes of the State's staff as claims: {@code ctemail}, {@code mail} or {@code email}, {@code FrEduFonctAdm}, {@code FrEduRneResp}; each one value or several. */
record Claims(Map<String, Object> told) {
    private static final int MOST = 50;

    static Claims of(JWTClaimsSet identity) {
        return new Claims(identity.getClaims());
    }

    static Claims of(Map<String, Object> told) {
        return new Claims(told);
    }

    /** Whether an address is there at all. */
    boolean known() {
        return !addresses().isEmpty();
    }

    Agent agent(String proof) {
        return new Agent(addresses(), values("FrEduFonctAdm"), values("FrEduRneResp"), proof);
    }

    /** The academic address first; one that the provider says is not verified does not count. */
    private List<String> addresses() {
        List<String> all = new ArrayList<>(values("ctemail"));
        all.addAll(values("mail"));
        if (!Boolean.FALSE.equals(told.get("email_verified"))) {
            all.addAll(values("email"));
        }
        return all.stream().filter(one -> one.contains("@")).distinct().toList();
    }

    private List<String> values(String name) {
        Object value = told.get(name);
        if (value == null) {
            return List.of();
        }
        Collection<?> several = value instanceof Collection<?> many ? many : List.of(value);
        return several.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .map(String::strip)
                .filter(one -> !one.isEmpty() && one.length() <= 300)
                .limit(MOST)
                .toList();
    }
}
