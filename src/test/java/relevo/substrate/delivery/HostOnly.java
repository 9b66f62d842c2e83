package relevo.substrate.delivery;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells addresses that only this host reaches from others. By the network card that it would use: one that virtual machines or containers hang on, and that
 * has the address in its own network. The digits say nothing: people give their private networks addresses that are somebody's.
 */
final class HostOnly {

    /** Bridges of VirtualBox, libvirt, VMware, Parallels, Docker, LXD and Incus, as Linux, macOS and Windows name them. */
    private static final Pattern VIRTUAL = Pattern.compile("(vboxnet|virbr|vmnet|vnic|br-|docker|lxdbr|incusbr|bridge1).*"
            + "|.*(VirtualBox Host-Only|VMware Virtual).*");

    private HostOnly() {
    }

    /**
     * The last of a machine's addresses that is such: the first card is the one that Vagrant itself needs, those of private networks follow.
     *
     * @param addresses as the probe tells them: {@code interface address}
     */
    static Optional<String> of(List<String> addresses) {
        return addresses.stream().filter(each -> !VIRTUAL.matcher(each).matches()).map(each -> each.substring(each.indexOf(' ') + 1)).filter(HostOnly::is)
                .reduce((first, last) -> last);
    }

    /** Whether this host, and nobody else, reaches it without a router. */
    static boolean is(String address) {
        try {
            return NetworkInterface.networkInterfaces().filter(card -> VIRTUAL.matcher(card.getName() + " " + card.getDisplayName()).matches()
                    || VIRTUAL.matcher(card.getName()).matches()).flatMap(card -> card.getInterfaceAddresses().stream())
                    .anyMatch(own -> within(own.getAddress(), own.getNetworkPrefixLength(), address));
        } catch (SocketException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /** Whether an address is in the network of another one, so many bits of which are the network's. */
    static boolean within(InetAddress network, int bits, String address) {
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return false;
        }
        try {
            var one = network.getAddress();
            var other = InetAddress.getByName(address).getAddress();
            if (one.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException never) {
            return false;
        }
    }
}
