package org.kontor.shipping;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.RowResult;

/** An application that is not Kontor: it lets a connector read one row, and says which of its formats knew it. */
@WebServlet("/row")
public class ReadsARow extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int KNOWN = 80;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            Object bound = new InitialContext().lookup(Connectors.jndiName(request.getParameter("connector")));
            Connector connector = (Connector) ((Supplier<?>) bound).get();
            response.getWriter()
                    .print(read(
                            connector,
                            List.of(request.getParameter("header").split(",")),
                            List.of(request.getParameter("cells").split(","))));
        } catch (NamingException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String read(Connector connector, List<String> header, List<String> cells) {
        for (Capability capability : connector.capabilities()) {
            if (capability instanceof ImportFormat format
                    && format.match(header).score() >= KNOWN) {
                RowResult result = format.mapper(header).map(cells);
                return format.id()
                        + result.profile()
                                .map(profile -> ": " + profile.firstName() + " " + profile.lastName())
                                .orElseGet(() -> " refuses " + result.problems());
            }
        }
        return "unknown";
    }
}
