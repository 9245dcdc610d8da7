package org.kontor.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kontor.lifecycle.MergeView;
import org.kontor.lifecycle.Merges;
import org.kontor.shared.PageRequest;

/** Who became one with a customer and can be taken apart again, for the side of the record. */
@Named("mergedBox")
@RequestScoped
public class MergedBox {

    private static final int SHOWN = 5;
    private static final int NAMED = 3;

    @Inject
    Merges merges;

    @Inject
    Texts texts;

    private final Map<Long, List<MergeView>> byCustomer = new ConcurrentHashMap<>();

    /** The latest merges into the customer that are in force. */
    public List<MergeView> of(long customerId) {
        return byCustomer.computeIfAbsent(
                customerId,
                id -> merges.list(Optional.of(id), new PageRequest(SHOWN, Optional.empty())).items().stream()
                        .filter(merge -> merge.undoneAt().isEmpty())
                        .toList());
    }

    /** Who became one with it: the first few by name and number, and how many more. */
    public String names(MergeView merge) {
        String names = merge.sources().stream()
                .limit(NAMED)
                .map(each -> each.displayName() + " (" + each.id() + ")")
                .collect(Collectors.joining(", "));
        int more = merge.sources().size() - NAMED;
        return more > 0 ? texts.of("merge.andMore", names, Integer.toString(more)) : names;
    }
}
