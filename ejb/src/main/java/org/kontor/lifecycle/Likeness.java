package org.kontor.lifecycle;

/** How alike two texts are, by the measures of the field. Pure; texts come folded. */
final class Likeness {

    private static final double PREFIX_WEIGHT = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private Likeness() {}

    /** Jaro and Winkler's measure for names: 0 for nothing in common, 1 for the same. */
    static double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return a.isEmpty() ? 0 : 1;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] usedA = new boolean[a.length()];
        boolean[] usedB = new boolean[b.length()];
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length(), i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int misplaced = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (usedA[i]) {
                while (!usedB[j]) {
                    j++;
                }
                if (a.charAt(i) != b.charAt(j)) {
                    misplaced++;
                }
                j++;
            }
        }
        double m = common;
        return (m / a.length() + m / b.length() + (m - misplaced / 2.0) / m) / 3;
    }

    /**
     * Characters to insert, delete, replace or swap with their neighbour to make one text of the other (optimal string
     * alignment); {@code most + 1} when it takes more than {@code most}.
     */
    static int edits(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(row[j - 1], last[j]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], most + 1);
    }

    /** How a name sounds, by Soundex: a letter and three digits; empty for a text without Latin letters. */
    static String sound(String name) {
        String codes = "01230120022455012623010202";
        StringBuilder sound = new StringBuilder(4);
        char before = '0';
        for (int i = 0; i < name.length() && sound.length() < 4; i++) {
            char c = name.charAt(i);
            if (c < 'a' || c > 'z') {
                continue;
            }
            char code = codes.charAt(c - 'a');
            if (sound.length() == 0) {
                sound.append(c);
            } else if (code != '0' && code != before) {
                sound.append(code);
            }
            if (c != 'h' && c != 'w') {
                before = code;
            }
        }
        while (sound.length() > 0 && sound.length() < 4) {
            sound.append('0');
        }
        return sound.toString();
    }
}
