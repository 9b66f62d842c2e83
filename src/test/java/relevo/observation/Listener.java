package relevo.observation;

/**
 * One listening TCP socket.
 *
 * @param instance the instance it was found in
 * @param program  name of the process that holds it, as the kernel knows it ({@code apache2}, {@code haproxy}, {@code sshd}); empty when unknown
 * @param address  the address it is bound to ({@code 0.0.0.0}, {@code *}, {@code ::}, {@code 127.0.0.1}, …)
 * @param port     TCP port
 */
public record Listener(String instance, String program, String address, int port) {
}
