package org.kontor.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingQuery;
import org.kontor.report.DashboardView;
import org.kontor.report.TrendPoint;

/** Charts of the dashboard. Each part has a pattern beside its colour, says what it is, and leads to its rows. */
public final class DashboardCharts {

    /** Width of what charts are drawn in, in units of their view box. */
    private static final int WIDTH = 600;

    private static final int HEIGHT = 160;

    private final DashboardView view;
    private final Texts texts;
    private final DashboardLinks links;
    private final List<String> buckets = AgingBucket.between(AgingQuery.USUAL_BOUNDS).stream()
            .map(AgingBucket::key)
            .toList();

    DashboardCharts(DashboardView view, Texts texts, DashboardLinks links) {
        this.view = view;
        this.texts = texts;
        this.links = links;
    }

    /**
     * A part of a bar or of a column, or a point of a line.
     *
     * @param bucket index of the age that it stands for
     * @param label what it is and how much, in words
     * @param rows address of its rows
     */
    public record Mark(double x, double y, double width, double height, int bucket, String label, String rows) {}

    List<Mark> agingBar() {
        List<Mark> marks = new ArrayList<>();
        double x = 0;
        for (int n = 0; n < buckets.size() && view.aging().isPresent(); n++) {
            String key = buckets.get(n);
            BigDecimal amount = view.aging().get().buckets().getOrDefault(key, BigDecimal.ZERO);
            double part = share(amount, view.open()) * WIDTH;
            if (part > 0) {
                marks.add(new Mark(
                        rounded(x),
                        0,
                        rounded(Math.max(1, part - 2)),
                        24,
                        n,
                        texts.of(
                                "dashboard.mark",
                                texts.agingColumn(key),
                                texts.amount(amount),
                                percent(amount, view.open())),
                        links.items(key)));
            }
            x += part;
        }
        return marks;
    }

    List<Mark> pastDueColumns() {
        BigDecimal most = view.trend().stream().map(TrendPoint::pastDue).reduce(BigDecimal.ONE, BigDecimal::max);
        double step = step();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < view.trend().size(); i++) {
            TrendPoint point = view.trend().get(i);
            double y = HEIGHT;
            for (int n = 1; n < buckets.size(); n++) {
                BigDecimal amount = point.buckets().getOrDefault(buckets.get(n), BigDecimal.ZERO);
                double height = share(amount, most) * HEIGHT;
                y -= height;
                if (height > 0) {
                    marks.add(new Mark(
                            rounded(i * step + step * 0.2),
                            rounded(y),
                            rounded(step * 0.6),
                            rounded(height),
                            n,
                            texts.of(
                                    "dashboard.markOn",
                                    texts.date(point.day()),
                                    texts.agingColumn(buckets.get(n)),
                                    texts.amount(amount)),
                            links.itemsOn(point, buckets.get(n))));
                }
            }
        }
        return marks;
    }

    String dsoLine() {
        StringBuilder points = new StringBuilder();
        dsoPoints().forEach(p -> points.append(p.x()).append(',').append(p.y()).append(' '));
        return points.toString().strip();
    }

    List<Mark> dsoPoints() {
        BigDecimal most = view.trend().stream().flatMap(p -> p.dso().stream()).reduce(BigDecimal.ONE, BigDecimal::max);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < view.trend().size(); i++) {
            double x = rounded(i * step() + step() / 2);
            TrendPoint point = view.trend().get(i);
            point.dso()
                    .ifPresent(dso -> marks.add(new Mark(
                            x,
                            rounded(HEIGHT - share(dso, most) * (HEIGHT - 10)),
                            0,
                            0,
                            0,
                            texts.of("dashboard.dsoOn", texts.date(point.day()), texts.amount(dso)),
                            links.salesBefore(point))));
        }
        return marks;
    }

    private double step() {
        return (double) WIDTH / Math.max(1, view.trend().size());
    }

    /** Share in percent, with one decimal. */
    static double percent(BigDecimal part, BigDecimal whole) {
        return rounded(share(part, whole) * 100);
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? 0
                : part.divide(whole, 6, RoundingMode.HALF_UP).doubleValue();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
