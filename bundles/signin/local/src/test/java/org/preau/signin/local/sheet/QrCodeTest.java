package org.preau.signin.local.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;

class QrCodeTest {
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1");
    private static final int SCALE = 8;

    @Test
    @Requirement("44A")
    void leadsToTheActivationPageWithTheLogin() throws Exception {
        String address = SheetLink.activation("https://ent.example.fr/", "zoe.l-oeuvre2");
        assertThat(address).isEqualTo("https://ent.example.fr/signin/local/activate?username=zoe.l-oeuvre2");
        assertThat(read(QrCode.svg(address))).isEqualTo(address);
    }

    /** Reads the drawing back as a telephone would. */
    private static String read(String svg) throws Exception {
        int size = Integer.parseInt(svg.replaceAll("(?s).*viewBox=\"0 0 (\\d+).*", "$1"));
        boolean[][] dark = new boolean[size][size];
        Matcher module = MODULE.matcher(svg);
        while (module.find()) {
            dark[Integer.parseInt(module.group(2))][Integer.parseInt(module.group(1))] = true;
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new Drawing(dark))))
                .getText();
    }

    /** Modules as pixels. */
    private static final class Drawing extends LuminanceSource {
        private final boolean[][] dark;

        Drawing(boolean[][] dark) {
            super(dark.length * SCALE, dark.length * SCALE);
            this.dark = dark;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] pixels = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            Arrays.fill(pixels, (byte) -1);
            for (int x = 0; x < getWidth(); x++) {
                if (dark[y / SCALE][x / SCALE]) {
                    pixels[x] = 0;
                }
            }
            return pixels;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, new byte[getWidth()]), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
