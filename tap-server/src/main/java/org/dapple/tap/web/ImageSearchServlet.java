package org.dapple.tap.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.FaultForm;
import org.dapple.dali.http.FaultResponse;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.votable.VOTableError;
import org.dapple.tap.search.Search;
import org.dapple.tap.sia.ImageSearch;

/** {@code /sia2/query}: images and cubes (SIA 2.0 §2), by GET or POST. */
final class ImageSearchServlet extends Resource {

    static final String SERVICE = "/sia2";
    static final String PATH = SERVICE + "/query";

    private static final String WANTS_TEXT = "org.dapple.tap.sia.text";
    private static final int MAX_PARAMETER_BYTES = 1 << 20;

    /** Who asks for a delimited text is told faults as text (SIA 2.0 §3.2). */
    private static final Pattern DELIMITED = Pattern.compile("(?i)(csv|tsv|text/csv.*|text/tab-separated-values.*)");

    private static final FaultForm IN_TABLES = new FaultForm(
            FaultCategory::httpStatus, VOTableError.MEDIA_TYPE, (fault, out) -> VOTableError.write(worded(fault), out));

    private static final FaultForm AS_TEXT =
            new FaultForm(FaultCategory::httpStatus, "text/plain;charset=UTF-8", ImageSearchServlet::writeText);

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient BaseUrl baseUrl;
    private final transient SearchAnswer answer;

    ImageSearchServlet(BaseUrl baseUrl, SearchAnswer answer) {
        super("GET, HEAD, OPTIONS, POST");
        this.baseUrl = baseUrl;
        this.answer = answer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            super.service(request, response);
        } catch (ServiceFault fault) {
            FaultResponse.send(
                    fault, Boolean.TRUE.equals(request.getAttribute(WANTS_TEXT)) ? AS_TEXT : IN_TABLES, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.send(search(request), request, response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.sendHead(search(request), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private Search search(HttpServletRequest request) throws IOException {
        Parameters sent = parameters.read(request);
        request.setAttribute(WANTS_TEXT, sent.all("RESPONSEFORMAT").stream().anyMatch(ImageSearchServlet::isDelimited));
        return ImageSearch.of(sent, baseUrl.of(request) + PATH);
    }

    private static boolean isDelimited(String format) {
        return DELIMITED.matcher(format.strip()).matches();
    }

    private static void writeText(ServiceFault fault, OutputStream out) throws IOException {
        out.write((worded(fault) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The message behind one of the words of SIA 2.0 §3.2. */
    private static String worded(ServiceFault fault) {
        String word = switch (fault.category()) {
            case OVERLOADED -> "TransientFault";
            case TIMEOUT -> "FatalFault";
            case INTERNAL -> "DefaultFault";
            default -> "UsageFault";
        };
        return word + ": " + fault.getMessage();
    }
}
