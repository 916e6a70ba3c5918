package org.dapple.tap.sia;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dapple.adql.ast.Position;
import org.dapple.adql.ast.SelectItem;
import org.dapple.dali.fault.ServiceFault;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.table.SelfDescription;
import org.dapple.tap.search.Search;
import org.dapple.tap.search.Trees;

/** Makes a query of observations that are images or cubes and meet the conditions of a request; it gives all columns. */
public final class ImageSearch {

    /** The capability (SIA 2.0 §2.3). */
    public static final String STANDARD_ID = "ivo://ivoa.net/std/SIA#query-2.0";

    private ImageSearch() {}

    /**
     * The query that the parameters of a request mean.
     *
     * @param address where the request was sent to, without a query
     * @throws ServiceFault that says which parameter is wrong and what would be right
     */
    public static Search of(Parameters parameters, String address) {
        ImageRequest request = ImageRequest.of(parameters);
        return new Search(
                "ivo://ivoa.net/std/SIA",
                Trees.select(
                        List.of(new SelectItem.AllColumns(Optional.empty(), Position.NONE)),
                        ImageConditions.of(request)),
                Map.of(),
                Optional.of(new SelfDescription(STANDARD_ID, address, ImageInputs.all())),
                request.maxRec(),
                request.responseFormat(),
                Search.url(address, parameters));
    }
}
