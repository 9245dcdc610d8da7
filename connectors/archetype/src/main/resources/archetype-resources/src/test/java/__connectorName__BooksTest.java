package ${package};

import org.kontor.connectors.tck.AccountingSamples;
import org.kontor.connectors.tck.AccountingSystemContract;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.AccountingRecord;
import org.kontor.spi.AccountingSystem;

/** The rules for accounting systems. */
class ${connectorName}BooksTest extends RemoteBase<RemoteBooks> implements AccountingSystemContract {

    ${connectorName}BooksTest() {
        super(new RemoteBooks());
    }

    @Override
    public AccountingSystem testee() {
        return new ${connectorName}Books(client);
    }

    @Override
    public AccountingRecord sample() {
        return AccountingSamples.of(AccountingRecord.Kind.CUSTOMER);
    }

    @Override
    public boolean changesSomething(StubServer.Request request) {
        return request.method().equals("POST");
    }
}
