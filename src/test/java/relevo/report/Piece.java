package relevo.report;

/**
 * A part of a sentence.
 *
 * @param text as it is read
 * @param href where it leads to in the page; empty for nowhere
 */
public record Piece(String text, String href) {
}
