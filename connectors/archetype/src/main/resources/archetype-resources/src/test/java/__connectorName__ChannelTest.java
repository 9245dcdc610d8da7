package ${package};

import java.util.List;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.MessageChannelContract;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.MessageChannel;

/** The rules for message channels. */
class ${connectorName}ChannelTest extends RemoteBase<RemoteChannel> implements MessageChannelContract {

    ${connectorName}ChannelTest() {
        super(new RemoteChannel());
    }

    @Override
    public MessageChannel testee() {
        return new ${connectorName}Channel(client);
    }

    @Override
    public KitConnection connectionThat(Fault fault) {
        stub().misbehave(fault);
        return connection();
    }

    @Override
    public String goodAddress() {
        return "+13035550102";
    }

    @Override
    public String badAddress() {
        return "nobody";
    }

    @Override
    public List<String> arrived() {
        return remote.arrived;
    }
}
