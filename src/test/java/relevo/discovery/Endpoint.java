package relevo.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A socket's address as {@code /proc/net/tcp} and {@code tcp6} write it, in figures that people know. */
final class Endpoint {

    private static final int WORD = 4;

    private Endpoint() {
    }

    /**
     * {@code 0100007F:0050} is {@code 127.0.0.1:80}: the address is in words of four bytes, each in the order of an Intel processor.
     *
     * @return as it stands when it is no such address
     */
    static String of(String hexadecimal) {
        var parts = hexadecimal.split(":");
        if (parts.length != 2 || !parts[0].matches("([0-9A-Fa-f]{8}){1,4}") || !parts[1].matches("[0-9A-Fa-f]{4}")) {
            return hexadecimal;
        }
        var bytes = new byte[parts[0].length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            var within = i / WORD * WORD + WORD - 1 - i % WORD;
            bytes[within] = (byte) Integer.parseInt(parts[0].substring(2 * i, 2 * i + 2), 16);
        }
        var port = Integer.parseInt(parts[1], 16);
        try {
            var address = InetAddress.getByAddress(bytes).getHostAddress();
            return (bytes.length == WORD ? address : "[" + address.replaceFirst("^0:0:0:0:0:0:0:([01])$", "::$1").replace("::0", "::") + "]") + ":" + port;
        } catch (UnknownHostException never) {
            return hexadecimal;
        }
    }
}
