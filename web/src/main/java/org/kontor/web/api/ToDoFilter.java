package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.kontor.cadence.ToDoQuery;
import org.kontor.cadence.ToDoState;
import org.kontor.cadence.ToDoWhen;

/** Which to-dos are wanted: {@code @BeanParam ToDoFilter filter}. */
public class ToDoFilter {

    @QueryParam("mine")
    @DefaultValue("")
    String mine = "";

    @QueryParam("when")
    @DefaultValue("")
    String when = "";

    @QueryParam("state")
    @DefaultValue("")
    String state = "";

    /** The wanted to-dos. */
    ToDoQuery query(Optional<Long> customer) {
        Set<ToDoWhen> whens = QueryValues.choices("when", when, ToDoWhen.class);
        return new ToDoQuery(
                customer,
                QueryValues.flag("mine", mine).orElse(false),
                whens.size() == 1 ? whens.stream().findFirst() : Optional.empty(),
                QueryValues.choices("state", state, ToDoState.class));
    }
}
