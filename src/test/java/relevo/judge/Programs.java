package relevo.judge;

import java.util.List;
import java.util.Set;
import relevo.observation.Listener;

/** What the programs that listen in an instance are. Names are the kernel's, at most 15 characters long. */
final class Programs {

    private static final Set<String> APACHE = Set.of("apache2", "httpd");
    private static final Set<String> HAPROXY = Set.of("haproxy", "hapee-lb");
    // What a container needs to be reached, named, clocked and configured; it serves no page.
    private static final Set<String> INFRASTRUCTURE = Set.of("sshd", "init", "dhclient", "dhcpcd", "networkd", "networkd-dispat",
            "rpcbind", "rpc.statd", "ntpd", "chronyd", "connmand", "NetworkManager", "dnsmasq", "avahi-daemon", "lxd-agent", "lxd", "snapd",
            "cloud-init", "dbus-daemon", "rsyslogd");
    private static final List<String> WEB = List.of("nginx", "lighttpd", "caddy", "python", "node", "php", "java", "ruby", "puma", "gunicorn",
            "uwsgi", "uvicorn", "varnishd", "squid", "traefik", "envoy", "thttpd", "mini_httpd", "busybox", "perl", "deno", "bun", "h2o", "monkey",
            "boa", "webfsd", "tomcat", "jetty", "beam.smp", "litespeed", "lshttpd", "openresty", "darkhttpd");

    private Programs() {
    }

    static boolean apache(Listener listener) {
        return APACHE.contains(listener.program());
    }

    static boolean haproxy(Listener listener) {
        return HAPROXY.contains(listener.program());
    }

    static boolean infrastructure(Listener listener) {
        return INFRASTRUCTURE.contains(listener.program()) || listener.program().startsWith("systemd");
    }

    /** Known to serve pages or to pass requests on. */
    static boolean web(Listener listener) {
        return apache(listener) || haproxy(listener) || WEB.stream().anyMatch(listener.program()::startsWith);
    }

    /** Bound where only the instance itself reaches it. */
    static boolean loopback(Listener listener) {
        String address = listener.address().replaceAll("[\\[\\]]", "").replaceFirst("%.*$", "");
        return address.startsWith("127.") || address.equals("::1") || address.startsWith("::ffff:127.") || address.equals("localhost");
    }

    /** {@code apache2 on 0.0.0.0:80}, without the preposition. */
    static String shown(Listener listener) {
        return listener.program() + " (" + listener.address() + ":" + listener.port() + ")";
    }
}
