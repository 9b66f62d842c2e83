package relevo.observation;

import java.util.Map;

/**
 * One HTTP response, whole.
 *
 * @param status  HTTP status; 0 when no response came
 * @param headers by name in lower case; a repeated header's values are joined with a comma and a space
 * @param body    decoded as its headers say; empty when there was none
 */
public record Page(int status, Map<String, String> headers, String body) {
}
