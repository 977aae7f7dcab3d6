package org.preau.signin.educonnect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One value of {@code FrEduCtRefId}: {@code {AAF}academy|…|key}.
 *
 * @param academy code of the academy as feeds write it: two digits at least, no further leading zeros
 * @param key key of the AAF in that academy (ENTPersonJointure)
 */
record IdentityVector(String academy, String key) {
    private static final String PREFIX = "{AAF}";
    private static final int MOST = 50;

    /** The values that name somebody of the AAF, each once; others ({@code {ECT}}…) are left aside. */
    static List<IdentityVector> read(List<String> values) {
        LinkedHashSet<IdentityVector> vectors = new LinkedHashSet<>();
        for (String value : values.subList(0, Math.min(MOST, values.size()))) {
            String[] parts =
                    value.startsWith(PREFIX) ? value.substring(PREFIX.length()).split("\\|", -1) : new String[0];
            if (parts.length == 3
                    && parts[0].strip().matches("\\d{1,4}")
                    && parts[2].strip().matches("[\\w$.-]{1,64}")) {
                vectors.add(new IdentityVector(academyCode(parts[0].strip()), parts[2].strip()));
            }
        }
        return new ArrayList<>(vectors);
    }

    private static String academyCode(String written) {
        String digits = written.replaceFirst("^0+(?=.)", "");
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "IdentityVector[" + academy + "]";
    }
}
