package org.kontor.importing;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the charset of a file while its bytes pass by (S3-29). A byte order mark decides; then strict UTF-8 over the whole
 * file; then the distribution of zero bytes (UTF-16 without mark); then UTF-8 where most of what is not ASCII is UTF-8, so that a wrong
 * byte spoils its own cell alone; then statistics over what is not ASCII, with Windows-1252 as the answer in doubt, because that
 * is what spreadsheets write.
 */
final class CharsetSniffer {

    private static final int SAMPLE = 64 * 1024;
    private static final int CONTEXT = 48;
    private static final Set<String> SINGLE_BYTE = Set.of(
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-9",
            "KOI8-R");
    private static final Set<String> MANY_BYTE = Set.of("Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5");
    private static final int LEAD = 20;
    private static final int CERTAIN = 100;

    private final byte[] head = new byte[4096];
    private int headLength;
    private long sequences;
    private long mistakes;
    private int continuation;
    private int lowest;
    private int highest;
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();

    /** Takes the next bytes. */
    void update(byte[] bytes, int length) {
        int copied = Math.min(length, head.length - headLength);
        System.arraycopy(bytes, 0, head, headLength, copied);
        headLength += copied;
        int sampledTo = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x80 && continuation == 0) {
                continue;
            }
            step(b);
            if (i >= sampledTo && sample.size() < SAMPLE) {
                int from = Math.max(sampledTo, i - CONTEXT);
                sampledTo = Math.min(length, i + CONTEXT);
                sample.write(bytes, from, sampledTo - from);
            }
        }
    }

    /** Counts whole sequences of UTF-8, and bytes that belong to none. */
    private void step(int b) {
        if (continuation > 0 && b >= lowest && b <= highest) {
            continuation--;
            lowest = 0x80;
            highest = 0xbf;
            sequences += continuation == 0 ? 1 : 0;
            return;
        }
        mistakes += continuation > 0 ? 1 : 0;
        continuation = 0;
        lowest = 0x80;
        highest = 0xbf;
        if (b >= 0xc2 && b <= 0xdf) {
            continuation = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            continuation = 2;
            lowest = b == 0xe0 ? 0xa0 : 0x80;
            highest = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            continuation = 3;
            lowest = b == 0xf0 ? 0x90 : 0x80;
            highest = b == 0xf4 ? 0x8f : 0xbf;
        } else if (b >= 0x80) {
            mistakes++;
        }
    }

    /** The charset, after the last byte. */
    Charset charset() {
        return evident().orElseGet(this::byStatistics);
    }

    private Optional<Charset> evident() {
        if (startsWith(0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int zerosEven = 0;
        int zerosOdd = 0;
        for (int i = 0; i < headLength; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    zerosEven++;
                } else {
                    zerosOdd++;
                }
            }
        }
        if (zerosOdd > headLength / 5 && zerosEven < zerosOdd / 8) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (zerosEven > headLength / 5 && zerosOdd < zerosEven / 8) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return validUtf8() ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    /** Whether the charset follows from the bytes; where it does not, statistics chose it and people may know better. */
    boolean certain() {
        return evident().isPresent();
    }

    /** Whether all bytes so far are UTF-8 without any mistake. */
    boolean validUtf8() {
        return mistakes == 0 && continuation == 0;
    }

    private Charset byStatistics() {
        if (sequences > 0 && sequences >= mistakes) {
            return StandardCharsets.UTF_8;
        }
        Charset fallback = Charset.forName("windows-1252");
        CharsetMatch[] matches =
                new CharsetDetector().setText(sample.toByteArray()).detectAll();
        int ofFallback = 0;
        for (CharsetMatch match : matches) {
            if (match.getName().equals("ISO-8859-1") || match.getName().equals("windows-1252")) {
                ofFallback = Math.max(ofFallback, match.getConfidence());
            }
        }
        for (CharsetMatch match : matches) {
            boolean surer = SINGLE_BYTE.contains(match.getName())
                    ? match.getConfidence() >= ofFallback + LEAD
                    // Any bytes look a little like one of these: only certainty counts.
                    : MANY_BYTE.contains(match.getName()) && match.getConfidence() == CERTAIN;
            if (surer && Charset.isSupported(match.getName())) {
                return Charset.forName(match.getName());
            }
        }
        return fallback;
    }

    private boolean startsWith(int... mark) {
        if (headLength < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
