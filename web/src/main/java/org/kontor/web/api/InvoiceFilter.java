package org.kontor.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.kontor.receivable.InvoiceQuery;
import org.kontor.receivable.InvoiceStatus;

/** Which documents are wanted: {@code @BeanParam InvoiceFilter filter}. */
public class InvoiceFilter {

    @QueryParam("customerId")
    @DefaultValue("")
    String customerId = "";

    @QueryParam("status")
    @DefaultValue("")
    String status = "";

    @QueryParam("number")
    @DefaultValue("")
    String number = "";

    @QueryParam("disputed")
    @DefaultValue("")
    String disputed = "";

    @QueryParam("dueFrom")
    @DefaultValue("")
    String dueFrom = "";

    @QueryParam("dueTo")
    @DefaultValue("")
    String dueTo = "";

    @QueryParam("customField")
    List<String> customField = List.of();

    /** The wanted documents. */
    InvoiceQuery query() {
        return new InvoiceQuery(
                QueryValues.id("customerId", customerId),
                QueryValues.choices("status", status, InvoiceStatus.class),
                number,
                QueryValues.flag("disputed", disputed),
                QueryValues.date("dueFrom", dueFrom),
                QueryValues.date("dueTo", dueTo),
                QueryValues.pairs("customField", customField));
    }
}
