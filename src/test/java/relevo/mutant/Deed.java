package relevo.mutant;

/**
 * Something done to the running cluster, as root.
 *
 * @param on   an instance, or a machine
 * @param run  shell script that does it
 * @param undo shell script that undoes it
 */
record Deed(String on, String run, String undo) {
}
