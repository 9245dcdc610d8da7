package ${package};

import java.util.List;
import org.kontor.connectors.tck.StubServer;
import org.kontor.connectors.tck.TicketSourceContract;
import org.kontor.spi.TicketSource;

/** The rules for ticket sources. */
class ${connectorName}TicketsTest extends RemoteBase<RemoteTickets> implements TicketSourceContract {

    ${connectorName}TicketsTest() {
        super(new RemoteTickets());
    }

    @Override
    public TicketSource testee() {
        return new ${connectorName}Tickets(client);
    }

    @Override
    public List<String> ticketIds() {
        return List.of("t1", "t2", "t3");
    }

    @Override
    public String change(String subject) {
        return remote.change(subject);
    }

    @Override
    public boolean changesSomething(StubServer.Request request) {
        return !request.method().equals("GET");
    }
}
