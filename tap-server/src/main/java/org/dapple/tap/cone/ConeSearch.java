package org.dapple.tap.cone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dapple.adql.ast.ComparisonOperator;
import org.dapple.adql.ast.Expression;
import org.dapple.adql.ast.SelectItem;
import org.dapple.dali.fault.FaultCategory;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.tap.schema.PublishedColumn;
import org.dapple.tap.schema.PublishedTable;
import org.dapple.tap.schema.TapSchema;
import org.dapple.tap.search.Search;
import org.dapple.tap.search.Trees;

/**
 * Makes a query of observations of which the position lies in a cone. VERB=1 gives the columns that TAP_SCHEMA calls
 * principal, 2 those of ObsCore too, 3 all; the identifier and the position are always there.
 */
public final class ConeSearch {

    /** What the answers of Cone Search 1.03 (§2.2) are served as unless asked otherwise. */
    public static final String MEDIA_TYPE = "text/xml";

    private static final String ID = "obs_publisher_did";
    private static final String RA = "s_ra";
    private static final String DEC = "s_dec";

    /** UCDs of exactly one column each (§2.2): the words of UCD1, by which clients such as pyvo look for them. */
    private static final Map<String, String> MAIN = Map.of(ID, "ID_MAIN", RA, "POS_EQ_RA_MAIN", DEC, "POS_EQ_DEC_MAIN");

    private final Supplier<TapSchema> schema;

    /** @param schema tells what is published now */
    public ConeSearch(Supplier<TapSchema> schema) {
        this.schema = schema;
    }

    /**
     * The query that the parameters of a request mean.
     *
     * @param address where the request was sent to, without a query
     * @throws ServiceFault that says which parameter is wrong and what would be right
     */
    public Search of(Parameters parameters, String address) {
        ConeRequest request = ConeRequest.of(parameters);
        boolean metadata = request.radius().value() == 0;
        return new Search(
                "ivo://ivoa.net/std/ConeSearch",
                Trees.select(columns(request.verbosity()), isWithin(request)),
                MAIN,
                Optional.empty(),
                metadata ? OptionalLong.of(0) : request.maxRec(),
                Optional.of(request.responseFormat().orElse(MEDIA_TYPE)),
                Search.url(address, parameters));
    }

    /** {@code DISTANCE(POINT(s_ra, s_dec), POINT(ra, dec)) <= sr}, for which there is an index. */
    private static Expression isWithin(ConeRequest request) {
        return Trees.compare(
                Expression.Call.of(
                        "DISTANCE",
                        Expression.Call.of("POINT", Trees.column(RA), Trees.column(DEC)),
                        Expression.Call.of(
                                "POINT",
                                request.ra().expression(),
                                request.dec().expression())),
                ComparisonOperator.LESS_OR_EQUAL,
                request.radius().expression());
    }

    private List<SelectItem> columns(int verbosity) {
        PublishedTable table = schema.get()
                .table(Trees.OBSERVATIONS)
                .orElseThrow(() -> ServiceFault.of(
                        FaultCategory.NOT_FOUND, "This site does not publish %s.".formatted(Trees.OBSERVATIONS)));
        return table.columns().stream()
                .filter(column -> verbosity == 3 || isShown(column, verbosity))
                .<SelectItem>map(column -> new SelectItem.Value(Trees.column(column.name()), Optional.empty()))
                .toList();
    }

    private static boolean isShown(PublishedColumn column, int verbosity) {
        return MAIN.containsKey(column.name()) || column.principal() || (verbosity == 2 && column.std());
    }
}
