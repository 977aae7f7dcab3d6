package org.preau.signin.agent;

import java.util.List;

/**
 * What the provider told of somebody, checked.
 *
 * @param addresses his academic address, then others it gave
 * @param functions values of {@code FrEduFonctAdm}
 * @param schools values of {@code FrEduRneResp}
 * @param proof the identity token, for sign-out
 */
record Agent(List<String> addresses, List<String> functions, List<String> schools, String proof) {
    Agent {
        addresses = List.copyOf(addresses);
        functions = List.copyOf(functions);
        schools = List.copyOf(schools);
    }

    @Override
    public String toString() {
        return "Agent[" + functions + "]";
    }
}
