package relevo.observation;

import java.util.List;

/**
 * What a JMeter plan of a delivery says. Its names are the delivery's own: controls are taken out, markup is not.
 *
 * @param file       its path within the delivery, with slashes
 * @param reading    whether it could be read
 * @param detail     what the reader complained of; empty when it was read
 * @param demands    its thread groups, those that are switched off left out
 * @param assertions what it checks of the answers
 * @param writes     files that its listeners write
 * @param unsafe     elements and functions that run code, use files or talk to others than a web server
 * @param leftOut    kinds of elements that a run here leaves out besides
 */
public record PlanDescription(String file, Reading reading, String detail, List<Demand> demands, int assertions, List<String> writes, List<String> unsafe,
        List<String> leftOut) {

    /** How reading it went. */
    public enum Reading {
        READ, TOO_LARGE, NOT_XML, DECLARES_ENTITIES, NOT_A_PLAN
    }

    /** One that nobody can read. */
    public static PlanDescription unread(String file, Reading why, String detail) {
        return new PlanDescription(file, why, detail, List.of(), 0, List.of(), List.of(), List.of());
    }
}
