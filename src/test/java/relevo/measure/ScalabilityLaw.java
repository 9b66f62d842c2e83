package relevo.measure;

import java.util.List;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * The Universal Scalability Law, X(N) = λN / (1 + σ(N − 1) + κN(N − 1)), fitted to throughput against concurrency (N. J. Gunther, <em>Guerrilla
 * Capacity Planning</em>, 2007). N / X is linear in 1/λ, σ/λ and κ/λ: least squares of the relative residuals, with σ and κ not below 0.
 *
 * @param lambda throughput of one user alone, requests/s
 * @param sigma  contention: part of the work that waits its turn
 * @param kappa  coherence: work that grows with every pair of users
 * @param worst  largest residual, as part of the measured throughput
 * @param points it was fitted to
 */
public record ScalabilityLaw(double lambda, double sigma, double kappa, double worst, int points) {

    /** A law that is off by more than this somewhere does not describe what was measured. */
    static final double TOLERANCE = 0.1;
    private static final int FEWEST = 5;

    /** The fit. */
    public static ScalabilityLaw fit(List<BrokenStick.Point> throughput) {
        // Each row divided by its N / X, which is then 1.
        double[][] x = throughput.stream().map(p -> new double[] {p.y() / p.x(), (p.x() - 1) * p.y() / p.x(), (p.x() - 1) * p.y()}).toArray(double[][]::new);
        ScalabilityLaw best = null;
        double least = Double.MAX_VALUE;
        // Which of σ and κ take part: a coefficient below 0 is left out, the best of what remains is taken.
        for (boolean[] free : new boolean[][] {{true, true, true}, {true, true, false}, {true, false, true}, {true, false, false}}) {
            double[] fitted = leastSquares(x, free);
            if (fitted[0] > 0 && fitted[1] >= 0 && fitted[2] >= 0) {
                double squares = 0;
                for (double[] row : x) {
                    double residual = 1 - fitted[0] * row[0] - fitted[1] * row[1] - fitted[2] * row[2];
                    squares += residual * residual;
                }
                if (squares < least) {
                    least = squares;
                    best = of(fitted, throughput);
                }
            }
        }
        return best == null ? new ScalabilityLaw(0, 0, 0, 1, throughput.size()) : best;
    }

    private static ScalabilityLaw of(double[] fitted, List<BrokenStick.Point> throughput) {
        ScalabilityLaw law = new ScalabilityLaw(1 / fitted[0], fitted[1] / fitted[0], fitted[2] / fitted[0], 0, throughput.size());
        double worst = throughput.stream().mapToDouble(p -> p.y() > 0 ? Math.abs(law.at(p.x()) - p.y()) / p.y() : 1).max().orElse(1);
        return new ScalabilityLaw(law.lambda, law.sigma, law.kappa, worst, throughput.size());
    }

    /** Throughput of so many users, requests/s. */
    public double at(double users) {
        return lambda * users / (1 + sigma * (users - 1) + kappa * users * (users - 1));
    }

    /** Whether it describes what was measured. */
    public boolean supported() {
        return points >= FEWEST && worst <= TOLERANCE;
    }

    /** Why it is supported, or is not. */
    public Text text() {
        if (points < FEWEST) {
            return Text.of("Con menos de %s niveles no se ajusta.", "It is not fitted to fewer than %s levels.", FEWEST);
        }
        return supported()
                ? Text.of("El residuo no pasa de %s en ninguno de %s niveles.", "The residual exceeds %s at none of %s levels.", Figure.percent(TOLERANCE, 1),
                        points)
                : Text.of("El residuo llega a %s, y se admite %s: un límite de plazas da un codo, no una curva.",
                        "The residual reaches %s, and %s is accepted: a limit of places gives a knee, not a curve.", Figure.percent(worst, 1),
                        Figure.percent(TOLERANCE, 1));
    }

    /** Normal equations of the columns that take part, which are to add up to 1 in each row, by Gaussian elimination with pivoting. */
    private static double[] leastSquares(double[][] x, boolean[] free) {
        int n = free.length;
        double[][] a = new double[n][n + 1];
        for (int r = 0; r < n; r++) {
            a[r][r] = free[r] ? 0 : 1;
            for (int i = 0; free[r] && i < x.length; i++) {
                for (int c = 0; c < n; c++) {
                    a[r][c] += free[c] ? x[i][r] * x[i][c] : 0;
                }
                a[r][n] += x[i][r];
            }
        }
        for (int p = 0; p < n; p++) {
            int pivot = p;
            for (int r = p + 1; r < n; r++) {
                pivot = Math.abs(a[r][p]) > Math.abs(a[pivot][p]) ? r : pivot;
            }
            double[] swapped = a[p];
            a[p] = a[pivot];
            a[pivot] = swapped;
            if (a[p][p] == 0) {
                return new double[] {0, 0, 0};
            }
            for (int r = 0; r < n; r++) {
                double factor = r == p ? 0 : a[r][p] / a[p][p];
                for (int c = p; c <= n; c++) {
                    a[r][c] -= factor * a[p][c];
                }
            }
        }
        double[] solution = new double[n];
        for (int r = 0; r < n; r++) {
            solution[r] = a[r][n] / a[r][r];
        }
        return solution;
    }
}
